/// The clock of one person in one session. Where it stood still and went on later, that was a pause.
struct PersonClock {
    let person: IndexBytes
    /// When it last stopped, in seconds since 1970; nil before it ran.
    private(set) var stopped: Int?

    init(of person: IndexBytes) {
        self.person = person
    }

    /// Whether there is a pause before a stretch, none of those taken in having begun later.
    func isPaused(before start: Int) -> Bool { stopped.map { start > $0 } ?? false }

    /// Takes a stretch in.
    ///
    /// - Returns: whether it ended later than all before it.
    mutating func run(until end: Int) -> Bool {
        guard stopped.map({ end > $0 }) ?? true else { return false }
        stopped = end
        return true
    }
}

extension SessionSummary {
    /// How often somebody's clock stood still and went on later.
    func pauses(now: Instant) -> Int {
        var clocks: [PersonClock] = []
        var pauses = 0
        eachInterval { interval, person in
            guard let stretch = interval.stretch(now: now) else { return }
            let place = clocks.firstIndex { $0.person.isSame(as: person) } ?? clocks.count
            if place == clocks.count { clocks.append(PersonClock(of: person)) }
            if clocks[place].isPaused(before: stretch.start.seconds) { pauses += 1 }
            _ = clocks[place].run(until: stretch.end.seconds)
        }
        return pauses
    }
}
