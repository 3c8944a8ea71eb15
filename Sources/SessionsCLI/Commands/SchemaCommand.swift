import CommandKit
import SessionsCore

/// `sessions schema`: what programs may rely on.
struct SchemaCommand: SessionsCommand {
    static let info = CommandInfo(
        "schema", "Print the JSON Schema of a session or a template",
        discussion: """
            It describes a session as --json prints it, after draft 2020-12. Commands that print several sessions \
            print an array of them. That of a template describes its file, for who writes one.
            """,
        examples: [
            Example("sessions schema > session.schema.json", "for a validator"),
            Example("sessions schema template > template.schema.json", "for an editor"),
            Example("sessions schema | jq -r '.properties | keys[]'", "what there is"),
        ])

    /// What there is a schema of.
    enum Subject: String, CaseIterable, ArgumentValue {
        case session, template
    }

    var subject = Subject?.none

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<of>", &subject, "What it describes (default: session)")
    }

    func run(in context: Context) throws {
        switch subject ?? .session {
        case .session: try context.print(SessionSchema.document)
        case .template: try context.print(TemplateSchema.document)
        }
    }
}
