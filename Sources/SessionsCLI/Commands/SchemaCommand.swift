import CommandKit
import SessionsCore

/// `sessions schema`: what programs may rely on.
struct SchemaCommand: SessionsCommand {
    static let info = CommandInfo(
        "schema", "Print the JSON Schema of what commands print",
        discussion: """
            Without a command it describes a session as --json prints it, and for 'template' the file of one. What \
            the schemas name stays as it is; more may be added, so that whoever reads it passes over what they do \
            not know. They are written after draft 2020-12.
            """,
        examples: [
            Example("sessions schema > session.schema.json", "for a validator"),
            Example("sessions schema | jq -r '.properties | keys[]'", "what there is"),
            Example("sessions schema op log", "what 'sessions op log --json' prints"),
            Example("sessions schema template > template.schema.json", "for an editor"),
        ])
    var command: [String] = []

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<command>…", &command, "The command that prints it", completion: .dynamic("topic"))
    }

    func run(in context: Context) throws {
        if command == ["template"] { return try context.print(TemplateSchema.document) }
        guard let page = try CommandTable.sessions.page(at: command, globals: GlobalOptions()) else {
            return try context.print(SessionSchema.document)
        }
        let path = Array(page.path.dropFirst())
        let changes = page.options.flatMap(\.rows).contains { $0.names.contains("--dry-run") }
        guard let schema = OutputSchema.of(path, changesSessions: changes) else {
            throw UsageError(
                "'\(path.joined(separator: " "))' is a group of commands",
                hint: "see 'sessions help \(path.joined(separator: " "))'",
                command: "sessions schema")
        }
        try context.print(schema)
    }
}
