import Testing

@testable import CommandKit

@Suite struct ParsingTests {
    @Test(arguments: [
        ("", []),
        ("a b", ["a", "b"]),
        ("a --all b", ["a", "b"]),
        ("-- --all -n", ["--all", "-n"]),
        ("a -- -- b", ["a", "--", "b"]),
        ("-", ["-"]),
        ("-15m -2 -0x", ["-15m", "-2", "-0x"]),
        ("''", [""]),
        ("-a -- -h", ["-h"]),
    ])
    func argumentsAreWhatIsNoOption(line: String, query: [String]) throws {
        #expect(try parse(ListCommand.self, line).query == query)
    }

    @Test(arguments: [
        ("--limit 7", 7), ("--limit=7", 7), ("-n 7", 7), ("-n7", 7), ("-an7", 7), ("-an 7", 7), ("-n -7", -7),
        ("-n-7", -7), ("-n 1 -n 2 --limit=3", 3), ("x -n 4 y", 4), ("", 50),
    ])
    func optionsTakeOneValueAndTheLastOneHolds(line: String, limit: Int) throws {
        #expect(try parse(ListCommand.self, line).limit == limit)
    }

    @Test(arguments: [
        ("-p --", "--"), ("-p --all", "--all"), ("--project -h", "-h"), ("--project=", ""), ("-p ''", ""),
        ("--project=a=b", "a=b"), ("-p=a", "=a"), ("-p -", "-"), ("--project -15m", "-15m"),
    ])
    func anOptionTakesTheNextWordWhateverItLooksLike(line: String, project: String) throws {
        let command = try parse(ListCommand.self, line)
        #expect(command.project == project)
        #expect(!command.all)
        #expect(command.query.isEmpty)
    }

    @Test func repeatedOptionsAppend() throws {
        #expect(try parse(ListCommand.self, "-t a --tag=b x -atc").tags == ["a", "b", "c"])
    }

    @Test func bundlesAndGroupsOfOptions() throws {
        let command = try parse(ListCommand.self, "-aqt x --json --sort title")
        #expect(command.all)
        #expect(command.change == ChangeOptions(json: true, quiet: true))
        #expect(command.tags == ["x"])
        #expect(command.sort == .title)
    }

    @Test func valuesNotGivenKeepTheirDefaults() throws {
        let command = try parse(ListCommand.self, "")
        #expect(command.sort == .created)
        #expect(command.project == nil)
        #expect(!command.all)
    }

    @Test func requiredOptionalAndMissingArguments() throws {
        let one = try parse(PauseCommand.self, "k7 --at -15m")
        #expect(one.id == "k7")
        #expect(one.reason == nil)
        #expect(one.at.text == "-15m")
        #expect(try parse(PauseCommand.self, "k7 lunch").reason == "lunch")
        #expect(try parse(GoalAddCommand.self, "k7 a b").title == ["a", "b"])
    }

    @Test func givenValuesReplaceADefaultList() throws {
        struct Defaults: ArgumentDeclaring {
            var keys = ["id", "title"]
            mutating func declare(_ arguments: inout Arguments) {
                arguments.option("-k <key>", &keys, "Keys")
            }
        }
        var kept = Defaults()
        #expect(CommandParser.fill(&kept, from: []) == nil)
        #expect(kept.keys == ["id", "title"])
        #expect(CommandParser.fill(&kept, from: ["-ka", "-kb"]) == nil)
        #expect(kept.keys == ["a", "b"])
    }

    @Test(
        arguments: [
            ("--srot title", "unknown option '--srot'", "did you mean '--sort'?"),
            ("--srot=title", "unknown option '--srot'", "did you mean '--sort'?"),
            ("--proj x", "unknown option '--proj'", "did you mean '--project'?"),
            ("--xyzzy", "unknown option '--xyzzy'", nil),
            ("-z", "unknown option '-z'", nil),
            ("-az", "unknown option '-z' in '-az'", nil),
            ("-json", "unknown option '-j' in '-json'", "did you mean '--json'?"),
            ("-é", "unknown option '-é'", nil),
            ("---", "unknown option '---'", nil),
            ("--=x", "unknown option '--'", nil),
            ("--limit", "option '--limit' needs a value", nil),
            ("-an", "option '-n' needs a value", nil),
            ("--all=yes", "option '--all' takes no value", nil),
            ("-a=yes", "option '-a' takes no value", nil),
            ("--help=list", "option '--help' takes no value", nil),
            ("-n ten", "'ten' is not a whole number for '-n'", nil),
            ("--limit=", "'' is not a whole number for '--limit'", nil),
            ("-n ten -n 5", "'ten' is not a whole number for '-n'", nil),
            (
                "--sort titel", "'titel' is not a choice for '--sort' (expected title, created or updated)",
                "did you mean 'title'?"
            ),
            ("--sort x", "'x' is not a choice for '--sort' (expected title, created or updated)", nil),
            // The first mistake on the line is the one named, in whatever order things are declared.
            ("-n ten --sort x", "'ten' is not a whole number for '-n'", nil),
            (
                "--sort x --bogus", "'x' is not a choice for '--sort' (expected title, created or updated)",
                nil
            ),
            ("--bogus --sort x", "unknown option '--bogus'", nil),
        ] as [(String, String, String?)])
    func mistakesAreNamed(line: String, message: String, hint: String?) {
        let error = usageError { () throws(UsageError) in _ = try parse(ListCommand.self, line) }
        #expect(error == UsageError(message, hint: hint, command: "jobs list"))
    }

    @Test(
        arguments: [
            ("", "missing argument <id>", "it goes like 'jobs pause <id> [<reason>]'"),
            ("k7 lunch x", "unexpected argument 'x'", nil),
            ("k7 lunch x --bogus", "unexpected argument 'x'", nil),
            ("k7 lunch --bogus x", "unknown option '--bogus'", nil),
            ("--at banana", "'banana' is not a time for '--at' (expected now or -15m)", "try 'now'"),
        ] as [(String, String, String?)])
    func wrongArgumentsAreNamed(line: String, message: String, hint: String?) {
        let error = usageError { () throws(UsageError) in _ = try parse(PauseCommand.self, line) }
        #expect(error == UsageError(message, hint: hint, command: "jobs pause"))
    }

    @Test func mistakesInArgumentsNameTheArgument() {
        let bad = usageError { () throws(UsageError) in _ = try parse(CommentEditCommand.self, "first") }
        #expect(bad?.message == "'first' is not a whole number for <comment>")
        let missing = usageError { () throws(UsageError) in _ = try parse(GoalAddCommand.self, "k7") }
        #expect(missing?.message == "missing argument <title>…")
    }

    @Test func aMissingChoiceListsThem() {
        struct Shells: Command {
            static let info = CommandInfo("shells", "Name a shell")
            var order = Order.title
            mutating func declare(_ arguments: inout Arguments) {
                arguments.argument("<order>", &order, "Which")
            }
            func run(in context: Output) {}
        }
        let error = usageError { () throws(UsageError) in _ = try parse(Shells.self, "") }
        #expect(error?.message == "missing argument <order>")
        #expect(error?.hint == "one of title, created or updated")
    }

    @Test(arguments: [
        "-h", "--bogus -h", "a b c d -h e", "--help --sort x", "--sort -x --bogus=1 -h", "-zq -h", "-z -hz",
    ])
    func helpIsSeenOnAWrongLine(line: String) {
        var globals = Globals()
        let error = usageError { () throws(UsageError) in
            _ = try CommandParser.parse(
                PauseCommand.self, words(line), path: ["jobs", "pause"], globals: &globals)
        }
        #expect(error != nil)
        #expect(globals.help)
    }

    @Test func aLetterAfterAnUnknownOneMayBeItsValue() {
        var globals = Globals()
        _ = CommandParser.fill(&globals, from: ["-path"])
        #expect(!globals.help)
    }

    @Test(arguments: [
        ("-n, --limit <number>", "-n", true), ("-n, --limit <number>", "--limit", true),
        ("--all", "--all", true),
        ("-n, --limit <number>", "--lim", false), ("-n, --limit <number>", "--limits", false),
        ("-n, --limit <number>", "--", false), ("-n, --limit <number>", "-n, --limit", false),
        ("-n, --limit <number>", "--limit <number>", false), ("--set <-x>", "-x", false),
        ("<id>", "<id>", false),
        ("-a", "-", false), ("-a", "-ab", false), ("-n, --nn", "-nn", false),
    ])
    func spellingsAreComparedWhole(spelling: String, name: String, isName: Bool) {
        #expect(Spelling(spelling).contains(name[...]) == isName)
    }

    @Test func helpAfterTheEndOfOptionsIsAnArgument() throws {
        var globals = Globals()
        let command = try CommandParser.parse(
            ListCommand.self, ["--", "-h"], path: ["jobs"], globals: &globals)
        #expect(!globals.help)
        #expect(command.query == ["-h"])
    }
}
