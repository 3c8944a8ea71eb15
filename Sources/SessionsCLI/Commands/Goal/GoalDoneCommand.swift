import CommandKit
import SessionsCore

/// `sessions goal done`: mark goals and milestones as reached.
struct GoalDoneCommand: SessionsCommand {
    static let info = CommandInfo(
        "done", "Mark goals or milestones as reached",
        discussion:
            "They are named by their number, as 'goal list' shows it, or by the beginning of their id.",
        examples: [
            Example("sessions goal done @ 2", "the second goal, with all its milestones"),
            Example("sessions goal done @ 2.1 2.2", "two milestones of it"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var goals: [String] = []
    var at = Moment.now
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<goal>…", &goals, "The goals, like 2, or milestones, like 2.1", required: true)
        arguments.option("--at <time>", &at, "When they were reached")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let references = goals.map(GoalReference.init)
        try context.changeSessions(
            [session.id], asList: false, change, done: "Goal reached in", already: "Reached already in"
        ) {
            session, engine, _ in
            var hasChanged = false
            for reference in references where try engine.reach(reference, in: &session, at: at) {
                hasChanged = true
            }
            return hasChanged
        }
    }
}
