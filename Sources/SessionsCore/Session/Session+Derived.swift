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

    /// The same for who has the events at hand.
    func updatedAt(by events: [Event]) -> Instant { events.last?.at ?? createdAt }

    private func max(_ a: Instant?, _ b: Instant?) -> Instant? {
        guard let a, let b else { return a ?? b }
        return Swift.max(a, b)
    }

    /// When work on it first began.
    package var startedAt: Instant? { startedAt(by: events) }

    /// The same for who has the events at hand.
    func startedAt(by events: [Event]) -> Instant? {
        events.filter { $0.kind == .started }.map(\.happened).min()
    }

    /// When it was completed; nil while it is not.
    package var completedAt: Instant? { completedAt(by: events) }

    /// The same for who has the events at hand.
    func completedAt(by events: [Event]) -> Instant? {
        guard statusBefore == .completed else { return nil }
        return events.last { $0.kind == .completed }?.happened
    }

    package var archivedAt: Instant? { instant(document["archived"]?.objectValue?["at"]) }

    package var isRunning: Bool { intervals.contains(where: \.isOpen) }

    /// All tracked time, everybody's added up, open intervals counted to `now`.
    package func tracked(now: Instant) -> TimeAmount { intervals.tracked(now: now) }

    /// The stretches of clock time in which anybody worked, overlaps counted once. Plain amounts have no place
    /// on the clock and are left out.
    package func wall(now: Instant) -> TimeAmount { intervals.wall(now: now) }

    /// The weighted share of goals reached; nil without goals. 0 to 1.
    package var progress: Double? { goals.progress }

    /// Whether more was tracked than planned; nil without a plan.
    package func isOverBudget(now: Instant) -> Bool? {
        planned.map { tracked(now: now) > $0 }
    }

    package var openRequiredGoals: [Goal] { goals.filter { $0.isRequired && !$0.isDone } }
}

extension [Interval] {
    func tracked(now: Instant) -> TimeAmount {
        TimeAmount(seconds: reduce(0) { $0 + $1.seconds(now: now) })
    }

    func wall(now: Instant) -> TimeAmount {
        WallClock.union(of: compactMap { $0.stretch(now: now) })
    }
}

extension [Goal] {
    var progress: Double? {
        let total = reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        return reduce(0) { $0 + $1.weight * $1.progress } / total
    }
}

/// Wall-clock time.
package enum WallClock {
    /// How much time the stretches cover together, overlaps counted once. Linear where there are many.
    package static func union(of stretches: [(start: Instant, end: Instant)]) -> TimeAmount {
        var covered = 0
        var reached: Instant?
        for (start, end) in sorted(stretches) {
            let from = max(start, reached ?? start)
            if end > from { covered += end.seconds(since: from) }
            reached = max(end, reached ?? end)
        }
        return TimeAmount(seconds: covered)
    }

    /// With more stretches than this, placing them digit by digit is quicker than comparing them.
    private static let mostCompared = 8_192
    private static let digitBits: UInt64 = 11

    /// By their beginnings.
    private static func sorted(
        _ stretches: [(start: Instant, end: Instant)]
    ) -> [(start: Instant, end: Instant)] {
        guard stretches.count > mostCompared,
            let first = stretches.min(by: { $0.start < $1.start })?.start.milliseconds
        else { return stretches.sorted { $0.start < $1.start } }
        var (from, to) = (stretches, stretches)
        var shift: UInt64 = 0
        while true {
            func rest(_ start: Instant) -> UInt64 {
                UInt64(bitPattern: start.milliseconds &- first) >> shift
            }
            var places = [Int](repeating: 0, count: (1 << Int(digitBits)) + 1)
            var isDone = true
            let mask = (UInt64(1) << digitBits) - 1
            for (start, _) in from {
                let rest = rest(start)
                if rest != 0 { isDone = false }
                places[Int(rest & mask) + 1] += 1
            }
            if isDone { return from }
            for digit in 1..<places.count { places[digit] += places[digit - 1] }
            for stretch in from {
                let digit = Int(rest(stretch.start) & mask)
                to[places[digit]] = stretch
                places[digit] += 1
            }
            swap(&from, &to)
            shift += digitBits
        }
    }
}
