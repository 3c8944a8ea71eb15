/// Cuts stretches of time where local clocks show a new day or hour, and where they are changed.
///
/// An interval keeps how far the clock of its place stood from UTC when it began. Where that is how clocks stood
/// here, their changes are followed through it; one that was tracked elsewhere keeps its own offset.
struct LocalClock {
    /// A part of a stretch. Seconds since 1970.
    struct Part: Equatable {
        let start: Int
        let end: Int
        /// Seconds east of UTC.
        let offset: Int

        var localStart: Int { start + offset }
    }

    private let zone: Zone
    /// Where clocks stood at the beginning of each UTC day from 1970 on; `unknown` where nobody has asked yet.
    private var offsets: [Int32] = []

    private static let unknown = Int32.min
    private static let lastDay = 40_000
    private static let secondsPerDay = 86_400
    /// Nobody works for so long without a break: such a stretch counts where it begins, and is not cut into
    /// thousands of parts. 'time check' names it.
    private static let longest = 400 * secondsPerDay

    init(zone: Zone) {
        self.zone = zone
    }

    /// Seconds east of UTC in this zone.
    mutating func offset(at second: Int) -> Int { span(at: second).offset }

    /// Adds the parts of a stretch in their order; one without length is one part.
    ///
    /// - Parameters:
    ///   - offset: that of the interval.
    ///   - unit: seconds of a day or an hour; nil where only changes of the clocks matter.
    mutating func cut(
        _ start: Int, _ end: Int, offset: Int, unit: Int?, into parts: inout [Part]
    ) {
        guard end - start < LocalClock.longest else {
            return parts.append(Part(start: start, end: end, offset: offset))
        }
        let first = span(at: start)
        var (offset, until) = (offset, Int.max)
        if first.offset == offset { until = steady(from: start, first, before: end) }
        var start = start
        repeat {
            if start >= until {
                let span = span(at: start)
                offset = span.offset
                until = steady(from: start, span, before: end)
            }
            var stop = min(end, until)
            if let unit {
                let local = start + offset
                stop = min(stop, start + unit - (local - local.dividedDown(by: unit) * unit))
            }
            parts.append(Part(start: start, end: stop, offset: offset))
            start = stop
        } while start < end
    }

    /// How much of an interval lies on each local day, in their order; all of a plain amount on its own.
    mutating func days(of interval: Interval, now: Instant) -> [(day: CalendarDay, seconds: Int)] {
        guard let (start, end) = interval.stretch(now: now) else {
            return [(interval.day, interval.seconds(now: now))]
        }
        var parts: [Part] = []
        let unit = LocalClock.secondsPerDay
        cut(start.seconds, end.seconds, offset: interval.utcOffset, unit: unit, into: &parts)
        var days: [(day: CalendarDay, seconds: Int)] = []
        for part in parts {
            let day = CalendarDay(daysSince1970: TimePlace(localSecond: part.localStart).day)
            // Where clocks are changed, a day has two parts.
            if let last = days.last, last.day == day {
                days[days.count - 1].seconds += part.end - part.start
            } else {
                days.append((day, part.end - part.start))
            }
        }
        return days
    }

    /// Until when clocks stand as they do in a span, as far as that matters.
    private mutating func steady(
        from start: Int, _ span: (offset: Int, until: Int), before end: Int
    ) -> Int {
        var until = span.until
        while until < end {
            let next = self.span(at: until)
            guard next.offset == span.offset else { break }
            until = next.until
        }
        return until
    }

    /// How clocks stand at a second, and until when they stand so at least: a change or the end of the UTC day.
    private mutating func span(at second: Int) -> (offset: Int, until: Int) {
        let day = second.dividedDown(by: LocalClock.secondsPerDay)
        let (from, to) = (day * LocalClock.secondsPerDay, (day + 1) * LocalClock.secondsPerDay)
        let (early, late) = (offset(ofDay: day), offset(ofDay: day + 1))
        if early == late { return (early, to) }
        // The first second at which they stand as they will at the end of the day.
        var (before, after) = (from, to)
        while after - before > 1 {
            let middle = (before + after) / 2
            if zone.offset(Instant(seconds: middle)) == early { before = middle } else { after = middle }
        }
        return second < after ? (early, after) : (late, to)
    }

    private mutating func offset(ofDay day: Int) -> Int {
        func asked() -> Int { zone.offset(Instant(seconds: day * LocalClock.secondsPerDay)) }
        guard day >= 0, day < LocalClock.lastDay else { return asked() }
        if day >= offsets.count {
            let missing = max(day + 1, min(2 * offsets.count, LocalClock.lastDay)) - offsets.count
            offsets.append(contentsOf: repeatElement(LocalClock.unknown, count: missing))
        }
        if offsets[day] == LocalClock.unknown { offsets[day] = Int32(truncatingIfNeeded: asked()) }
        return Int(offsets[day])
    }
}
