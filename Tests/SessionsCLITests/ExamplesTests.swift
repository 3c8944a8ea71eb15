import CommandKit
import Testing

@testable import SessionsCLI

/// Everything the help and the README tell people to type is typed here.
@Suite("Examples")
struct ExamplesTests {
    private static func examples() -> [String] {
        var lines: [String] = []
        CommandTable.sessions.forEachEntry { entry, _ in lines += entry.info.examples.map(\.command) }
        return lines
    }

    /// What the examples are about: k7m2 with goals, comments and a clock that runs, p3xd, and some files.
    private static func prepared() throws -> Program {
        let program = try Program()
        program.set("SESSIONS_NOW", "2026-11-22T15:00:00Z")
        program.set("SESSIONS_OPENER", "true")
        program.set("TMPDIR", program.folder.path(of: "temporary"))
        try program.folder.makeFolder("temporary")
        let setUp = """
            git init -q . && git config user.email ada@example.org && git config user.name Ada
            git commit -q --allow-empty -m 'a commit'
            echo a trace > trace.txt
            echo notes > notes.md
            echo things > list
            printf 'name,minutes\\nA task,90\\n' > tasks.csv
            printf '{"summary": "A task", "key": "T-1"}\\n' > tasks.jsonl
            printf '["comment", "k7m2", "-m", "done"]\\n["pause", "k7m2"]\\n' > changes.jsonl
            # Seeds whose first ids are p3xd… and k7m2….
            SESSIONS_ID_SEED=50380 sessions new "Second thoughts" --tag bug
            SESSIONS_ID_SEED=324444 sessions new "Fix the login redirect cookie" -p web --goal One \\
                --start --at 2026-11-22T13:00:00Z
            for number in 1 2 3; do sessions goal add @ Steps --milestone first --milestone second; done
            sessions comment -m "It is a redirect loop"
            sessions export > sessions.json
            """
        let outcome = try ChildProcess.run(
            "bash", ["-ec", setUp], in: program.work, variables: program.variables)
        try #require(outcome.status == 0, "\(outcome.error)")
        return program
    }

    /// What an example takes for granted beside that.
    private static let before = [
        "sessions start": "sessions pause",
        "sessions start k7m2 --at 14:05": "sessions pause --at 14:00",
        "sessions time edit @ 1 --end 17:30": "sessions time add @ --on yesterday --from 9:00 --to 18:00",
        "sessions time split @ 1 --at 11:00": "sessions time add @ --on yesterday --from 9:00 --to 18:00",
        "sessions time split @ 1 --at 12:00 --until 12:45":
            "sessions time add @ --on yesterday --from 9:00 --to 18:00",
        "sessions time remove @ 2": "sessions time add @ --for 10m",
        "sessions time remove k7m2 1 3": "sessions time add @ --for 10m && sessions time add @ --for 20m",
        "sessions restore k7m2": "sessions pause && sessions archive k7m2",
        "sessions archive k7m2 p3xd": "sessions pause",
        "sessions undo 17": "for tag in $(seq 20); do sessions edit --add-tag tag$tag; done",
        "sessions redo": "sessions undo",
        "sessions doctor .sessions/sessions/*/*.json": "sessions init && sessions new One",
        "sessions view remove mine": "sessions view save mine is:mine",
        "sessions config user.email": "sessions config user.email ada@example.org",
        "sessions attach get @ trace.txt": "sessions attach @ trace.txt && rm trace.txt",
        "sessions attach get @ 1 -o -": "sessions attach @ trace.txt",
        "sessions attach open @ trace.txt": "sessions attach @ trace.txt",
        "sessions attach remove @ 2": "sessions attach @ trace.txt notes.md",
        "sessions attach remove @ trace.txt notes.md": "sessions attach @ trace.txt notes.md",
        "sessions template edit visit -F visit.json":
            "sessions template new visit --plan 1h && echo '{\"schema\": 1}' > visit.json",
        "sessions template remove visit": "sessions template new visit --plan 1h",
        "sessions template from k7m2 login": "sessions complete k7m2",
        "sessions template from @ --personal": "sessions complete",
        "sessions comment k7m2 -m agreed --reply 1": "sessions comment k7m2 -m 'a question'",
    ]

    @Test("Every example of the help does what it says", arguments: examples())
    func help(line: String) throws {
        if line.contains("jq"), !Program.isInstalled("jq") { return }
        let program = try Self.prepared()
        if let before = Self.before[line] {
            let outcome = try program.shell(before)
            try #require(outcome.status == 0, "\(before): \(outcome.error)")
        }
        let outcome = try program.shell(line)
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(!outcome.error.contains("sessions: cannot"))
    }

    /// The lines that begin with `$ ` in blocks marked `sh`, in their order, one person's day.
    static func linesToType(in text: String) -> [String] {
        var lines: [String] = []
        var isShell = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isShell = !isShell && line == "```sh"
            } else if isShell, line.hasPrefix("$ ") {
                lines.append(String(line.dropFirst(2)))
            }
        }
        return lines
    }

    @Test("Only lines with a prompt in blocks for the shell are typed")
    func blocks() {
        let text = "```sh\n$ a\nb\n```\n$ c\n```text\n$ d\n```\n```sh\n$ e\n```\n"
        #expect(Self.linesToType(in: text) == ["a", "e"])
    }

    @Test("Every command of the README works, one after another")
    func readme() throws {
        let lines = Self.linesToType(in: try #require(PackageFiles.read("README.md")))
        #expect(lines.count > 10)
        let program = try Program()
        for line in lines {
            if line.contains("jq "), !Program.isInstalled("jq") { continue }
            let outcome = try program.shell(line)
            #expect(outcome.status == 0, "\(line): \(outcome.error)")
        }
    }
}
