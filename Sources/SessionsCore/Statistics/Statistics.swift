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

    private let period: TimeBounds
    private let now: Instant
    private let zone: Zone
    private let withDays: Bool
    private var clock: LocalClock
    private let unit: Int?
    private let hasPeriod: Bool

    private var rows: RowsByKey
    private var worked = WorkedTime()
    /// By row; the first is of all.
    private var tallies = [Tally()]

    // What is known of the session that is being added.
    private var number = 0
    /// By row: the last session that has anything there, and its time there.
    private var lastSession = [-1]
    private var seconds = [-1]
    private var touched: [Int] = []
    /// Its time and pauses where all of it counts for the same rows: added to them once, at its end.
    private var uniformTime: (seconds: Int?, pauses: Int) = (nil, 0)
    private var people: [Worker] = []
    private var parts: [LocalClock.Part] = []

    /// Somebody who has worked on the session.
    private struct Worker {
        /// The number of the name, where people are asked for.
        let number: Int
        var clock: PersonClock
        /// Where the last second counts before the clock stopped.
        var place: TimePlace?
    }

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
        self.now = now
        self.zone = zone
        self.withDays = withDays
        period = TimeBounds(from: since, to: until)
        clock = LocalClock(zone: zone)
        hasPeriod = since != nil || until != nil
        unit = keys.contains(.hour) ? 3600 : keys.contains(where: \.isOfTime) ? 86_400 : nil
        rows = RowsByKey(by: keys, person: rename)
    }

    // MARK: Adding

    package mutating func add(_ summary: SessionSummary) {
        number += 1
        touched.removeAll(keepingCapacity: true)
        people.removeAll(keepingCapacity: true)
        rows.begin(summary)
        makeRoom()

        uniformTime = (nil, 0)
        summary.eachInterval { interval, person in add(interval, by: person) }
        if let seconds = uniformTime.seconds {
            for row in rows.found {
                add(seconds, to: row)
                tallies[row].pauses += uniformTime.pauses
            }
        }
        let end = end(of: summary)
        if !hasPeriod { for row in rowsOfAll(at: nil, summary) { touch(row) } }
        if let end, let second = placed(end.at) {
            let place = TimePlace(localSecond: second + clock.offset(at: second))
            let planned = summary.planned?.seconds
            let tracked = summary.tracked(now: now).seconds
            for row in rowsOfAll(at: place, summary) {
                touch(row)
                tallies[row].addEnd(isCompleted: end.isCompleted, planned: planned, tracked: tracked)
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
            return add(interval.seconds(now: now), at: TimePlace(day: interval.day), worker)
        }
        let (start, end) = (stretch.start.seconds, stretch.end.seconds)
        notePause(worker, before: start)
        let from = max(start, period.from?.seconds ?? start)
        let to = min(end, period.to?.seconds ?? end)
        let isInside = from < to || start == end && placed(stretch.start) != nil
        var lastPlace: TimePlace?
        if isInside {
            parts.removeAll(keepingCapacity: true)
            clock.cut(from, to, offset: interval.utcOffset, unit: unit, into: &parts)
            for part in parts {
                add(part.end - part.start, at: TimePlace(localSecond: part.localStart), worker)
                worked.add(part, rows: rows.found)
            }
            if to == end, rows.isUniform {
                lastPlace = Statistics.anywhere
            } else if to == end, let last = parts.last {
                lastPlace = TimePlace(localSecond: max(last.end - 1, last.start) + last.offset)
            }
        }
        if people[worker].clock.run(until: end) { people[worker].place = lastPlace }
    }

    /// A pause counts where the work before it ended.
    private mutating func notePause(_ worker: Int, before start: Int) {
        guard people[worker].clock.isPaused(before: start), let place = people[worker].place else { return }
        guard !rows.isUniform else { return uniformTime.pauses += 1 }
        find(at: place, worker)
        for row in rows.found { tallies[row].pauses += 1 }
    }

    /// Finds the rows for a time, and adds it to them.
    private mutating func add(_ some: Int, at place: @autoclosure () -> TimePlace, _ worker: Int) {
        guard !rows.isUniform else { return uniformTime.seconds = (uniformTime.seconds ?? 0) + some }
        find(at: place(), worker)
        for row in rows.found { add(some, to: row) }
    }

    private mutating func worker(_ name: IndexBytes) -> Int {
        for known in people.indices where people[known].clock.person.isSame(as: name) { return known }
        people.append(Worker(number: rows.number(ofPerson: name), clock: PersonClock(of: name)))
        return people.count - 1
    }

    private mutating func find(at place: TimePlace?, _ worker: Int) {
        rows.find(at: place, person: people[worker].number)
        makeRoom()
    }

    /// The rows that a session is in at a time, for everybody who worked on it or else owns it.
    private mutating func rowsOfAll(at place: TimePlace?, _ summary: SessionSummary) -> [Int] {
        defer { makeRoom() }
        return rows.rowsOfAll(at: place, summary, people: people.map { $0.number })
    }

    private mutating func makeRoom() {
        while tallies.count < rows.count {
            tallies.append(Tally())
            lastSession.append(-1)
            seconds.append(-1)
        }
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

    // MARK: The result

    package func result() -> Result {
        var tallies = tallies
        for (row, sum) in worked.sums(rows: tallies.count, withDays: withDays).enumerated() {
            tallies[row].wallSeconds = sum.wallSeconds
            tallies[row].dayStarts = Distribution(sum.days.map { Double($0.first) })
            tallies[row].dayEnds = Distribution(sum.days.map { Double($0.last) })
        }
        return Result(totals: tallies[0], rows: rows.ordered(tallies))
    }
}
