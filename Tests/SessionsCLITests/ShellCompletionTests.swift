import CommandKit
import Foundation
import Testing

@testable import SessionsCLI

/// The committed scripts in the shells they are for, against the built program and a workspace whose titles
/// and tags are as nasty as can be. `Tests/Shells` drives the shells.
@Suite("Completion in a real shell")
struct ShellCompletionTests {
    @Test("bash", .enabled(if: Shell.isThere("bash"), "bash is not installed"))
    func bash() throws {
        let shell = try Shell("bash", [], script: "sessions.bash")
        for (line, expected) in Self.common { #expect(try shell.values(line) == expected, "\(line)") }
        #expect(
            try shell.values("sessions new --tag ") == [#"\$\(touch\$\{IFS\}bad\)"#, #"bu\"g"#, "bug", "c++"])
        #expect(try shell.values("sessions new --tag 'bu") == [#"bu"g"#, "bug"])
        // bash cuts words at ':' and '=' and replaces only what follows.
        #expect(try shell.values("sessions list tag:bu") == [#"bu\"g"#, "bug"])
        #expect(try shell.values("sessions list status:active,p") == ["active,paused"])
        #expect(try shell.values("sessions list --sort=t") == ["title", "tracked"])
        #expect(try shell.values("sessions list ta") == ["compopt nospace", "tag:"])
        #expect(try shell.values("sessions show @") == ["", "-"])
        #expect(try shell.values("sessions show q58p ") == [])
        #expect(try shell.values("sessions attach @ x") == ["compopt default"])
        #expect(try shell.values("sessions -C ") == ["compopt dirnames"])
        #expect(
            try shell.lines("sessions show ", ["COMP_TYPE": "63"]) == [
                "q58p  (Naïve: colon)", #"bkx9  (Line \u{1b}[31m red)"#,
                #"ppjh  (Fix $(touch bad) `touch bad` "quo'te" 50% {a} \\n)"#,
            ])
        #expect(try shell.isUnharmed())
    }

    @Test("zsh", .enabled(if: Shell.isThere("zsh"), "zsh is not installed"))
    func zsh() throws {
        let shell = try Shell("zsh", ["-f"], script: "_sessions")
        for (line, expected) in Self.common { #expect(try shell.values(line) == expected, "\(line)") }
        #expect(
            try shell.values("sessions new --tag ") == [#"\$\(touch\$\{IFS\}bad\)"#, #"bu\"g"#, "bug", "c++"])
        #expect(try shell.values("sessions list tag:bu") == [#"tag:bu\"g"#, "tag:bug"])
        #expect(try shell.values("sessions list status:active,p") == ["status:active,paused"])
        #expect(try shell.values("sessions list --sort=t") == ["--sort=title", "--sort=tracked"])
        #expect(try shell.values("sessions list ta") == ["tag: (suffix '')"])
        #expect(try shell.values("sessions show @") == ["@", "@-"])
        #expect(try shell.values("sessions attach @ inn") == ["inner"])
        #expect(
            try shell.lines("sessions show ") == [
                "q58p\tq58p  -- Naïve: colon", "bkx9\tbkx9  -- Line \\u{1b}[31m red",
                "ppjh\tppjh  -- Fix $(touch bad) `touch bad` \"quo'te\" 50% {a} \\\\n",
            ])
        #expect(try shell.lines("sessions goa") == ["goal\tgoal         -- Add, list and reach goals"])
        #expect(try shell.isUnharmed())
    }

    @Test("fish", .enabled(if: Shell.isThere("fish"), "fish is not installed"))
    func fish() throws {
        let shell = try Shell("fish", ["--no-config"], script: "sessions.fish")
        for (line, expected) in Self.common {
            #expect(try shell.values(line).sorted() == expected.sorted(), "\(line)")
        }
        #expect(try shell.values("sessions new --tag ") == ["$(touch${IFS}bad)", #"bu"g"#, "bug", "c++"])
        #expect(try shell.values("sessions list tag:bu") == [#"tag:bu"g"#, "tag:bug"])
        #expect(try shell.values("sessions list status:active,p") == ["status:active,paused"])
        #expect(try shell.values("sessions list --sort=t") == ["--sort=title", "--sort=tracked"])
        #expect(try shell.values("sessions show @") == ["@", "@-"])
        #expect(try shell.values("sessions attach @ inn") == ["inner/"])
        #expect(
            try shell.lines("sessions show ") == [
                "q58p\tNaïve: colon", "bkx9\tLine \\u{1b}[31m red",
                "ppjh\tFix $(touch bad) `touch bad` \"quo'te\" 50% {a} \\\\n",
            ])
        #expect(try shell.lines("sessions goa") == ["goal\tAdd, list and reach goals"])
        #expect(try shell.isUnharmed())
    }

    /// Lines that all shells complete alike.
    private static let common: [(String, [String])] = [
        ("sessions goa", ["goal"]),
        ("sessions res", ["restore"]),
        ("sessions goal ", ["add", "list", "done"]),
        ("sessions --color ", ["auto", "always", "never"]),
        ("sessions goal add --mil", ["--milestone"]),
        ("sessions --json goal --quiet add --mil", ["--milestone"]),
        ("sessions goal add @ x --plan 3 --req", ["--required"]),
        // The other name of start, and the letters of two options in one word.
        ("sessions resume --no", ["--note"]),
        ("sessions new -qt bug", ["bug-fix"]),
        ("sessions new -t bug", ["bug-fix"]),
        ("sessions new --plan 1h --project we", ["web.auth", "web.db"]),
        ("sessions show pp", ["ppjh"]),
        ("sessions show ppjhtd", ["ppjhtd"]),
        ("sessions archive q58p b", ["bkx9"]),
        ("sessions help tim", ["times"]),
        ("sessions completions ", ["bash", "zsh", "fish"]),
        ("sessions new -- --st", []),
        ("sessions pause --at ", []),
        // The folder that the line is about, however it is given.
        ("sessions -C inner show ", ["b984"]),
        ("sessions -C ~/inner show ", ["b984"]),
        ("sessions --workspace=inner show ", ["b984"]),
        ("sessions show -C inner ", ["b984"]),
    ]
}

/// A shell, a home and a workspace in a folder of their own.
private final class Shell {
    private let name: String
    private let options: [String]
    private let script: String
    private let folder: URL
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardized

    private let program: InstalledProgram
    private let sessions: InstalledProgram

    static func isThere(_ name: String) -> Bool { InstalledProgram(name) != nil }

    init(_ name: String, _ options: [String], script: String) throws {
        self.name = name
        program = try #require(InstalledProgram(name))
        sessions = try #require(InstalledProgram.sessions, "the program is not beside the tests")
        self.options = options
        self.script = script
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sessions-\(name)-\(UUID().uuidString)")
        let inner = folder.appendingPathComponent("inner")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        for words in [
            ["1", "init", "."],
            [
                "1", "new", #"Fix $(touch bad) `touch bad` "quo'te" 50% {a} \\n"#, "--tag", "c++", "--tag",
                "bug",
            ]
                + ["-p", "web.auth"],
            ["2", "new", "Line \u{1b}[31m red", "--tag", "$(touch${IFS}bad)", "-p", "notes"],
            ["3", "new", "Naïve: colon", "--tag", #"bu"g"#, "-p", "web.db"],
            ["4", "init", "inner"],
            ["4", "-C", "inner", "new", "Within"],
        ] {
            _ = try run(sessions, Array(words.dropFirst()), ["SESSIONS_ID_SEED": words[0]])
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// What the shell would insert for the end of a line.
    func values(_ line: String) throws -> [String] {
        try lines(line).map { String($0.prefix { $0 != "\t" }) }
    }

    /// The same, with what the shell shows for each.
    func lines(_ line: String, _ variables: [String: String] = [:]) throws -> [String] {
        let driver = Self.package.appendingPathComponent("Tests/Shells/complete.\(name)").path
        let script = Self.package.appendingPathComponent("completions/\(script)").path
        let text = try run(program, options + [driver, script, line], variables)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Whether nothing of the stored text was run: it would have made a file.
    func isUnharmed() throws -> Bool {
        try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.hasPrefix("bad") }
    }

    private func run(_ program: InstalledProgram, _ words: [String], _ variables: [String: String]) throws
        -> String
    {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let programs = URL(fileURLWithPath: sessions.path).deletingLastPathComponent().path
        let environment = [
            "PATH": programs + ":" + path, "HOME": folder.path, "XDG_CACHE_HOME": "/nonexistent",
            "LC_ALL": "C.UTF-8", "TERM": "xterm", "SESSIONS_WORKSPACE": "",
            "SESSIONS_USER": "ada@example.org", "SESSIONS_NOW": "2026-11-22T14:05:00Z",
        ]
        return try program.output(words, in: folder, environment.merging(variables) { $1 })
    }
}
