import Testing

@testable import SessionsCore

@Suite struct SessionCheckerTests {
    private static let hash = String(repeating: "0f", count: 32)

    @Test(arguments: [
        #"{"id": 1}"#, #"{"id": "k7m2"}"#, #"{"id": "../../../etc"}"#, #"{"schema": 0}"#, #"{"schema": "1"}"#,
        #"{"schema": 1.5}"#, #"{"title": 1}"#, #"{"title": null}"#, #"{"createdAt": "yesterday"}"#,
        #"{"createdAt": "2026-02-30T00:00:00Z"}"#, #"{"createdBy": {}}"#, #"{"status": "archived"}"#,
        #"{"status": "done"}"#, #"{"description": []}"#, #"{"project": 1}"#, #"{"template": true}"#,
        #"{"plannedMinutes": "90"}"#, #"{"plannedMinutes": -1}"#, #"{"plannedMinutes": 1e300}"#,
        #"{"plannedMinutes": 1e400}"#, #"{"tags": "a"}"#, #"{"tags": ["a", 1]}"#, #"{"tags": {}}"#,
        #"{"archived": true}"#, #"{"archived": {"at": "now"}}"#, #"{"source": "csv"}"#,
        #"{"source": {"name": "a"}}"#,
        #"{"source": {"id": 1, "name": "a"}}"#, #"{"reflection": []}"#,
        #"{"reflection": {"skills": {"swift": "much"}}}"#, #"{"reflection": {"rating": 4.5}}"#,
        #"{"reflection": {"outcome": 1}}"#, #"{"reflection": {"learned": ["a"]}}"#,
        #"{"reflection": {"learned": {"l1": 1}}}"#, #"{"participants": ["ada"]}"#,
        #"{"participants": {"ada": "boss"}}"#, #"{"participants": {"ada": {}}}"#, #"{"goals": []}"#,
        #"{"goals": {"g1": "Fix"}}"#, #"{"goals": {"g1": {}}}"#, #"{"goals": {"g1": {"title": 1}}}"#,
        #"{"goals": {"g1": {"title": "a", "weight": -1}}}"#,
        #"{"goals": {"g1": {"title": "a", "weight": 1e308}}}"#,
        #"{"goals": {"g1": {"title": "a", "required": "yes"}}}"#,
        #"{"goals": {"g1": {"title": "a", "position": "1"}}}"#,
        #"{"goals": {"g1": {"title": "a", "doneAt": true}}}"#,
        #"{"goals": {"g1": {"title": "a", "plannedMinutes": "1"}}}"#,
        #"{"goals": {"g1": {"title": "a", "milestones": []}}}"#,
        #"{"goals": {"g1": {"title": "a", "milestones": {"m1": {}}}}}"#,
        #"{"goals": {"g1": {"title": "a", "milestones": {"m1": {"title": "b", "check": 1}}}}}"#,
        #"{"comments": {"c1": {"text": "a"}}}"#, #"{"comments": {"c1": {"at": "2026-11-22T09:00:00Z"}}}"#,
        #"{"comments": {"c1": {"at": "2026-11-22T09:00:00Z", "text": "a", "mentions": "ada"}}}"#,
        #"{"attachments": {"a1": {"sha256": "\#(hash)"}}}"#, #"{"attachments": {"a1": {"name": "a"}}}"#,
        #"{"attachments": {"a1": {"name": "a", "sha256": "../../etc/passwd"}}}"#,
        #"{"attachments": {"a1": {"name": "a", "sha256": "\#(hash.uppercased())"}}}"#,
        #"{"attachments": {"a1": {"name": "a", "sha256": "\#(hash)", "size": -1}}}"#,
        #"{"intervals": {"i1": {}}}"#, #"{"intervals": {"i1": {"start": 1}}}"#,
        #"{"intervals": {"i1": {"start": "2026-11-22T09:00:00Z", "end": null}}}"#,
        #"{"intervals": {"i1": {"start": "2026-11-22T09:00:00Z", "utcOffset": "CET"}}}"#,
        #"{"intervals": {"i1": {"date": "2026-11-22"}}}"#,
        #"{"intervals": {"i1": {"date": "2026-11-31", "seconds": 1}}}"#,
        #"{"intervals": {"i1": {"date": "2026-11-22", "seconds": -1}}}"#,
        #"{"intervals": {"i1": {"date": "2026-11-22", "seconds": 9223372036854775807}}}"#,
        #"{"events": {"e1": {"at": "2026-11-22T09:00:00Z"}}}"#, #"{"events": {"e1": {"seq": 1}}}"#,
        #"{"events": {"e1": {"seq": 9223372036854775807, "at": "2026-11-22T09:00:00Z"}}}"#,
        #"{"events": {"e1": {"seq": 1, "at": "2026-11-22T09:00:00Z", "for": "then"}}}"#, #"{"links": []}"#,
    ])
    func whatIsOfAWrongKindIsNoSession(_ members: String) {
        #expect(throws: SessionChecker.Problem.self) { try session(members) }
    }

    @Test(arguments: ["createdAt", "createdBy", "id", "schema", "status", "title"])
    func whatMustBeThereIsMissed(_ key: String) throws {
        var document = try session().document
        document[key] = nil
        let problem = #expect(throws: SessionChecker.Problem.self) { try SessionChecker.check(document) }
        #expect(problem?.pointer == JSONPointer(key))
    }

    @Test func whatIsNotKnownIsLetThrough() throws {
        _ = try session(
            #"""
            {"tomorrow": [null], "archived": {}, "goals": {"g1": {"title": "a", "x": 1, "milestones": {}}}, "links": {"a": 1},
             "events": {"e1": {"seq": 0, "at": "2026-11-22T09:00:00Z", "type": "unheard-of"}},
             "intervals": {"i1": {"date": "2026-11-22", "seconds": 0, "y": {}}}, "schema": 7}
            """#)
    }

    @Test(arguments: [
        (#"{"tags": 1}"#, "/tags"), (#"{"goals": {"g1": {"title": 1}}}"#, "/goals/g1/title"),
        (#"{"goals": {"g1": {"title": "a", "milestones": {"m1": 1}}}}"#, "/goals/g1/milestones/m1"),
        (
            #"{"goals": {"g1": {"title": "a", "milestones": {"m1": {"title": "b", "evidence": {"exit": 0}}}}}}"#,
            "/goals/g1/milestones/m1/evidence/at"
        ),
        (#"{"links": {"k1": {"target": 1}}}"#, "/links/k1/target"),
        (#"{"participants": {"a/b": 1}}"#, "/participants/a~1b"),
        (#"{"intervals": {"i1": {"seconds": 1}}}"#, "/intervals/i1"),
        (#"{"intervals": {"i1": {"start": 1}}}"#, "/intervals/i1/start"),
        (#"{"reflection": {"learned": {"l1": 1}}}"#, "/reflection/learned/l1"),
    ])
    func theProblemIsNamedByItsPath(_ members: String, _ pointer: String) {
        let problem = #expect(throws: SessionChecker.Problem.self) { try session(members) }
        #expect(problem?.pointer.description == pointer)
    }

    @Test func aMessageNamesTheLineAndTheColumn() throws {
        var document = try session(
            #"{"goals": {"g1": {"title": "a", "milestones": {"m1": {"title": "b"}}}}}"#
        ).document
        _ = document.set(7, at: JSONPointer("goals", "g1", "milestones", "m1", "title"))
        let bytes = JSON.object(document).bytes(.file)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let line = try #require(lines.firstIndex { $0.hasSuffix("7") }) + 1
        let error = #expect(throws: SessionsError.self) {
            try SessionFile.parse(bytes, id: "k7m2q9wd4xhz", path: "x.json")
        }
        #expect(
            error?.message
                == "cannot read 'x.json': line \(line), column 20: expected a text at /goals/g1/milestones/m1/title"
        )
    }
}
