import CommandKit
import SessionsCore
import Terminal

/// `sessions attach list`: the attachments of a session.
struct AttachListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List the attachments of a session",
        examples: [Example("sessions attach list @", "of the current one")])
    var session = RequiredSession()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
    }

    func run(in context: Context) throws {
        let session = try context.session(session.id)
        if context.isJSON { return try context.print(session.output(now: context.now)["attachments"] ?? []) }
        if context.isQuiet {
            for attachment in session.attachments { try context.print(attachment.id) }
            return
        }
        let display = try context.display()
        var table = Table(
            [
                Table.Column("NO", alignment: .right, priority: 10),
                Table.Column("NAME", isFlexible: true, minimumWidth: 16, priority: 9),
                Table.Column("BYTES", alignment: .right, priority: 8),
                Table.Column("TYPE", isFlexible: true, priority: 4),
                Table.Column("ADDED", priority: 5), Table.Column("BY", isFlexible: true, priority: 3),
            ], to: context.output)
        for (index, file) in session.attachments.enumerated() {
            try table.add([
                Cell("\(index + 1)", .yellow), Cell(file.name), Cell("\(file.size)"),
                Cell(file.mediaType, .dim), display.cell(file.at, on: context.output), Cell(file.by, .dim),
            ])
        }
        try table.finish()
    }
}

/// The one attachment of a session that a command is about.
struct RequiredAttachment {
    var reference = ""

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<attachment>", &reference, "Its number in 'attach list', its name, or the beginning of its id")
    }
}
