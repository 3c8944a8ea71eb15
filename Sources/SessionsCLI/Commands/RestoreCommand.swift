import CommandKit
import SessionsCore

/// `sessions restore`: bring archived sessions back.
struct RestoreCommand: SessionsCommand {
    static let info = CommandInfo(
        "restore", "Bring archived sessions back",
        examples: [Example("sessions restore k7m2", "as it was before")])
    static let joinsBatch = true
    var change = SessionListChange()

    mutating func declare(_ arguments: inout Arguments) {
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.changeSessions(
            change.references(context), asList: true, change.options, done: "Restored",
            already: "Not archived"
        ) { session, engine, _ in try engine.restore(&session) }
    }
}
