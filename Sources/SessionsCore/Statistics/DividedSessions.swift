/// Sums of sessions whose time is divided among rows: by people, by days or hours, or at the borders of a period.
struct DividedSessions {
    private let period: TimeBounds
    private let now: Instant
    private let zone: Zone
    private let withDays: Bool
    private var clock: LocalClock
    private let unit: Int?
    private let hasPeriod: Bool

    private(set) var rows: RowsByKey
    private var worked = WorkedTime()
    /// By row; the first is of all.
    private var tallies = [Tally()]

    // What is known of the session that is being added.
    private var number = 0
    /// By row: the last session that has anything there, and its time there.
    private var lastSession = [-1]
    private var seconds = [-1]
    private var touched: [Int] = []
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

    /// - Parameters:
    ///   - period: only time in it; nil for all.
    ///   - withDays: whether it is asked for when days began and ended.
    init(_ rows: RowsByKey, period: TimeBounds?, now: Instant, zone: Zone, withDays: Bool) {
        self.rows = rows
        self.now = now
        self.zone = zone
        self.withDays = withDays
        self.period = period ?? TimeBounds(from: nil, to: nil)
        hasPeriod = period != nil
        clock = LocalClock(zone: zone)
        let keys = rows.keys
        unit = keys.contains(.hour) ? 3600 : keys.contains(where: \.isOfTime) ? 86_400 : nil
    }

    // MARK: Adding

    mutating func add(_ summary: SessionSummary) {
        number += 1
        touched.removeAll(keepingCapacity: true)
        people.removeAll(keepingCapacity: true)
        rows.begin(summary)
        makeRoom()

        summary.eachInterval { interval, person in add(interval, by: person) }
        let end = summary.end
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
                worked.add(part, to: worked.set(of: rows.found))
            }
            if to == end, let last = parts.last {
                lastPlace = TimePlace(localSecond: max(last.end - 1, last.start) + last.offset)
            }
        }
        if people[worker].clock.run(until: end) { people[worker].place = lastPlace }
    }

    /// A pause counts where the work before it ended.
    private mutating func notePause(_ worker: Int, before start: Int) {
        guard people[worker].clock.isPaused(before: start), let place = people[worker].place else { return }
        find(at: place, worker)
        for row in rows.found { tallies[row].pauses += 1 }
    }

    /// Finds the rows for a time, and adds it to them.
    private mutating func add(_ some: Int, at place: TimePlace, _ worker: Int) {
        find(at: place, worker)
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

    // MARK: The result

    /// By row.
    func result() -> [Tally] {
        var tallies = tallies
        let time = worked.clockTime(rows: tallies.count, withDays: withDays)
        for row in tallies.indices { tallies[row].add(time, row: row) }
        return tallies
    }
}
