/// What the rows of statistics are by.
package enum GroupKey: String, CaseIterable, Sendable {
    case status, project, tag, template, person, outcome, rating, skill, day, week, month, weekday, hour

    /// Whether its rows are parts of time: a session stands in each in which it was worked on.
    package var isOfTime: Bool {
        switch self {
        case .day, .week, .month, .weekday, .hour: true
        case .status, .project, .tag, .template, .person, .outcome, .rating, .skill: false
        }
    }

    /// Whether its values are texts that stand in sessions; those of all others are numbers.
    var isNamed: Bool {
        switch self {
        case .project, .tag, .template, .person, .skill: true
        case .status, .outcome, .rating, .day, .week, .month, .weekday, .hour: false
        }
    }

    /// Whether its values have an order of their own; rows of the others begin with what took longest.
    package var isInOrder: Bool { isOfTime || self == .outcome || self == .rating }

    /// Whether a session can have several of it for the same time, which then stands in several rows.
    package var isShared: Bool { self == .tag || self == .skill }

    /// The text of a value that is a number.
    func text(of value: Int) -> String {
        switch self {
        case .status: Status(number: value).rawValue
        case .outcome: Reflection.Outcome(number: value)?.rawValue ?? ""
        case .project, .tag, .template, .person, .rating, .skill: String(value)
        case .day: CalendarDay(daysSince1970: value).description
        case .week: GroupKey.weekText(monday: value)
        case .month: "\(decimal(value / 12, digits: 4))-\(decimal(value % 12 + 1, digits: 2))"
        case .weekday: CalendarDay.weekdays[value - 1]
        case .hour: decimal(value, digits: 2)
        }
    }

    /// `2026-W47`, a week being of the year that has its Thursday (ISO 8601).
    private static func weekText(monday: Int) -> String {
        let thursday = CalendarDay(daysSince1970: monday + 3)
        let newYear = CalendarDay(year: thursday.year, month: 1, day: 1) ?? thursday
        let week = (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
        return "\(decimal(thursday.year, digits: 4))-W\(decimal(week, digits: 2))"
    }
}

/// Where on the calendar and whose time is.
struct TimePlace: Equatable {
    /// Days since 1970 on the local calendar.
    let day: Int
    /// Nil for a plain amount on a day.
    let hour: Int?

    /// - Parameter second: seconds since 1970 as a local clock shows them.
    init(localSecond second: Int) {
        day = second.dividedDown(by: 86_400)
        hour = (second - day * 86_400) / 3600
    }

    init(day: CalendarDay) {
        self.day = day.daysSince1970
        hour = nil
    }

    /// The value of a key that is of time; nil where there is none.
    func value(of key: GroupKey) -> Int? {
        switch key {
        case .day: return day
        case .week: return (day + 3).dividedDown(by: 7) * 7 - 3
        case .month:
            let day = CalendarDay(daysSince1970: day)
            return day.year * 12 + day.month - 1
        case .weekday: return CalendarDay(daysSince1970: day).weekday
        case .hour: return hour
        case .status, .project, .tag, .template, .person, .outcome, .rating, .skill: return nil
        }
    }
}

extension Int {
    /// The quotient, rounded towards what is smaller.
    @inline(__always)
    func dividedDown(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self < 0 && quotient * divisor != self ? quotient - 1 : quotient
    }
}
