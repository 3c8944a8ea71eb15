extension SessionSummary {
    /// What forecasts learn from it: its kind is the template, its length the tracked time. Nil where it is not
    /// completed, or there is nothing to learn from.
    package var finished: FinishedSession? {
        guard statusBefore == .completed, let completed = completedAt else { return nil }
        // Work that was logged afterwards never started, and was perhaps over when it was made.
        let started = startedAt ?? min(createdAt, completed)
        return FinishedSession(
            Likeness(of: self), planned: planned?.minutes, actual: tracked(now: completed).minutes,
            recency: id.withBytes { Recency(completed: completed, started: started, id: $0) })
    }

    /// The question how long it will take.
    package func forecastQuery(now: Instant) -> ForecastQuery {
        ForecastQuery(
            Likeness(of: self), planned: planned?.minutes, elapsed: tracked(now: now).minutes)
    }
}
