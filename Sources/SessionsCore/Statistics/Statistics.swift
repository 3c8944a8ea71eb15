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

    /// Whether all of a session counts for the same rows.
    private let isWhole: Bool
    private var whole: WholeSessions
    private var divided: DividedSessions

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
        let rows = RowsByKey(by: keys, person: rename)
        let period = since == nil && until == nil ? nil : TimeBounds(from: since, to: until)
        isWhole = rows.isUniform && period == nil
        whole = WholeSessions(rows, now: now, zone: zone, withDays: withDays)
        divided = DividedSessions(rows, period: period, now: now, zone: zone, withDays: withDays)
    }

    package mutating func add(_ summary: SessionSummary) {
        if isWhole { whole.add(summary) } else { divided.add(summary) }
    }

    /// Adds sessions of an index by what it says of their work, as far as that says all.
    mutating func use(_ section: WorkSection) {
        if isWhole { whole.use(section) }
    }

    /// Adds sessions of a block of that index.
    ///
    /// - Parameter first: the row of the first one of the block.
    mutating func add(_ rows: [Int], of block: SummaryBlock, first: Int) {
        if isWhole {
            whole.add(rows, of: block, first: first)
        } else {
            for row in rows { divided.add(SessionSummary(block, row)) }
        }
    }

    package func result() -> Result {
        let (tallies, rows) = isWhole ? (whole.result(), whole.rows) : (divided.result(), divided.rows)
        return Result(totals: tallies[0], rows: rows.ordered(tallies))
    }
}

extension SessionSummary {
    /// When and how it ended; nil while it has not.
    var end: (at: Instant, isCompleted: Bool)? {
        if statusBefore == .completed { return (completedAt ?? updatedAt, true) }
        return isArchived ? (archivedAt ?? updatedAt, false) : nil
    }
}
