import Testing

@testable import SessionsCore

@Suite struct GoalTests {
    private let bench = Workbench()

    private func planned() throws -> Session {
        try bench.draft { plan in
            plan.goals = [.init("Find"), .init("Fix"), .init("Verify")]
            plan.goals[1].milestones = ["lexer", "parser"]
        }
    }

    @Test func aGoalStandsBehindTheOthers() throws {
        var session = try planned()
        let sequence = session.lastSequence
        var goal = SessionPlan.PlannedGoal(" Ship ")
        goal.isRequired = true
        goal.weight = 0.5
        goal.planned = TimeAmount(seconds: 150)
        goal.milestones = ["a", "b"]
        #expect(try bench.engine("09:00").addGoal(goal, to: &session))
        try SessionChecker.check(session.document)
        let added = try #require(session.goals.last)
        #expect(added.title == "Ship" && added.isRequired && added.weight == 0.5 && added.position == 4)
        #expect(added.planned?.seconds == 150 && added.milestones.map(\.title) == ["a", "b"])
        #expect(session.history(after: sequence) == ["added /goals/g… to Ship"])
    }

    @Test(arguments: [-1, -0.001, .nan, .infinity, 1e7])
    func aWeightIsWithinBounds(_ weight: Double) throws {
        var session = try planned()
        var goal = SessionPlan.PlannedGoal("a")
        goal.weight = weight
        #expect(try refusal { _ = try bench.engine("09:00").addGoal(goal, to: &session) }.code == .usage)
    }

    @Test(arguments: ["", "a\nb"])
    func aGoalAndItsMilestonesAreTitled(_ title: String) throws {
        let before = try planned()
        var session = before
        #expect(
            try refusal { _ = try bench.engine("09:00").addGoal(.init(title), to: &session) }.code == .usage)
        var goal = SessionPlan.PlannedGoal("a")
        goal.milestones = ["b", .init(title)]
        #expect(try refusal { _ = try bench.engine("09:00").addGoal(goal, to: &session) }.code == .usage)
        #expect(session == before)
    }

    @Test func reachingAMilestoneAndThenTheGoal() throws {
        var session = try planned()
        let sequence = session.lastSequence
        #expect(try bench.engine("09:00").reach(GoalReference("2.1"), in: &session))
        #expect(session.goals[1].progress == 0.5 && !session.goals[1].isDone)
        #expect(session.progress == 0.5 / 3)
        #expect(
            try bench.engine("10:00", by: "lin").reach(
                GoalReference("2"), in: &session, at: .instant(at("09:45"))))
        #expect(session.goals[1].isDone)
        #expect(session.goals[1].milestones.map(\.doneAt) == [at("09:00"), at("09:45")])
        #expect(
            session.document[
                JSONPointer(
                    "goals", session.goals[1].id, "milestones", session.goals[1].milestones[1].id, "doneBy")]
                == "lin")
        #expect(
            session.history(after: sequence) == [
                "checked /goals/g…/milestones/m…/doneAt to 2026-11-22T09:00:00.000Z",
                "checked /goals/g…/milestones/m…/doneAt to 2026-11-22T09:45:00.000Z for 09:45",
            ])
        let before = session
        #expect(try !bench.engine("11:00").reach(GoalReference("2"), in: &session))
        #expect(try !bench.engine("11:00").reach(GoalReference("2.2"), in: &session))
        #expect(session == before)
    }

    @Test func aGoalWithoutMilestonesIsMarkedItself() throws {
        var session = try planned()
        #expect(try bench.engine("09:00").reach(GoalReference("1"), in: &session))
        #expect(session.goals[0].isDone && session.progress == 1.0 / 3)
        #expect(try !bench.engine("09:30").reach(GoalReference("1"), in: &session))
    }

    @Test func aGoalIsNotReachedInTheFuture() throws {
        var session = try planned()
        #expect(
            try refusal {
                _ = try bench.engine("09:00").reach(
                    GoalReference("1"), in: &session, at: .instant(at("09:01")))
            }.code == .refused)
    }

    @Test func aReferenceIsANumberOrTheBeginningOfAnID() throws {
        let session = try session(
            #"""
            {"goals": {
                "gb2": {"title": "one", "position": 1, "milestones": {"mk2": {"title": "x", "position": 1},
                                                                     "mk3": {"title": "y", "position": 2}}},
                "gb3": {"title": "two", "position": 2}, "gc2": {"title": "three", "position": 3}}}
            """#)
        func named(_ text: String) throws -> String {
            let (goal, milestone) = try GoalReference(text).resolve(in: session)
            return milestone.map { "\(goal.title) \($0.title)" } ?? goal.title
        }
        #expect(try named("1") == "one" && named("3") == "three" && named("1.2") == "one y")
        #expect(try named("gb2") == "one" && named("gc") == "three" && named("mk3") == "one y")
        #expect(
            throws: SessionsError.ambiguous(kind: "goal", reference: "gb", candidates: ["gb2", "gb3"])
        ) { try named("gb") }
        #expect(
            throws: SessionsError.ambiguous(kind: "goal", reference: "mk", candidates: ["mk2", "mk3"])
        ) { try named("mk") }
        for text in [
            "", "g", "0", "4", "-1", "99999999999999999999", "-9223372036854775808", "1.0", "1.3", "2.1",
            "1.", ".1",
            "1.1.1", "1.-9223372036854775808", "gx", "1.x", " 1",
        ] {
            #expect(throws: SessionsError.self, "\(text)") { try named(text) }
        }
        #expect(
            throws: SessionsError.elementNotFound(kind: "milestone", reference: "2.1", session: session.id)
        ) { try named("2.1") }
    }
}
