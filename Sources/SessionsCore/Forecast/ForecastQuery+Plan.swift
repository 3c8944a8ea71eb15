extension ForecastQuery {
    /// Asks for a session that is yet to be made.
    ///
    /// - Parameter owner: whose session it will be.
    /// - Throws: `invalid`, where it could not be made so.
    package init(of plan: SessionPlan, owner: String) throws(SessionsError) {
        self.init(
            title: plan.title, owner: owner, project: try plan.project.map(SessionRules.project),
            kind: plan.template, tags: try SessionRules.tags(plan.tags), planned: plan.planned?.minutes)
    }
}
