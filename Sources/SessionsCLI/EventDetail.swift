import SessionsCore

/// What an event was about, in words.
struct EventDetail {
    let text: String

    init(_ event: Event, in session: Session, _ display: SessionDisplay) {
        let path = event.path.flatMap { JSONPointer(parsing: $0) }?.components ?? []
        var text = Self.subject(path, event, in: session, display)
        if let claimed = event.claimed { text += " (at \(display.time(claimed)))" }
        self.text = text
    }

    private static func subject(
        _ path: [String], _ event: Event, in session: Session, _ display: SessionDisplay
    ) -> String {
        let id = path.count > 1 ? path[1] : ""
        switch path.first {
        case nil, "status", "archived": return session.title
        case "intervals" where event.kind == .started || event.kind == .paused: return session.title
        case "intervals": return time(path, event, in: session, display)
        case "goals":
            let goal = session.goals.first { $0.id == id }
            let milestone = goal?.milestones.first { path.contains($0.id) }
            let end = path.last == "evidence" ? word(event.to).map { ": its check \($0)" } : nil
            return "goal '\(milestone?.title ?? goal?.title ?? word(event.to) ?? id)'\(end ?? "")"
        case "comments":
            let text = session.document[JSONPointer("comments", id, "text")]?.stringValue
            return text.map { "comment '\($0)'" } ?? "a comment"
        case "attachments": return "file '\(word(event.to) ?? word(event.from) ?? id)'"
        case "tags": return "tag '\(word(event.to) ?? word(event.from) ?? "")'"
        case "reflection" where path.count > 2 && path[1] == "skills":
            return "skill '\(path[2])'" + values(word(event.from), word(event.to))
        case "reflection" where path.count > 2:
            return
                "lesson '\(session.document[JSONPointer(components: path)]?.stringValue ?? word(event.to) ?? "")'"
        default: return (path.last ?? "") + values(word(event.from), word(event.to))
        }
    }

    /// `time 2026-11-22 09:00–10:15, end 10:00 → 10:15`, on local clocks.
    private static func time(
        _ path: [String], _ event: Event, in session: Session, _ display: SessionDisplay
    ) -> String {
        func local(_ value: JSON?) -> String? {
            word(value).map { text in Instant(rfc3339: text).map { display.time($0) } ?? text }
        }
        let interval = session.intervals.first { path.contains($0.id) }
        let what = interval.map { IntervalLines.extent(of: $0, display) } ?? local(event.from) ?? ""
        guard path.count > 2 else { return "time \(what)" }
        return "time \(what), \(path[2])" + values(local(event.from), local(event.to))
    }

    /// ` 1 → 2`, ` 2` or `, was 1`.
    private static func values(_ from: String?, _ to: String?) -> String {
        switch (from, to) {
        case (nil, nil): ""
        case (nil, let to?): " \(to)"
        case (let from?, nil): ", was \(from)"
        case (let from?, let to?): " \(from) → \(to)"
        }
    }

    private static func word(_ value: JSON?) -> String? {
        value.map { $0.stringValue ?? String(decoding: $0.bytes(.line), as: UTF8.self) }
    }
}
