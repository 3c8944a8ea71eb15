import Testing

@testable import CommandKit

@Suite struct CommandTableTests {
    @Test(
        arguments: [
            ("list a b", #"list ["a", "b"]"#, "jobs list"),
            ("ls a", #"list ["a"]"#, "jobs list"),
            ("-C dir list a", #"list ["a"]"#, "jobs list"),
            ("pause k7", "pause k7", "jobs pause"),
            ("goal add k7 win", #"goal add k7 ["win"]"#, "jobs goal add"),
            ("goal list", "goal list", "jobs goal list"),
            ("goal -C dir --count=2 list", "goal list", "jobs goal list"),
            ("comment", "comment @", "jobs comment"),
            ("comment k7", "comment k7", "jobs comment"),
            ("comment -m edit k7", "comment k7", "jobs comment"),
            ("comment edit 3", "comment edit 3", "jobs comment edit"),
            ("comment --count 2 edit 3", "comment edit 3", "jobs comment edit"),
            ("comment -- edit", "comment edit", "jobs comment"),
            ("comment -m x edit", "comment edit", "jobs comment"),
        ])
    func wordsSelectACommand(line: String, result: String, path: String) throws {
        let found = try call(words(line))
        #expect(try output(of: found.command) == result)
        #expect(found.path.joined(separator: " ") == path)
    }

    @Test(
        arguments: [
            ("", "missing command", nil, "jobs"),
            ("lst", "unknown command 'lst'", "did you mean 'list'?", "jobs"),
            ("com", "unknown command 'com'", "did you mean 'comment'?", "jobs"),
            ("frobnicate", "unknown command 'frobnicate'", nil, "jobs"),
            ("-", "unknown command '-'", nil, "jobs"),
            ("''", "unknown command ''", nil, "jobs"),
            ("goal", "missing command after 'goal'", "one of add or list", "jobs goal"),
            ("goal ad k7", "unknown command 'goal ad'", "did you mean 'goal add'?", "jobs goal"),
            ("goal frobnicate", "unknown command 'goal frobnicate'", "one of add or list", "jobs goal"),
            ("goal --cuont 3 add", "unknown option '--cuont'", "did you mean '--count'?", "jobs goal"),
            ("--bogus list", "unknown option '--bogus'", nil, "jobs"),
            ("--count x list", "'x' is not a whole number for '--count'", nil, "jobs list"),
            ("--count x lst", "'x' is not a whole number for '--count'", nil, "jobs"),
            ("-- list", "unknown option '--'", nil, "jobs"),
            ("-C", "option '-C' needs a value", nil, "jobs"),
            ("comment k7 edit 3", "unexpected argument 'edit'", nil, "jobs comment"),
        ] as [(String, String, String?, String)])
    func nothingToRunIsExplained(line: String, message: String, hint: String?, command: String) {
        let error = usageError { () throws(UsageError) in _ = try call(words(line)) }
        #expect(error == UsageError(message, hint: hint, command: command))
    }

    @Test(arguments: [
        "-C dir --set a=1 --set b=2 list", "-C dir --set a=1 list --set b=2",
        "-Cdir list x --set a=1 --set=b=2",
        "--set a=1 goal -C dir --set b=2 list", "--set a=1 comment --set b=2 edit -C dir 3",
    ])
    func globalOptionsStandAnywhere(line: String) throws {
        let globals = try call(words(line)).globals
        #expect(globals == Globals(folder: "dir", settings: ["a=1", "b=2"]))
    }

    @Test(arguments: [
        ("-h", ""), ("--bogus -h", ""), ("goal -h", "goal"), ("-h goal", "goal"), ("goal --bogus -h", "goal"),
        ("goal --bogus list -h", "goal"), ("-h lst", ""), ("-C dir -h goal", "goal"),
    ])
    func helpIsSeenWithoutACommand(line: String, entry: String) {
        var globals = Globals()
        let resolution = jobs.resolve(words(line), globals: &globals)
        #expect(globals.help)
        #expect(resolution.path == ["jobs"] + words(entry))
        #expect(throws: UsageError.self) { try resolution.command() }
    }

    @Test func anUnknownWordIsLeftToTheProgram() {
        var globals = Globals()
        let resolution = jobs.resolve(words("-C dir foo --bar -h x"), globals: &globals)
        #expect(resolution.unknown == "foo")
        #expect(Array(resolution.leading) == ["-C", "dir"])
        #expect(Array(resolution.rest) == ["--bar", "-h", "x"])
        #expect(globals == Globals(folder: "dir"))
        #expect(resolution.path == ["jobs"])
    }

    @Test func findFollowsNamesAndAliases() throws {
        #expect(try jobs.find(["goal", "add"])?.path == ["jobs", "goal", "add"])
        #expect(try jobs.find(["ls"])?.path == ["jobs", "list"])
        #expect(try jobs.find(["goal"])?.path == ["jobs", "goal"])
        #expect(try jobs.find([]) == nil)
        let error = usageError { () throws(UsageError) in _ = try jobs.find(["goal", "lits"]) }
        #expect(
            error
                == UsageError(
                    "unknown command 'goal lits'", hint: "did you mean 'goal list'?", command: "jobs goal"))
    }

    @Test func aCommandRunsInItsOwnContextOnly() throws {
        #expect(try output(of: GoalListCommand()) == "goal list")
        #expect(try (GoalListCommand() as any Command).run(given: "something else") == false)
    }

    /// A command that must not be looked at while another is dispatched.
    struct Untouchable: JobCommand {
        static var info: CommandInfo {
            Issue.record("the information of another command was read")
            return CommandInfo("untouchable", "Fail")
        }
        init() { Issue.record("another command was made") }
        mutating func declare(_ arguments: inout Arguments) { Issue.record("another command was declared") }
        func run(in output: Output) {}
    }

    @Test func dispatchTouchesNoOtherCommand() throws {
        let table = CommandTable(
            "jobs",
            [
                CommandSection(
                    "All", [CommandEntry("no", Untouchable.self), CommandEntry("list", ListCommand.self)])
            ])
        var globals = Globals()
        let resolution = table.resolve(["-C", "x", "list", "a"], globals: &globals)
        let command = try CommandParser.parse(
            resolution.command(), resolution.words, path: resolution.path, globals: &globals)
        #expect(try output(of: command) == #"list ["a"]"#)
    }

    @Test("An unlisted command runs, and nothing names it")
    func unlisted() throws {
        let table = CommandTable("jobs", jobs.sections, unlisted: [CommandEntry("__list", ListCommand.self)])
        var globals = Globals()
        let resolution = table.resolve(["-C", "x", "__list", "word"], globals: &globals)
        #expect(try resolution.command() == ListCommand.self)
        #expect(resolution.words == ["-C", "x", "word"])
        #expect(table.listings == jobs.listings)
        #expect(table.pages(globals: Globals()) == jobs.pages(globals: Globals()))
        let error = usageError { () throws(UsageError) in
            _ = try table.resolve(["__lst"], globals: &globals).command()
        }
        #expect(error?.hint?.contains("__") != true)
    }
}
