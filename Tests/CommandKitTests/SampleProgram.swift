@testable import CommandKit

// An invented program, `jobs`, that uses every kind of argument.

protocol JobCommand: Command where Context == Output {}

/// Where commands write.
final class Output {
    var text = ""
}

enum Order: String, CaseIterable, ArgumentValue {
    case title, created, updated
}

/// A value type with an error of its own.
struct Clock: ArgumentValue, Equatable {
    var text: String

    init(argument: String) throws(ArgumentProblem) {
        guard argument.hasPrefix("-") || argument == "now" else {
            throw ArgumentProblem(not: "a time", expected: "now or -15m", hint: "try 'now'")
        }
        text = argument
    }
    var argumentText: String { text }

    private init() { text = "now" }
    static let now = Clock()
}

struct Globals: ArgumentDeclaring, Equatable {
    var help = false
    var folder: String?
    var settings: [String] = []
    var count = 1

    mutating func declare(_ arguments: inout Arguments) {
        arguments.flag("-h, --help", &help, "Show help")
        arguments.option("-C <dir>", &folder, "Run as if started there", completion: .folder)
        arguments.option("--set <name>=<value>", &settings, "Use this setting")
        arguments.option("--count <number>", &count, "How often")
    }
}

struct ChangeOptions: ArgumentDeclaring, Equatable {
    var json = false
    var quiet = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.heading("Change options")
        arguments.flag("--json", &json, "Print the jobs as JSON")
        arguments.flag("-q, --quiet", &quiet, "Print ids only")
    }
}

struct ListCommand: JobCommand {
    static let info = CommandInfo(
        "list", "List jobs",
        discussion: "Shows the newest jobs\nfirst.\n\n    kept   as it is\n\nA second paragraph.",
        examples: [
            Example("jobs list --sort title | head -2", "the first two by title"),
            Example("JOBS_DIR=/tmp jobs list 'two words' -n5", "five that match"),
        ], aliases: ["ls"])
    var query: [String] = []
    var sort = Order.created
    var limit = 50
    var project: String?
    var tags: [String] = []
    var all = false
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<word>…", &query, "Words to look for")
        arguments.option("--sort <key>", &sort, "Order of the rows")
        arguments.option("-n, --limit <number>", &limit, "At most so many, 0 for all")
        arguments.option(
            "-p, --project <name>", &project, "Only this project", completion: .dynamic("project"))
        arguments.option("-t, --tag <tag>", &tags, "Only with all of these tags")
        arguments.flag("-a, --all", &all, "Archived ones too")
        change.declare(&arguments)
    }

    func run(in output: Output) { output.text = "list \(query)" }
}

struct PauseCommand: JobCommand {
    static let info = CommandInfo("pause", "Stop the clock of a job")
    var id = ""
    var reason: String?
    var at = Clock.now

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<id>", &id, "The job")
        arguments.argument("<reason>", &reason, "Why")
        arguments.option("--at <time>", &at, "When it stopped")
    }

    func run(in output: Output) { output.text = "pause \(id)" }
}

struct CommentCommand: JobCommand {
    static let info = CommandInfo("comment", "Comment on a job")
    var id: String?
    var message: String?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<id>", &id, "The job")
        arguments.option("-m, --message <text>", &message, "The text")
    }

    func run(in output: Output) { output.text = "comment \(id ?? "@")" }
}

struct CommentEditCommand: JobCommand {
    static let info = CommandInfo("edit", "Change a comment")
    var comment = 0

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<comment>", &comment, "Number of the comment")
    }

    func run(in output: Output) { output.text = "comment edit \(comment)" }
}

struct GoalAddCommand: JobCommand {
    static let info = CommandInfo(
        "add", "Add a goal", examples: [Example(#"jobs goal add k7 "pass the tests""#, "with a title")])
    var id = ""
    var title: [String] = []

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<id>", &id, "The job")
        arguments.argument("<title>…", &title, "What is to be reached", required: true)
    }

    func run(in output: Output) { output.text = "goal add \(id) \(title)" }
}

struct GoalListCommand: JobCommand {
    static let info = CommandInfo("list", "List the goals of a job")
    mutating func declare(_ arguments: inout Arguments) {}
    func run(in output: Output) { output.text = "goal list" }
}

let jobs = CommandTable(
    "jobs",
    [
        CommandSection(
            "Look",
            [
                CommandEntry("list", ListCommand.self)
            ]),
        CommandSection(
            "Work",
            [
                CommandEntry("pause", PauseCommand.self),
                CommandEntry(
                    "comment", CommentCommand.self,
                    subcommands: [CommandEntry("edit", CommentEditCommand.self)]),
                CommandEntry(
                    "goal", "What a job is to reach",
                    subcommands: [
                        CommandEntry("add", GoalAddCommand.self), CommandEntry("list", GoalListCommand.self),
                    ]),
            ]),
    ])

/// What a program's main does, but for printing.
func call(_ words: [String]) throws(UsageError) -> (command: any Command, globals: Globals, path: [String]) {
    var globals = Globals()
    let resolution = jobs.resolve(words, globals: &globals)
    let command = try CommandParser.parse(
        resolution.command(), resolution.words, path: resolution.path, globals: &globals)
    return (command, globals, resolution.path)
}

/// What a command writes when it is run.
func output(of command: any Command) throws -> String? {
    let output = Output()
    return try command.run(given: output) ? output.text : nil
}

/// Words at the spaces; `''` is an empty one.
func words(_ line: String) -> [String] {
    line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
}

func parse<C: Command>(_ type: C.Type, _ line: String) throws(UsageError) -> C {
    var globals = Globals()
    return try CommandParser.parse(type, words(line), path: ["jobs", C.info.name], globals: &globals)
}

func usageError(_ body: () throws(UsageError) -> Void) -> UsageError? {
    do throws(UsageError) {
        try body()
        return nil
    } catch {
        return error
    }
}
