/// A point in time as a person writes it, not yet tied to a clock.
package enum Moment: Equatable, Sendable {
    case now
    case instant(Instant)
    /// A time of day: its latest occurrence that is not in the future.
    case clock(secondOfDay: Int)
    /// So many seconds before now.
    case ago(seconds: Int)
    /// A local day, and the time of day on it.
    case day(CalendarDay, secondOfDay: Int)

    /// Reads `now`, RFC 3339, `2026-11-22`, `2026-11-22 14:05`, `14:05`, `14:05:30`, `-15m`, `-1h30m`.
    package init?(_ text: String) {
        if text == "now" {
            self = .now
        } else if let instant = Instant(rfc3339: text) {
            self = .instant(instant)
        } else if text.hasPrefix("-"), let amount = TimeAmount(text.dropFirst()) {
            self = .ago(seconds: amount.seconds)
        } else if let time = Moment.secondOfDay(text) {
            self = .clock(secondOfDay: time)
        } else if let day = CalendarDay(text.prefix(10)) {
            guard text.utf8.count > 10 else {
                self = .day(day, secondOfDay: 0)
                return
            }
            let separator = text.utf8[text.utf8.index(text.startIndex, offsetBy: 10)]
            guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "T"),
                let time = Moment.secondOfDay(text.dropFirst(11))
            else { return nil }
            self = .day(day, secondOfDay: time)
        } else {
            return nil
        }
    }

    /// The forms that can be written, for a message that must say so.
    package static let forms = "like 14:05, -15m, 2026-11-22 14:05 or 2026-11-22T14:05:00Z"

    /// The instant meant, for a person whose clock stands at `now` in that zone.
    package func resolve(now: Instant, in zone: Zone) -> Instant {
        switch self {
        case .now: return now
        case .instant(let instant): return instant
        case .ago(let seconds): return now.advanced(bySeconds: -seconds)
        case .day(let day, let secondOfDay): return zone.instant(of: day, secondOfDay: secondOfDay)
        case .clock(let secondOfDay):
            let today = zone.wallClock(at: now).day
            let todays = zone.instant(of: today, secondOfDay: secondOfDay)
            return todays <= now ? todays : zone.instant(of: today.advanced(by: -1), secondOfDay: secondOfDay)
        }
    }

    private static func secondOfDay(_ text: some StringProtocol) -> Int? {
        var reader = DigitReader(text.utf8)
        guard let hour = reader.number(2), hour < 24, reader.take(UInt8(ascii: ":")),
            let minute = reader.number(2), minute < 60
        else { return nil }
        var second = 0
        if reader.take(UInt8(ascii: ":")) {
            guard let value = reader.number(2), value < 60 else { return nil }
            second = value
        }
        return reader.isAtEnd ? hour * 3600 + minute * 60 + second : nil
    }
}
