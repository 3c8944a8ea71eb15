import Testing

@testable import SessionsCore

/// An export that is imported is what was exported.
@Suite struct ExportedSessionTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
    }

    /// A session with everything in it that a session can have, and something that this program does not know.
    private func make() throws -> Session {
        let location = try bench.make("Fix it", tags: ["b", "a"])
        try bench.change(location) { session, engine in
            _ = try engine.addGoal(SessionPlan.PlannedGoal("Goal"), to: &session)
            var goal = SessionPlan.PlannedGoal("Other")
            goal.milestones = ["One", "Two"]
            _ = try engine.addGoal(goal, to: &session)
            _ = try engine.start(&session)
        }
        try bench.comment(on: location, "first")
        try bench.comment(on: location, "second")
        let path = bench.file(location)
        let text = try #require(bench.folder.text(at: path))
        try bench.folder.write(
            text.replacing(
                "  \"schema\"", with: "  \"reflection\": {\"learned\": {\"l\": \"much\"}},\n  \"schema\""
            )
            .replacing("  \"title\"", with: "  \"theirs\": {\"b\": [1.0], \"a\": null},\n  \"title\""),
            at: path)
        return try #require(try bench.workspace.session(at: location))
    }

    @Test func itIsReadBackAsItWas() throws {
        let session = try make()
        let output = session.output(now: bench.now)
        let again = try ExportedSession.document(of: output)
        #expect(again == session.document)
        // Through text, too, and as it lies in a file.
        let text = JSON.object(output).bytes(.line)
        let parsed = try #require(try JSON(parsing: text).objectValue)
        #expect(try ExportedSession.document(of: parsed) == session.document)
        #expect(try ExportedSession.document(of: session.document) == session.document)
    }

    /// What no session of ours holds is refused, with the line and the field; what is here stays what it is.
    @Test(arguments: [
        ("\"rating\":77", "/reflection/rating"), ("\"outcome\":\"nope\"", "/reflection/outcome"),
    ])
    func aValueThatCannotBeIsNamed(_ member: String, _ pointer: String) throws {
        let line =
            "{\"createdAt\":\"2026-11-22T10:00:00.000Z\",\"createdBy\":\"ada\",\"id\":\"k7m2q9wd4xhz\","
            + "\"reflection\":{\(member)},\"schema\":1,\"status\":\"draft\",\"title\":\"a\"}\n"
        let error = try refusal { _ = try run("\n" + line) }
        #expect(
            error.code == .damaged && error.message.contains("line 2:") && error.message.contains(pointer))
        #expect(try run(line, skipsBad: true).bad.count == 1)
        #expect(try run(line.replacing(member, with: "")).imported.count == 1)
    }

    @Test func anEndBeforeTheStartIsNamed() throws {
        let line =
            "{\"createdAt\":\"2026-11-22T10:00:00.000Z\",\"createdBy\":\"ada\",\"id\":\"k7m2q9wd4xhz\","
            + "\"intervals\":{\"i1\":{\"end\":\"2026-11-22T09:00:00.000Z\",\"start\":"
            + "\"2026-11-22T10:00:00.000Z\"}},\"schema\":1,\"status\":\"draft\",\"title\":\"a\"}\n"
        let error = try refusal { _ = try run(line) }
        #expect(error.code == .damaged && error.message.contains("/intervals/i1/end"))
    }

    @Test func whatALaterVersionWroteEndsLikeItsFiles() throws {
        let error = try refusal { _ = try run("{\"id\":\"k7m2q9wd4xhz\",\"schema\":2}\n{}\n") }
        #expect(error.code == .newerSchema && error.message.contains("'k7m2q9wd4xhz' was written by a later"))
        #expect(try refusal { _ = try run("{}\n") }.code == .damaged)
    }

    private func run(_ text: String, skipsBad: Bool = false) throws -> Importer.Outcome {
        var outcome = Importer.Outcome()
        try bench.operation("import") { transaction, engine in
            let format = text.hasPrefix("[") ? ImportSource.Format.json : .jsonl
            let source = try ImportSource(ByteSource(Array(text.utf8)), format, nil, name: "f")
            outcome = try Importer(sourceName: "f", mapping: nil).run(
                source, file: "f", into: transaction, engine, skipsBad: skipsBad
            ) { _ in }
        }
        return outcome
    }

    private func exported() throws -> (array: String, lines: String) {
        var outputs: [JSON] = []
        _ = try bench.workspace.eachSessionByID { outputs.append(.object($0.output(now: bench.now))) }
        return (
            String(decoding: JSON.array(outputs).bytes(.output), as: UTF8.self),
            outputs.map { String(decoding: $0.bytes(.line), as: UTF8.self) + "\n" }.joined()
        )
    }

    @Test(arguments: [false, true]) func anImportOfAnExportIsTheSameWorkspace(asLines: Bool) throws {
        _ = try make()
        for number in 0..<40 { try bench.make("session \(number)") }
        var documents: [JSONObject] = []
        _ = try bench.workspace.eachSessionByID { documents.append($0.document) }
        let text = asLines ? try exported().lines : try exported().array
        #expect(try run(text).known == 41)
        let numbers = try bench.workspace.eachSessionByIDCount()
        #expect(numbers == 41)
        for location in try bench.workspace.locations() { bench.folder.remove(bench.file(location)) }

        let before = try bench.sessionFiles()
        let outcome = try run(text)
        #expect(outcome.imported.count == 41 && outcome.known == 0)
        var again: [JSONObject] = []
        _ = try bench.workspace.eachSessionByID { again.append($0.document) }
        #expect(again == documents)

        // It is one operation, and so is what takes it back.
        let imported = try bench.sessionFiles()
        try bench.undo()
        #expect(try bench.sessionFiles() == before)
        try bench.operation("redo") { transaction, engine in _ = try transaction.takeBack(.redo, engine) }
        #expect(try bench.sessionFiles() == imported)
    }

    @Test func whatDiffersIsRefused() throws {
        let location = try bench.make("one")
        let text = try exported().lines
        try bench.retitle(location, "two")
        let error = try refusal { _ = try run(text) }
        #expect(error.message == "cannot import 'f': line 1: '\(location.id)' is here already and differs")
        #expect(try run(text, skipsBad: true).imported == [])
        #expect(try bench.workspace.session(at: location)?.title == "two")
    }

    @Test(arguments: [
        ("{}", "expected a session id at /id"), ("[1]", "it is not an object"),
        (#"{"id": "bcdfghjkmnpq", "schema": 1}"#, "expected a text at /title"),
        (#"{"comments": [{"text": "a"}]}"#, "expected objects that each have an id at /comments"),
        (#"{"comments": [{"id": "c"}, {"id": "c"}]}"#, "expected ids that differ at /comments"),
    ])
    func whatIsNoSessionIsRefused(_ text: String, _ expected: String) throws {
        let error = try refusal { _ = try run(text) }
        #expect(error.code == .damaged && error.message.contains(expected), "\(error.message)")
    }

    @Test func aSecondOneOfTheSameIDAndALaterSchemaAreRefused() throws {
        let location = try bench.make("one")
        let line = try exported().lines
        bench.folder.remove(bench.file(location))
        let twice = try refusal { _ = try run(line + line) }
        #expect(twice.message.hasSuffix("line 2: '\(location.id)' stands in an earlier line, too"))
        let later = try refusal { _ = try run(line.replacing("\"schema\":1", with: "\"schema\":2")) }
        #expect(later.message.contains("later version"))
    }

    @Test func contentsThatAreNotHereAreNoted() throws {
        let location = try bench.make("one")
        let hash = String(repeating: "a", count: 64)
        let line = try exported().lines.replacing(
            "\"attachments\":[]", with: #""attachments":[{"id":"a1","name":"x","sha256":"\#(hash)"}]"#)
        bench.folder.remove(bench.file(location))
        #expect(try run(line).withoutContents == [location.id])
    }
}

extension Workspace {
    fileprivate func eachSessionByIDCount() throws -> Int {
        var count = 0
        _ = try eachSessionByID { _ in count += 1 }
        return count
    }
}
