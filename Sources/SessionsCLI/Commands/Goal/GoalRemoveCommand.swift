import CommandKit
import SessionsCore

/// `sessions goal remove`: take a goal or a milestone away.
struct GoalRemoveCommand: SessionsCommand {
    static let info = CommandInfo(
        "remove", "Take a goal or a milestone away",
        discussion: "Those behind it move up one number. 'sessions undo' brings it back.",
        examples: [
            Example("sessions goal remove @ 3", "the third goal, with its milestones"),
            Example("sessions goal remove @ 2.1", "one milestone"),
        ])
    static let joinsBatch = true
    var session = RequiredSession()
    var goal = ""
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.argument("<goal>", &goal, "The goal, like 2, or milestone, like 2.1")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.changeSessions(
            [session.id], asList: false, change, done: "Goal removed from", already: "Unchanged"
        ) { session, engine, _ in
            try engine.remove(GoalReference(goal), from: &session)
        }
    }
}
