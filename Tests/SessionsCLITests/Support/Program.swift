import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The built program, run as a person or a script runs it: with a home, a folder and a clock of its own.
final class Program {
    /// The executable under test: `SESSIONS_BINARY`, else the one built along with these tests.
    static let path: String = {
        if let named = getenv("SESSIONS_BINARY").map({ String(cString: $0) }), !named.isEmpty {
            return named.hasPrefix("/") ? named : "\(PackageFiles.root)/\(named)"
        }
        let beside = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
            .dropLast()
        let path = (beside + ["sessions"]).joined(separator: "/")
        return PackageFiles.isExecutable(path) ? path : "\(PackageFiles.root)/.build/debug/sessions"
    }()

    /// Whether it is a release build, which alone is static and measured.
    static let isReleaseBuild = path.split(separator: "/").contains("release")

    /// Holds the home, `home`, and what a test puts beside it.
    let folder: TemporaryFolder
    /// Where commands run, below the home.
    let work: String
    var variables: [(name: String, value: String)]

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("bin")
        try folder.makeFolder("home/work")
        try folder.link("bin/sessions", to: Self.path)
        work = folder.path(of: "home/work")
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        variables = [
            ("HOME", folder.path(of: "home")), ("PATH", "\(folder.path(of: "bin")):\(path)"),
            ("SESSIONS_USER", "ada@example.org"), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
        ]
    }

    func set(_ name: String, _ value: String?) {
        variables.removeAll { $0.name == name }
        if let value { variables.append((name, value)) }
    }

    /// Runs it with words.
    func run(_ words: String..., input: String = "") throws -> Outcome { try run(words, input: input) }

    func run(_ words: [String], input: String = "") throws -> Outcome {
        try ChildProcess.run("sessions", words, in: work, variables: variables, input: input)
    }

    /// Runs it where it must succeed, and gives what it prints.
    @discardableResult
    func output(_ words: String..., input: String = "", at location: SourceLocation = #_sourceLocation) throws
        -> String
    {
        try output(words, input: input, at: location)
    }

    @discardableResult
    func output(_ words: [String], input: String = "", at location: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let outcome = try run(words, input: input)
        #expect(outcome.status == 0, "\(words): \(outcome.error)", sourceLocation: location)
        return outcome.output
    }

    /// Runs a line of bash, in which `sessions` is the program.
    func shell(_ line: String) throws -> Outcome {
        try ChildProcess.run("bash", ["-c", "set -o pipefail; \(line)"], in: work, variables: variables)
    }

    /// Puts a copy in place of the link to it, for people who cannot look into the folder it was built in.
    func copyProgram() throws {
        _ = try shell("rm ../../bin/sessions; cp '\(Self.path)' ../../bin/sessions")
    }

    /// The text of the file of a session.
    func file(ofSession id: String) throws -> String {
        let name = folder.files(below: "home").first { $0.hasSuffix("/\(id).json") }
        return try folder.read(#require(name, "no file of \(id)"))
    }

    /// Says that a test is passed over, and why, where another program is missing.
    static func isInstalled(_ program: String) -> Bool {
        if ChildProcess.path(of: program) != nil { return true }
        print("passed over: \(program) is not installed")
        return false
    }
}
