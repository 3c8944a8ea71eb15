import Testing

@testable import CommandKit

@Suite struct LintTests {
    @Test func theSampleProgramIsClean() {
        #expect(jobs.lint(globals: Globals(), context: Output.self) == [])
    }

    struct Broken: JobCommand {
        static let info = CommandInfo(
            "brokn", "break things.",
            examples: [
                Example("jobs broken --bogus a b", "an unknown option"),
                Example("jobs broken 'a b", "an open quote"),
                Example("echo | wc", "another program"),
                Example("jobs goal", "half a command"),
                Example("jobs list", ""),
                Example("echo a | jobs lst", "a wrong command after a pipe"),
            ], aliases: ["list"])
        var flag = false
        var text = ""
        var texts: [String] = []
        var perhaps: String?

        mutating func declare(_ arguments: inout Arguments) {
            arguments.flag("-h, --hold", &flag, "Hold it")
            arguments.flag("--dry <run>", &flag, "Do nothing")
            arguments.flag("--hold", &flag, "")
            arguments.option("--text", &text, "A text")
            arguments.option("--value VALUE", &text, "A value")
            arguments.option("text <text>", &text, "A text")
            arguments.option("-5 <five>", &text, "Five")
            arguments.option("-t --tag <tag>", &text, "lower case.")
            arguments.option("---tags <tag>", &text, "Tags")
            arguments.argument("<perhaps>", &perhaps, "Perhaps")
            arguments.argument("id", &text, "An id")
            arguments.argument("<texts>", &texts, "Many")
            arguments.argument("<text>", &text, "One more")
        }
        func run(in output: Output) {}
    }

    @Test func plantedMistakesAreFound() {
        let table = CommandTable(
            "jobs",
            [
                CommandSection(
                    "All",
                    [
                        CommandEntry("broken", Broken.self), CommandEntry("list", ListCommand.self),
                        CommandEntry("Goal", "", subcommands: [CommandEntry("list", GoalListCommand.self)]),
                    ])
            ])
        #expect(
            table.lint(globals: Globals(), context: Output.self) == [
                "jobs: two commands are called 'list'",
                "jobs: 'Goal' is not a name of lower-case letters, digits and hyphens",
                "jobs broken: calls itself 'brokn'",
                "jobs broken: summary does not start with a capital",
                "jobs broken: summary ends with a full stop",
                "jobs broken: help of '--hold' is missing",
                "jobs broken: help of '-t --tag <tag>' does not start with a capital",
                "jobs broken: help of '-t --tag <tag>' ends with a full stop",
                "jobs broken: flag '--dry <run>' cannot have a value",
                "jobs broken: option '--text' does not show its value",
                "jobs broken: the value in '--value VALUE' is not in angle brackets",
                "jobs broken: 'text <text>' is not spelled like '-n, --name <value>'",
                "jobs broken: '-5 <five>' is not spelled like '-n, --name <value>'",
                "jobs broken: '-t --tag <tag>' is not spelled like '-n, --name <value>'",
                "jobs broken: '---tags <tag>' is not spelled like '-n, --name <value>'",
                "jobs broken: argument 'id' is not spelled like '<name>', or '<name>…' for any number",
                "jobs broken: required argument 'id' follows '<perhaps>', which is not",
                "jobs broken: argument '<texts>' is not spelled like '<name>', or '<name>…' for any number",
                "jobs broken: argument '<text>' can never be given after '<texts>'",
                "jobs broken: '-h' is declared twice",
                "jobs broken: '--hold' is declared twice",
                "jobs broken: example 'jobs broken --bogus a b': unknown option '--bogus'",
                "jobs broken: example 'jobs broken 'a b' has an open quote",
                "jobs broken: example 'echo | wc' does not run jobs",
                "jobs broken: example 'jobs goal': unknown command 'goal'",
                "jobs broken: example 'jobs list' has no explanation",
                "jobs broken: example 'echo a | jobs lst': unknown command 'lst'",
                "jobs Goal: summary is missing",
            ])
    }

    @Test func globalOptionsAreChecked() {
        struct Twice: ArgumentDeclaring {
            var help = false
            mutating func declare(_ arguments: inout Arguments) {
                arguments.flag("-h, --help", &help, "Show help")
                arguments.flag("-h, --host", &help, "Show the host.")
            }
        }
        #expect(
            CommandTable("jobs", []).lint(globals: Twice(), context: Output.self) == [
                "global options: help of '-h, --host' ends with a full stop",
                "global options: '-h' is declared twice",
            ])
    }

    @Test(
        arguments: [
            ("a b  c", [["a", "b", "c"]]),
            ("A=1 B_2= a C=3", [["a", "C=3"]]),
            ("a 'b c' \"d 'e'\" f\\ g", [["a", "b c", "d 'e'", "f g"]]),
            (#"a "x\"y\\z\n" '\'"#, [["a", #"x"y\z\n"#, #"\"#]]),
            ("a '' b", [["a", "", "b"]]),
            ("a|b | c 'd|e'", [["a"], ["b"], ["c", "d|e"]]),
            ("a && b; c > d", [["a"], ["b"], ["c"], ["d"]]),
            ("a --x='y z'", [["a", "--x=y z"]]),
            ("", []), (" | ", []),
            ("a 'b", nil), ("a \"b", nil), ("a \\", nil),
        ] as [(String, [[String]]?)])
    func shellLines(line: String, commands: [[String]]?) {
        #expect(ShellLine(line)?.commands == commands)
    }
}
