import CommandKit
import SessionsCore

/// `sessions goal list`: the goals of a session with their numbers.
struct GoalListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List the goals of a session",
        examples: [Example("sessions goal list @", "of the current one")])
    var session = RequiredSession()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
    }

    func run(in context: Context) throws {
        let session = try context.session(session.id)
        if context.isJSON { return try context.print(session.output(now: context.now)["goals"] ?? []) }
        if context.isQuiet {
            for goal in session.goals { try context.print(goal.id) }
            return
        }
        for line in GoalLines.of(session, context.output.style) { try context.print(line) }
    }
}
