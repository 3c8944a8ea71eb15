/// A status that does not fit to the intervals of a session or to its history.
enum WrongStatusCheck: FileCheck {
    static let name = "wrong-status"
    static let consequence = "Lists, statistics and the next command take it for what it is not."

    private enum Mismatch {
        /// Active, and no clock runs.
        case nothingRuns
        /// Not active, and these clocks run.
        case runs([Interval])
        /// Archived while a clock runs.
        case archivedRunning
        /// Its last event of a change made it something else.
        case history(String)
    }

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard let session = file.knownSession, let mismatch = mismatch(in: session) else { return [] }
        let status = session.statusBefore
        let pointer = JSONPointer("status")
        switch mismatch {
        case .nothingRuns:
            return [
                FileProblem(
                    pointer: pointer, text: "it is active, and nobody's clock runs in it",
                    advice: "make it paused", remedy: .edit)
            ]
        case .runs(let intervals):
            return intervals.map { interval in
                FileProblem(
                    pointer: JSONPointer("intervals", interval.id),
                    text: "it is \(status), and the clock of \(interval.by) runs in it",
                    advice: end(of: interval, in: session) == nil
                        ? "make it active" : "end interval '\(interval.id)' when the session was \(status)",
                    remedy: .edit)
            }
        case .archivedRunning:
            return [
                FileProblem(
                    pointer: pointer, text: "it is archived while a clock runs in it",
                    advice: "restore it, then pause or complete it")
            ]
        case .history(let last):
            return [
                FileProblem(
                    pointer: pointer,
                    text: "it is \(status), and the last change in its history made it \(last)",
                    advice: "note the change down in its history", remedy: .edit)
            ]
        }
    }

    static func mend(_ session: inout Session, _ engine: Engine) throws(SessionsError) {
        guard let mismatch = mismatch(in: session) else { return }
        let ends = session.intervals.filter(\.isOpen).map { ($0.id, end(of: $0, in: session)) }
        let status = session.statusBefore
        _ = try engine.edit(&session, needing: .change) { edit throws(SessionsError) in
            let pointer = JSONPointer("status")
            switch mismatch {
            case .archivedRunning: break
            case .nothingRuns: try edit.set("paused", at: pointer, as: .paused)
            case .history(let last):
                edit.record(
                    status.eventKind, at: pointer, from: .string(last), to: .string(status.rawValue))
            case .runs:
                for (id, end) in ends {
                    guard let end else { continue }
                    try edit.set(.string(end.rfc3339), at: JSONPointer("intervals", id, "end"))
                }
                if ends.contains(where: { $0.1 == nil }) { try edit.set("active", at: pointer, as: .started) }
            }
        }
    }

    private static func mismatch(in session: Session) -> Mismatch? {
        let isActive = session.statusBefore == .active
        let open = session.document["intervals"] == nil ? [] : session.intervals.filter(\.isOpen)
        if isActive, open.isEmpty { return .nothingRuns }
        if isActive, session.isArchived { return .archivedRunning }
        if !isActive, !open.isEmpty { return .runs(open) }
        guard let last = lastStatus(in: session), last != session.statusBefore.rawValue else { return nil }
        return .history(last)
    }

    /// When the clock should have stopped, as the history of the session says; nil where it says that the session
    /// was started after it was paused.
    private static func end(of interval: Interval, in session: Session) -> Instant? {
        let events = session.events.filter { $0.path == "/status" }
        switch session.statusBefore {
        case .completed:
            return max(session.completedAt ?? session.updatedAt, interval.order)
        case .draft, .paused, .active, .archived:
            if let paused = events.last(where: { $0.kind == .paused })?.happened, paused >= interval.order {
                return paused
            }
            return session.archivedAt.map { max($0, interval.order) }
        }
    }

    /// What the last change of the status made it; nil where none says so, or where something was taken back or
    /// merged since, which puts values back without saying which.
    private static func lastStatus(in session: Session) -> String? {
        var highest = -1
        var status: String?
        var lastOther = -1
        for (_, event) in session.document["events"]?.objectValue ?? JSONObject() {
            guard let event = event.objectValue, let number = event["seq"]?.intValue else { continue }
            if event["path"]?.stringValue == "/status" {
                // Of two with one number, made apart from each other, the file does not say which is later.
                if number == highest { status = nil }
                guard number > highest else { continue }
                (highest, status) = (number, event["to"]?.stringValue)
            } else if let kind = event["type"]?.stringValue, kind == "undone" || kind == "merged" {
                lastOther = max(lastOther, number)
            }
        }
        return lastOther > highest ? nil : status
    }
}

extension Status {
    /// The kind of event that makes a session this.
    fileprivate var eventKind: Event.Kind {
        switch self {
        case .active: .started
        case .paused: .paused
        case .completed: .completed
        case .draft, .archived: .edited
        }
    }
}
