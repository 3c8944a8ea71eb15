import Testing

/// How many instructions everyday commands may take, start-up included. Instructions are the same on every run
/// where time is not; the measure is valgrind's, of a static release build on x86-64.
enum InstructionBudget {
    struct Entry: Sendable, CustomTestStringConvertible {
        let words: [String]
        /// How many sessions the workspace has.
        var sessions = 0
        /// What it took when this was last set.
        let measured: Int

        var testDescription: String { words.joined(separator: " ") }
        var allowed: Int { measured + measured * slackPerCent / 100 }
    }

    /// Above the measured number: what another compiler or C library may take.
    static let slackPerCent = 15

    static let entries = [
        Entry(words: ["--version"], measured: 42_000),
        Entry(words: ["list"], measured: 230_000),
        Entry(words: ["search", "lexer"], sessions: 24, measured: 3_480_000),
    ]
}

@Suite("Instructions")
struct BudgetTests {
    @Test("Start-up stays within its budget", arguments: InstructionBudget.entries)
    func budget(entry: InstructionBudget.Entry) throws {
        #if arch(x86_64) && os(Linux)
            guard Program.isReleaseBuild else {
                print("passed over: \(Program.path) is not a release build")
                return
            }
            guard Program.isInstalled("valgrind") else { return }
            let program = try Program()
            try program.output("init")
            if entry.sessions > 0 { try program.output("batch", input: Self.lines(entry.sessions)) }
            let line = "valgrind --tool=callgrind --callgrind-out-file=/dev/null '\(Program.path)' "
            let outcome = try program.shell(line + entry.words.joined(separator: " "))
            try #require(outcome.status == 0, "\(outcome.error)")
            let collected = try #require(outcome.error.firstMatch(of: /Collected : (\d+)/))
            let count = try #require(Int(collected.1))
            print("\(entry.testDescription): \(count) instructions of \(entry.allowed)")
            #expect(count <= entry.allowed)
        #endif
    }
    /// The same sessions each time; fewer than an index is made for, so that each file is read.
    private static func lines(_ count: Int) -> String {
        (0..<count).map { number in
            let word = number % 3 == 0 ? "lexer" : "parser"
            return """
                ["new", "Repair the \(word), part \(number)", "--tag", "\(word)", "-m", "It stumbles over \(word)s."]

                """
        }.joined()
    }
}
