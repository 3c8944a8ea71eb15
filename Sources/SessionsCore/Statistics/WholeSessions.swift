/// Sums of sessions that count as a whole: all time of each for the same rows, whenever it was.
///
/// Sessions that count for the same set of rows are added up once for all of them.
struct WholeSessions {
    private(set) var rows: RowsByKey
    private let now: Instant
    private let withDays: Bool
    private var clock: LocalClock
    private var worked = WorkedTime()
    /// By set.
    private var tallies: [Tally] = []
    private var parts: [LocalClock.Part] = []

    // What an index says, where it is used.
    private var work: IndexedWork?
    private var indexedValues: [RowsByKey.IndexedValues] = []
    /// The set that each of its rows counts for; none for one that is left out.
    private var sets: [Int32] = []
    /// The sets of rows by the numbers that stand there for the values of the keys.
    private var knownValues = DistinctPairs()
    private var knownSets: [Int] = []

    /// - Parameter withDays: whether it is asked for when days began and ended.
    init(_ rows: RowsByKey, now: Instant, zone: Zone, withDays: Bool) {
        self.rows = rows
        self.now = now
        self.withDays = withDays
        clock = LocalClock(zone: zone)
    }

    mutating func add(_ summary: SessionSummary) {
        let set = set(of: summary)
        summary.eachInterval { interval, _ in
            guard let (start, end) = interval.stretch(now: now) else { return }
            add(start.seconds, end.seconds, offset: interval.utcOffset, to: set)
        }
        var session = WholeSession(summary.block, summary.row)
        session.tracked = min(summary.tracked(now: now).seconds, WholeSession.most)
        tallies[set].add(session, goals: summary.goals, pauses: summary.pauses(now: now))
    }

    private mutating func add(_ start: Int, _ end: Int, offset: Int, to set: Int) {
        parts.removeAll(keepingCapacity: true)
        clock.cut(start, end, offset: offset, unit: nil, into: &parts)
        for part in parts { worked.add(part, to: set) }
    }

    // MARK: Of an index

    /// Adds sessions of an index by what stands there of their work, where that says all that is asked for.
    mutating func use(_ section: WorkSection) {
        guard let values = rows.indexedValues(in: section) else { return }
        indexedValues = values
        work = IndexedWork(section, withOffsets: withDays)
        sets = Array(repeating: Int32(RowSets.none), count: section.rowCount)
    }

    /// Adds sessions of a block of that index.
    ///
    /// - Parameter first: the row of the first one of the block.
    mutating func add(_ rows: [Int], of block: SummaryBlock, first: Int) {
        guard let work else {
            for row in rows { add(SessionSummary(block, row)) }
            return
        }
        let values = indexedValues.map { $0.ofSessions(in: block, first: first) }
        let (firstValues, secondValues) = (values[0], values[1])
        for row in rows {
            let session = WholeSession(block, row)
            guard !session.isRunning else {
                add(SessionSummary(block, row))
                continue
            }
            let pair = DistinctPairs.Pair(first: firstValues[row], second: secondValues[row])
            let number = knownValues.number(of: pair)
            if number == knownSets.count { knownSets.append(set(of: SessionSummary(block, row))) }
            let set = knownSets[number]
            sets[first + row] = Int32(truncatingIfNeeded: set)
            tallies[set].add(
                session, goals: work.goals(ofRow: first + row), pauses: work.pauses(ofRow: first + row))
        }
    }

    private mutating func set(of summary: SessionSummary) -> Int {
        rows.begin(summary)
        let set = worked.set(of: rows.found)
        while tallies.count < worked.sets.count { tallies.append(Tally()) }
        return set
    }

    // MARK: The result

    /// By row.
    consuming func result() -> [Tally] {
        var sums = Array(repeating: Tally(), count: rows.count)
        for (set, tally) in tallies.enumerated() where tally.sessions > 0 {
            worked.sets.eachRow(of: set) { sums[$0].add(tally) }
        }
        if withDays, let work { addParts(of: work) }
        let time = worked.clockTime(
            rows: rows.count, withDays: withDays, with: withDays ? nil : work.map { ($0, sets) })
        for row in sums.indices { sums[row].add(time, row: row) }
        return sums
    }

    private mutating func addParts(of work: IndexedWork) {
        for place in 0..<work.stretchCount {
            let row = work.row(ofStretch: place)
            guard row < sets.count, sets[row] != Int32(RowSets.none) else { continue }
            let stretch = work.stretch(place)
            add(stretch.start, stretch.end, offset: stretch.offset, to: Int(sets[row]))
        }
    }
}

/// What counts of a session as a whole.
private struct WholeSession {
    let planned: Int?
    /// Seconds of all intervals that have ended.
    var tracked: Int
    let isCompleted: Bool
    private let flags: SummaryFlags

    /// Seconds of a session beyond these are not counted, so that whatever a damaged index says can be added up.
    static let most = 1 << 42

    private static let completed = UInt8(Status.completed.number)

    @inline(__always)
    init(_ block: SummaryBlock, _ row: Int) {
        let planned: Int64 = block.number(row, .planned)
        self.planned = planned < 0 ? nil : min(Int(planned), WholeSession.most)
        tracked = min(max(Int(block.number(row, .tracked) as Int64), 0), WholeSession.most)
        let status: UInt8 = block.number(row, .status)
        isCompleted = status == WholeSession.completed
        flags = SummaryFlags(rawValue: block.number(row, .flags))
    }

    var isRunning: Bool { flags.contains(.running) }
    var isArchived: Bool { flags.contains(.archived) }
    var hasTime: Bool { flags.contains(.time) }
}

extension Tally {
    @inline(__always)
    fileprivate mutating func add(_ session: WholeSession, goals: (count: Int, done: Int), pauses: Int) {
        sessions += 1
        archived += session.isArchived ? 1 : 0
        trackedSeconds += session.tracked
        plannedSeconds += session.planned ?? 0
        self.goals += goals.count
        goalsReached += goals.done
        self.pauses += pauses
        if session.hasTime { lengths.add(Double(session.tracked)) }
        if session.isCompleted || session.isArchived {
            addEnd(isCompleted: session.isCompleted, planned: session.planned, tracked: session.tracked)
        }
    }
}
