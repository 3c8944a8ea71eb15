import CommandKit
import SessionsCore

/// `sessions delete`: remove sessions that were a mistake.
struct DeleteCommand: SessionsCommand {
    static let info = CommandInfo(
        "delete", "Remove sessions that were a mistake",
        discussion: """
            'sessions archive' is the everyday way to put a session away. Only an owner can delete one, and \
            'sessions undo' brings it back as it was.
            """,
        examples: [Example("sessions delete k7m2", "it is gone, until 'sessions undo'")])
    static let joinsBatch = true
    var change = SessionListChange()

    mutating func declare(_ arguments: inout Arguments) {
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let locations = try context.locations(of: change.references(context))
        try context.change(change.options, asList: true) { transaction, engine in
            try locations.map { location in
                let session = try transaction.session(at: location)
                try engine.permit(.own, in: session, to: "delete")
                try transaction.delete(session)
                return ChangedSession(session: session, hasChanged: true, verb: "Deleted")
            }
        }
    }
}
