import Testing

@testable import SessionsCore

@Suite struct SessionTests {
    @Test func whatIsNotThereIsNil() throws {
        let session = try session()
        #expect(session.title == "Mend the lexer" && session.status == .draft && session.schema == 1)
        #expect(session.description == nil && session.project == nil && session.template == nil)
        #expect(session.planned == nil && session.source == nil && session.tags == [])
        #expect(session.progress == nil && session.isOverBudget(now: at("20:00")) == nil)
        #expect(session.startedAt == nil && session.completedAt == nil && session.archivedAt == nil)
        #expect(session.updatedAt == session.createdAt && !session.isRunning && !session.isArchived)
        #expect(session.tracked(now: at("20:00")).seconds == 0 && session.wall(now: at("20:00")).seconds == 0)
    }

    @Test func elementsStandInTheirNaturalOrder() throws {
        let session = try session(
            #"""
            {"goals": {"gb": {"title": "second", "position": 1.5}, "ga": {"title": "third", "position": 1.5e1},
                       "gz": {"title": "first", "position": 1}, "gy": {"title": "also second", "position": 1.5}},
             "comments": {"ca": {"text": "late", "at": "2026-11-22T10:00:00Z"},
                          "cb": {"text": "early", "at": "2026-11-22T09:00:00Z"}},
             "intervals": {"ia": {"start": "2026-11-22T09:00:00Z"}, "ib": {"date": "2026-11-22", "seconds": 1},
                           "ic": {"start": "2026-11-22T08:00:00Z"}},
             "attachments": {
                 "ab": {"name": "b", "at": "2026-11-22T09:00:00Z", "sha256": "\#(String(repeating: "0", count: 64))"},
                 "aa": {"name": "a", "at": "2026-11-22T09:00:00Z", "sha256": "\#(String(repeating: "a", count: 64))"}},
             "events": {"ea": {"seq": 2, "at": "2026-11-22T09:00:00Z"}, "eb": {"seq": 1, "at": "2026-11-22T10:00:00Z"},
                        "ec": {"seq": 2, "at": "2026-11-22T08:00:00Z"}, "ed": {"seq": 2, "at": "2026-11-22T09:00:00Z"}}}
            """#)
        #expect(session.goals.map(\.title) == ["first", "second", "also second", "third"])
        #expect(session.comments.map(\.text) == ["early", "late"])
        #expect(session.intervals.map(\.id) == ["ib", "ic", "ia"])
        #expect(session.attachments.map(\.name) == ["a", "b"])
        #expect(session.events.map(\.id) == ["eb", "ec", "ea", "ed"])
    }

    @Test func progressIsTheWeightedShareOfMilestones() throws {
        let done = #""doneAt": "2026-11-22T09:00:00Z""#
        let session = try session(
            #"""
            {"goals": {
                "g1": {"title": "half", "weight": 2,
                       "milestones": {"m1": {"title": "a", \#(done)}, "m2": {"title": "b"}}},
                "g2": {"title": "whole", \#(done)},
                "g3": {"title": "none", "required": true},
                "g4": {"title": "own mark does not count", "weight": 0, \#(done), "milestones": {"m3": {"title": "c"}}}}}
            """#)
        #expect(session.progress == 0.5)
        #expect(session.goals.map(\.isDone) == [false, true, false, false])
        #expect(session.openRequiredGoals.map(\.id) == ["g3"])
    }

    @Test func goalsThatAllWeighNothingHaveNoProgress() throws {
        #expect(try session(#"{"goals": {"g1": {"title": "a", "weight": 0}}}"#).progress == nil)
    }

    @Test func timesComeFromTheEvents() throws {
        let session = try session(
            #"""
            {"status": "completed", "events": {
                "e1": {"seq": 1, "at": "2026-11-22T08:00:00Z", "type": "created"},
                "e2": {"seq": 2, "at": "2026-11-22T10:00:00Z", "type": "started", "for": "2026-11-22T09:30:00Z"},
                "e3": {"seq": 3, "at": "2026-11-22T10:30:00Z", "type": "started", "for": "2026-11-22T09:00:00Z"},
                "e4": {"seq": 4, "at": "2026-11-22T11:00:00Z", "type": "completed"},
                "e5": {"seq": 5, "at": "2026-11-22T11:10:00Z", "type": "started"},
                "e6": {"seq": 6, "at": "2026-11-22T12:30:00Z", "type": "completed", "for": "2026-11-22T12:00:00Z"},
                "e7": {"seq": 7, "at": "2026-11-22T12:20:00Z", "type": "something of tomorrow"}}}
            """#)
        #expect(session.startedAt == at("09:00"))
        #expect(session.completedAt == at("12:00"))
        #expect(session.updatedAt == at("12:20"))
        var reopened = session
        reopened.document["status"] = "active"
        #expect(reopened.completedAt == nil)
    }

    @Test func trackedTimeIsAddedUpAndWallTimeIsTheUnion() throws {
        let session = try session(
            #"""
            {"plannedMinutes": 2.50, "intervals": {
                "i1": {"by": "ada", "start": "2026-11-22T09:00:00Z", "end": "2026-11-22T10:00:00Z"},
                "i2": {"by": "lin", "start": "2026-11-22T09:30:00Z"},
                "i3": {"by": "lin", "date": "2026-11-21", "seconds": 600}}}
            """#)
        #expect(session.tracked(now: at("11:00")).seconds == 3600 + 5400 + 600)
        #expect(session.wall(now: at("11:00")).seconds == 7200)
        #expect(session.isRunning)
        #expect(session.planned?.seconds == 150 && session.isOverBudget(now: at("11:00")) == true)
    }

    /// Time that is as long as the plan is within it.
    @Test func theBudgetIsOverOnceMoreIsTracked() throws {
        let session = try session(
            #"{"plannedMinutes": 10, "intervals": {"i1": {"start": "2026-11-22T09:00:00Z"}}}"#)
        #expect(session.isOverBudget(now: at("09:10")) == false)
        #expect(session.isOverBudget(now: at("09:10").advanced(bySeconds: 1)) == true)
    }

    @Test func anArchivedSessionKeepsWhatItWas() throws {
        let session = try session(
            #"{"status": "paused", "archived": {"at": "2026-11-22T09:00:00Z", "by": "ada"}}"#)
        #expect(session.status == .archived && session.statusBefore == .paused)
        #expect(session.archivedAt == at("09:00"))
    }
}

@Suite struct SessionOutputTests {
    private func output(_ members: String) throws -> JSONObject {
        try session(members).output(now: at("11:00"))
    }

    @Test func aBareSessionHasEveryListAndTheDerivedFields() throws {
        let output = try output("{}")
        for key in [
            "goals", "comments", "attachments", "intervals", "events", "links", "participants", "tags",
        ] {
            #expect(output[key] == [], "\(key)")
        }
        #expect(output["status"] == "draft" && output["statusBefore"] == nil && output["running"] == false)
        #expect(output["updatedAt"] == "2026-11-22T08:00:00.000Z")
        #expect(output["trackedSeconds"] == 0 && output["wallSeconds"] == 0)
        for key in ["startedAt", "completedAt", "archivedAt", "progress", "overBudget", "reflection"] {
            #expect(output[key] == nil, "\(key)")
        }
    }

    @Test func elementsAreListsInOrderEachWithItsID() throws {
        let output = try output(
            #"""
            {"goals": {"ga": {"title": "B", "position": 2, "x": 1.50, "milestones": {"mb": {"title": "n", "position": 1},
                              "ma": {"title": "o", "position": 2, "doneAt": "2026-11-22T09:00:00Z"}}},
                       "gb": {"title": "A", "position": 1}},
             "participants": {"lin@example.org": "editor", "ada@example.org": "owner"},
             "reflection": {"learned": {"lb": "two", "la": "one"}, "rating": 4, "skills": {"swift": 1}},
             "links": {"k1": {"kind": "commit", "target": "1f3c"}, "k2": "plain"},
             "comments": {"c1": {"text": "hm", "at": "2026-11-22T09:00:00Z", "y": null}}}
            """#)
        #expect(
            try output["goals"]
                == JSON(
                    parsing: #"""
                        [{"id": "gb", "title": "A", "position": 1, "milestones": [], "done": false, "progress": 0},
                         {"id": "ga", "title": "B", "position": 2, "x": 1.50, "done": false, "progress": 0.5,
                          "milestones": [{"id": "mb", "title": "n", "position": 1},
                                         {"id": "ma", "title": "o", "position": 2, "doneAt": "2026-11-22T09:00:00Z"}]}]
                        """#))
        #expect(
            output["participants"] == [
                ["id": "ada@example.org", "role": "owner"], ["id": "lin@example.org", "role": "editor"],
            ])
        #expect(
            output["reflection"] == [
                "learned": [["id": "la", "text": "one"], ["id": "lb", "text": "two"]], "rating": 4,
                "skills": ["swift": 1],
            ])
        #expect(
            output["links"] == [
                ["id": "k1", "kind": "commit", "target": "1f3c"], ["id": "k2", "target": "plain"],
            ])
        #expect(
            output["comments"] == [["id": "c1", "text": "hm", "at": "2026-11-22T09:00:00Z", "y": .null]])
        #expect(output["progress"] == .number(JSONNumber(scanned: "0.25")))
    }

    @Test func derivedFieldsAreThere() throws {
        let output = try output(
            #"""
            {"status": "completed", "archived": {"at": "2026-11-22T10:30:00Z", "by": "ada"}, "plannedMinutes": 2.50,
             "intervals": {"i1": {"start": "2026-11-22T09:00:00Z", "end": "2026-11-22T10:00:00Z"},
                           "i2": {"start": "2026-11-22T09:30:00Z", "end": "2026-11-22T10:00:00Z"}},
             "events": {"e1": {"seq": 1, "at": "2026-11-22T09:00:00Z", "type": "started"},
                        "e2": {"seq": 2, "at": "2026-11-22T10:00:00Z", "type": "completed"},
                        "e3": {"seq": 3, "at": "2026-11-22T10:30:00Z", "type": "archived"}}}
            """#)
        #expect(output["status"] == "archived" && output["statusBefore"] == "completed")
        #expect(output["startedAt"] == "2026-11-22T09:00:00.000Z")
        #expect(output["completedAt"] == "2026-11-22T10:00:00.000Z")
        #expect(output["archivedAt"] == "2026-11-22T10:30:00.000Z")
        #expect(output["updatedAt"] == "2026-11-22T10:30:00.000Z")
        #expect(output["trackedSeconds"] == 5400 && output["wallSeconds"] == 3600)
        #expect(output["overBudget"] == true && output["running"] == false)
        #expect(output["plannedMinutes"] == .number(JSONNumber(scanned: "2.50")))
    }

    @Test func whatThisProgramDoesNotKnowIsShownToo() throws {
        let output = try output(#"{"fromTomorrow": {"a": [1.0, null]}, "tags": ["b", "a"]}"#)
        #expect(try output["fromTomorrow"] == JSON(parsing: #"{"a": [1.0, null]}"#))
        #expect(output["tags"] == ["b", "a"])
    }
}
