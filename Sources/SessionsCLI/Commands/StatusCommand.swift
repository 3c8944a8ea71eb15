import CommandKit
import SessionsCore
import Terminal

/// `sessions status`: what runs now.
struct StatusCommand: SessionsCommand {
    static let info = CommandInfo(
        "status", "Show what is running",
        examples: [Example("sessions status --format '{title} {tracked}'", "for the prompt of a shell")])
    var options = ListOptions()

    mutating func declare(_ arguments: inout Arguments) {
        options.declare(&arguments)
    }

    func run(in context: Context) throws {
        let form = try options.form(context)
        var running: [Session] = []
        let damaged = try context.workspace().eachSession(mentioning: Workspace.activeMarks) { session in
            if session.isRunning { running.append(session) }
        }
        context.report(damaged: damaged)
        running.sort { ($0.startedAt ?? $0.createdAt, $0.id) < ($1.startedAt ?? $1.createdAt, $1.id) }
        if context.isJSON { return try printJSON(running, context) }
        guard case .table = form, options.fields == nil else {
            return try context.printList(running, options)
        }
        if running.isEmpty { try context.print("Nothing is running.") }
        let display = try context.display()
        for session in running { try print(session, display, context) }
        try context.noteRunningInPersonalWorkspace()
    }

    private func printJSON(_ running: [Session], _ context: Context) throws {
        let display = try options.fields == nil ? nil : context.display()
        let sessions = running.map { session in
            let output = session.output(now: context.now)
            return JSON.object(display.flatMap { options.fields?.members(of: output, session, $0) } ?? output)
        }
        let path = try context.workspace().path
        try context.print(["running": .array(sessions), "workspace": .string(path)])
    }

    private func print(_ session: Session, _ display: SessionDisplay, _ context: Context) throws {
        let id = display.shortIDs.short(session.id)
        try context.print([Span(session.title, .bold)], after: [Span(id, .yellow), Span("  ")])
        let margin = [Span("      ")]
        for interval in session.intervals where interval.isOpen {
            let amount = TimeAmount(seconds: interval.seconds(now: context.now))
            var line = [Span("\(interval.by) since \(display.time(interval.order)), \(amount)")]
            if interval.isForgotten(now: context.now) {
                line.append(Span(" — forgotten? end it with 'sessions pause \(id) --at TIME'", .red))
            }
            try context.print(line, after: margin)
        }
        var words: [Span] = []
        let tracked = session.tracked(now: context.now)
        if let planned = session.planned {
            let left = planned.seconds - tracked.seconds
            words.append(
                left >= 0
                    ? Span("\(TimeAmount(seconds: left)) left of \(planned)")
                    : Span("\(TimeAmount(seconds: -left)) over \(planned)", .red))
        } else {
            words.append(Span("\(tracked) in all"))
        }
        if !session.goals.isEmpty {
            let reached = session.goals.count { $0.isDone }
            words.append(Span(", \(reached) of \(session.goals.count) goals reached"))
        }
        try context.print(words, after: margin)
    }
}
