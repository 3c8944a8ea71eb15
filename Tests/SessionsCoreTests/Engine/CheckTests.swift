import Testing

@testable import SessionsCore

@Suite("Checks of milestones")
struct CheckTests {
    private let bench = Workbench()

    /// Goals Fix (required; unit: make unit, review) and Later (lint: make lint).
    private func session() throws -> Session {
        try bench.draft { plan in
            var fix = SessionPlan.PlannedGoal("Fix")
            fix.isRequired = true
            fix.milestones = [.init("unit", check: "make unit"), "review"]
            var later = SessionPlan.PlannedGoal("Later")
            later.milestones = [.init("lint", check: "make lint")]
            plan.goals = [fix, later]
        }
    }

    private func result(_ check: OpenCheck, _ end: ProgramEnd) -> CheckResult {
        CheckResult(check, end: end, milliseconds: 1250, commit: "aa")
    }

    private func refusal(_ body: () throws -> Void) throws -> SessionsError {
        try #require(throws: SessionsError.self) { try body() }
    }

    @Test("Those of open milestones are found, all or some")
    func open() throws {
        var session = try session()
        #expect(try session.openChecks().map(\.number) == ["1.1", "2.1"])
        #expect(try session.openChecks(of: [GoalReference("2")]).map(\.command) == ["make lint"])
        #expect(try session.openChecks(of: [GoalReference("1.2")]) == [])
        #expect(session.requiredChecks.map(\.number) == ["1.1"])
        _ = try bench.engine("09:00").reach(GoalReference("1.1"), in: &session)
        #expect(try session.openChecks().map(\.number) == ["2.1"])
        #expect(session.allChecks.map(\.command) == ["make unit", "make lint"])
        #expect(try refusal { _ = try session.openChecks(of: [GoalReference("9")]) }.code == .notFound)
    }

    @Test("A required goal with an open step that no check can reach is open whatever the checks say")
    func unprovable() throws {
        var session = try session()
        #expect(session.unprovableGoal?.title == "Fix")
        _ = try bench.engine("09:00").reach(GoalReference("1.2"), in: &session)
        #expect(session.unprovableGoal == nil)
    }

    @Test("One that passes reaches its milestone, in one event")
    func passes() throws {
        var session = try session()
        let sequence = session.lastSequence
        let check = try session.openChecks()[0]
        #expect(try bench.engine("09:30").record(result(check, .exited(0)), in: &session))
        let milestone = session.goals[0].milestones[0]
        #expect(milestone.doneAt == bench.engine("09:30").now)
        #expect(milestone.evidence?.end == .exited(0))
        #expect(milestone.evidence?.milliseconds == 1250)
        #expect(milestone.evidence?.commit == "aa")
        #expect(session.history(after: sequence).count == 1)
        try SessionChecker.check(session.document)
    }

    @Test(
        "One that fails leaves its milestone open",
        arguments: [ProgramEnd.exited(2), .signalled(9), .timedOut])
    func fails(end: ProgramEnd) throws {
        var session = try session()
        let sequence = session.lastSequence
        let check = try session.openChecks()[0]
        #expect(try bench.engine("09:30").record(result(check, end), in: &session))
        #expect(!session.goals[0].milestones[0].isDone)
        #expect(session.goals[0].milestones[0].evidence?.end == end)
        #expect(
            session.history(after: sequence) == [
                "checked /goals/g…/milestones/m…/evidence to \(end.description)"
            ])
        try SessionChecker.check(session.document)
    }

    @Test("What was found out about another check counts for nothing")
    func changedMeanwhile() throws {
        let check = try session().openChecks()[0]
        var edited = try session()
        let same = try edited.openChecks()[0]
        var changes = GoalChanges()
        changes.checks = ["make other"]
        _ = try bench.engine("09:00").change(GoalReference("1.1"), in: &edited, changes)
        #expect(
            try refusal { _ = try bench.engine("09:30").record(result(same, .exited(0)), in: &edited) }.code
                == .refused)
        // Another session's milestones have other ids.
        #expect(
            try refusal { _ = try bench.engine("09:30").record(result(check, .exited(0)), in: &edited) }.code
                == .refused)
        #expect(!edited.goals[0].milestones[0].isDone)
    }

    @Test("A check is set, changed and taken away; what the old one came to goes with it")
    func edit() throws {
        var session = try session()
        let check = try session.openChecks()[0]
        _ = try bench.engine("09:00").record(result(check, .exited(2)), in: &session)
        let sequence = session.lastSequence
        var changes = GoalChanges()
        changes.checks = ["make other"]
        #expect(try bench.engine("09:10").change(GoalReference("1.1"), in: &session, changes))
        #expect(session.goals[0].milestones[0].check == "make other")
        #expect(session.goals[0].milestones[0].evidence == nil)
        #expect(try !bench.engine("09:10").change(GoalReference("1.1"), in: &session, changes))
        changes.checks = [""]
        #expect(try bench.engine("09:20").change(GoalReference("1.1"), in: &session, changes))
        #expect(session.goals[0].milestones[0].check == nil)
        let path = "/goals/g…/milestones/m…/check"
        #expect(
            session.history(after: sequence) == [
                "edited \(path) from make unit to make other", "edited \(path) from make other",
            ])
        changes.checks = ["a", "b"]
        #expect(
            try refusal { _ = try bench.engine("09:20").change(GoalReference("1.1"), in: &session, changes) }
                .code
                == .usage)
        #expect(try bench.engine("09:20").change(GoalReference("2"), in: &session, changes))
        #expect(session.goals[1].milestones.map(\.title) == ["lint", "a", "b"])
        #expect(session.goals[1].milestones.map(\.check) == ["make lint", "a", "b"])
    }

    @Test("What is no command", arguments: ["", "  ", "a\0b"])
    func noCommand(text: String) throws {
        #expect(try refusal { _ = try SessionRules.check(text) }.code == .usage)
    }

    @Test("The last goal of each template is required")
    func templates() throws {
        for template in Template.builtIn {
            let session = try bench.draft { try template.apply(to: &$0, today: at("08:00").day) }
            let required: [Bool] = session.goals.map(\.isRequired)
            #expect(required == session.goals.indices.map { $0 == session.goals.count - 1 })
        }
    }
}
