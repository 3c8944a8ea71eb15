import CommandKit
import SessionsCore
import Terminal

/// `sessions status`: what runs now.
struct StatusCommand: SessionsCommand {
    static let info = CommandInfo(
        "status", "Show what is running",
        discussion: """
            A clock that runs for over 8 hours was perhaps forgotten; 'sessions config time.forgottenAfter' makes \
            that more or less.
            """,
        examples: [
            Example("sessions status --short", "a line for the prompt of a shell, where something runs"),
            Example("sessions status --format '{title} {tracked}'", "another one"),
        ])
    /// Columns of a title in a prompt.
    private static let shortTitle = 30

    var isShort = false
    var options = ListOptions()
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.flag(
            "--short", &isShort, "Print one short line on your own running session, and nothing without one")
        options.declare(&arguments)
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where nothing is running")
    }

    func run(in context: Context) throws {
        let form = try options.form(context)
        if isShort { return try printShort(context) }
        var running: [Session] = []
        let catalog = try context.catalog()
        try catalog.forEach { summary in
            guard summary.isRunning, let session = try context.session(summary, in: catalog) else { return }
            running.append(session)
        }
        context.report(damaged: catalog.damaged(mentioning: Workspace.activeMarks))
        try? Self.noteUnfinished(context)
        running.sort { ($0.startedAt ?? $0.createdAt, $0.id) < ($1.startedAt ?? $1.createdAt, $1.id) }
        if running.isEmpty { context.endWithNothing(if: failsIfNone) }
        if context.isJSON { return try printJSON(running, context) }
        guard case .table = form, options.fields == nil else {
            return try context.printList(running, options)
        }
        if running.isEmpty { try context.print("Nothing is running.") }
        var display = try context.display()
        if !running.isEmpty {
            display.longestWatch = try context.longestWatch()
            let isMe = try context.isMe()
            for session in running {
                try print(session, display, context, isMe)
                if let line = context.forecastLine(for: session, in: catalog) {
                    try context.print([Span("forecast: ")] + line, after: [Span("      ")])
                }
            }
        }
        try context.noteRunningInPersonalWorkspace()
    }

    /// What a command that was killed had recorded happens yet: who looks in between sees half of it.
    private static func noteUnfinished(_ context: Context) throws(SessionsError) {
        for operation in try StagedFiles(in: context.workspace()).operations {
            context.note(
                "operation \(operation.number) was interrupted: the next command that changes something finishes it"
            )
        }
    }

    /// A prompt is no place for errors, and not to be kept waiting: what cannot be read is passed over, and of a
    /// folder in which nothing came, went or was changed by this program, the index is believed.
    private func printShort(_ context: Context) throws {
        if context.isJSON || options.format != nil {
            throw UsageError(
                "--short says already what is printed", hint: "leave out --json and --format, or --short",
                command: "sessions status")
        }
        let isMe = try context.isMe()
        var mine: [(start: Instant, session: Session)] = []
        for session in try runningSessions(context) {
            let start = session.intervals.last { $0.isOpen && isMe($0.by) }?.order
            if let start { mine.append((start, session)) }
        }
        guard let (_, session) = mine.max(by: { ($0.start, $0.session.id) < ($1.start, $1.session.id) })
        else {
            return
        }
        if context.isQuiet { return try context.print(session.id) }
        var line =
            "\(session.title.visible.truncated(toColumns: Self.shortTitle)) \(session.tracked(now: context.now))"
        if let planned = session.planned { line += "/\(planned)" }
        if mine.count > 1 { line += " +\(mine.count - 1)" }
        let limit = try context.longestWatch()
        let isForgotten = mine.contains { _, session in
            session.intervals.contains { $0.isForgotten(now: context.now, after: limit) && isMe($0.by) }
        }
        try context.print(line + (isForgotten ? " forgotten?" : ""))
    }

    private func runningSessions(_ context: Context) throws -> [Session] {
        let workspace = try context.workspace()
        if let noted = workspace.notedAsRunning(where: { $0.isRunning }) { return noted }
        let catalog = try SessionCatalog(of: workspace, IndexRules(check: .folders))
        return catalog.chosen { $0.isRunning }.compactMap { try? catalog.session($0) }
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

    private func print(
        _ session: Session, _ display: SessionDisplay, _ context: Context, _ isMe: (String) -> Bool
    ) throws {
        let id = display.shortIDs.short(session.id)
        try context.print([Span(session.title, .bold)], after: [Span(id, .yellow), Span("  ")])
        let margin = [Span("      ")]
        for interval in session.intervals where interval.isOpen {
            let amount = TimeAmount(seconds: interval.seconds(now: context.now))
            var line = [Span("\(interval.by) since \(display.time(interval.order)), \(amount)")]
            if interval.isForgotten(now: context.now, after: display.longestWatch) {
                let mending = ForgottenClock.mending(
                    id, session.number(of: interval), isRunning: true, isMine: isMe(interval.by))
                line.append(Span(" — forgotten? end it with '\(mending)'", .red))
            }
            try context.print(line, after: margin)
        }
        var words: [Span] = []
        let tracked = session.tracked(now: context.now)
        if let planned = session.planned {
            let budget = Budget(planned: planned, tracked: tracked)
            words.append(
                budget.isOver
                    ? Span("\(budget.difference) over \(planned)", .red)
                    : Span("\(budget.difference) left of \(planned)"))
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
