import CommandKit
import SessionsCore

/// `sessions time edit`: change a stretch of tracked time.
struct TimeEditCommand: SessionsCommand {
    static let info = CommandInfo(
        "edit", "Change tracked time",
        discussion: """
            A time of day is one of the day on which the stretch began, and at the end the first one after the \
            beginning. A clock that runs stops where it is given an end.
            """,
        examples: [
            Example("sessions time edit @ 1 --end 17:30", "it ran on after you went home"),
            Example("sessions time edit @ 1 --start 9:00 --note 'review'", "it began earlier"),
            Example("sessions time edit @ 1 --for 45m", "how long it was"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var interval = ""
    var changes = IntervalChanges()
    var amount: AmountText?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<interval>", &interval, "The stretch, by its number as listed or its id")
        arguments.option("--start, --from <time>", &changes.start, "When it began")
        arguments.option("--end, --to <time>", &changes.end, "When it ended")
        arguments.option(
            "--for <amount>", &amount,
            "How long it was: moves the end, or the beginning where only the end is given")
        arguments.option("--on <day>", &changes.day, "The day it was on")
        arguments.option(
            "--note <text>", &changes.note, "What it was spent on; an empty text takes the note away")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        var changes = changes
        changes.amount = try amount.map(context.amount)
        guard changes.saysAnything else {
            throw UsageError(
                "nothing to change", hint: "say what with --start, --end, --for, --on or --note",
                command: "sessions time edit")
        }
        guard changes.start == nil || changes.end == nil || changes.amount == nil else {
            throw UsageError(
                "--start, --end and --for are one too many", hint: "give two of them",
                command: "sessions time edit")
        }
        try context.changeTime(session, change, done: "Time changed in") { session, engine in
            try engine.change(ElementReference(interval), in: &session, changes)
        }
    }
}
