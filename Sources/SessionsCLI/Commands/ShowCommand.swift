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
        let form = try options.form(context)
        let session = try context.session(id ?? "@")
        switch form {
        case .records(let form): try context.printRecord(session, form, options.fields)
        case .table where options.fields == nil:
            context.usePager()
            let page = SessionPage(
                session, try context.display(), forecast: context.forecastLine(for: session),
                style: context.output.style, width: context.output.lineWidth)
            for line in page.lines { try context.print(line) }
        default: try context.printList([session], options)
        }
    }
}
