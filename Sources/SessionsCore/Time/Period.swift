/// A stretch of whole local days as a person names it, not yet tied to a clock.
package enum Period: Equatable, Sendable {
    package enum Unit: String, CaseIterable, Sendable { case day, week, month, quarter, year }

    case day(CalendarDay)
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    case year(Int)
    /// A week from Monday to Sunday, numbered as in ISO 8601.
    case week(year: Int, week: Int)
    /// The last day of that name up to today, 1 for Monday.
    case weekday(Int)
    /// The one that is going on (0), or so many before it.
    case relative(Unit, back: Int)

    /// The forms that can be written, for a message that must say so.
    package static let forms = "like yesterday, monday or 2026-11-22"

    /// Reads `2026-11-22`, `2026-11`, `2026`, `2026-Q4`, `2026-W47`, `today`, `yesterday`, `monday`,
    /// `this week`, `last month`.
    package init?(_ text: String) {
        var reader = DigitReader(text.utf8)
        if let day = CalendarDay(text) {
            self = .day(day)
        } else if let weekday = CalendarDay.weekdays.firstIndex(of: text) {
            self = .weekday(weekday + 1)
        } else if text == "today" || text == "yesterday" {
            self = .relative(.day, back: text == "today" ? 0 : 1)
        } else if let relative = Period.relative(text) {
            self = relative
        } else if let year = reader.number(4) {
            guard !reader.isAtEnd else {
                self = .year(year)
                return
            }
            guard reader.take(UInt8(ascii: "-")), let part = Period.part(of: year, &reader), reader.isAtEnd
            else {
                return nil
            }
            self = part
        } else {
            return nil
        }
    }

    /// Whether it is one day, of which a time can be named.
    package var isOneDay: Bool {
        switch self {
        case .day, .weekday, .relative(.day, _): true
        case .month, .quarter, .year, .week, .relative: false
        }
    }

    private static func relative(_ text: String) -> Period? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, words[0] == "this" || words[0] == "last",
            let unit = Unit(rawValue: String(words[1]))
        else { return nil }
        return .relative(unit, back: words[0] == "last" ? 1 : 0)
    }

    private static func part(of year: Int, _ reader: inout DigitReader<some Collection<UInt8>>) -> Period? {
        if reader.take(UInt8(ascii: "Q")) {
            guard let quarter = reader.number(1), (1...4).contains(quarter) else { return nil }
            return .quarter(year: year, quarter: quarter)
        }
        if reader.take(UInt8(ascii: "W")) {
            guard let week = reader.number(2), week >= 1, week <= Period.weeks(in: year) else { return nil }
            return .week(year: year, week: week)
        }
        guard let month = reader.number(2), (1...12).contains(month) else { return nil }
        return .month(year: year, month: month)
    }

    /// Its first day, and the day after its last.
    package func days(today: CalendarDay) -> (first: CalendarDay, end: CalendarDay) {
        switch self {
        case .day(let day): (day, day.advanced(by: 1))
        case .month(let year, let month): Period.months(year: year, month: month, count: 1)
        case .quarter(let year, let quarter): Period.months(year: year, month: quarter * 3 - 2, count: 3)
        case .year(let year): Period.months(year: year, month: 1, count: 12)
        case .week(let year, let week):
            Period.span(from: Period.firstMonday(of: year).advanced(by: (week - 1) * 7), days: 7)
        case .weekday(let number):
            Period.span(from: today.advanced(by: -((today.weekday - number + 7) % 7)), days: 1)
        case .relative(.day, let back): Period.span(from: today.advanced(by: -back), days: 1)
        case .relative(.week, let back):
            Period.span(from: today.advanced(by: 1 - today.weekday - back * 7), days: 7)
        case .relative(.month, let back): Period.months(year: today.year, month: today.month - back, count: 1)
        case .relative(.quarter, let back):
            Period.months(year: today.year, month: (today.month - 1) / 3 * 3 + 1 - back * 3, count: 3)
        case .relative(.year, let back): Period.months(year: today.year - back, month: 1, count: 12)
        }
    }

    private static func span(from first: CalendarDay, days: Int) -> (first: CalendarDay, end: CalendarDay) {
        (first, first.advanced(by: days))
    }

    /// Months counted on from one of a year, which may lie before January or after December.
    private static func months(year: Int, month: Int, count: Int) -> (first: CalendarDay, end: CalendarDay) {
        (firstDay(year * 12 + month - 1), firstDay(year * 12 + month - 1 + count))
    }

    private static func firstDay(_ months: Int) -> CalendarDay {
        guard let day = CalendarDay(year: months / 12, month: months % 12 + 1, day: 1) else {
            // No year has five digits, and the last one ends all the same.
            return lastDay.advanced(by: 1)
        }
        return day
    }

    private static let lastDay = CalendarDay(daysSince1970: 2_932_896)

    /// The Monday of the week that holds 4 January.
    private static func firstMonday(of year: Int) -> CalendarDay {
        let fourth = CalendarDay(year: year, month: 1, day: 4) ?? CalendarDay(daysSince1970: 0)
        return fourth.advanced(by: 1 - fourth.weekday)
    }

    private static func weeks(in year: Int) -> Int {
        let start = firstMonday(of: year).daysSince1970
        return year < 9999 ? (firstMonday(of: year + 1).daysSince1970 - start) / 7 : 52
    }
}

extension CalendarDay {
    /// The names of the weekdays, from Monday on.
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }
}
