import CommandKit
import SessionsCore

/// `sessions goal reopen`: mark goals and milestones as open again.
struct GoalReopenCommand: SessionsCommand {
    static let info = CommandInfo(
        "reopen", "Mark goals or milestones as open again",
        examples: [
            Example("sessions goal reopen @ 2", "the second goal, with all its milestones"),
            Example("sessions goal reopen @ 2.1", "one milestone of it"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var goals: [String] = []
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<goal>…", &goals, "The goals, like 2, or milestones, like 2.1", required: true)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let references = goals.map(GoalReference.init)
        try context.changeSessions(
            [session.id], asList: false, change, done: "Goal reopened in", already: "Open already in"
        ) { session, engine, _ in
            var hasChanged = false
            for reference in references where try engine.reopen(reference, in: &session) { hasChanged = true }
            return hasChanged
        }
    }
}
