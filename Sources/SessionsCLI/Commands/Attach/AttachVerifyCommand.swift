import CommandKit
import SessionsCore
import Terminal

/// `sessions attach verify`: check that attachments are what they were.
struct AttachVerifyCommand: SessionsCommand {
    private typealias Result = (
        session: Session, attachment: Attachment, condition: AttachmentContent.Condition
    )

    static let info = CommandInfo(
        "verify", "Check that attachments are still what was attached",
        discussion: """
            Their content is read and its hash compared. It ends with 5 where one is changed or missing; one \
            that went because its session was archived long ago is 'expired', which is no damage.
            """,
        examples: [
            Example("sessions attach verify", "of all sessions"),
            Example("sessions attach verify @", "of the current one"),
        ])
    var id: String?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<id>", &id, "The session (default: all)", completion: .dynamic("session"))
    }

    func run(in context: Context) throws {
        let results = try results(context)
        if results.contains(where: { $0.condition.isDamage }) { context.exitCode = .damaged }
        if context.isJSON {
            return try context.printArray(results) { result in
                [
                    "condition": .string(result.condition.rawValue), "id": .string(result.attachment.id),
                    "name": .string(result.attachment.name), "session": .string(result.session.id),
                ]
            }
        }
        if context.isQuiet {
            for result in results where result.condition.isDamage { try context.print(result.attachment.id) }
            return
        }
        let display = try context.display()
        let id = SessionColumn.id
        var table = Table(
            [
                Table.Column("CONTENT", priority: 9), id.column,
                Table.Column("NAME", isFlexible: true, minimumWidth: 16, priority: 8),
                Table.Column("BYTES", alignment: .right, priority: 5),
            ], to: context.output)
        for (session, attachment, condition) in results {
            try table.add([
                Cell(condition.rawValue, condition.tone),
                id.cell(session, display, isTerminal: context.output.isTerminal),
                Cell(attachment.name), Cell("\(attachment.size)", .dim),
            ])
        }
        try table.finish()
    }

    private func results(_ context: Context) throws -> [Result] {
        var results: [Result] = []
        let workspace = try context.workspace()
        func verify(_ session: Session) throws(SessionsError) {
            for attachment in session.attachments {
                let content = AttachmentContent(of: attachment, in: session, workspace, now: context.now)
                results.append((session, attachment, try content.condition()))
            }
        }
        if let id {
            try verify(context.session(id))
        } else {
            context.report(damaged: try workspace.eachSession(verify))
        }
        return results
    }
}

extension AttachmentContent.Condition {
    fileprivate var isDamage: Bool { self == .changed || self == .missing }

    fileprivate var tone: Tone {
        switch self {
        case .good: .green
        case .changed, .missing: .red
        case .expired: .dim
        }
    }
}
