import SessionsCore
import Terminal

extension Context {
    /// What a command that is about something else says of how long a session will take, on a line; nil where no
    /// finished session says anything about it. What cannot be read is passed over.
    ///
    /// - Parameter catalog: the sessions, where they have been read.
    func forecastLine(for session: Session, in catalog: SessionCatalog? = nil) -> [Span]? {
        guard [.draft, .active, .paused].contains(session.status),
            let catalog = catalog ?? (try? forecastCatalog())
        else { return nil }
        let forecast = catalog.forecast(SessionSummary(of: session).forecastQuery(now: now))
        return line(forecast, template: session.template)
    }

    /// How long a planned session will take; nil where that is not to be said. It is asked before anything is
    /// locked.
    func forecast(of plan: SessionPlan) -> Forecast? {
        guard openOperation == nil, isJSON || output.isTerminal && !isQuiet, let owner = try? user(),
            let query = try? ForecastQuery(of: plan, owner: owner), let catalog = try? forecastCatalog()
        else { return nil }
        return catalog.forecast(query)
    }

    /// The same on a line, where any finished session says anything about it.
    func line(_ forecast: Forecast, template: String?) -> [Span]? {
        guard forecast.explanation.sessions > 0 else { return nil }
        let weak = forecast.isWeak ? [Span(" (weak: nothing is planned)")] : []
        return ForecastWords(forecast, template: template, project: nil).range + weak
    }

    /// Sessions to forecast others from: one that another program changed in its place a moment ago tells as
    /// much as it did, and is not waited for.
    private func forecastCatalog() throws(SessionsError) -> SessionCatalog {
        try SessionCatalog(of: workspace(), IndexRules(check: .folders))
    }
}
