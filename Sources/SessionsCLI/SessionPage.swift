import SessionsCore
import Terminal

/// A session as a person wants to read it.
struct SessionPage {
    private(set) var lines: [String] = []
    private let session: Session
    private let display: SessionDisplay
    private let forecast: [Span]?
    private let style: Style
    private let width: Int

    /// - Parameters:
    ///   - forecast: how long it will take, where there is anything to say.
    ///   - width: columns that a line may take.
    init(
        _ session: Session, _ display: SessionDisplay, forecast: [Span]? = nil, style: Style, width: Int
    ) {
        self.session = session
        self.display = display
        self.forecast = forecast
        self.style = style
        self.width = width
        addHeader()
        addFacts()
        addDescription()
        addGoals()
        addTime()
        addComments()
        addAttachments()
        addLinks()
        addReflection()
    }

    /// Adds one line, or as many as it takes where it is too long.
    private mutating func add(_ spans: [Span], after lead: [Span]) {
        lines += wrap(spans, after: lead, columns: width, style: style)
    }

    private mutating func addHeader() {
        add(
            [Span(session.title, .bold)],
            after: [Span(display.shortIDs.short(session.id), .yellow), Span("  ")])
        var words = [Span(session.status.rawValue, SessionColumn.tone(of: session.status))]
        if let project = session.project { words += [Span(" · "), Span(project, .cyan)] }
        if !session.tags.isEmpty { words.append(Span(" · " + session.tags.joined(separator: ", "))) }
        if let template = session.template { words.append(Span(" · " + template)) }
        add(words, after: [Span("      ")])
    }

    private mutating func addFacts() {
        lines.append("")
        let tracked = session.tracked(now: display.now)
        var time = [Span(tracked.description)]
        if let planned = session.planned {
            let budget = Budget(planned: planned, tracked: tracked)
            time.append(Span(" of \(planned)"))
            time.append(
                budget.isOver
                    ? Span(", \(budget.difference) over", .red) : Span(", \(budget.difference) left"))
        }
        let wall = session.wall(now: display.now)
        if wall != tracked, wall.seconds > 0 { time.append(Span(" (\(wall) on the clock)")) }
        addFact("Time", time)
        if let forecast { addFact("Forecast", forecast) }
        addFact("Created", "\(display.time(session.createdAt)) by \(session.createdBy)")
        if let started = session.startedAt { addFact("Started", display.time(started)) }
        if let completed = session.completedAt { addFact("Completed", display.time(completed)) }
        if let archived = session.archivedAt { addFact("Archived", display.time(archived)) }
        let others = session.participants.filter { $0.person != session.createdBy }
        if !others.isEmpty {
            addFact("With", others.map { "\($0.person) (\($0.role))" }.joined(separator: ", "))
        }
    }

    private mutating func addFact(_ name: String, _ text: String) {
        addFact(name, [Span(text)])
    }

    private mutating func addFact(_ name: String, _ spans: [Span]) {
        add(spans, after: [Span((name + ":").padded(toColumns: 12), .dim)])
    }

    private mutating func addHeading(_ text: String) {
        lines += ["", style.bold(text)]
    }

    private mutating func addDescription() {
        guard let text = session.description, !text.isEmpty else { return }
        lines.append("")
        lines += wrap(text, columns: width, indent: 2)
    }

    private mutating func addGoals() {
        guard !session.goals.isEmpty else { return }
        addHeading("Goals  \(session.progress.map(percent) ?? "")")
        lines += GoalLines(session, style, width: width).lines
    }

    private mutating func addTime() {
        guard !session.intervals.isEmpty else { return }
        addHeading("Time")
        for interval in session.intervals {
            var when: String
            switch interval.extent {
            case .amount(_, let day): when = "\(day)".padded(toColumns: 22)
            case .stretch(let start, let end):
                when = "\(display.time(start))–\(end.map { display.time($0).suffix(5) } ?? "now  ")"
            }
            let amount = TimeAmount(seconds: interval.seconds(now: display.now)).description
            when += "  " + amount.padded(toColumns: 7, alignment: .right) + "  "
            let tone = interval.isOpen ? Tone.green : .plain
            var rest = [Span(interval.by, tone)]
            if let note = interval.note { rest.append(Span("  " + note, .dim)) }
            add(rest, after: [Span("  "), Span(when, tone)])
        }
    }

    private mutating func addComments() {
        let comments = session.comments
        guard !comments.isEmpty else { return }
        addHeading("Comments")
        var numbers: [String: Int] = [:]
        if comments.contains(where: { $0.inReplyTo != nil }) {
            for (index, comment) in comments.enumerated() { numbers[comment.id] = index + 1 }
        }
        for (index, comment) in comments.enumerated() {
            let answered = comment.inReplyTo.flatMap { numbers[$0] }
            let answer = answered.map { " in reply to \($0)" } ?? ""
            let head = "\(comment.by), \(display.time(comment.at))\(answer)"
            add([Span(head, .dim)], after: [Span("  \(index + 1)  ", .dim)])
            lines += wrap(comment.text, columns: width, indent: 5)
        }
    }

    private mutating func addAttachments() {
        guard !session.attachments.isEmpty else { return }
        addHeading("Attachments")
        for (index, file) in session.attachments.enumerated() {
            add(
                [Span(file.name), Span("  \(file.size) bytes, \(file.mediaType)", .dim)],
                after: [Span("  \(index + 1)  ")])
        }
    }

    private mutating func addLinks() {
        guard !session.links.isEmpty else { return }
        addHeading("Links")
        for link in session.links {
            let isCommit = link.kind == Link.Kind.commit.rawValue
            let target = isCommit ? String(link.target.prefix(12)) : link.target
            let time = link.at.map { "  " + style.dim(display.time($0)) } ?? ""
            lines.append("  \(link.kind.visible.padded(toColumns: 6))  \(target.visible)\(time)")
        }
    }

    private mutating func addReflection() {
        let reflection = session.document["reflection"]?.objectValue
        let outcome = reflection?["outcome"]?.stringValue
        let rating = reflection?["rating"]?.intValue
        let skills = session.skills.map(\.text)
        guard outcome != nil || rating != nil || !session.lessons.isEmpty || !skills.isEmpty else { return }
        addHeading("Reflection")
        let words = [outcome, rating.map { "\($0) of 5" }].compactMap { $0 }
        if !words.isEmpty { add([Span(words.joined(separator: ", "))], after: [Span("  ")]) }
        if !skills.isEmpty { add([Span("practised " + skills.joined(separator: ", "))], after: [Span("  ")]) }
        for lesson in session.lessons {
            // A lesson may have lines of its own.
            let text = wrap(lesson.text, columns: width, indent: 4)
            lines += text.enumerated().map { $0 == 0 ? "  • " + $1.dropFirst(4) : $1 }
        }
    }
}
