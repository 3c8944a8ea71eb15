/// Finds tracked time that cannot be, or hardly.
package struct TimeCheck {
    /// What can be wrong with an interval.
    package enum Kind: String, Sendable {
        /// Its clock runs for longer than anybody works at a stretch.
        case forgotten
        /// It took more than 24 hours without a break.
        case tooLong = "too-long"
        /// It begins or ends after now.
        case future
        /// It ends before it begins.
        case backwards
        /// It has time in common with another one of the same person in the same session.
        case overlapping
        /// It is the longest of those that make a day of more than 24 hours.
        case fullDay = "full-day"
    }

    package struct Problem: Sendable {
        package let kind: Kind
        package let session: String
        package let title: String
        package let interval: Interval
        /// Its number as listed.
        package let number: Int
        /// The one it overlaps: its number.
        package var other: Int?
        /// The day, and all that the person tracked on it.
        package var day: (day: CalendarDay, tracked: TimeAmount)?
    }

    private struct PersonDay: Hashable {
        let person: String
        let day: CalendarDay
    }

    private static let secondsPerDay = 86_400

    private let now: Instant
    private var clock: LocalClock
    private let longestWatch: TimeAmount
    private let isMe: (String) -> Bool
    private var found: [Problem] = []
    private var days: [PersonDay: (seconds: Int, longest: Int, problem: Problem)] = [:]

    /// - Parameters:
    ///   - zone: that of the clocks here.
    ///   - isMe: whether a person named in a file is the one who asks: their names are one person.
    package init(now: Instant, zone: Zone, longestWatch: TimeAmount, isMe: @escaping (String) -> Bool) {
        self.now = now
        clock = LocalClock(zone: zone)
        self.longestWatch = longestWatch
        self.isMe = isMe
    }

    private func isSame(_ person: String, _ other: String) -> Bool {
        person == other || isMe(person) && isMe(other)
    }

    package mutating func add(_ session: Session) {
        let intervals = session.intervals
        for (index, interval) in intervals.enumerated() {
            func problem(_ kind: Kind, other: Int? = nil) -> Problem {
                Problem(
                    kind: kind, session: session.id, title: session.title, interval: interval,
                    number: index + 1, other: other)
            }
            if interval.isForgotten(now: now, after: longestWatch) { found.append(problem(.forgotten)) }
            if case .stretch(let start, let end) = interval.extent {
                if max(start, end ?? start) > now {
                    found.append(problem(.future))
                } else if let end, end.seconds(since: start) > TimeCheck.secondsPerDay {
                    found.append(problem(.tooLong))
                }
                if let end, end < start { found.append(problem(.backwards)) }
                let other = intervals[..<index].firstIndex {
                    isSame($0.by, interval.by) && $0.overlaps(from: start, to: end)
                }
                if let other { found.append(problem(.overlapping, other: other + 1)) }
            }
            for (day, seconds) in clock.days(of: interval, now: now) {
                count(seconds, on: day, problem(.fullDay))
            }
        }
    }

    private mutating func count(_ seconds: Int, on day: CalendarDay, _ problem: Problem) {
        // All of my names are one person, whom no name of another is.
        let person = problem.interval.by
        let key = PersonDay(person: isMe(person) ? "" : person, day: day)
        var known = days[key] ?? (0, -1, problem)
        known.seconds += seconds
        if seconds > known.longest { (known.longest, known.problem) = (seconds, problem) }
        days[key] = known
    }

    /// What was found, in the order in which it was added; then the days, the earliest first.
    package var problems: [Problem] {
        let full = days.filter { $0.value.seconds > TimeCheck.secondsPerDay }
            .sorted { ($0.key.day, $0.key.person) < ($1.key.day, $1.key.person) }
        return found
            + full.map { key, value in
                var problem = value.problem
                problem.day = (key.day, TimeAmount(seconds: value.seconds))
                return problem
            }
    }
}
