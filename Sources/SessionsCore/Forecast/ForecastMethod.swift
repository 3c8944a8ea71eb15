/// The numbers of the method, a shrunken mixture of similar past sessions.
///
/// They were chosen once, by forecasting 50,000 recorded tasks each from what was known before it, and
/// confirmed on 23,000 others. Around each there is a wide range in which none does better; one tuned to a
/// single history would only follow its accidents. So they are constants, not settings.
enum ForecastMethod {
    /// How many sessions' worth the coarser levels and the prior weigh against what a level has itself.
    static let shrinkage = 5.0
    /// How many of the latest sessions of a level are looked at.
    static let window = 60
    /// After how many later sessions of its level one counts half.
    private static let halfLife = 20.0
    /// How alike in size sessions must be to teach much: the standard deviation of a bell over the logarithm
    /// of the plan. Half as long or twice as long counts 0.61.
    private static let bandwidth = 0.7
    /// The spread of actual time over the plan, as a logarithm, where nothing is known.
    private static let priorDeviation = 0.9
    /// The share of the prior that lies on the plan itself: many sessions end when their time is up.
    private static let priorOnPlan = 0.15
    /// Sessions past their plan can take ever so long: the weight and the exponent of a Pareto tail.
    private static let tailWeight = 0.2
    private static let tailExponent = 1.5
    /// What a session takes of which nothing is known, not even a plan: minutes, and the spread as a
    /// logarithm.
    private static let usualMinutes = 45.0
    private static let usualDeviation = 1.0
    /// The middles of nine equally likely parts of the normal distribution.
    private static let normalQuantiles = [
        -1.593218818023050, -0.967421566101701, -0.589455797849779, -0.282216147062508, 0,
        0.282216147062508, 0.589455797849779, 0.967421566101701, 1.593218818023050,
    ]
    /// What a session counts by how many of its level came after it.
    static let agingWeights = (0..<window).map { (-Double($0) / halfLife * 2.0.logarithm).exponential }

    /// A plan in minutes that can be reckoned with: more than zero and not endless.
    static func plan(_ minutes: Double?) -> Double? {
        minutes.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }

    /// What a session counts by the logarithms of its plan and of the one to be forecast.
    static func sizeWeight(_ size: Double, _ other: Double) -> Double {
        let distance = (size - other) / bandwidth
        return (-distance * distance / 2).exponential
    }

    /// What is expected without any history, in all a weight of 1: logarithms of actual time over the plan,
    /// or of minutes where there is no plan.
    static func prior(isPlanned: Bool) -> [(value: Double, weight: Double)] {
        let count = Double(normalQuantiles.count)
        guard isPlanned else {
            return normalQuantiles.map { (usualMinutes.logarithm + usualDeviation * $0, 1 / count) }
        }
        return normalQuantiles.map { (priorDeviation * $0, (1 - priorOnPlan) / count) } + [(0, priorOnPlan)]
    }

    /// How much longer than now a session may take that is past its plan: multiples of the time it has taken.
    static var tail: [(factor: Double, weight: Double)] {
        let count = 9
        return (0..<count).map { index in
            let beyond = 1 - (Double(index) + 0.5) / Double(count)
            return ((-beyond.logarithm / tailExponent).exponential, tailWeight / Double(count))
        }
    }
}
