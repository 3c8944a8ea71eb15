/// A session whose time is to be forecast.
package struct ForecastQuery: Equatable, Sendable {
    package let likeness: Likeness
    /// Minutes, more than zero; nil without a plan.
    package let planned: Double?
    /// Minutes that were tracked so far, 0 before it is started.
    package let elapsed: Double

    /// - Parameters:
    ///   - planned: minutes; a plan of none is no plan.
    ///   - elapsed: minutes.
    package init(_ likeness: Likeness, planned: Double?, elapsed: Double = 0) {
        self.likeness = likeness
        self.planned = ForecastMethod.plan(planned)
        self.elapsed = elapsed > 0 && elapsed.isFinite ? elapsed : 0
    }

    /// The same with another plan.
    package func planned(_ minutes: Double?) -> ForecastQuery {
        ForecastQuery(likeness, planned: minutes, elapsed: elapsed)
    }

    package init(
        title: String, owner: String, project: String?, kind: String?, tags: [String],
        planned: Double?, elapsed: Double = 0
    ) {
        self.init(
            Likeness(title: title, owner: owner, project: project, kind: kind, tags: tags),
            planned: planned, elapsed: elapsed)
    }
}
