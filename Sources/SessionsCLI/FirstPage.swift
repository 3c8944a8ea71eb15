import CommandKit
import SessionsCore
import Terminal

/// `sessions` without a command: what runs, what waits, and what to do next.
struct FirstPage: SessionsCommand {
    static let info = CommandInfo("sessions", "Show what runs and what to do next")

    /// Sessions of each kind that are shown; the rest are counted.
    private static let mostShown = 5

    mutating func declare(_ arguments: inout Arguments) {}

    func run(in context: Context) throws {
        let work = try Work(context)
        if context.isJSON { return try context.print(work.json(now: context.now)) }
        if context.isQuiet { return try work.running.forEach { try context.print($0.id) } }
        let style = context.output.style
        guard !work.isNone else {
            try context.print("Plan a piece of work, run its clock, and know afterwards where the time went.")
            try print(Self.firstSteps, heading: "Begin with these:", context)
            return try context.print(style.dim("\nAll commands: 'sessions help'"))
        }
        var display = try context.display()
        display.longestWatch = try context.longestWatch()
        for (heading, query, sessions) in [
            ("Running", "active", work.running), ("Paused", "paused", work.paused),
            ("Planned", "draft", work.planned),
        ] where !sessions.isEmpty {
            try context.print(style.bold(heading))
            for session in sessions.prefix(Self.mostShown) {
                try print(session, isCurrent: session.id == work.current?.id, display, context)
            }
            if sessions.count > Self.mostShown {
                let rest = sessions.count - Self.mostShown
                try context.print(style.dim("  and \(rest) more: 'sessions list status:\(query)'"))
            }
        }
        if work.running.isEmpty, work.paused.isEmpty, work.planned.isEmpty {
            try context.print("Nothing is running, and nothing waits.")
        }
        try print(work.next(display), heading: "Next:", context)
        try context.print(style.dim("\nAll commands: 'sessions help'"))
        try context.noteRunningInPersonalWorkspace()
    }

    private func print(_ steps: [Step], heading: String, _ context: Context) throws {
        try context.print("\n" + context.output.style.bold(heading))
        let columns = steps.map { $0.command.visible.columns }.max() ?? 0
        for step in steps {
            let command = step.command.visible.padded(toColumns: columns)
            try context.print([Span(step.meaning, .dim)], after: [Span("  \(command)  ")])
        }
    }

    private func print(
        _ session: Session, isCurrent: Bool, _ display: SessionDisplay, _ context: Context
    ) throws {
        var facts = [session.tracked(now: display.now).description]
        if let planned = session.planned { facts[0] += " of \(planned)" }
        if !session.goals.isEmpty {
            facts.append("\(session.goals.count { $0.isDone }) of \(session.goals.count) goals reached")
        }
        var spans = [Span(session.title), Span("  " + facts.joined(separator: ", "), .dim)]
        if session.intervals.contains(where: { $0.isForgotten(now: display.now, after: display.longestWatch) }
        ) {
            spans += [Span(", ", .dim), Span("forgotten?", .red)]
        }
        let id = Span(display.shortIDs.short(session.id), .yellow)
        try context.print(spans, after: [Span("  "), Span(isCurrent ? "@ " : "  ", .green), id, Span("  ")])
    }

    private static let firstSteps = [
        Step("sessions new \"Fix the login redirect\" -t bug-fix --start", "plan a session, start its clock"),
        Step("sessions status", "see what runs, and since when"),
        Step("sessions complete --learned \"clear the cookie first\"", "finish it, keep what it taught"),
    ]
}

/// A command to go on with, and what for.
private struct Step {
    let command: String
    let meaning: String

    init(_ command: String, _ meaning: String) {
        (self.command, self.meaning) = (command, meaning)
    }
}

/// What there is to do, the last touched first. Others' sessions are here only while their clock runs.
private struct Work {
    /// Whether there is no session at all, not even one that is over.
    let isNone: Bool
    let running: [Session]
    let paused: [Session]
    let planned: [Session]
    let current: Session?
    private let isMe: (String) -> Bool

    init(_ context: Context) throws {
        let isMe = try context.isMe()
        self.isMe = isMe
        var count = 0
        var sessions: [Status: [Session]] = [:]
        let catalog = try context.catalog()
        try catalog.forEach { summary in
            count += 1
            guard
                summary.status == .active
                    || [.paused, .draft].contains(summary.status)
                        && summary.participants.contains(where: { isMe($0.person) }),
                let session = try catalog.session(summary)
            else { return }
            sessions[session.status, default: []].append(session)
        }
        context.report(damaged: catalog.damaged)
        isNone = count == 0 && catalog.damaged.isEmpty
        running = Self.lastTouchedFirst(sessions[.active] ?? [])
        paused = Self.lastTouchedFirst(sessions[.paused] ?? [])
        planned = Self.lastTouchedFirst(sessions[.draft] ?? [])
        current = try Self.current(context)
    }

    private static func current(_ context: Context) throws(SessionsError) -> Session? {
        do { return try context.session("@") } catch {
            if error.code == .notFound { return nil }
            throw error
        }
    }

    private static func lastTouchedFirst(_ sessions: [Session]) -> [Session] {
        sessions.map { (at: $0.updatedAt, session: $0) }
            .sorted { ($1.at, $0.session.id) < ($0.at, $1.session.id) }
            .map(\.session)
    }

    func json(now: Instant) -> JSON {
        func documents(_ sessions: [Session]) -> JSON {
            .array(sessions.map { .object($0.output(now: now)) })
        }
        var object: JSONObject = [
            "paused": documents(paused), "planned": documents(planned), "running": documents(running),
        ]
        object["current"] = current.map { .string($0.id) }
        return .object(object)
    }

    /// My stretch of time in it that is not over.
    private func myClock(in session: Session) -> Interval? {
        session.intervals.first { $0.isOpen && isMe($0.by) }
    }

    /// What to go on with: the session in which my clock runs, else the current one, else one that waits.
    func next(_ display: SessionDisplay) -> [Step] {
        let open = [current].compactMap { $0 }.filter { [.active, .paused, .draft].contains($0.status) }
        let runningNow = (open + running).first { myClock(in: $0) != nil }
        guard let session = runningNow ?? open.first ?? paused.first ?? planned.first else {
            return [
                Step("sessions new TITLE --start", "plan a session, start its clock"),
                Step("sessions stats --by project", "see where the time went"),
            ]
        }
        let id = session.id == current?.id ? "" : " " + display.shortIDs.short(session.id)
        guard let clock = myClock(in: session) else {
            return [Step("sessions start\(id)", "go on with '\(session.title)'")]
        }
        var steps: [Step] = []
        if let index = session.goals.firstIndex(where: { !$0.isDone }) {
            let reference = id.isEmpty ? " @" : id
            steps.append(
                Step(
                    "sessions goal done\(reference) \(index + 1)",
                    "when '\(session.goals[index].title)' is reached"))
        }
        if clock.isForgotten(now: display.now, after: display.longestWatch) {
            let mending = ForgottenClock.mending(
                id.isEmpty ? nil : String(id.dropFirst()), session.number(of: clock), isRunning: true,
                isMine: true)
            steps.append(Step(mending, "it ran on: stop it where you were last heard of"))
        } else {
            steps.append(Step("sessions pause\(id)", "stop the clock"))
        }
        steps.append(Step("sessions complete\(id)", "finish it"))
        return steps
    }
}
