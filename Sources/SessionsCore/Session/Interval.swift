/// Tracked time of one person: a stretch with a beginning, or a plain amount on a day.
package struct Interval: Equatable, Sendable {
    package enum Extent: Equatable, Sendable {
        /// The end is nil while the clock runs.
        case stretch(start: Instant, end: Instant?)
        case amount(TimeAmount, on: CalendarDay)
    }

    package let id: String
    package let by: String
    package let extent: Extent
    package let note: String?
    /// Where local clocks stood at the beginning, in seconds east of UTC.
    package let utcOffset: Int

    init?(id: String, _ json: JSON) {
        guard let object = json.objectValue else { return nil }
        if let start = instant(object["start"]) {
            extent = .stretch(start: start, end: instant(object["end"]))
        } else if let day = object["date"]?.stringValue.flatMap({ CalendarDay($0) }),
            let seconds = object["seconds"]?.intValue
        {
            extent = .amount(TimeAmount(seconds: seconds), on: day)
        } else {
            return nil
        }
        self.id = id
        by = object["by"]?.stringValue ?? ""
        note = object["note"]?.stringValue
        utcOffset = object["utcOffset"]?.stringValue.flatMap { Zone.offset(of: $0) } ?? 0
    }

    /// One of which only its time and its person are known.
    init(by: String, extent: Extent, utcOffset: Int) {
        id = ""
        self.by = by
        self.extent = extent
        note = nil
        self.utcOffset = utcOffset
    }

    /// When a stretch ended; nil for one that runs and for a plain amount.
    package var end: Instant? {
        if case .stretch(_, let end) = extent { return end }
        return nil
    }

    package var isOpen: Bool {
        if case .stretch(_, nil) = extent { return true }
        return false
    }

    /// Beginning and end, the end of an open one being `now`; nil for a plain amount.
    ///
    /// An end before the beginning, as a clock that went back leaves it, counts as no time at all.
    package func stretch(now: Instant) -> (start: Instant, end: Instant)? {
        guard case .stretch(let start, let end) = extent else { return nil }
        return (start, max(start, end ?? now))
    }

    /// Seconds of work in it.
    package func seconds(now: Instant) -> Int {
        switch extent {
        case .amount(let amount, _): return amount.seconds
        case .stretch: return stretch(now: now).map { $0.end.seconds(since: $0.start) } ?? 0
        }
    }

    /// Whether it has time in common with a stretch; an end of nil is that of a clock that still runs. A plain
    /// amount never has, and neither has what is empty.
    func overlaps(from otherStart: Instant, to otherEnd: Instant?) -> Bool {
        guard case .stretch(let start, let end) = extent else { return false }
        let endless = Instant(milliseconds: .max)
        return max(start, otherStart) < min(end ?? endless, otherEnd ?? endless)
    }

    /// The local day it counts for.
    package var day: CalendarDay {
        switch extent {
        case .amount(_, let day): day
        case .stretch(let start, _): start.advanced(bySeconds: utcOffset).day
        }
    }

    /// Where it stands among others.
    package var order: Instant {
        switch extent {
        case .stretch(let start, _): start
        case .amount(_, let day): Instant(seconds: day.daysSince1970 * 86_400)
        }
    }
}
