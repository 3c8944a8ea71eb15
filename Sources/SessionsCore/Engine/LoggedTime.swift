/// Time that is noted down afterwards, as a person says it. A time of day at the end is the first one after the
/// beginning, and one at the beginning the last one before the end.
package enum LoggedTime: Sendable {
    case between(Moment, Moment)
    case from(Moment, TimeAmount)
    case until(Moment, TimeAmount)
    /// A plain amount on a day: it counts in sums, and has no place on the clock.
    case amount(TimeAmount, on: Period)
}

/// What to change in an interval; nil leaves a thing as it is.
package struct IntervalChanges: Sendable {
    /// A time of day is one of the day on which it began.
    package var start: Moment?
    /// A time of day is the first one after the beginning.
    package var end: Moment?
    /// How long it was: moves the end, or the beginning where only the end is given.
    package var amount: TimeAmount?
    /// The day it was on.
    package var day: Period?
    /// An empty text takes the note away.
    package var note: String?

    package init() {}

    package var saysAnything: Bool { movesIt || note != nil }

    var movesIt: Bool { start != nil || end != nil || amount != nil || day != nil }
}

extension Moment {
    /// The instant meant, where a time of day means the first one after another instant.
    func resolve(after earlier: Instant, now: Instant, in zone: Zone) -> Instant {
        guard case .clock(let secondOfDay) = self else { return resolve(now: now, in: zone) }
        var day = zone.wallClock(at: earlier).day
        for _ in 0..<2 {
            let later = zone.instants(of: day, secondOfDay: secondOfDay).first { $0 > earlier }
            if let later { return later }
            day = day.advanced(by: 1)
        }
        return zone.instant(of: day, secondOfDay: secondOfDay)
    }

    /// The instant meant, where a time of day means the last one before another instant.
    func resolve(before later: Instant, now: Instant, in zone: Zone) -> Instant {
        guard case .clock = self else { return resolve(now: now, in: zone) }
        return resolve(now: Instant(milliseconds: later.milliseconds - 1), in: zone)
    }

    /// The instant meant, where a time of day means that of a day.
    func resolve(on day: CalendarDay, now: Instant, in zone: Zone) -> Instant {
        guard case .clock(let secondOfDay) = self else { return resolve(now: now, in: zone) }
        return zone.instant(of: day, secondOfDay: secondOfDay)
    }
}
