/// How long several sessions will take together.
///
/// The sum is simulated, for quantiles do not add up: a session is more often a little shorter than forecast
/// and seldom very much longer, and among several there is nearly always one of the long ones. The sessions
/// are taken to be independent of each other.
///
/// The draws are stratified (Latin hypercube sampling; McKay, Beckman, Conover 1979): each session's forecast
/// is cut into as many equally likely lengths as there are draws, and chance only decides which of them meet.
package struct ForecastSum: Sendable {
    /// How often the sum is drawn: shares are then met to 0.005 or better (one standard error).
    package static let draws = 10_000
    /// Sums in minutes, ascending.
    private let sums: [Double]

    /// Some 40 µs a forecast. The same forecasts always have the same sum.
    ///
    /// - Parameter forecasts: those of running sessions count whole, with the time they have taken already.
    package init(of forecasts: some Sequence<Forecast>) {
        var sums = [Double](repeating: 0, count: ForecastSum.draws)
        // Whoever asks twice is told the same.
        var chance = SplitMix64(seed: 0)
        for forecast in forecasts {
            var lengths = forecast.evenly(ForecastSum.draws)
            lengths.shuffle(using: &chance)
            for index in sums.indices { sums[index] += lengths[index] }
        }
        sums.sort()
        self.sums = sums
    }

    /// Within how many minutes that share of such sums ends.
    package func minutes(forShare share: Double) -> Double {
        let rank = ((share - Forecast.slack) * Double(sums.count)).rounded(.up)
        return sums[min(max(Int(rank), 1), sums.count) - 1]
    }

    /// The same as an amount of time, to the second.
    package func amount(forShare share: Double) -> TimeAmount {
        TimeAmount(minutes: minutes(forShare: share)) ?? .longest
    }

    package var p50: Double { minutes(forShare: 0.5) }

    package var p80: Double { minutes(forShare: 0.8) }
}

extension Forecast {
    /// That many lengths, each standing for an equal part of the likelihood, ascending.
    fileprivate func evenly(_ count: Int) -> [Double] {
        var lengths: [Double] = []
        lengths.reserveCapacity(count)
        var reached = 0.0
        for point in points {
            reached += point.weight
            let end = min(count, Int((reached * Double(count) + 0.5).rounded(.down)))
            while lengths.count < end { lengths.append(point.minutes) }
        }
        // Where rounding left the last ones without.
        while lengths.count < count { lengths.append(points.last?.minutes ?? elapsed) }
        return lengths
    }
}
