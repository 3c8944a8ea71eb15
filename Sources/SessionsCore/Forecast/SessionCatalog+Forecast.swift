extension SessionCatalog {
    /// From what is finished in the workspace. A fraction of a millisecond where the index has it, which is never
    /// needed.
    ///
    /// - Parameter query: asks for a session that is not among the finished ones.
    package func forecast(_ query: ForecastQuery) -> Forecast {
        var similar = SimilarSessions(to: query)
        if let rows, let finished = rows.index.finished {
            let isSound = finished.visit(&similar) { row in
                row < rows.index.count && rows.holds(row) ? rows.index.key(ofRow: row) : nil
            }
            if isSound {
                eachFresh { _, summary in if let session = summary.finished { similar.visit(session) } }
                return similar.forecast
            }
        }
        similar = SimilarSessions(to: query)
        forEach { summary in if let session = summary.finished { similar.visit(session) } }
        return similar.forecast
    }

    /// The same for several, which takes one look at the history for all of them where they are many.
    package func forecasts(_ queries: [ForecastQuery]) -> [Forecast] {
        if queries.count <= SessionCatalog.mostForecastAlone { return queries.map(forecast) }
        var history = WorkHistory()
        forEach { summary in if let session = summary.finished { history.learn(session) } }
        return queries.map(history.forecast)
    }

    private static let mostForecastAlone = 16
}
