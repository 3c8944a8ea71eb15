import Testing

@testable import SessionsCore

@Suite struct TemplateTests {
    @Test(arguments: [
        ("bug-fix", 90, ["bug"], ["Reproduce", "Isolate", "Fix", "Verify"]),
        ("feature", 180, ["feature"], ["Design", "Build", "Test", "Document", "Review"]),
        ("research", 120, ["research"], ["Question", "Sources", "Experiment", "Findings"]),
    ])
    func theBuiltInOnesHoldWhatTheyPromise(
        _ name: String, _ minutes: Int, _ tags: [String], _ goals: [String]
    ) throws {
        var plan = SessionPlan()
        try Template.named(name).apply(to: &plan)
        #expect(plan.template == name && plan.tags == tags)
        #expect(plan.planned?.seconds == minutes * 60)
        #expect(plan.goals.map(\.title) == goals)
        #expect(plan.goals.map(\.isRequired) == goals.indices.map { $0 == goals.count - 1 })
    }

    @Test func aBlankOneHoldsNothing() throws {
        var plan = SessionPlan()
        try Template.named("blank").apply(to: &plan)
        #expect(plan.template == "blank" && plan.tags == [] && plan.planned == nil && plan.goals.isEmpty)
    }

    @Test func whatThePlanSaysGoesBefore() throws {
        var plan = SessionPlan()
        plan.planned = TimeAmount(seconds: 60)
        plan.tags = ["safari"]
        plan.goals = [.init("Tell the others")]
        try Template.named("bug-fix").apply(to: &plan)
        #expect(plan.planned?.seconds == 60 && plan.tags == ["safari", "bug"])
        #expect(plan.goals.map(\.title) == ["Reproduce", "Isolate", "Fix", "Verify", "Tell the others"])
        #expect(plan.goals.filter(\.isRequired).map(\.title) == ["Verify"])
    }

    @Test(arguments: ["", "bugfix", "Bug-Fix", "../bug-fix"])
    func anUnknownNameSaysWhichThereAre(_ name: String) {
        #expect(
            throws: SessionsError.templateNotFound(
                name: name, known: ["blank", "bug-fix", "feature", "research"])
        ) { try Template.named(name) }
    }
}
