extension Session {
    /// When anything in it last changed.
    ///
    /// Lists are sorted by it, so it looks only at the numbers of the events before it reads the last one's time.
    package var updatedAt: Instant {
        var highest = Int.min
        var latest: Instant?
        for (_, event) in document["events"]?.objectValue ?? JSONObject() {
            guard let event = event.objectValue, let number = event["seq"]?.intValue, number >= highest else {
                continue
            }
            let at = instant(event["at"])
            latest = number > highest ? at : max(at, latest)
            highest = number
        }
        return latest ?? createdAt
    }

    private func max(_ a: Instant?, _ b: Instant?) -> Instant? {
        guard let a, let b else { return a ?? b }
        return Swift.max(a, b)
    }

    /// When work on it first began.
    package var startedAt: Instant? { events.filter { $0.kind == .started }.map(\.happened).min() }

    /// When it was completed; nil while it is not.
    package var completedAt: Instant? {
        guard statusBefore == .completed else { return nil }
        return events.last { $0.kind == .completed }?.happened
    }

    package var archivedAt: Instant? { instant(document["archived"]?.objectValue?["at"]) }

    package var isRunning: Bool { intervals.contains(where: \.isOpen) }

    /// All tracked time, everybody's added up, open intervals counted to `now`.
    package func tracked(now: Instant) -> TimeAmount {
        TimeAmount(seconds: intervals.reduce(0) { $0 + $1.seconds(now: now) })
    }

    /// The stretches of clock time in which anybody worked, overlaps counted once. Plain amounts have no place
    /// on the clock and are left out.
    package func wall(now: Instant) -> TimeAmount {
        WallClock.union(of: intervals.compactMap { $0.stretch(now: now) })
    }

    /// The weighted share of goals reached; nil without goals. 0 to 1.
    package var progress: Double? {
        let goals = goals
        let total = goals.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        return goals.reduce(0) { $0 + $1.weight * $1.progress } / total
    }

    /// Whether more was tracked than planned; nil without a plan.
    package func isOverBudget(now: Instant) -> Bool? {
        planned.map { tracked(now: now) > $0 }
    }

    package var openRequiredGoals: [Goal] { goals.filter { $0.isRequired && !$0.isDone } }
}

/// Wall-clock time.
package enum WallClock {
    /// How much time the stretches cover together, overlaps counted once. Sorts: n log n.
    package static func union(of stretches: [(start: Instant, end: Instant)]) -> TimeAmount {
        var covered = 0
        var reached: Instant?
        for (start, end) in stretches.sorted(by: { $0.start < $1.start }) {
            let from = max(start, reached ?? start)
            if end > from { covered += end.seconds(since: from) }
            reached = max(end, reached ?? end)
        }
        return TimeAmount(seconds: covered)
    }
}
