import SessionsCore
import Terminal

/// A session as a person wants to read it.
struct SessionPage {
    private(set) var lines: [String] = []
    private let session: Session
    private let display: SessionDisplay
    private let style: Style
    private let width: Int

    init(_ session: Session, _ display: SessionDisplay, style: Style, width: Int) {
        self.session = session
        self.display = display
        self.style = style
        self.width = width
        addHeader()
        addFacts()
        addText(session.description ?? "", heading: nil)
        addGoals()
        addTime()
        addComments()
        addAttachments()
        addLinks()
        addReflection()
    }

    private mutating func addHeader() {
        let title = style.bold(session.title.visible)
        lines.append("\(style.yellow(display.shortIDs.short(session.id)))  \(title)")
        let tone = SessionColumn.tone(of: session.status)
        var words = [style.apply(tone, to: session.status.rawValue)]
        if let project = session.project { words.append(style.cyan(project.visible)) }
        if !session.tags.isEmpty { words.append(session.tags.joined(separator: ", ").visible) }
        if let template = session.template { words.append(template.visible) }
        lines.append("      " + words.joined(separator: " · "))
    }

    private mutating func addFacts() {
        lines.append("")
        let tracked = session.tracked(now: display.now)
        var time = tracked.description
        if let planned = session.planned {
            let over = session.isOverBudget(now: display.now) == true
            let difference = TimeAmount(seconds: abs(planned.seconds - tracked.seconds))
            time += " of \(planned)" + (over ? style.red(", \(difference) over") : ", \(difference) left")
        }
        let wall = session.wall(now: display.now)
        if wall != tracked, wall.seconds > 0 { time += " (\(wall) on the clock)" }
        addFact("Time", time)
        addFact("Created", "\(display.time(session.createdAt)) by \(session.createdBy.visible)")
        if let started = session.startedAt { addFact("Started", display.time(started)) }
        if let completed = session.completedAt { addFact("Completed", display.time(completed)) }
        if let archived = session.archivedAt { addFact("Archived", display.time(archived)) }
        let others = session.participants.filter { $0.person != session.createdBy }
        if !others.isEmpty {
            addFact("With", others.map { "\($0.person.visible) (\($0.role))" }.joined(separator: ", "))
        }
    }

    private mutating func addFact(_ name: String, _ text: String) {
        lines.append(style.dim((name + ":").padded(toColumns: 11)) + " " + text)
    }

    private mutating func addHeading(_ text: String) {
        lines += ["", style.bold(text)]
    }

    private mutating func addText(_ text: String, heading: String?) {
        guard !text.isEmpty else { return }
        if let heading { addHeading(heading) } else { lines.append("") }
        lines += wrap(text, columns: width, indent: 2)
    }

    private mutating func addGoals() {
        guard !session.goals.isEmpty else { return }
        addHeading("Goals  \(session.progress.map(percent) ?? "")")
        lines += GoalLines(session, style).lines
    }

    private mutating func addTime() {
        guard !session.intervals.isEmpty else { return }
        addHeading("Time")
        for interval in session.intervals {
            var line: String
            switch interval.extent {
            case .amount(_, let day): line = "\(day)              "
            case .stretch(let start, let end):
                line = "\(display.time(start))–\(end.map { display.time($0).suffix(5) } ?? "now  ")"
            }
            let amount = TimeAmount(seconds: interval.seconds(now: display.now)).description
            line += "  " + amount.padded(toColumns: 7, alignment: .right) + "  " + interval.by.visible
            if let note = interval.note { line += "  " + style.dim(note.visible) }
            lines.append("  " + (interval.isOpen ? style.green(line) : line))
        }
    }

    private mutating func addComments() {
        guard !session.comments.isEmpty else { return }
        addHeading("Comments")
        for (index, comment) in session.comments.enumerated() {
            let answered = session.comments.firstIndex { $0.id == comment.inReplyTo }
            let answer = answered.map { " in reply to \($0 + 1)" } ?? ""
            let head = "\(index + 1)  \(comment.by.visible), \(display.time(comment.at))\(answer)"
            lines.append("  " + style.dim(head))
            lines += wrap(comment.text, columns: width, indent: 5)
        }
    }

    private mutating func addAttachments() {
        guard !session.attachments.isEmpty else { return }
        addHeading("Attachments")
        for (index, file) in session.attachments.enumerated() {
            lines.append(
                "  \(index + 1)  \(file.name.visible)  "
                    + style.dim("\(file.size) bytes, \(file.mediaType.visible)"))
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
        guard outcome != nil || rating != nil || !session.lessons.isEmpty else { return }
        addHeading("Reflection")
        let words = [outcome?.visible, rating.map { "\($0) of 5" }].compactMap { $0 }
        if !words.isEmpty { lines.append("  " + words.joined(separator: ", ")) }
        for lesson in session.lessons { lines += wrap("• " + lesson.text, columns: width, indent: 2) }
    }
}
