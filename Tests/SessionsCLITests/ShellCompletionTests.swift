import CommandKit
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
        #expect(try shell.values("sessions new --set sev") == ["compopt nospace", "severity="])
        #expect(try shell.values("sessions new --set severity=h") == ["high"])
        #expect(try shell.values("sessions show @") == ["", "-"])
        #expect(try shell.values("sessions show q58p ") == [])
        #expect(try shell.values("sessions import x --map ti") == ["compopt nospace", "title="])
        #expect(try shell.values(#"sessions list --format '{id}\t{tr"#) == [#"{id}\t{tracked}"#])
        #expect(try shell.values("sessions attach @ x") == ["compopt default"])
        #expect(try shell.values("sessions -C ") == ["compopt dirnames"])
        #expect(
            try shell.lines("sessions show ", completionType: "63") == [
                "q58p  (Naïve: colon)", #"bkx9  (Line \u{1b}[31m red)"#,
                #"ppjh  (Fix $(touch bad) `touch bad` "quo'te" 50% {a} \\n)"#,
            ])
        #expect(shell.isUnharmed())
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
        #expect(try shell.values("sessions import x --map ti") == ["title= (suffix '')"])
        #expect(try shell.values("sessions new --set sev") == ["severity= (suffix '')"])
        #expect(try shell.values("sessions new --set severity=h") == ["severity=high"])
        #expect(try shell.values("sessions show @") == ["@", "@-"])
        #expect(try shell.values("sessions attach @ inn") == ["inner"])
        #expect(
            try shell.lines("sessions show ") == [
                "q58p\tq58p  -- Naïve: colon", "bkx9\tbkx9  -- Line \\u{1b}[31m red",
                "ppjh\tppjh  -- Fix $(touch bad) `touch bad` \"quo'te\" 50% {a} \\\\n",
            ])
        #expect(try shell.lines("sessions goa") == ["goal\tgoal         -- Add, list and reach goals"])
        #expect(shell.isUnharmed())
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
        #expect(try shell.values("sessions import x --map ti") == ["title="])
        #expect(try shell.values("sessions show @") == ["@", "@-"])
        #expect(try shell.values("sessions attach @ inn") == ["inner/"])
        #expect(
            try shell.lines("sessions show ") == [
                "q58p\tNaïve: colon", "bkx9\tLine \\u{1b}[31m red",
                "ppjh\tFix $(touch bad) `touch bad` \"quo'te\" 50% {a} \\\\n",
            ])
        #expect(try shell.lines("sessions goa") == ["goal\tAdd, list and reach goals"])
        #expect(shell.isUnharmed())
    }

    /// Lines that all shells complete alike.
    private static let common: [(String, [String])] = [
        ("sessions goa", ["goal"]),
        ("sessions res", ["restore"]),
        ("sessions goal ", ["add", "list", "done", "check", "reopen", "edit", "remove"]),
        ("sessions --color ", ["auto", "always", "never"]),
        ("sessions goal add --mil", ["--milestone"]),
        ("sessions --json goal --quiet add --mil", ["--milestone"]),
        ("sessions goal add @ x --plan 3 --req", ["--required"]),
        // The other name of start, and the letters of two options in one word.
        ("sessions resume --not", ["--note"]),
        ("sessions new -qt bug", ["bug-fix"]),
        ("sessions new -t bug", ["bug-fix"]),
        ("sessions new -t hot", ["hotfix"]),
        ("sessions template show hot", ["hotfix"]),
        ("sessions new --plan 1h --project we", ["web.auth", "web.db"]),
        ("sessions show pp", ["ppjh"]),
        ("sessions show ppjhtd", ["ppjhtd"]),
        ("sessions archive q58p b", ["bkx9"]),
        ("sessions help time", ["time", "times"]),
        ("sessions completions ", ["bash", "zsh", "fish"]),
        ("sessions new -- --st", []),
        ("sessions pause --at ", []),
        // Lists with commas, and what stands before an '='.
        ("sessions list --fields tr", ["tracked"]),
        ("sessions list --fields title,tr", ["title,tracked"]),
        ("sessions list --format '{tr", ["{tracked}"]),
        ("sessions list --format '{id} {tr", ["{id} {tracked}"]),
        ("sessions list --format '{id}", []),
        // The value in the word of its letter, and of another one before it.
        ("sessions new -pweb.a", ["-pweb.auth"]),
        ("sessions new -qtbug", ["-qtbug-fix"]),
        // The folder that the line is about, however it is given.
        ("sessions -C inner show ", ["b984"]),
        ("sessions -C ~/inner show ", ["b984"]),
        ("sessions --workspace=inner show ", ["b984"]),
        ("sessions show -C inner ", ["b984"]),
    ]
}

/// A shell in a folder with a workspace.
private struct Shell {
    private let name: String
    private let words: [String]
    private let program: Program

    static func isThere(_ name: String) -> Bool { ChildProcess.path(of: name) != nil }

    init(_ name: String, _ options: [String], script: String) throws {
        self.name = name
        words =
            options
            + ["Tests/Shells/complete.\(name)", "completions/\(script)"].map { "\(PackageFiles.root)/\($0)" }
        program = try Program()
        program.set("SESSIONS_NOW", "2026-11-22T14:05:00Z")
        program.set("TERM", "xterm")
        try program.folder.makeFolder("home/work/inner")
        try program.folder.link("home/inner", to: "work/inner")
        try program.output("init")
        try program.output("init", "inner")
        let severity = "severity:choice:high,low"
        try program.output("template", "new", "hotfix", "--field", severity, "--field", "ticket")
        for (seed, words) in [
            (
                "1",
                [
                    "new", #"Fix $(touch bad) `touch bad` "quo'te" 50% {a} \\n"#, "-p", "web.auth", "--tag",
                    "c++",
                ]
            ),
            ("2", ["new", "Line \u{1b}[31m red", "-p", "notes", "--tag", "$(touch${IFS}bad)"]),
            ("3", ["new", "Naïve: colon", "-p", "web.db", "--tag", #"bu"g"#, "--tag", "bug"]),
            ("4", ["-C", "inner", "new", "Within"]),
        ] {
            program.set("SESSIONS_ID_SEED", seed)
            #expect(try program.run(words).status == 0)
        }
    }

    /// What the shell would insert for the end of a line.
    func values(_ line: String) throws -> [String] {
        try lines(line).map { String($0.prefix { $0 != "\t" }) }
    }

    /// The same, with what the shell shows for each.
    func lines(_ line: String, completionType: String? = nil) throws -> [String] {
        program.set("COMP_TYPE", completionType)
        let outcome = try ChildProcess.run(
            name, words + [line], in: program.work, variables: program.variables)
        return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
            String.init)
    }

    /// Whether nothing of the stored text was run: it would have made a file.
    func isUnharmed() -> Bool { !PackageFiles.exists(program.work + "/bad") }
}
