import CommandKit
import SessionsCore
import Terminal

/// `sessions goal list`: the goals of a session with their numbers.
struct GoalListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List the goals of a session",
        discussion: "Each with its number and the beginning of its id; either names it in other commands.",
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
        let output = context.output
        if output.isTerminal, let progress = session.progress {
            let bar = Bar(columns: min(output.width - 2, 40), isPlain: output.isDumb)
            try context.print("  " + bar.progressBar(progress))
        }
        let goals = GoalLines(session, output.style, width: output.lineWidth, showsIDs: true)
        for line in goals.lines { try context.print(line) }
    }
}
