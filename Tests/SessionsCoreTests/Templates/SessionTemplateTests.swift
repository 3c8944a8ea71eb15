import Testing

@testable import SessionsCore

@Suite struct SessionTemplateTests {
    /// The minutes that goals took, by title, of a session from 09:00 on.
    private func times(_ members: String) throws -> [String: Int] {
        let session = try session(members)
        var times: [String: Int] = [:]
        for (id, time) in session.goalTimes(now: at("18:00")) {
            times[session.goals.first { $0.id == id }?.title ?? id] = time.seconds / 60
        }
        return times
    }

    private func interval(_ id: String, _ start: String, _ end: String?) -> String {
        let end = end.map { #", "end": "2026-11-22T\#($0):00.000Z""# } ?? ""
        return #""\#(id)": {"by": "ada", "start": "2026-11-22T\#(start):00.000Z"\#(end)}"#
    }

    private func done(_ clock: String) -> String { #""doneAt": "2026-11-22T\#(clock):00.000Z""# }

    @Test func aGoalTakesWhatWasWorkedSinceTheOneBefore() throws {
        let members = """
            {"intervals": {\(interval("i1", "09:00", "10:00")), \(interval("i2", "11:00", "12:00"))},
             "goals": {"g1": {"title": "a", \(done("09:20"))}, "g2": {"title": "b", \(done("11:30"))},
                "g3": {"title": "c", \(done("13:00"))}, "g4": {"title": "open"},
                "g5": {"title": "after", \(done("14:00"))}}}
            """
        #expect(try times(members) == ["a": 20, "b": 70, "c": 30])
    }

    @Test func theStepsOfAGoalCountTogether() throws {
        let members = """
            {"intervals": {\(interval("i1", "09:00", "12:00"))},
             "goals": {"g1": {"title": "a", "milestones": {"m1": {"title": "x", \(done("09:30"))},
                    "m2": {"title": "y", \(done("11:00"))}}}, "g2": {"title": "b", \(done("10:00"))},
                "g3": {"title": "half", "milestones": {"m3": {"title": "x", \(done("11:45"))}, "m4": {"title": "y"}}},
                "g4": {"title": "c", \(done("12:00"))}}}
            """
        #expect(try times(members) == ["a": 90, "b": 30, "c": 15])
    }

    @Test func whatCannotBeToldIsNotSaid() throws {
        let together = """
            {"intervals": {\(interval("i1", "09:00", "12:00"))},
             "goals": {"g1": {"title": "a", \(done("10:00"))}, "g2": {"title": "b", \(done("10:00"))},
                "g3": {"title": "c", \(done("11:00"))}}}
            """
        #expect(try times(together) == ["c": 60])
        let amount = """
            {"intervals": {\(interval("i1", "09:00", "12:00")), "i2": {"by": "ada", "date": "2026-11-22",
                "seconds": 60}}, "goals": {"g1": {"title": "a", \(done("10:00"))}}}
            """
        #expect(try times(amount) == [:])
        #expect(try times("{}") == [:])
    }

    @Test func everybodysTimeCounts() throws {
        let members = """
            {"intervals": {\(interval("i1", "09:00", "10:00")), \(interval("i2", "09:30", nil))},
             "goals": {"g1": {"title": "a", \(done("09:45"))}, "g2": {"title": "b", \(done("10:30"))}}}
            """
        #expect(try times(members) == ["a": 60, "b": 60])
    }

    @Test func aTemplateOfASessionMakesAnotherLikeIt() throws {
        let members = """
            {"title": "Fix {{x}}", "description": "As {{y}} \\\\{{z}}", "project": "web", "tags": ["b", "a{{q}}"],
             "participants": {"ada@example.org": "owner", "lin": "viewer"},
             "intervals": {\(interval("i1", "09:00", "10:00"))},
             "goals": {"g1": {"title": "a {{v}}", "position": 2, "weight": 2.5, "required": true, \(done("09:20")),
                    "milestones": {"m1": {"title": "{{w}}", "check": "make 'a b'", \(done("09:20"))},
                        "m2": {"title": "x", "check": "echo {{no}}", \(done("09:20"))}}},
                "g2": {"title": "first", "position": 1}}}
            """
        let old = try session(members)
        let (document, withoutTime) = Template.document(of: old, now: at("18:00"))
        #expect(withoutTime == ["first"])
        let template = try Template(document, name: "again", origin: .workspace)
        #expect(template.needsTitle && template.fields.isEmpty && template.summary == "Fix {{x}}")
        let plan = try template.plan()
        #expect(plan.title == "Login" && plan.description == old.description && plan.project == "web")
        #expect(plan.tags == ["a{{q}}", "b"] && plan.planned?.seconds == 3600)
        #expect(plan.participants == [Participant(person: "lin", role: .viewer)])
        #expect(plan.goals.map(\.title) == ["first", "a {{v}}"])
        #expect(plan.goals.map { $0.planned?.seconds } == [nil, 1200])
        #expect(plan.goals[1].weight == 2.5 && plan.goals[1].isRequired)
        #expect(plan.goals[1].milestones.map(\.title) == ["{{w}}", "x"])
        #expect(plan.goals[1].milestones.map(\.check) == ["make 'a b'", nil])
    }
}
