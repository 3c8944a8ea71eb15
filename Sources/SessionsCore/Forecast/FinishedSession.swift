/// What forecasts learn from a session that is finished; 96 bytes without a reference, cheap to make by the
/// hundred thousand.
package struct FinishedSession: Equatable, Sendable {
    package let likeness: Likeness
    /// Minutes, more than zero; nil without a plan.
    package let planned: Double?
    /// Tracked minutes, more than zero.
    package let actual: Double
    package let recency: Recency

    /// Nil where there is nothing to learn from: no time was tracked, or it ended before it began, which
    /// makes its amounts doubtful as well.
    ///
    /// - Parameters:
    ///   - planned: minutes; a plan of none is no plan.
    ///   - actual: tracked minutes.
    package init?(_ likeness: Likeness, planned: Double?, actual: Double, recency: Recency) {
        guard actual > 0, actual.isFinite, recency.completed >= recency.started else { return nil }
        self.likeness = likeness
        self.planned = ForecastMethod.plan(planned)
        self.actual = actual
        self.recency = recency
    }

    /// The same from texts; `started` is when it was made where it was never started.
    package init?(
        id: String, title: String, owner: String, project: String?, kind: String?, tags: [String],
        planned: Double?, actual: Double, started: Instant, completed: Instant
    ) {
        self.init(
            Likeness(title: title, owner: owner, project: project, kind: kind, tags: tags),
            planned: planned, actual: actual,
            recency: Recency(completed: completed, started: started, id: id.utf8)
        )
    }
}

/// The order in which finished sessions became known: by completion, then by start, then by id.
package struct Recency: Comparable, Hashable, Sendable {
    package let completed: Instant
    package let started: Instant
    /// The first sixteen bytes of the id, all of it in sessions of this program, as two big-endian numbers.
    private let idStart: UInt64
    private let idRest: UInt64

    /// - Parameter id: in UTF-8.
    package init(completed: Instant, started: Instant, id: some Sequence<UInt8>) {
        self.completed = completed
        self.started = started
        var (start, rest): (UInt64, UInt64) = (0, 0)
        var count = 0
        for byte in id.prefix(16) {
            if count < 8 {
                start |= UInt64(byte) << UInt64(56 - 8 * count)
            } else {
                rest |= UInt64(byte) << UInt64(120 - 8 * count)
            }
            count += 1
        }
        (idStart, idRest) = (start, rest)
    }

    package static func < (a: Recency, b: Recency) -> Bool {
        if a.completed != b.completed { return a.completed < b.completed }
        if a.started != b.started { return a.started < b.started }
        return a.idStart != b.idStart ? a.idStart < b.idStart : a.idRest < b.idRest
    }
}
