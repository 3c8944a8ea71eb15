import CommandKit
import SessionsCore

/// `sessions goal add`: add a goal to a session.
struct GoalAddCommand: SessionsCommand {
    static let info = CommandInfo(
        "add", "Add a goal to a session",
        discussion: """
            'goal edit --milestone' adds a step to a goal that is there. A step with a check is reached when that \
            command succeeds: see 'sessions goal check'.
            """,
        examples: [
            Example(
                "sessions goal add @ Ship it --required", "it must be reached before the session is completed"
            ),
            Example("sessions goal add k7m2 Test --milestone unit --milestone by-hand", "in two steps"),
            Example("sessions goal add @ Verify --check 'make test'", "a command proves it"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var title: [String] = []
    var goal = SessionPlan.PlannedGoal("")
    var plan: AmountText?
    var milestones = MilestoneOptions()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<title>…", &title, "What is to be reached", required: true)
        milestones.declare(&arguments)
        arguments.flag("--required", &goal.isRequired, "The session is not completed without it")
        arguments.option("--weight <number>", &goal.weight, "What it counts for in the progress (default: 1)")
        arguments.option("--plan <time>", &plan, "How long it is to take")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        var goal = goal
        goal.title = title.joined(separator: " ")
        goal.planned = try plan.map(context.amount)
        let steps = try milestones.steps(for: "sessions goal add")
        goal.milestones = steps.milestones + steps.checks.map { .init($0, check: $0) }
        try context.changeSessions(
            [session.id], asList: false, change, done: "Goal added to", already: "Unchanged"
        ) {
            session, engine, _ in try engine.addGoal(goal, to: &session)
        }
        context.trustTyped(milestones.checks, change)
    }
}
