import CommandKit
import SessionsCore

/// `sessions time remove`: take tracked time away.
struct TimeRemoveCommand: SessionsCommand {
    static let info = CommandInfo(
        "remove", "Take tracked time away",
        discussion: """
            The numbers are those before the command; what is behind a removed stretch moves up. A session in which \
            no clock runs any more is paused. 'sessions undo' brings the time back.
            """,
        examples: [
            Example("sessions time remove @ 2", "the second stretch"),
            Example("sessions time remove k7m2 1 3", "two of them"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var intervals: [String] = []
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument(
            "<interval>…", &intervals, "The stretches, by their numbers as listed or their ids",
            required: true)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let references = intervals.map(ElementReference.init)
        try context.changeTime(session, change, done: "Time removed from") { session, engine in
            try engine.removeTime(references, from: &session)
        }
    }
}
