import CommandKit
import SessionsCore

/// `sessions pause`: stop my clock in a session and keep it open.
struct PauseCommand: SessionsCommand {
    static let info = CommandInfo(
        "pause", "Stop the clock of a session",
        examples: [
            Example("sessions pause", "the current one"),
            Example("sessions pause --at -15m", "you forgot, a quarter of an hour ago"),
        ])
    var session = SessionSelection()
    var at = Moment.now
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.option("--at <time>", &at, "When it stopped")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.changeSessions(session, change, done: "Paused", already: "Not running") {
            session, engine in
            try engine.pause(&session, at: at)
        }
    }
}
