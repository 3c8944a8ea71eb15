import CommandKit
import SessionsCore

/// `sessions schema`: what programs may rely on.
struct SchemaCommand: SessionsCommand {
    static let info = CommandInfo(
        "schema", "Print the JSON Schema of a session",
        discussion: """
            It describes a session as --json prints it, after draft 2020-12. Commands that print several sessions \
            print an array of them.
            """,
        examples: [
            Example("sessions schema > session.schema.json", "for a validator"),
            Example("sessions schema | jq -r '.properties | keys[]'", "what there is"),
        ])

    mutating func declare(_ arguments: inout Arguments) {}

    func run(in context: Context) throws {
        try context.print(SessionSchema.document)
    }
}
