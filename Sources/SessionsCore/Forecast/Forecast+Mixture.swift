extension Forecast {
    /// The shrunken mixture of similar past sessions.
    ///
    /// Each level takes a part of the weight that finer ones have left for its sessions, the larger the more
    /// it has that are recent and of like size; the prior has what is left in the end. So there is no number
    /// of sessions from which on a history counts: every one of them moves the forecast a little.
    ///
    /// - Parameter levels: the latest sessions that are like the one asked for, the finest level first.
    init(_ query: ForecastQuery, _ levels: [(level: SimilarityLevel, latest: LatestSessions)]) {
        let size = query.planned.map(\.logarithm) ?? 0
        let scale = query.planned ?? 1
        var rest = 1.0
        var used: Set<Int> = []
        used.reserveCapacity(levels.count * ForecastMethod.window)
        var points: [Point] = []
        points.reserveCapacity(levels.count * ForecastMethod.window + 10)
        for (level, latest) in levels {
            let first = points.count
            var total = 0.0
            for age in 0..<latest.count {
                let example = latest[age]
                // Those that a finer level has used keep their age here.
                guard used.insert(example.number).inserted else { continue }
                let weight =
                    ForecastMethod.agingWeights[age] * ForecastMethod.sizeWeight(example.size, size)
                total += weight
                points.append(
                    Point(
                        minutes: scale * example.value.exponential, weight: weight, origin: .similar(level)))
            }
            let factor = rest / (total + ForecastMethod.shrinkage)
            for index in first..<points.count { points[index].weight *= factor }
            rest = factor * ForecastMethod.shrinkage
        }
        let prior = ForecastMethod.prior(isPlanned: query.planned != nil).map { value, weight in
            Point(minutes: scale * value.exponential, weight: weight * rest, origin: .prior)
        }
        self.init(history: points, prior: prior, planned: query.planned, elapsed: query.elapsed)
    }

    /// Leaves out what can no longer be, for a session that has taken some time already.
    ///
    /// Past the plan only sessions that really took longer have a say, and a tail stands for those longer
    /// than any so far. Without a plan there is no telling when it is late, so the tail is there from the
    /// beginning: on recorded tasks that did better than to wait for the usual time to pass.
    private init(history: [Point], prior: [Point], planned: Double?, elapsed: Double) {
        var points = history
        if elapsed < planned ?? .infinity { points += prior }
        if elapsed > 0 {
            // Lengths equal to the time it has taken are past as well, also where they differ by rounding.
            points.removeAll { $0.minutes <= elapsed * (1 + 1e-12) }
            if elapsed >= planned ?? 0 {
                points += ForecastMethod.tail.map { factor, weight in
                    Point(minutes: elapsed * factor, weight: weight, origin: .tail)
                }
            }
        }
        self.init(points: points, planned: planned, elapsed: elapsed)
    }
}
