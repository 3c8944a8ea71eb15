/// How long a session will take: not one number but what it may take, each with its likelihood.
package struct Forecast: Equatable, Sendable {
    /// Where a point comes from.
    package enum Origin: Hashable, Sendable {
        /// A finished session, the finest level on which it is alike.
        case similar(SimilarityLevel)
        /// What is expected of any session.
        case prior
        /// What is expected of any session that is past its plan, or has none.
        case tail
    }

    /// One length it may have.
    package struct Point: Equatable, Sendable {
        package let minutes: Double
        /// The likelihood; those of all points add up to 1.
        package internal(set) var weight: Double
        package let origin: Origin
    }

    /// By minutes, never empty.
    package let points: [Point]
    /// Minutes; without a plan a forecast is a weak one.
    package let planned: Double?
    /// Minutes it has taken already; the points tell the whole and lie beyond them.
    package let elapsed: Double

    /// From points in any order whose weights have any sum.
    init(points: [Point], planned: Double?, elapsed: Double) {
        let total = points.reduce(0) { $0 + $1.weight }
        self.points = points.sorted { $0.minutes < $1.minutes }
            .map { Point(minutes: $0.minutes, weight: $0.weight / total, origin: $0.origin) }
        self.planned = planned
        self.elapsed = elapsed
    }

    /// Whether nobody said how long it should take: such a forecast errs by a third more.
    package var isWeak: Bool { planned == nil }

    /// The shares for which a forecast is told.
    package static let shares = [0.1, 0.5, 0.8, 0.9]

    /// Within how many minutes that share of such sessions ends.
    ///
    /// A point itself and nothing in between: where many sessions end exactly on their plan, so does the
    /// forecast.
    package func minutes(forShare share: Double) -> Double {
        var reached = 0.0
        for point in points {
            reached += point.weight
            if reached >= share - Forecast.slack { return point.minutes }
        }
        return points.last?.minutes ?? elapsed
    }

    /// The same as an amount of time, to the second.
    package func amount(forShare share: Double) -> TimeAmount {
        TimeAmount(minutes: minutes(forShare: share)) ?? .longest
    }

    /// What the sum of weights may fall short of a share by rounding.
    static let slack = 1e-9

    /// Half of such sessions end within so many minutes.
    package var p50: Double { minutes(forShare: 0.5) }

    /// 80 of 100 such sessions end within so many minutes.
    package var p80: Double { minutes(forShare: 0.8) }
}
