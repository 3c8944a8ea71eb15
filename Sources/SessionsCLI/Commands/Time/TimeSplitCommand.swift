import CommandKit
import SessionsCore

/// `sessions time split`: cut a stretch of tracked time in two.
struct TimeSplitCommand: SessionsCommand {
    static let info = CommandInfo(
        "split", "Cut a stretch of tracked time in two",
        discussion: """
            Both parts keep the note. With --until, what lies between is taken out: a break in which the clock \
            ran on. A time of day is the first one after the stretch began.
            """,
        examples: [
            Example("sessions time split @ 1 --at 11:00", "in two, to note down each"),
            Example("sessions time split @ 1 --at 12:00 --until 12:45", "without the lunch"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var interval = ""
    var at: Moment?
    var until: Moment?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<interval>", &interval, "The stretch, by its number as listed or its id")
        arguments.option("--at <time>", &at, "Where the first part ends")
        arguments.option("--until <time>", &until, "Where the second part begins (default: at once)")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard let at else {
            throw UsageError("missing option --at <time>", command: "sessions time split")
        }
        try context.changeTime(session, change, done: "Time split in") { session, engine in
            try engine.split(ElementReference(interval), in: &session, at: at, until: until)
        }
    }
}
