import Testing

@testable import SessionsCore

@Suite struct GoalEditingTests {
    private let bench = Workbench()

    private func planned() throws -> Session {
        try bench.draft { plan in
            plan.goals = [.init("Find"), .init("Fix"), .init("Verify")]
            plan.goals[1].milestones = ["lexer", "parser"]
        }
    }

    private func change(
        _ goal: String, in session: inout Session, _ change: (inout GoalChanges) -> Void
    ) throws -> Bool {
        var changes = GoalChanges()
        change(&changes)
        let hasChanged = try bench.engine("09:00").change(GoalReference(goal), in: &session, changes)
        try SessionChecker.check(session.document)
        return hasChanged
    }

    private func titles(_ session: Session) -> [String] { session.goals.map(\.title) }

    @Test func aGoalIsReopenedWithItsMilestones() throws {
        var session = try planned()
        let before = session.document["goals"]
        let engine = bench.engine("09:00")
        for goal in ["1", "2"] { _ = try engine.reach(GoalReference(goal), in: &session) }
        let sequence = session.lastSequence
        #expect(try engine.reopen(GoalReference("2.1"), in: &session))
        #expect(session.goals[1].milestones.map(\.isDone) == [false, true])
        #expect(try engine.reopen(GoalReference("2"), in: &session))
        #expect(try engine.reopen(GoalReference("1"), in: &session))
        #expect(session.document["goals"] == before && session.progress == 0)
        let time = "from 2026-11-22T09:00:00.000Z"
        #expect(
            session.history(after: sequence) == [
                "checked /goals/g…/milestones/m…/doneAt \(time)",
                "checked /goals/g…/milestones/m…/doneAt \(time)",
                "checked /goals/g…/doneAt \(time)",
            ])
        for goal in ["1", "2", "2.1", "3"] {
            #expect(try !engine.reopen(GoalReference(goal), in: &session), "\(goal)")
        }
    }

    @Test func everyFieldOfAGoalChangesWithItsEvent() throws {
        var session = try planned()
        let sequence = session.lastSequence
        let all: (inout GoalChanges) -> Void = { changes in
            changes.title = " Mend "
            changes.isRequired = true
            changes.weight = 2.5
            changes.planned = TimeAmount(seconds: 1800)
        }
        #expect(try change("2", in: &session, all))
        let goal = session.goals[1]
        #expect(
            goal.title == "Mend" && goal.isRequired && goal.weight == 2.5 && goal.planned?.seconds == 1800)
        #expect(
            session.history(after: sequence) == [
                "edited /goals/g…/title from Fix to Mend", "edited /goals/g…/required to true",
                "edited /goals/g…/weight to 2.5", "edited /goals/g…/plannedMinutes to 30",
            ])
        let before = session
        #expect(try !change("2", in: &session, all) && session == before)
        #expect(
            try change("2", in: &session) {
                $0.planned = .some(nil); $0.isRequired = false
            })
        #expect(session.goals[1].planned == nil && !session.goals[1].isRequired)
    }

    @Test func aGoalAsItIsHasNothingToChange() throws {
        var session = try planned()
        #expect(
            try !change("1", in: &session) { changes in
                changes.title = "Find"
                changes.isRequired = false
                changes.weight = 1
                changes.planned = .some(nil)
                changes.place = 1
            })
        #expect(!GoalChanges().saysAnything)
    }

    @Test func aMilestoneIsAddedBehindTheOthersAndOpensTheGoal() throws {
        var session = try planned()
        _ = try bench.engine("09:00").reach(GoalReference("2"), in: &session)
        let sequence = session.lastSequence
        #expect(try change("2", in: &session) { $0.milestones = ["printer", "docs"] })
        #expect(session.goals[1].milestones.map(\.title) == ["lexer", "parser", "printer", "docs"])
        #expect(session.goals[1].milestones.map(\.position) == [1, 2, 3, 4])
        #expect(!session.goals[1].isDone && session.goals[1].progress == 0.5)
        #expect(
            session.history(after: sequence) == [
                "added /goals/g…/milestones/m… to printer", "added /goals/g…/milestones/m… to docs",
            ])
    }

    @Test(arguments: [
        ("3", 1, ["Verify", "Find", "Fix"]), ("1", 2, ["Fix", "Find", "Verify"]),
        ("1", 3, ["Fix", "Verify", "Find"]), ("1", 99, ["Fix", "Verify", "Find"]),
        ("2", 2, ["Find", "Fix", "Verify"]),
    ])
    func aGoalMovesAndTheOthersStay(_ goal: String, _ place: Int, _ expected: [String]) throws {
        var session = try planned()
        let positions = session.goals.map { ($0.title, $0.position) }
        let moved = session.goals[(Int(goal) ?? 1) - 1].title
        let isElsewhere = titles(session) != expected
        #expect(try change(goal, in: &session) { $0.place = place } == isElsewhere)
        #expect(titles(session) == expected)
        for (title, position) in positions where title != moved {
            #expect(session.goals.first { $0.title == title }?.position == position)
        }
    }

    @Test func aMilestoneHasATitleAndAPlace() throws {
        var session = try planned()
        #expect(
            try change("2.2", in: &session) {
                $0.title = "printer"; $0.place = 1
            })
        #expect(session.goals[1].milestones.map(\.title) == ["printer", "lexer"])
        let before = session
        for wrong in [
            { $0.weight = 2 }, { $0.isRequired = true }, { $0.planned = .some(nil) },
            { $0.milestones = ["x"] },
        ] as [(inout GoalChanges) -> Void] {
            #expect(try refusal { _ = try change("2.1", in: &session, wrong) }.code == .usage)
        }
        #expect(session == before)
    }

    @Test func whatCannotBeIsRefusedAndNothingChanges() throws {
        let before = try planned()
        var session = before
        for wrong in [
            { $0.weight = -1 }, { $0.weight = .nan }, { $0.title = " " },
            {
                $0.title = "new"; $0.milestones = ["fine", "a\nb"]
            },
        ] as [(inout GoalChanges) -> Void] {
            #expect(try refusal { _ = try change("1", in: &session, wrong) }.code == .usage)
        }
        #expect(try refusal { _ = try change("9", in: &session) { $0.title = "x" } }.code == .notFound)
        #expect(session == before)
    }

    @Test func aGoalGoesWithItsMilestonesAndAMilestoneAlone() throws {
        var session = try planned()
        let sequence = session.lastSequence
        let engine = bench.engine("09:00")
        #expect(try engine.remove(GoalReference("2.1"), from: &session))
        #expect(session.goals[1].milestones.map(\.title) == ["parser"])
        #expect(try engine.remove(GoalReference("2"), from: &session))
        #expect(titles(session) == ["Find", "Verify"])
        #expect(
            session.history(after: sequence) == [
                "removed /goals/g…/milestones/m… from lexer", "removed /goals/g… from Fix",
            ])
        #expect(try refusal { _ = try engine.remove(GoalReference("3"), from: &session) }.code == .notFound)
    }
}
