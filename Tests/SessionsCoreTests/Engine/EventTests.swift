import Testing

@testable import SessionsCore

@Suite struct EventTests {
    private let bench = Workbench()

    @Test func numbersGoOnFromTheHighestInTheFile() throws {
        var session = try session(
            #"""
            {"events": {"e1": {"seq": 7, "at": "2026-11-22T20:00:00Z"}, "e2": {"seq": 3, "at": "2026-11-22T21:00:00Z"}}}
            """#)
        _ = try bench.engine("09:00").start(&session)
        _ = try bench.engine("10:00").comment(on: &session, "a")
        #expect(session.events.map(\.sequence) == [3, 7, 8, 9])
        // The clock of who wrote before was ahead; what comes later is later all the same.
        #expect(session.updatedAt == at("10:00"))
    }

    @Test func anEventSaysWhoAndWhenAndWhatOnly() throws {
        var session = try bench.draft()
        _ = try bench.engine("09:00").start(&session)
        let stored = session.document["events"]?.objectValue?.first { $0.value.objectValue?["seq"] == 2 }
        #expect(
            stored?.value == [
                "at": "2026-11-22T09:00:00.000Z", "by": "ada@example.org", "from": "draft", "path": "/status",
                "seq": 2, "to": "active", "type": "started",
            ])
    }

    @Test func theClaimedTimeIsThereOnlyWhereItDiffers() throws {
        var session = try bench.draft()
        _ = try bench.engine("09:00").start(&session, at: .instant(at("09:00")))
        _ = try bench.engine("10:00").pause(&session, at: .instant(at("09:30")))
        #expect(session.events.map(\.claimed) == [nil, nil, at("09:30")])
        #expect(session.events.map(\.happened) == [at("08:00"), at("09:00"), at("09:30")])
    }

    @Test(arguments: [(200, true), (201, false)])
    func longTextsAreNotRepeated(_ length: Int, _ isRepeated: Bool) throws {
        var session = try bench.draft()
        var changes = FieldChanges()
        changes.description = String(repeating: "a", count: length)
        _ = try bench.engine("09:00").change(&session, changes)
        #expect((session.events.last?.to != nil) == isRepeated)
        changes.description = "short"
        _ = try bench.engine("10:00").change(&session, changes)
        #expect((session.events.last?.from != nil) == isRepeated)
        #expect(session.events.last?.to == "short")
    }

    @Test func anUnknownTypeIsKeptAndHasItsPlace() throws {
        var session = try session(
            #"{"events": {"e1": {"seq": 1, "at": "2026-11-22T20:00:00Z", "type": "teleported", "x": 2.50}}}"#)
        #expect(session.events.first?.kind == nil)
        _ = try bench.engine("09:00").comment(on: &session, "a")
        #expect(
            session.document[JSONPointer("events", "e1")] == [
                "seq": 1, "at": "2026-11-22T20:00:00Z", "type": "teleported",
                "x": .number(JSONNumber(scanned: "2.50")),
            ])
    }
}

@Suite struct SurvivalTests {
    /// Something unknown at every level, and numbers that this program would write otherwise.
    private static let members = #"""
        {"zz": {"a": [1.0, null, {"b": 1e400}]}, "plannedMinutes": 2.50, "status": "active", "tags": ["a", "b"],
         "archivedBefore": -0, "source": {"id": "1", "name": "x", "more": 1.0},
         "participants": {"ada@example.org": "owner"}, "links": {"k1": {"kind": "commit", "n": 1.0}},
         "reflection": {"learned": {"l1": "x"}, "mood": 3.0, "rating": 3, "skills": {"swift": 1.0}},
         "goals": {"g1": {"title": "a", "position": 1.0, "weight": 2.0, "more": 1.0,
                          "milestones": {"m1": {"title": "b", "position": 1.50, "check": "make", "more": {}}}},
                   "g2": {"title": "c", "position": 3.0}},
         "comments": {"c1": {"at": "2026-11-22T08:00:00Z", "text": "x", "likes": 2.0}},
         "attachments": {"a1": {"name": "x", "sha256": "\#(String(repeating: "0", count: 64))", "size": 1.0, "more": 1}},
         "intervals": {"i1": {"by": "ada@example.org", "start": "2026-11-22T08:30:00+00:00", "more": 1.0},
                       "i0": {"by": "lin", "date": "2026-11-21", "seconds": 6.0e2}},
         "events": {"e1": {"seq": 1.0, "at": "2026-11-22T08:00:00Z", "type": "teleported", "more": [1.0]}}}
        """#

    private static let operations:
        [(name: String, replaced: [String], change: @Sendable (Engine, inout Session) throws -> Bool)] = [
            ("pause", ["status"], { try $0.pause(&$1) }), ("complete", ["status"], { try $0.complete(&$1) }),
            ("comment", [], { try $0.comment(on: &$1, "hm", inReplyTo: "1") }),
            (
                "attach", [],
                {
                    try $0.attach(
                        StoredContent(sha256: String(repeating: "1", count: 64), size: 1), as: "b", to: &$1)
                }
            ),
            ("add a goal", [], { try $0.addGoal(.init("new"), to: &$1) }),
            ("reach a milestone", [], { try $0.reach(GoalReference("1.1"), in: &$1) }),
            ("reach a goal", [], { try $0.reach(GoalReference("2"), in: &$1) }),
            (
                "change everything", ["title"],
                { engine, session in
                    var changes = FieldChanges()
                    changes.title = "New"
                    changes.description = "d"
                    changes.project = "p"
                    return try engine.change(&session, changes)
                }
            ),
            (
                "reflect", ["reflection/rating"],
                { engine, session in
                    var reflection = Reflection()
                    reflection.rating = 1
                    reflection.learned = ["y"]
                    return try engine.reflect(on: &session, reflection)
                }
            ),
            (
                "pause, archive, restore, start", [],
                { engine, session in
                    try engine.pause(&session) && engine.archive(&session) && engine.restore(&session)
                        && engine.start(&session)
                }
            ),
        ]

    /// All that was there is there as it was, but for the paths that the operation says it set.
    @Test func nothingIsLostByAnyOperation() throws {
        let before = try session(Self.members)
        for (name, replaced, change) in Self.operations {
            var session = before
            #expect(try change(Workbench().engine("09:00"), &session), "\(name)")
            try SessionChecker.check(session.document)
            let lost = Self.leaves(.object(before.document)).filter { path, value in
                session.document[JSONPointer(components: path)] != value
            }
            #expect(lost.map { $0.path.joined(separator: "/") } == replaced, "\(name)")
        }
    }

    /// Every value that is no object, and where it stands.
    private static func leaves(_ json: JSON, at path: [String] = []) -> [(path: [String], value: JSON)] {
        guard let object = json.objectValue, !object.isEmpty else { return [(path, json)] }
        return object.flatMap { leaves($0.value, at: path + [$0.key]) }
    }
}
