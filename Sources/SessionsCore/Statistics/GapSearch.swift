/// Finds the time of a person, between the first and the last of each day, in which nothing was tracked.
package struct GapSearch {
    /// A stretch without tracked time, within one local day.
    package struct Gap: Equatable, Sendable {
        package let day: CalendarDay
        package let start: Instant
        package let end: Instant
        /// The sessions on both sides of it.
        package let after: String
        package let before: String

        package var amount: TimeAmount { TimeAmount(seconds: end.seconds(since: start)) }
    }

    /// A part of an interval that lies on one day.
    private struct Piece {
        let day: CalendarDay
        let start: Instant
        let end: Instant
        let session: String
    }

    /// Between two commands there are always some seconds.
    package static let shortest = TimeAmount(seconds: 60)

    private let days: (first: CalendarDay, end: CalendarDay)
    private let now: Instant
    private let zone: Zone
    private let isMe: (String) -> Bool
    private var pieces: [Piece] = []

    /// - Parameter isMe: whose time it is about.
    package init(in period: Period, now: Instant, zone: Zone, isMe: @escaping (String) -> Bool) {
        days = period.days(today: zone.wallClock(at: now).day)
        self.now = now
        self.zone = zone
        self.isMe = isMe
    }

    package mutating func add(_ session: Session) {
        let first = zone.instant(of: days.first, secondOfDay: 0)
        let last = zone.instant(of: days.end, secondOfDay: 0)
        for interval in session.intervals where isMe(interval.by) {
            guard let stretch = interval.stretch(now: now) else { continue }
            var start = max(stretch.start, first)
            let end = min(stretch.end, last)
            while start < end {
                let day = zone.wallClock(at: start).day
                let midnight = zone.instant(of: day.advanced(by: 1), secondOfDay: 0)
                // Where clocks were put back over midnight, a day comes twice.
                let stop = midnight > start ? min(end, midnight) : end
                pieces.append(Piece(day: day, start: start, end: stop, session: session.id))
                start = stop
            }
        }
    }

    /// In their order.
    package var gaps: [Gap] {
        var gaps: [Gap] = []
        var reached: Piece?
        for piece in pieces.sorted(by: { ($0.start, $0.end, $0.session) < ($1.start, $1.end, $1.session) }) {
            if let last = reached, last.day == piece.day {
                if piece.start.seconds(since: last.end) >= GapSearch.shortest.seconds {
                    gaps.append(
                        Gap(
                            day: piece.day, start: last.end, end: piece.start, after: last.session,
                            before: piece.session))
                }
                if piece.end > last.end { reached = piece }
            } else {
                reached = piece
            }
        }
        return gaps
    }
}
