import CommandKit
import SessionsCore
import Terminal

/// `sessions attach open`: have another program show an attachment.
struct AttachOpenCommand: SessionsCommand {
    static let info = CommandInfo(
        "open", "Open an attachment",
        discussion: """
            A copy goes to a temporary folder that only you can look into, and the program that opens files on \
            this system is started with it, or the one that SESSIONS_OPENER names. The session's history says \
            that the attachment was opened.
            """,
        examples: [Example("sessions attach open @ trace.txt", "with the program for such files")])
    var session = RequiredSession()
    var attachment = RequiredAttachment()
    var change = ChangeOptions()

    #if canImport(Darwin)
        private static let opener = "open"
    #else
        private static let opener = "xdg-open"
    #endif

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        attachment.declare(&arguments)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let session = try context.session(session.id)
        let attachment = try session.attachment(attachment.reference)
        var program: StartedProgram?
        try open(attachment, of: session, context, &program)
        try program?.wait()
    }

    /// The program is started before the operation is carried out, so that nothing is written down where there
    /// is no such program, and waited for afterwards, when nobody is kept waiting.
    private func open(
        _ attachment: Attachment, of session: Session, _ context: Context, _ program: inout StartedProgram?
    ) throws {
        var copy: String?
        if !change.isDryRun {
            let content = AttachmentContent(
                of: attachment, in: session, try context.workspace(), now: context.now)
            copy = try content.copyToPrivateFolder(in: context.environment.variable("TMPDIR") ?? "/tmp")
        }
        do {
            try context.changeSessions(
                [session.id], asList: false, change, done: "Opened \(attachment.name.visible) of", already: ""
            ) { session, engine, transaction in
                let attachment = try session.attachment(attachment.id)
                if let copy, !transaction.isDryRun {
                    let opener = context.environment.variable("SESSIONS_OPENER") ?? Self.opener
                    program = try StartedProgram(opener, [copy])
                }
                return try engine.noteOpening(attachment, in: &session)
            }
        } catch {
            if let copy, program == nil { AttachmentContent.removePrivateCopy(copy) }
            throw error
        }
    }
}
