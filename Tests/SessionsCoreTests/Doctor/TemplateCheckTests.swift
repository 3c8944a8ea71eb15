import Testing

@testable import SessionsCore

@Suite struct TemplateCheckTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func write(_ text: String, as name: String = "fix.json") throws {
        try bench.folder.write(text, at: ".sessions/templates/" + name)
    }

    @Test(arguments: [
        (#"{"schema": 1, "title": "Fix {{title}}"}"#, []),
        (#"{"schema": 1, "title": "#, [":1:24: expected a value, found the end of the text"]),
        ("[]", [":1:1: expected an object"]),
        (#"{"schema": 1, "goals": 1}"#, [":1:24: expected an object at /goals"]),
        (
            #"{"schema": 1, "title": "{{ticket}}"}"#,
            [":1:24: expected one of its fields (title) instead of '{{ticket}}' at /title"]
        ),
        (#"{"schema": 2}"#, ["note: its format 2 is newer than this program's 1"]),
        (
            #"{"schema": 1, "fields": {"ticket": {}}, "colour": "red"}"#,
            ["note: 'ticket' is not placed anywhere", "note: nothing is known of '/colour'"]
        ),
    ])
    func whatIsWrongInOne(text: String, expected: [String]) throws {
        try write(text)
        let findings = expected.map { problem in
            problem.hasPrefix("note")
                ? "(template templates/fix.json\(problem.dropFirst(4)))"
                : "template templates/fix.json\(problem)"
        }
        #expect(try bench.findings() == findings)
        // The same file alone.
        let path = bench.workspace.path + "/templates/fix.json"
        let report = try Doctor.examine(files: [("fix.json", path)])
        #expect(report.findings.map(\.problem) == (try bench.report().findings.map(\.problem)))
    }

    @Test func whatIsNoTemplateByItsNameOrKind() throws {
        try write("{}", as: "Bug Fix.json")
        try write("notes", as: "README.md")
        bench.folder.makeLink(".sessions/templates/link.json", to: "/etc/passwd")
        try bench.folder.makeFolder(".sessions/templates/folder.json")
        #expect(
            try bench.findings() == [
                "template templates/Bug Fix.json: no template can be called so",
                "template templates/folder.json: cannot read it: it is a folder",
                "template templates/link.json: cannot read it: it is a link",
            ])
    }

    @Test func onesOwn() throws {
        let configuration = bench.folder.path + "/config"
        #expect(try bench.findings(configuration: configuration) == [])
        try bench.folder.write("{", at: "elsewhere/mine.json")
        try bench.folder.makeFolder("config/templates")
        bench.folder.makeLink("config/templates/mine.json", to: bench.folder.path + "/elsewhere/mine.json")
        let path = configuration + "/templates"
        #expect(
            try bench.findings(configuration: configuration) == [
                "template \(path)/mine.json:1:2: expected a key or '}', found the end of the text"
            ])
        bench.folder.remove("config/templates")
        try bench.folder.write("x", at: "config/templates")
        #expect(
            try bench.findings(configuration: configuration) == [
                "template \(path): cannot open the folder: Not a directory"
            ])
    }
}
