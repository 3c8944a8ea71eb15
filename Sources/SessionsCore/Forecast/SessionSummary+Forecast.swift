extension SessionSummary {
    /// What forecasts learn from it: its kind is the template, its length the tracked time. Nil where it is not
    /// completed, or there is nothing to learn from.
    package var finished: FinishedSession? {
        guard statusBefore == .completed, let completed = completedAt else { return nil }
        return FinishedSession(
            Likeness(of: self), planned: planned?.minutes, actual: tracked(now: completed).minutes,
            recency: Recency(
                completed: completed,
                // Work that was logged afterwards never started, and was perhaps over when it was made.
                started: startedAt ?? min(createdAt, completed), id: id.utf8))
    }

    /// The question how long it will take.
    package func forecastQuery(now: Instant) -> ForecastQuery {
        ForecastQuery(
            Likeness(of: self), planned: planned?.minutes, elapsed: tracked(now: now).minutes)
    }
}
