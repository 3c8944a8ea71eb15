/// How well forecasts would have held: the history is gone through once more, each session forecast from
/// nothing but what was completed before it began.
package struct Calibration: Sendable {
    /// What would have been forecast for a session when it began.
    package struct Replay: Equatable, Sendable {
        /// Where the session stands in the history.
        package let position: Int
        /// Minutes.
        package let p50: Double
        package let p80: Double
    }

    package struct Kind: Equatable, Sendable {
        /// Where a session of this kind stands in the history.
        package let example: Int
        package let record: ForecastRecord
    }

    /// One for each session that counts, in the order in which they began.
    package let replays: [Replay]
    package let overall: ForecastRecord
    /// The kind with the most sessions first.
    package let kinds: [Kind]

    /// Some 25 µs for each session that counts.
    ///
    /// - Parameters:
    ///   - history: in any order. Sessions without a plan are left out.
    ///   - counts: whether the session at a position is forecast; the others are only learned from.
    package init(of history: [FinishedSession], counting counts: (Int) -> Bool = { _ in true }) {
        let known = history.indices.filter { history[$0].planned != nil }
        let ended = known.sorted { history[$0].recency < history[$1].recency }
        var learned = 0
        var past = WorkHistory()
        var replays: [Replay] = []
        var overall = ForecastRecord()
        var kinds: [UInt64: (example: Int, record: ForecastRecord)] = [:]
        for position in known.filter(counts).sorted(by: { history[$0].beganBefore(history[$1]) }) {
            let session = history[position]
            while learned < ended.count,
                history[ended[learned]].recency.completed < session.recency.started
            {
                past.learn(history[ended[learned]])
                learned += 1
            }
            guard let planned = session.planned else { continue }
            let forecast = past.forecast(ForecastQuery(session.likeness, planned: planned))
            let (p50, p80) = (forecast.p50, forecast.p80)
            replays.append(Replay(position: position, p50: p50, p80: p80))
            overall.add(planned: planned, actual: session.actual, p50: p50, p80: p80)
            kinds[session.likeness.kind, default: (position, ForecastRecord())].record
                .add(planned: planned, actual: session.actual, p50: p50, p80: p80)
        }
        self.replays = replays
        self.overall = overall
        self.kinds = kinds.values.map { Kind(example: $0.example, record: $0.record) }
            .sorted { ($1.record.sessions, $0.example) < ($0.record.sessions, $1.example) }
    }
}

extension FinishedSession {
    /// By start, then by completion, then by id.
    fileprivate func beganBefore(_ other: FinishedSession) -> Bool {
        recency.started == other.recency.started
            ? recency < other.recency : recency.started < other.recency.started
    }
}
