import Testing

@testable import SessionsCLI

@Suite("Programs that become commands")
struct ForeignCommandTests {
    private static let script = """
        #!/bin/sh
        pwd; echo "workspace=$SESSIONS_WORKSPACE"; for word; do echo "<$word>"; done; cat; exit 7
        """

    private func program(with names: String..., in folder: String = "bin") throws -> Program {
        let program = try Program()
        for name in names {
            try program.folder.makeFolder(folder)
            try program.folder.write(Self.script, to: "\(folder)/\(name)")
            // A copy: what was written here may still be open in a process that another test has just begun.
            let path = program.folder.path(of: "\(folder)/\(name)")
            let outcome = try program.shell("cp '\(path)' new && chmod +x new && mv new '\(path)'")
            #expect(outcome.status == 0)
        }
        return program
    }

    @Test("The words behind it, standard input and the exit status are its own")
    func words() throws {
        let program = try program(with: "sessions-try-it")
        let words = ["two words", "--json", "-h", "--", "-x", "*", ""]
        let outcome = try program.run(["try-it"] + words, input: "typed\n")
        #expect(outcome.status == 7)
        #expect(outcome.error == "")
        let lines = [program.work, "workspace="] + words.map { "<\($0)>" } + ["typed", ""]
        #expect(outcome.output == lines.joined(separator: "\n"))
    }

    @Test("-C and --workspace are handed on; other options before it are refused")
    func options() throws {
        let program = try program(with: "sessions-foo")
        let outcome = try program.run("-C", "..", "--workspace", "work/there", "foo", "a")
        let home = program.folder.path(of: "home")
        #expect(outcome.output == "\(home)\nworkspace=\(home)/work/there\n<a>\n")
        for option in ["--json", "-q", "--no-pager", "--help", "--color=never"] {
            let outcome = try program.run(option, "foo")
            #expect(outcome.status == ExitCode.usage.rawValue && outcome.output == "", "\(option)")
        }
        #expect(try program.run("-C", "/missing", "foo").status == ExitCode.failed.rawValue)
    }

    @Test(
        "What lies where a person stands is not run",
        arguments: ["", ".", ":.:", "./", "bin", "../work", "work:.:/usr/bin", "./bin:"])
    func currentFolder(path: String) throws {
        let program = try program(with: "sessions-here", in: "home/work")
        let there = try self.program(with: "sessions-here", in: "home/work/bin")
        for program in [program, there] {
            let real = program.folder.path(of: "bin/sessions")
            let outcome = try program.shell("PATH='\(path)' '\(real)' here")
            #expect(outcome.status == ExitCode.usage.rawValue)
            #expect(outcome.error.contains("unknown command 'here'"))
        }
    }

    @Test("A command is never shadowed, and a word with a slash is none")
    func shadows() throws {
        let program = try program(
            with: "sessions-list", "sessions-resume", "sessions-__complete", "sessions-goal", "sessions-foo")
        try program.output("new", "One")
        #expect(try program.output("list", "--format", "{title}") == "One\n")
        #expect(try program.run("resume").status == 0)
        #expect(try program.run("goal").status == ExitCode.usage.rawValue)
        #expect(try program.run("goal", "foo").status == ExitCode.usage.rawValue)
        #expect(try program.run("../bin/sessions-foo").status == ExitCode.usage.rawValue)
        #expect(try program.run("/foo").status == ExitCode.usage.rawValue)
        #expect(try program.run("").status == ExitCode.usage.rawValue)
    }

    @Test("An alias goes before it, and can lead to it")
    func aliases() throws {
        let program = try program(with: "sessions-foo", "sessions-bar")
        try program.output("config", "alias.foo", "version")
        #expect(try program.output("foo").hasPrefix("sessions "))
        try program.output("config", "alias.baz", "bar 'a b'")
        #expect(try program.run("baz", "c").output.hasSuffix("<a b>\n<c>\n"))
        #expect(try program.output("help", "bar").contains("/bin/sessions-bar'"))
        #expect(try program.run("help", "nosuch").status == ExitCode.usage.rawValue)
    }

    @Test("One that cannot be started says so")
    func broken() throws {
        let program = try Program()
        try program.folder.write("no program", to: "bin/sessions-text")
        #expect(try program.run("text").error.contains("unknown command 'text'"))
        #expect(
            try program.shell("chmod +x ../../bin/sessions-text; mkdir ../../bin/sessions-folder").status == 0
        )
        let outcome = try program.run("text")
        #expect(outcome.status == ExitCode.failed.rawValue)
        #expect(outcome.error.contains("cannot start '"))
        #expect(try program.run("folder").error.contains("unknown command 'folder'"))
    }

    @Test("It hears of a reader who went away")
    func signals() throws {
        let program = try Program()
        let script = "#!/bin/sh\ntrap '' TERM; yes; echo \"ended $?\" >&2\n"
        try program.folder.write(script, to: "bin/sessions-endless")
        let outcome = try program.shell("chmod +x ../../bin/sessions-endless; sessions endless | head -1")
        #expect(outcome.output == "y\n")
        #expect(outcome.error.contains("ended 141"))
    }
}
