import CommandKit
import SessionsCore
import Testing

@testable import SessionsCLI

@Suite("The schema of a template")
struct TemplateSchemaTests {
    private func schema() throws -> JSONSchema {
        JSONSchema(document: try JSON(parsing: try Program().output("schema", "template")))
    }

    @Test("Templates that are built in, shown in the help or made by commands are valid by it")
    func valid() throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        try program.output(
            "template", "new", "made", "--require", "ticket", "--field", "size:choice:a,b=a", "--field",
            "on:flag",
            "--goal", "One", "--with", "lin@example.org", "--tag", "a", "--plan", "90", "--title",
            "{{ticket}}")
        try program.output("template", "new", "recipe", "-F", "recipe.json")
        let schema = try schema()
        for name in try program.output("template", "list", "-q").split(separator: "\n") {
            let file = try program.output("template", "show", String(name), "--source")
            #expect(schema.problems(of: try JSON(parsing: file)) == [], "\(name)")
        }
        for case .text(let text) in Topic.template {
            #expect(schema.problems(of: try JSON(parsing: text)) == [])
        }
        #expect(schema.problems(of: try JSON(parsing: Template.example)) == [])
    }

    @Test(
        "What is none is not valid by it",
        arguments: [
            ("{}", ": no schema"), (#"{"schema": 2}"#, "/schema: above 1.0"),
            (#"{"schema": 1, "goals": {"g": {}}}"#, "/goals/g: no title"),
            (#"{"schema": 1, "fields": {"a": {"type": "int"}}}"#, "/fields/a/type: none of the values"),
            (#"{"schema": 1, "participants": {"a": "boss"}}"#, "/participants/a: none of the values"),
            (#"{"schema": 1, "plannedMinutes": true}"#, "/plannedMinutes: true or false"),
            (
                #"{"schema": 1, "goals": {"g": {"title": "a", "milestones": {"m": {"title": 1}}}}}"#,
                "/goals/g/milestones/m/title: a number"
            ),
        ])
    func invalid(file: String, problem: String) throws {
        #expect(try schema().problems(of: try JSON(parsing: file)).contains(problem))
        #expect(throws: SessionsError.self) {
            try TemplateFile.parse(typed: file, named: "a", of: .workspace)
        }
    }
}
