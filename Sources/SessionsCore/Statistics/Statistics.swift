/// Sums over sessions, in rows by up to two keys.
///
/// How a session counts, and where:
/// - *time* (tracked, on the clock, pauses) counts where it lies, cut at the borders of the period, of days or hours;
/// - its *end* (completed or abandoned, and what it took against its plan) counts where it ended;
/// - the *session* itself (that there is one, its plan, its goals) counts in every row where it has time or ended,
///   or, where neither a period nor a key is about time, in every row that it belongs to.
package struct Statistics {
    package struct Row: Sendable {
        /// One for each key; nil for the sessions or the time that have none.
        package let values: [String?]
        package let tally: Tally
    }

    /// What came out.
    package struct Result: Sendable {
        package let totals: Tally
        package let rows: [Row]
    }

    let keys: [GroupKey]
    private let period: TimeBounds
    private let now: Instant
    private let zone: Zone
    private let withDays: Bool
    private var clock: LocalClock
    private let unit: Int?
    /// Whether all time of a session counts for the same rows.
    private let isUniform: Bool
    private let hasPeriod: Bool

    /// By key.
    private(set) var names: [GroupNames]
    private(set) var groups = DistinctPairs()
    private var worked = WorkedTime()
    /// By row; the first is of all.
    private var tallies = [Tally()]

    // What is known of the session that is being added.
    private var number = 0
    /// By row: the last session that has anything there, and its time there.
    private var lastSession = [-1]
    private var seconds = [-1]
    private var touched: [Int] = []
    private var rows: [Int] = []
    /// The values of keys that are the same for all of it, by key.
    private var values: [[Int]]
    private var people: [Worker] = []
    private var parts: [LocalClock.Part] = []

    /// Somebody who has worked on the session.
    private struct Worker {
        let name: IndexBytes
        /// The number of the name, where people are asked for.
        let number: Int
        /// Until when, and the place of that second where it counts.
        var reached: Int?
        var place: TimePlace?
    }

    /// The value of those who have none.
    static let none = Int.min
    /// The place of what counts for the same rows wherever it is.
    private static let anywhere = TimePlace(localSecond: 0)

    /// - Parameters:
    ///   - keys: two at most.
    ///   - since: only time from here on; nil for all.
    ///   - until: only time before this.
    ///   - withDays: whether it is asked for when days began and ended, which takes a little longer.
    ///   - rename: what people are called, so that all names of one are the same.
    package init(
        by keys: [GroupKey], since: Instant? = nil, until: Instant? = nil, now: Instant, zone: Zone,
        withDays: Bool = true, person rename: @escaping (String) -> String = { $0 }
    ) {
        self.keys = keys
        self.now = now
        self.zone = zone
        self.withDays = withDays
        period = TimeBounds(from: since, to: until)
        clock = LocalClock(zone: zone)
        hasPeriod = since != nil || until != nil
        isUniform = !keys.contains { $0.isOfTime || $0 == .person }
        unit = keys.contains(.hour) ? 3600 : keys.contains(where: \.isOfTime) ? 86_400 : nil
        names = keys.map { GroupNames(rename: $0 == .person ? rename : { $0 }) }
        values = keys.map { _ in [] }
    }

    // MARK: Adding

    package mutating func add(_ summary: SessionSummary) {
        number += 1
        touched.removeAll(keepingCapacity: true)
        people.removeAll(keepingCapacity: true)
        for key in keys.indices { setValues(of: key, summary) }
        if isUniform { setRows(at: nil, person: nil) }

        summary.eachInterval { interval, person in add(interval, by: person) }
        let end = end(of: summary)
        if !hasPeriod { eachPlace(nil, summary) { $0.touch($1) } }
        if let end, let second = placed(end.at) {
            let place = TimePlace(localSecond: second + clock.offset(at: second))
            let planned = summary.planned?.seconds
            let tracked = summary.tracked(now: now).seconds
            eachPlace(place, summary) { statistics, row in
                statistics.touch(row)
                statistics.tallies[row].addEnd(
                    isCompleted: end.isCompleted, planned: planned, tracked: tracked)
            }
        }
        count(summary)
    }

    /// The session itself, in every row where anything of it was.
    private mutating func count(_ summary: SessionSummary) {
        guard !touched.isEmpty else { return }
        let planned = summary.planned?.seconds ?? 0
        let goals = summary.flags.contains(.goal) ? summary.goals : (0, 0)
        for row in touched {
            tallies[row].sessions += 1
            tallies[row].archived += summary.isArchived ? 1 : 0
            tallies[row].plannedSeconds += planned
            tallies[row].goals += goals.0
            tallies[row].goalsReached += goals.1
            if seconds[row] >= 0 { tallies[row].lengths.add(Double(seconds[row])) }
        }
    }

    private mutating func add(_ interval: Interval, by person: IndexBytes) {
        let worker = worker(person)
        guard let stretch = interval.stretch(now: now) else {
            guard !hasPeriod || period.contains(zone.instant(of: interval.day, secondOfDay: 0)) else {
                return
            }
            if !isUniform { setRows(at: TimePlace(day: interval.day), person: people[worker].number) }
            for row in rows { add(interval.seconds(now: now), to: row) }
            return
        }
        let (start, end) = (stretch.start.seconds, stretch.end.seconds)
        notePause(worker, before: start)
        let from = max(start, period.from?.seconds ?? start)
        let to = min(end, period.to?.seconds ?? end)
        let isInside = from < to || start == end && placed(stretch.start) != nil
        var lastPlace: TimePlace?
        if isInside {
            let number = people[worker].number
            parts.removeAll(keepingCapacity: true)
            clock.cut(from, to, offset: interval.utcOffset, unit: unit, into: &parts)
            for part in parts {
                if !isUniform { setRows(at: TimePlace(localSecond: part.localStart), person: number) }
                for row in rows { add(part.end - part.start, to: row) }
                worked.add(part, rows: rows)
            }
            if to == end, isUniform {
                lastPlace = Statistics.anywhere
            } else if to == end, let last = parts.last {
                lastPlace = TimePlace(localSecond: max(last.end - 1, last.start) + last.offset)
            }
        }
        if people[worker].reached.map({ end > $0 }) ?? true {
            people[worker].reached = end
            people[worker].place = lastPlace
        }
    }

    /// The clock of somebody begins again: where it stood still before, that was a pause, and it counts where
    /// the work before it ended.
    private mutating func notePause(_ worker: Int, before start: Int) {
        guard let reached = people[worker].reached, start > reached, let place = people[worker].place else {
            return
        }
        if !isUniform { setRows(at: place, person: people[worker].number) }
        for row in rows { tallies[row].pauses += 1 }
    }

    private mutating func worker(_ name: IndexBytes) -> Int {
        for known in people.indices where people[known].name.isSame(as: name) { return known }
        var number = Statistics.none
        if let key = keys.firstIndex(of: .person) { number = names[key].number(of: name) }
        people.append(Worker(name: name, number: number))
        return people.count - 1
    }

    private mutating func touch(_ row: Int) {
        guard lastSession[row] != number else { return }
        lastSession[row] = number
        seconds[row] = -1
        touched.append(row)
    }

    private mutating func add(_ some: Int, to row: Int) {
        touch(row)
        seconds[row] = max(seconds[row], 0) + some
        tallies[row].trackedSeconds += some
    }

    /// The second of an instant in the period.
    private func placed(_ instant: Instant) -> Int? {
        let second = instant.seconds
        if let from = period.from?.seconds, second < from { return nil }
        if let to = period.to?.seconds, second >= to { return nil }
        return second
    }

    /// When and how it ended; nil while it has not.
    private func end(of summary: SessionSummary) -> (at: Instant, isCompleted: Bool)? {
        if summary.statusBefore == .completed { return (summary.completedAt ?? summary.updatedAt, true) }
        return summary.isArchived ? (summary.archivedAt ?? summary.updatedAt, false) : nil
    }

    // MARK: Rows

    private mutating func setValues(of key: Int, _ summary: SessionSummary) {
        values[key].removeAll(keepingCapacity: true)
        switch keys[key] {
        case .status: values[key].append(summary.statusBefore.number)
        case .rating: values[key].append(summary.rating ?? Statistics.none)
        case .project:
            let has = summary.flags.contains(.project)
            values[key].append(has ? names[key].number(of: summary.field(.project)) : Statistics.none)
        case .template:
            let has = summary.flags.contains(.template)
            values[key].append(has ? names[key].number(of: summary.field(.template)) : Statistics.none)
        case .tag:
            if summary.flags.contains(.tag) {
                summary.eachTag { tag in
                    let number = names[key].number(of: tag)
                    if !values[key].contains(number) { values[key].append(number) }
                }
            } else {
                values[key].append(Statistics.none)
            }
        case .person, .day, .week, .month, .weekday, .hour: break
        }
    }

    /// Finds the rows for a time and a person, that of all among them.
    private mutating func setRows(at place: TimePlace?, person: Int?) {
        rows.removeAll(keepingCapacity: true)
        rows.append(0)
        guard !keys.isEmpty else { return }
        for key in keys.indices {
            if keys[key].isOfTime {
                guard let place else { return }
                setValue(place.value(of: keys[key]), of: key)
            } else if keys[key] == .person {
                setValue(person, of: key)
            }
        }
        for first in values[0] {
            guard keys.count > 1 else {
                rows.append(row(DistinctPairs.Pair(first: first, second: 0)))
                continue
            }
            for second in values[1] { rows.append(row(DistinctPairs.Pair(first: first, second: second))) }
        }
    }

    private mutating func setValue(_ value: Int?, of key: Int) {
        values[key].removeAll(keepingCapacity: true)
        values[key].append(value ?? Statistics.none)
    }

    private mutating func row(_ pair: DistinctPairs.Pair) -> Int {
        let row = groups.number(of: pair) + 1
        if row == tallies.count {
            tallies.append(Tally())
            lastSession.append(-1)
            seconds.append(-1)
        }
        return row
    }

    /// Visits once each row that a session is in at a time, for everybody who worked on it or else owns it.
    private mutating func eachPlace(
        _ place: TimePlace?, _ summary: SessionSummary, _ visit: (inout Statistics, Int) -> Void
    ) {
        var found: [Int] = []
        if let key = keys.firstIndex(of: .person) {
            for person in everybody(summary, key) {
                setRows(at: place, person: person)
                for row in rows where !found.contains(row) { found.append(row) }
            }
        } else {
            if !isUniform { setRows(at: place, person: nil) }
            found = rows
        }
        for row in found { visit(&self, row) }
    }

    private mutating func everybody(_ summary: SessionSummary, _ key: Int) -> [Int] {
        if !people.isEmpty { return people.map(\.number) }
        var owners: [Int] = []
        for person in summary.participants where person.role == .owner {
            owners.append(names[key].number(of: IndexBytes(Array(person.person.utf8))))
        }
        return owners.isEmpty ? [names[key].number(of: summary.field(.createdBy))] : owners
    }

    // MARK: The result

    package func result() -> Result {
        var tallies = tallies
        for (row, sum) in worked.sums(rows: tallies.count, withDays: withDays).enumerated() {
            tallies[row].wallSeconds = sum.wallSeconds
            tallies[row].dayStarts = Distribution(sum.days.map { Double($0.first) })
            tallies[row].dayEnds = Distribution(sum.days.map { Double($0.last) })
        }
        return Result(totals: tallies[0], rows: orderedRows(tallies))
    }
}
