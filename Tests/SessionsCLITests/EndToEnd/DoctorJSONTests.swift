import SessionsCore
import Testing

@Suite("What doctor --json prints")
struct DoctorJSONTests {
    private static let text: JSON = ["type": "string"]
    private static let flag: JSON = ["type": "boolean"]
    private static let number: JSON = ["minimum": 1, "type": "integer"]

    /// Members may be added, and none is taken away.
    private static let schema = JSONSchema(document: [
        "properties": [
            "backup": text, "changed": flag, "dryRun": flag, "files": ["minimum": 0, "type": "integer"],
            "findings": [
                "items": [
                    "properties": [
                        "advice": text, "check": text, "column": number, "consequence": text, "fixable": flag,
                        "fixed": flag, "line": number, "message": text, "path": text, "session": text,
                        "severity": ["enum": ["damage", "note"], "type": "string"],
                    ],
                    "required": [
                        "advice", "check", "consequence", "fixable", "fixed", "message", "path", "severity",
                    ],
                    "type": "object",
                ],
                "type": "array",
            ],
            "healthy": flag, "operation": number,
        ],
        "required": ["changed", "files", "findings", "healthy"],
        "type": "object",
    ])

    @Test("It is valid by its schema, whatever was found and done")
    func schema() throws {
        let program = try Program()
        try program.output("init")
        let id = try program.output("new", "One", "-q").filter { $0 != "\n" }
        func check(_ words: [String], status: Int32, findings: Int, keys: [String]) throws {
            let outcome = try program.run(words + ["--json"])
            #expect(outcome.status == status && outcome.error == "", "\(words): \(outcome.error)")
            let json = try JSON(parsing: Array(outcome.output.utf8))
            #expect(Self.schema.problems(of: json) == [], "\(words)")
            #expect(json.objectValue?["findings"]?.arrayValue?.count == findings, "\(words)")
            #expect(json.objectValue?.keys == (keys + ["changed", "files", "findings", "healthy"]).sorted())
        }
        try check(["doctor"], status: 0, findings: 0, keys: [])
        let file = "home/work/.sessions/sessions/\(try month(program))/\(id).json"
        let text = try program.folder.read(file)
        try program.folder.write(text.replacing("\"draft\"", with: "\"active\""), to: file)
        try program.folder.write(
            "{", to: "home/work/.sessions/sessions/\(try month(program))/bcdfghjkmnpq.json")
        try program.folder.write("half", to: "home/work/.sessions/local/tmp/99.0")
        try check(["doctor"], status: 5, findings: 3, keys: [])
        try check(["doctor", "--fix", "--dry-run"], status: 5, findings: 3, keys: ["dryRun"])
        try check(["doctor", "--fix"], status: 5, findings: 3, keys: ["backup", "operation"])
        try check(["doctor", "--fix"], status: 5, findings: 1, keys: [])
        try check(["doctor", program.folder.path(of: file)], status: 0, findings: 0, keys: [])
    }

    private func month(_ program: Program) throws -> String {
        let file = try #require(
            program.folder.files(below: "home/work/.sessions/sessions").first { $0.hasSuffix(".json") })
        return file.split(separator: "/").dropLast().last.map(String.init) ?? ""
    }
}
