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

    fileprivate mutating func add(_ share: Share) {
        sessions += 1
        completed += share.isCompleted ? 1 : 0
        archived += share.isArchived ? 1 : 0
        trackedSeconds += share.tracked
        stretches += share.stretches
        if let planned = share.planned {
            plannedSeconds += planned
            if share.isCompleted {
                plannedOfCompleted += planned
                trackedOfCompleted += share.tracked
            }
        }
    }

    /// Counts a session of which only a part belongs here, as on one day of several.
    mutating func count(_ summary: SessionSummary) {
        sessions += 1
        completed += summary.statusBefore == .completed ? 1 : 0
        archived += summary.isArchived ? 1 : 0
    }

    fileprivate mutating func add(_ other: Totals) {
        sessions += other.sessions
        completed += other.completed
        archived += other.archived
        trackedSeconds += other.trackedSeconds
        plannedSeconds += other.plannedSeconds
        plannedOfCompleted += other.plannedOfCompleted
        trackedOfCompleted += other.trackedOfCompleted
        stretches += other.stretches
    }

    mutating func add(_ part: DayPart) {
        trackedSeconds += part.seconds
        if let stretch = part.stretch { stretches.append(stretch) }
    }
}

/// What one session adds to sums.
private struct Share {
    let isCompleted: Bool
    let isArchived: Bool
    let tracked: Int
    let planned: Int?
    let stretches: [(start: Instant, end: Instant)]

    init(_ summary: SessionSummary, now: Instant) {
        isCompleted = summary.statusBefore == .completed
        isArchived = summary.isArchived
        tracked = summary.tracked(now: now).seconds
        planned = summary.planned?.seconds
        stretches = summary.stretches(now: now)
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
    private var names = DistinctTexts()
    /// By the numbers of their names.
    private var groups: [Totals] = []
    /// The sessions that have none.
    private var nameless: Totals?

    package init(by key: Key?, now: Instant) {
        self.key = key
        self.now = now
    }

    package mutating func add(_ summary: SessionSummary) {
        let share = Share(summary, now: now)
        totals.add(share)
        switch key {
        case nil: break
        case .status: change(IndexBytes(Array(summary.statusBefore.rawValue.utf8))) { $0.add(share) }
        case .project:
            change(summary.flags.contains(.project) ? summary.field(.project) : nil) { $0.add(share) }
        case .template:
            change(summary.flags.contains(.template) ? summary.field(.template) : nil) { $0.add(share) }
        case .tag:
            guard summary.flags.contains(.tag) else { return change(nil) { $0.add(share) } }
            summary.eachTag { tag in change(tag) { $0.add(share) } }
        case .day: addDays(of: summary)
        }
    }

    /// Changes the sums of a group.
    private mutating func change(_ name: IndexBytes?, _ change: (inout Totals) -> Void) {
        guard let name else {
            var totals = nameless ?? Totals()
            nameless = nil
            change(&totals)
            nameless = totals
            return
        }
        let number = names.number(of: name)
        if number == groups.count { groups.append(Totals()) }
        change(&groups[number])
    }

    /// Days in order; other groups by the time they took, the most first, and then by name.
    package var sorted: [Group] {
        var all: [Group] = nameless.map { [Group(value: nil, totals: $0)] } ?? []
        let named = zip(names.texts, groups).map { Group(value: $0.text, totals: $1) }
        for group in named.sorted(by: { ($0.value ?? "") < ($1.value ?? "") }) {
            // Names that are written with other bytes can be equal all the same.
            if let last = all.last?.value, last == group.value {
                all[all.count - 1].totals.add(group.totals)
            } else {
                all.append(group)
            }
        }
        if key == .day { return all.sorted { ($0.value ?? "") < ($1.value ?? "") } }
        return all.sorted {
            ($1.totals.trackedSeconds, $1.totals.sessions, $0.value ?? "")
                < ($0.totals.trackedSeconds, $0.totals.sessions, $1.value ?? "")
        }
    }

    private mutating func addDays(of summary: SessionSummary) {
        var counted: Set<CalendarDay> = []
        for interval in summary.intervals {
            for part in interval.parts(now: now) {
                let isNew = counted.insert(part.day).inserted
                change(IndexBytes(Array(part.day.description.utf8))) { totals in
                    if isNew { totals.count(summary) }
                    totals.add(part)
                }
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
