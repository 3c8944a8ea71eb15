/// Sums over some sessions.
package struct Totals: Sendable {
    package var sessions = 0
    package var completed = 0
    package var archived = 0
    /// Everybody's time added up.
    package var trackedSeconds = 0
    /// Every plan added up.
    package var plannedSeconds = 0
    /// The plans of completed sessions that had one, and the time these took: what plans are measured by.
    package var plannedOfCompleted = 0
    package var trackedOfCompleted = 0
    private var stretches: [(start: Instant, end: Instant)] = []

    package init() {}

    /// Clock time in which anybody worked on any of them, overlaps counted once. Sorts: n log n.
    package var wall: TimeAmount { WallClock.union(of: stretches) }

    /// How long completed sessions took for every hour planned; nil where none had a plan.
    package var actualOverPlan: Double? {
        plannedOfCompleted > 0 ? Double(trackedOfCompleted) / Double(plannedOfCompleted) : nil
    }

    package mutating func add(_ session: Session, now: Instant) {
        let tracked = session.tracked(now: now).seconds
        let isCompleted = session.statusBefore == .completed
        count(session)
        trackedSeconds += tracked
        stretches += session.intervals.compactMap { $0.stretch(now: now) }
        if let planned = session.planned {
            plannedSeconds += planned.seconds
            if isCompleted {
                plannedOfCompleted += planned.seconds
                trackedOfCompleted += tracked
            }
        }
    }

    /// Counts a session of which only a part belongs here, as on one day of several.
    mutating func count(_ session: Session) {
        sessions += 1
        completed += session.statusBefore == .completed ? 1 : 0
        archived += session.isArchived ? 1 : 0
    }

    mutating func add(_ part: DayPart) {
        trackedSeconds += part.seconds
        if let stretch = part.stretch { stretches.append(stretch) }
    }
}

/// Sums over groups of sessions.
package struct Statistics: Sendable {
    /// What sessions are grouped by.
    package enum Key: String, CaseIterable, Sendable {
        case status, project, tag, template, day
    }

    package struct Group: Sendable {
        /// Nil for the sessions that have none.
        package let value: String?
        package var totals: Totals
    }

    package private(set) var totals = Totals()
    private let key: Key?
    private let now: Instant
    private var groups: [String?: Totals] = [:]

    package init(by key: Key?, now: Instant) {
        self.key = key
        self.now = now
    }

    package mutating func add(_ session: Session) {
        totals.add(session, now: now)
        switch key {
        case nil: break
        case .status: groups[session.statusBefore.rawValue, default: Totals()].add(session, now: now)
        case .project: groups[session.project, default: Totals()].add(session, now: now)
        case .template: groups[session.template, default: Totals()].add(session, now: now)
        case .tag:
            let tags: [String?] = session.tags.isEmpty ? [nil] : session.tags
            for tag in tags { groups[tag, default: Totals()].add(session, now: now) }
        case .day: addDays(of: session)
        }
    }

    /// Days in order; other groups by the time they took, the most first, and then by name.
    package var sorted: [Group] {
        let all = groups.map { Group(value: $0.key, totals: $0.value) }
        if key == .day { return all.sorted { ($0.value ?? "") < ($1.value ?? "") } }
        return all.sorted {
            ($1.totals.trackedSeconds, $1.totals.sessions, $0.value ?? "")
                < ($0.totals.trackedSeconds, $0.totals.sessions, $1.value ?? "")
        }
    }

    private mutating func addDays(of session: Session) {
        var counted: Set<CalendarDay> = []
        for interval in session.intervals {
            for part in interval.parts(now: now) {
                let day = part.day.description
                if counted.insert(part.day).inserted { groups[day, default: Totals()].count(session) }
                groups[day, default: Totals()].add(part)
            }
        }
    }
}

/// The part of an interval that falls on one local day.
struct DayPart: Equatable, Sendable {
    let day: CalendarDay
    let seconds: Int
    /// Nil for a plain amount.
    let stretch: (start: Instant, end: Instant)?

    static func == (a: DayPart, b: DayPart) -> Bool {
        a.day == b.day && a.seconds == b.seconds && a.stretch?.start == b.stretch?.start
            && a.stretch?.end == b.stretch?.end
    }
}

extension Interval {
    /// The interval cut at local midnights, by the clock of where it began.
    func parts(now: Instant) -> [DayPart] {
        guard case (var start, let end)? = stretch(now: now) else {
            return [DayPart(day: day, seconds: seconds(now: now), stretch: nil)]
        }
        var parts: [DayPart] = []
        repeat {
            let day = start.advanced(bySeconds: utcOffset).day
            let midnight = Instant(seconds: (day.daysSince1970 + 1) * 86_400 - utcOffset)
            let stop = min(end, midnight)
            parts.append(DayPart(day: day, seconds: stop.seconds(since: start), stretch: (start, stop)))
            start = stop
        } while start < end
        return parts
    }
}
