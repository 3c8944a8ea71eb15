/// The part of an interval that falls on one local day.
struct DayPart: Equatable, Sendable {
    let day: CalendarDay
    let seconds: Int
    /// Nil for a plain amount.
    let stretch: (start: Instant, end: Instant)?

    static func == (a: DayPart, b: DayPart) -> Bool {
        a.day == b.day && a.seconds == b.seconds && a.stretch?.start == b.stretch?.start
            && a.stretch?.end == b.stretch?.end
    }
}

extension Interval {
    /// Midnights that an interval is cut at. Nobody works for longer without a break, so what says so is a slip or
    /// came from elsewhere: the rest of it counts for the last of these days.
    private static let mostDays = 400

    /// The interval cut at local midnights, by the clock of where it began.
    func parts(now: Instant) -> [DayPart] {
        guard case (var start, let end)? = stretch(now: now) else {
            return [DayPart(day: day, seconds: seconds(now: now), stretch: nil)]
        }
        var parts: [DayPart] = []
        repeat {
            let day = start.advanced(bySeconds: utcOffset).day
            let midnight = Instant(seconds: (day.daysSince1970 + 1) * 86_400 - utcOffset)
            let stop = parts.count + 1 < Interval.mostDays ? min(end, midnight) : end
            parts.append(DayPart(day: day, seconds: stop.seconds(since: start), stretch: (start, stop)))
            start = stop
        } while start < end
        return parts
    }
}
