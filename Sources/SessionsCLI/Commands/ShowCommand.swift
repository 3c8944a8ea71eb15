import CommandKit
import SessionsCore

/// `sessions show`: one session, whole.
struct ShowCommand: SessionsCommand {
    static let info = CommandInfo(
        "show", "Show one session, whole",
        examples: [
            Example("sessions show", "the current one"),
            Example("sessions show k7m2 --json | jq .trackedSeconds", "a value of it"),
        ])
    var id: String?
    var options = ListOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<id>", &id, "The session (default: @)", completion: .dynamic("session"))
        options.declare(&arguments)
    }

    func run(in context: Context) throws {
        let session = try context.session(id ?? "@")
        if context.isJSON { return try context.print(.object(session.output(now: context.now))) }
        if context.isQuiet { return try context.print(session.id) }
        let display = try context.display()
        if let format = options.format { return try context.print(format.line(for: session, display)) }
        let page = SessionPage(session, display, style: context.output.style, width: context.output.width)
        for line in page.lines { try context.print(line) }
    }
}
