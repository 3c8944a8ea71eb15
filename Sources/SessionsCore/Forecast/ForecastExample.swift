/// A finished session as an example for others.
struct ForecastExample: Sendable {
    let recency: Recency
    /// Tells it from the others of its history.
    let number: Int
    /// The logarithm of actual time over the plan, or of actual minutes for sessions without a plan.
    let value: Double
    /// The logarithm of the planned minutes; 0 for sessions without a plan, which are all of one size.
    let size: Double

    /// Nil where there should be a plan to measure by and is none.
    init?(_ session: FinishedSession, number: Int, isPlanned: Bool) {
        recency = session.recency
        self.number = number
        if isPlanned {
            guard let planned = session.planned else { return nil }
            value = (session.actual / planned).logarithm
            size = planned.logarithm
        } else {
            value = session.actual.logarithm
            size = 0
        }
    }
}
