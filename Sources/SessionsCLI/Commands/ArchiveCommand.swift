import CommandKit
import SessionsCore

/// `sessions archive`: put sessions away.
struct ArchiveCommand: SessionsCommand {
    static let info = CommandInfo(
        "archive", "Put sessions away",
        discussion: "They are out of sight in lists, and still counted in statistics.",
        examples: [
            Example("sessions archive k7m2 p3xd", "two of them"),
            Example("sessions list status:completed -q | sessions archive -", "all that are done"),
        ])
    static let joinsBatch = true
    var change = SessionListChange()

    mutating func declare(_ arguments: inout Arguments) {
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.changeSessions(
            change.references(context), asList: true, change.options, done: "Archived",
            already: "Already archived"
        ) { session, engine, _ in try engine.archive(&session) }
    }
}
