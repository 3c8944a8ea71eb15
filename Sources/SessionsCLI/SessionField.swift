import CommandKit
import SessionsCore
import Terminal

/// What can be shown of a session in a word or a line: the columns of tables and the names in `--format`.
struct SessionField: Sendable {
    let name: String
    /// The key of the same thing in JSON, where it has one.
    let key: String?
    let meaning: String
    let text: @Sendable (SessionSummary, SessionDisplay) -> String

    private init(
        name: String, key: String?, meaning: String,
        text: @escaping @Sendable (SessionSummary, SessionDisplay) -> String
    ) {
        self.name = name
        self.key = key
        self.meaning = meaning
        self.text = text
    }

    static let all: [SessionField] = [
        SessionField(name: "id", key: "id", meaning: "the whole id") { session, _ in session.id },
        SessionField(name: "short", key: nil, meaning: "the id as short as it is unique") {
            $1.shortIDs.short($0.id)
        },
        SessionField(name: "title", key: "title", meaning: "the title") { session, _ in session.title },
        SessionField(name: "status", key: "status", meaning: "draft, active, paused, completed or archived") {
            session, _ in
            session.status.rawValue
        },
        SessionField(name: "project", key: "project", meaning: "the project") { session, _ in
            session.project ?? ""
        },
        SessionField(name: "tags", key: "tags", meaning: "the tags, with commas between them") { session, _ in
            session.tags.joined(separator: ",")
        },
        SessionField(name: "template", key: "template", meaning: "the template") { session, _ in
            session.template ?? ""
        },
        SessionField(name: "owner", key: nil, meaning: "who owns it") { session, _ in
            session.participants.first { $0.role == .owner }?.person ?? session.createdBy
        },
        SessionField(name: "plan", key: "plannedMinutes", meaning: "the planned time") { session, _ in
            session.planned.map(\.description) ?? ""
        },
        SessionField(name: "tracked", key: "trackedSeconds", meaning: "the tracked time, all added up") {
            $0.tracked(now: $1.now).description
        },
        SessionField(
            name: "wall", key: "wallSeconds", meaning: "the tracked time on the clock, overlaps counted once"
        ) {
            $0.wall(now: $1.now).description
        },
        SessionField(
            name: "progress", key: "progress", meaning: "the share of the goals reached, in per cent"
        ) { session, _ in
            session.progress.map(percent) ?? ""
        },
        SessionField(name: "created", key: "createdAt", meaning: "when it was made") {
            $1.time($0.createdAt)
        },
        SessionField(name: "started", key: "startedAt", meaning: "when work first began") {
            $1.time($0.startedAt)
        },
        SessionField(name: "completed", key: "completedAt", meaning: "when it was completed") {
            $1.time($0.completedAt)
        },
        SessionField(name: "updated", key: "updatedAt", meaning: "when anything in it last changed") {
            $1.time($0.updatedAt)
        },
    ]

    static func named(_ name: String) -> SessionField? { all.first { $0.name == name } }
}

/// What showing a session takes beside the session itself.
struct SessionDisplay {
    let now: Instant
    let zone: Zone
    let shortIDs: ShortIDs
    /// How long a clock runs before it is thought to be forgotten.
    var longestWatch = Interval.longestWatch

    /// `2026-11-22 14:05` on local clocks, nothing where there is no time.
    func time(_ instant: Instant?) -> String {
        guard let instant else { return "" }
        let (day, second) = zone.wallClock(at: instant)
        return "\(day) \(decimal(second / 3600, digits: 2)):\(decimal(second / 60 % 60, digits: 2))"
    }
}

extension SessionDisplay {
    /// The time of day for today, else the day: as much as a narrow table needs.
    func shortTime(_ instant: Instant) -> String {
        let text = time(instant)
        return zone.wallClock(at: instant).day == zone.wallClock(at: now).day
            ? String(text.suffix(5)) : String(text.prefix(10))
    }

    /// The time as a cell of a table: whole where there is room.
    func cell(_ instant: Instant, on output: Output) -> Cell {
        Cell(output.isNarrow ? shortTime(instant) : time(instant), .dim)
    }
}

extension Context {
    func display() throws(SessionsError) -> SessionDisplay {
        SessionDisplay(now: now, zone: zone, shortIDs: try shortIDs())
    }

    /// The same for sessions of a catalog, without a second look at the folders.
    func display(_ catalog: SessionCatalog) -> SessionDisplay {
        SessionDisplay(now: now, zone: zone, shortIDs: ShortIDs(catalog))
    }
}
