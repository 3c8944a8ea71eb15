import CommandKit
import SessionsCore

/// `sessions attach remove`: take attachments out of a session.
struct AttachRemoveCommand: SessionsCommand {
    static let info = CommandInfo(
        "remove", "Take attachments out of a session",
        discussion: """
            Their content stays until no undo can need it any more; 'sessions gc' clears it away then. To remove \
            what somebody else attached, you have to be an editor of the session.
            """,
        examples: [
            Example("sessions attach remove @ 2", "the second one"),
            Example("sessions attach remove @ trace.txt notes.md", "two of them, by their names"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var attachments: [String] = []
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument(
            "<attachment>…", &attachments, "Their numbers in 'attach list', names, or beginnings of ids",
            required: true)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.changeSessions(
            [session.id], asList: false, change, done: "Attachment removed from", already: "Unchanged"
        ) { session, engine, _ in try engine.removeAttachments(attachments, from: &session) }
    }
}
