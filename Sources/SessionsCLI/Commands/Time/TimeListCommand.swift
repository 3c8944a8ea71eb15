import CommandKit
import SessionsCore

/// `sessions time list`: the tracked time of a session with its numbers.
struct TimeListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List the tracked time of a session",
        discussion:
            "Each stretch with its number and the beginning of its id; either names it in other commands.",
        examples: [Example("sessions time list @", "of the current one")])
    var session = RequiredSession()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
    }

    func run(in context: Context) throws {
        let session = try context.session(session.id)
        if context.isJSON { return try context.print(session.output(now: context.now)["intervals"] ?? []) }
        if context.isQuiet {
            for interval in session.intervals { try context.print(interval.id) }
            return
        }
        var display = try context.display()
        display.longestWatch = try context.longestWatch()
        for line in IntervalLines(session, display).lines { try context.print(line.spans, after: line.lead) }
    }
}
