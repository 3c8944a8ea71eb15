/// A history that many forecasts are made from, and that grows between them.
package struct WorkHistory: Sendable {
    /// The latest sessions that have something in common.
    private struct Group {
        /// Those with a plan.
        var planned = LatestSessions()
        /// Those with and without, for forecasts without one.
        var all = LatestSessions()

        mutating func add(_ planned: ForecastExample?, _ example: ForecastExample?) {
            if let planned { self.planned.insert(planned) }
            if let example { all.insert(example) }
        }
    }

    /// By what they have in common.
    private var groups: [Likeness: Group] = [:]
    private var learned = 0

    package init() {}

    /// Takes in a finished session, in any order.
    package mutating func learn(_ session: FinishedSession) {
        learned += 1
        let planned = ForecastExample(session, number: learned, isPlanned: true)
        let example = ForecastExample(session, number: learned, isPlanned: false)
        for level in SimilarityLevel.finestFirst {
            guard let common = session.likeness.group(on: level) else { continue }
            groups[common, default: Group()].add(planned, example)
        }
    }

    package func forecast(_ query: ForecastQuery) -> Forecast {
        let levels = SimilarityLevel.finestFirst.compactMap { level in
            query.likeness.group(on: level).flatMap { groups[$0] }
                .map { (level: level, latest: query.planned == nil ? $0.all : $0.planned) }
        }
        return Forecast(query, levels)
    }
}
