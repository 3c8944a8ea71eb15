/// How forecasts of some sessions did beside their plain plans.
package struct ForecastRecord: Equatable, Sendable {
    /// How one way did of saying how long sessions take.
    package struct Score: Equatable, Sendable {
        /// The share of sessions that should take no longer.
        private let aim: Double
        package private(set) var sessions = 0
        /// How many sessions took no longer.
        package private(set) var held = 0
        private var lossSum = 0.0

        fileprivate init(aim: Double) {
            self.aim = aim
        }

        /// The share of sessions that took no longer; nil without any.
        package var share: Double? { sessions > 0 ? Double(held) / Double(sessions) : nil }

        /// The mean quantile loss of the logarithms (pinball loss; Koenker, Bassett 1978): least where the
        /// share is as it should be, not only over all but for each sort of session. Nil without any.
        package var loss: Double? { sessions > 0 ? lossSum / Double(sessions) : nil }

        fileprivate mutating func add(_ actual: Double, _ forecast: Double) {
            let error = (actual / forecast).logarithm
            sessions += 1
            // A session that took exactly so long held, whatever rounding says.
            held += error <= 1e-9 ? 1 : 0
            lossSum += error >= 0 ? aim * error : (aim - 1) * error
        }
    }

    package private(set) var p50 = Score(aim: 0.5)
    package private(set) var p80 = Score(aim: 0.8)
    /// The plan as it stood, to be compared with P50.
    package private(set) var plan = Score(aim: 0.5)
    /// Twice the plan, to be compared with P80.
    package private(set) var twicePlan = Score(aim: 0.8)

    package init() {}

    package var sessions: Int { p50.sessions }

    /// All in minutes, more than zero.
    package mutating func add(planned: Double, actual: Double, p50: Double, p80: Double) {
        self.p50.add(actual, p50)
        self.p80.add(actual, p80)
        plan.add(actual, planned)
        twicePlan.add(actual, 2 * planned)
    }
}
