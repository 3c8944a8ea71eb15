/// A point in time as a person writes it, not yet tied to a clock.
package enum Moment: Equatable, Sendable {
    case now
    case instant(Instant)
    /// A time of day: its latest occurrence that is not in the future.
    case clock(secondOfDay: Int)
    /// So many calendar days, and then so many seconds, before now.
    case ago(days: Int, seconds: Int)
    /// A period: its beginning, or a time of its first day.
    case period(Period, secondOfDay: Int?)

    /// Reads `now`, RFC 3339, `14:05`, `9:05`, `14:05:30`, `-15m`, `-1h30m`, `-2d`, `-1w`, `15m ago`, every `Period`, and
    /// those of one day with a time: `2026-11-22 14:05`, `2026-11-22T14:05`, `yesterday 17:30`, `monday 9:00`.
    package init?(_ text: String) {
        if text == "now" {
            self = .now
        } else if let instant = Instant(rfc3339: text) {
            self = .instant(instant)
        } else if text.utf8.first == UInt8(ascii: "-") {
            guard let ago = Moment.ago(text.dropFirst()) else { return nil }
            self = ago
        } else if text.hasSuffix(" ago") {
            guard let ago = Moment.ago(text.dropLast(4)) else { return nil }
            self = ago
        } else if let time = Moment.clockTime(text.utf8[...]) {
            self = .clock(secondOfDay: time)
        } else if let period = Period(text) {
            self = .period(period, secondOfDay: nil)
        } else {
            guard let gap = text.lastIndex(where: { $0 == " " || $0 == "T" }),
                let period = Period(String(text[..<gap])), period.isOneDay,
                let time = Moment.clockTime(text.utf8[text.index(after: gap)...])
            else { return nil }
            self = .period(period, secondOfDay: time)
        }
    }

    /// The forms that can be written, for a message that must say so.
    package static let forms = "like 14:05, -15m, 2026-11-22 14:05 or 2026-11-22T14:05:00Z"

    /// The instant meant, for a person whose clock stands at `now` in that zone.
    package func resolve(now: Instant, in zone: Zone) -> Instant {
        switch self {
        case .now: return now
        case .instant(let instant): return instant
        case .period(let period, let secondOfDay):
            let first = period.days(today: zone.wallClock(at: now).day).first
            return zone.instant(of: first, secondOfDay: secondOfDay ?? 0)
        case .ago(0, let seconds): return now.advanced(bySeconds: -seconds)
        case .ago(let days, let seconds):
            let (today, secondOfDay) = zone.wallClock(at: now)
            return zone.instant(of: today.advanced(by: -days), secondOfDay: secondOfDay)
                .advanced(bySeconds: -seconds)
        case .clock(let secondOfDay):
            var day = zone.wallClock(at: now).day
            for _ in 0..<2 {
                let past = zone.instants(of: day, secondOfDay: secondOfDay).filter { $0 <= now }
                if let latest = past.last { return latest }
                day = day.advanced(by: -1)
            }
            // A zone that changed sides of the date line has left yesterday out.
            return zone.instant(of: day, secondOfDay: secondOfDay)
        }
    }

    /// `15m`, `2d`, `1w2d3h`: here days and weeks are those of the calendar, not of work.
    private static func ago(_ text: Substring) -> Moment? {
        var rest = text
        var days = 0
        for (unit, length) in [(Character("w"), 7), ("d", 1)] {
            guard let mark = rest.firstIndex(of: unit) else { continue }
            let digits = rest[..<mark]
            guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(digits)
            else { return nil }
            days += number * length
            rest = rest[rest.index(after: mark)...]
        }
        let hasDays = rest.startIndex > text.startIndex
        if rest.isEmpty, hasDays { return .ago(days: days, seconds: 0) }
        // Behind days, a number without a unit could be anything.
        guard !hasDays || rest.last?.isLetter == true, !rest.contains("d"), let amount = TimeAmount(rest)
        else { return nil }
        return .ago(days: days, seconds: amount.seconds)
    }

    private static func clockTime(_ text: Substring.UTF8View) -> Int? {
        var reader = DigitReader(text)
        guard let time = reader.clockTime(), reader.isAtEnd else { return nil }
        return time
    }
}
