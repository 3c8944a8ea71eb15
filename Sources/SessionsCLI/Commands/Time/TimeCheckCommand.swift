import CommandKit
import SessionsCore
import Terminal

/// `sessions time check`: tracked time that cannot be, or hardly.
struct TimeCheckCommand: SessionsCommand {
    static let info = CommandInfo(
        "check", "Find tracked time that cannot be right",
        discussion: """
            Clocks that run for too long, stretches and days of more than 24 hours, time in the future, and time \
            that overlaps other time of the same person in the session; each with the command that mends it, in which TIME and \
            AMOUNT stand for what only you know. Archived sessions are looked at too.
            """,
        examples: [
            Example("sessions time check", "in all sessions"),
            Example("sessions time check project:web", "in those of a project"),
        ])
    var query = QuerySelection()

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
    }

    func run(in context: Context) throws {
        let isMe = try context.isMe()
        var check = TimeCheck(
            now: context.now, zone: context.zone, longestWatch: try context.longestWatch(), isMe: isMe)
        guard let read = try query.query(context) else { return }
        try query.eachSessionByID(context, read, archived: .counted) { check.add($0) }
        let problems = check.problems
        if context.isQuiet {
            for problem in problems { try context.print(problem.interval.id) }
            return
        }
        let display = try context.display()
        func command(_ problem: TimeCheck.Problem) -> String {
            problem.mending(display.shortIDs.short(problem.session), isMe: isMe)
        }
        if context.isJSON {
            return try context.printArray(problems) { problem in
                [
                    "command": .string(command(problem)), "interval": .string(problem.interval.id),
                    "kind": .string(problem.kind.rawValue), "problem": .string(problem.text(display)),
                    "session": .string(problem.session),
                ]
            }
        }
        for problem in problems {
            let id = Span(display.shortIDs.short(problem.session), .yellow)
            try context.print([Span("\(problem.title): \(problem.text(display))")], after: [id, Span("  ")])
            try context.print([Span("mend it with '\(command(problem))'", .dim)], after: [Span("      ")])
        }
        if problems.isEmpty, context.output.isTerminal { context.note("nothing is wrong") }
    }
}

extension TimeCheck.Problem {
    fileprivate func text(_ display: SessionDisplay) -> String {
        let which = "\(number), \(IntervalLines.extent(of: interval, display)),"
        let tracked = TimeAmount(seconds: interval.seconds(now: display.now))
        switch kind {
        case .forgotten: return "\(which) of \(interval.by), runs for \(tracked)"
        case .tooLong: return "\(which) took \(tracked) without a break"
        case .future: return "\(which) is not over before \(display.time(display.now))"
        case .backwards: return "\(which) ends before it begins"
        case .overlapping: return "\(which) overlaps \(other ?? 0)"
        case .fullDay:
            return "\(day?.day.description ?? "") has \(day?.tracked.description ?? "") of \(interval.by), "
                + "\(tracked) of it in \(number)"
        }
    }

    /// What takes time away is left for a person to fill in.
    fileprivate func mending(_ id: String, isMe: (String) -> Bool) -> String {
        let edit = "sessions time edit \(id) \(number)"
        switch (kind, interval.extent) {
        case (.forgotten, _):
            return ForgottenClock.mending(id, number, isRunning: true, isMine: isMe(interval.by))
        case (.overlapping, _): return "\(edit) --start TIME"
        case (.fullDay, .amount): return "\(edit) --for AMOUNT"
        case (.fullDay, .stretch), (.tooLong, _), (.future, _), (.backwards, _): return "\(edit) --end TIME"
        }
    }
}
