/// A time as it is written in a query: a point, or a period when all of that is meant.
package struct TimePhrase: Equatable, Sendable {
    package let text: String
    private let moment: Moment

    /// Reads what `Moment` reads, `2w` for two weeks ago, and `last-week`, which needs no quotes.
    package init?(inQuery text: String) {
        let spaced = String(text.map { $0 == "-" ? " " : $0 })
        guard let moment = Moment(text) ?? Moment("-" + text) ?? Moment(spaced) else { return nil }
        self.text = text
        self.moment = moment
    }

    /// Its beginning and the first instant after it. A point is a period of a millisecond.
    package func period(now: Instant, in zone: Zone) -> (start: Instant, end: Instant) {
        if case .period(let period, secondOfDay: nil) = moment {
            let days = period.days(today: zone.wallClock(at: now).day)
            return (zone.instant(of: days.first, secondOfDay: 0), zone.instant(of: days.end, secondOfDay: 0))
        }
        let point = moment.resolve(now: now, in: zone)
        return (point, Instant(milliseconds: point.milliseconds + 1))
    }
}
