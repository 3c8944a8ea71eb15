import CommandKit
import SessionsCore
import Testing

@testable import SessionsCLI

@Suite("The schema of a session")
struct SchemaTests {
    /// Everything that a session can hold.
    private static let full = #"""
        {"archived": {"at": "2026-11-22T10:00:00.000Z", "by": "ada@example.org"},
         "attachments": {"abcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org",
            "mediaType": "text/plain", "name": "t.txt", "sha256":
            "0000000000000000000000000000000000000000000000000000000000000000", "size": 1}},
         "comments": {"cbcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org", "text": "a",
            "mentions": ["lin@example.org"]}, "cbcdfghjkmp": {"at": "2026-11-22T08:00:00.000Z",
            "by": "ada@example.org", "text": "b", "inReplyTo": "cbcdfghjkmn"}},
         "createdAt": "2026-11-22T08:00:00.000Z", "createdBy": "ada@example.org", "description": "d",
         "events": {"ebcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org", "seq": 1,
            "type": "created"}, "ebcdfghjkmq": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org",
            "seq": 1, "type": "started"}, "ebcdfghjkmp": {"at": "2026-11-22T09:00:00.000Z", "by": "ada@example.org",
            "seq": 2, "type": "completed", "path": "/status", "from": "draft", "to": "completed",
            "for": "2026-11-22T08:59:00.000Z"}},
         "goals": {"gbcdfghjkmn": {"milestones": {"mbcdfghjkmn": {"position": 1, "title": "Step",
            "check": "true", "evidence": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org", "exit": 0,
            "commit": "1f3c", "seconds": 1.5}, "doneAt": "2026-11-22T08:00:00.000Z", "doneBy": "ada@example.org"},
            "mbcdfghjkmp": {"position": 1.5, "title": "Next"}}, "position": 1, "title": "Goal", "weight": 2.5,
            "required": true, "plannedMinutes": 12.5}},
         "id": "bcdfghjkmnpq",
         "intervals": {"ibcdfghjkmn": {"by": "ada@example.org", "end": "2026-11-22T09:00:00.000Z", "note": "n",
            "start": "2026-11-22T08:00:00.000Z", "utcOffset": "+01:00"},
            "ibcdfghjkmp": {"by": "ada@example.org", "date": "2026-11-21", "seconds": 60}},
         "links": {"kbcdfghjkmn": {"at": "2026-11-22T08:00:00.000Z", "by": "ada@example.org", "kind": "commit",
            "target": "1f3c"}},
         "participants": {"ada@example.org": "owner", "lin@example.org": "viewer"},
         "plannedMinutes": 90, "project": "web.auth",
         "reflection": {"learned": {"lbcdfghjkmn": "Something"}, "outcome": "success", "rating": 4,
            "skills": {"swift": 1}},
         "schema": 1, "source": {"id": "T-9", "name": "elsewhere"},
         "status": "completed", "tags": ["a", "b"], "template": "bug-fix", "title": "Over"}
        """#

    private func schema(_ program: Program) throws -> JSONSchema {
        JSONSchema(document: try JSON(parsing: Array(try program.output("schema").utf8)))
    }

    /// The sessions in what a command prints: objects with the keys of one, at any depth.
    private func sessions(in value: JSON) -> [JSON] {
        if let elements = value.arrayValue { return elements.flatMap(sessions) }
        guard let object = value.objectValue else { return [] }
        if object["intervals"] != nil || object["trackedSeconds"] != nil && object["id"] != nil {
            return [value]
        }
        return object.flatMap { sessions(in: $0.value) }
    }

    @Test("What every command prints of sessions is valid by it")
    func everyCommand() throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        let id = "bcdfghjkmnpq"
        try program.folder.makeFolder("home/work/.sessions/sessions/2026-11")
        try program.folder.write(Self.full, to: "home/work/.sessions/sessions/2026-11/\(id).json")
        let schema = try schema(program)
        var printing: [String] = []
        for words in [
            ["list", "--all"], ["show", id], ["search", "--all", "over"], ["export"], ["restore", id],
        ] {
            let json = try JSON(parsing: Array(try program.output(words + ["--json"]).utf8))
            #expect(!sessions(in: json).isEmpty, "\(words)")
            for session in sessions(in: json) { #expect(schema.problems(of: session) == [], "\(words)") }
        }
        let other = try program.output("new", "One", "--goal", "Done", "-q").filter { $0 != "\n" }
        for line in EveryCommand.changing + EveryCommand.other
        where !["help", "completions", "schema"].contains(line.words[0]) {
            let words = line.words(for: other) + ["--json"]
            let json = try JSON(
                parsing: Array(try program.output(words, input: line.input(for: other)).utf8))
            let found = sessions(in: json)
            if !found.isEmpty { printing.append(line.words[0]) }
            for session in found { #expect(schema.problems(of: session) == [], "\(words)") }
        }
        for name in [
            "start", "edit", "goal", "comment", "attach", "archive", "new", "list", "show", "export",
            "status", "undo", "redo", "batch",
        ] {
            #expect(printing.contains(name), "\(name) printed no session")
        }
    }

    @Test("Every command has a schema, by which what it prints is valid, and which names all of it")
    func everyOutput() throws {
        let program = try Program()
        try EveryCommand.prepare(program)
        try program.output("init")
        let id = try program.output("new", "One", "--goal", "Done", "--start", "-q").filter { $0 != "\n" }
        try program.output("pause")
        let pages = CommandTable.sessions.pages(globals: GlobalOptions())
        for line in EveryCommand.changing + EveryCommand.other {
            let words = line.words(for: id)
            let page = pages.filter { line.runs(Array($0.path.dropFirst())) }.max {
                $0.path.count < $1.path.count
            }
            let path = Array(try #require(page, "\(words)").path.dropFirst())
            let schema = JSONSchema(
                document: try JSON(parsing: Array(try program.output(["schema"] + path).utf8)))
            let text = try program.output(words + ["--json"], input: line.input(for: id))
            let value = try JSON(parsing: Array(text.utf8))
            #expect(schema.problems(of: value) == [], "\(words)")
            // What the program does not know of a template is kept, and printed.
            let unnamed = unnamed(in: value, schema.document, "").filter { $0 != "/xTop" }
            #expect(unnamed == [], "\(words)")
        }
    }

    /// The members of a value that its schema does not name.
    private func unnamed(in value: JSON, _ schema: JSON?, _ place: String) -> [String] {
        if let choices = schema?.objectValue?["anyOf"]?.arrayValue {
            return choices.map { unnamed(in: value, $0, place) }.min { $0.count < $1.count } ?? []
        }
        if let elements = value.arrayValue {
            guard let items = schema?.objectValue?["items"] else { return ["\(place)/0"] }
            return elements.flatMap { unnamed(in: $0, items, place) }
        }
        guard let members = value.objectValue else { return [] }
        guard let properties = schema?.objectValue?["properties"]?.objectValue else { return [] }
        return members.flatMap { key, member in
            // What a change was from and to can be anything.
            if ["from", "to"].contains(key), properties["seq"] != nil { return [String]() }
            guard let inner = properties[key] else { return ["\(place)/\(key)"] }
            return unnamed(in: member, inner, "\(place)/\(key)")
        }
    }

    @Test("It names every member that a session has")
    func members() throws {
        let program = try Program()
        try program.output("init")
        let id = "bcdfghjkmnpq"
        try program.folder.makeFolder("home/work/.sessions/sessions/2026-11")
        try program.folder.write(Self.full, to: "home/work/.sessions/sessions/2026-11/\(id).json")
        let shown = try JSON(parsing: Array(try program.output("show", id, "--json").utf8))
        func check(_ value: JSON, _ schema: JSON?, _ place: String) {
            for element in value.arrayValue ?? [] { check(element, schema?.objectValue?["items"], place) }
            guard let properties = schema?.objectValue?["properties"]?.objectValue else { return }
            for (key, member) in value.objectValue ?? JSONObject() {
                // What a change was from and to can be anything.
                if place == "/events", ["from", "to"].contains(key) { continue }
                #expect(properties[key] != nil, "\(place)/\(key)")
                check(member, properties[key], "\(place)/\(key)")
            }
        }
        check(shown, try schema(program).document, "")
        #expect(SessionSchema.keys.allSatisfy { key in shown.objectValue?[key] != nil })
    }

    @Test(
        "A session that is none is not valid by it",
        arguments: [
            ("\"title\": \"Over\"", "\"title\": 1", "/title: a number"), ("\"id\"", "\"key\"", ": no id"),
            ("\"completed\",", "\"asleep\",", "/status: none of the values"),
            ("\"tags\": [\"a\"", "\"tags\": [null", "/tags/0: null"),
        ])
    func invalid(part: String, wrong: String, problem: String) throws {
        // Stored sessions have objects where --json has lists: those are wrong too, and the same each time.
        let schema = JSONSchema(document: SessionSchema.document)
        let usual = schema.problems(of: try JSON(parsing: Array(Self.full.utf8)))
        let text = Self.full.replacing(part, with: wrong)
        let problems = schema.problems(of: try JSON(parsing: Array(text.utf8)))
        #expect(problems.contains(problem) && !usual.contains(problem), "\(problems)")
    }
}
