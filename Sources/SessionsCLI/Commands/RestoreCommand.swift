import CommandKit
import SessionsCore

/// `sessions restore`: bring archived sessions back.
struct RestoreCommand: SessionsCommand {
    static let info = CommandInfo(
        "restore", "Bring archived sessions back",
        examples: [Example("sessions restore k7m2", "as it was before")])
    static let joinsBatch = true
    var sessions = SessionList()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        sessions.declare(&arguments)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.changeSessions(
            sessions.references(context), asList: true, change, done: "Restored", already: "Not archived"
        ) { session, engine, _ in try engine.restore(&session) }
    }
}
