import SessionsCore
import Terminal

/// Tracked time with the numbers that name it.
struct IntervalLines {
    /// What stands before each, and what is broken where a window is too narrow for it.
    private(set) var lines: [(lead: [Span], spans: [Span])] = []

    /// The fewest characters of an id that are shown.
    private static let shortest = 3

    init(_ session: Session, _ display: SessionDisplay) {
        let intervals = session.intervals
        let ids = intervals.map(\.id).sorted()
        let prefixes = zip(ids, Identifier.shortestPrefixes(ofSorted: ids, minimum: Self.shortest))
        let widest = "\(intervals.count)".count
        for (index, interval) in intervals.enumerated() {
            let number = "\(index + 1)".padded(toColumns: widest, alignment: .right)
            let amount = TimeAmount(seconds: interval.seconds(now: display.now)).description
            let time =
                Self.extent(of: interval, display).padded(toColumns: 22) + "  "
                + amount.padded(toColumns: 7, alignment: .right)
            var spans = [Span(time, interval.isOpen ? .green : .plain), Span("  " + interval.by)]
            if let note = interval.note { spans.append(Span("  " + note, .dim)) }
            if interval.isForgotten(now: display.now, after: display.longestWatch) {
                spans.append(Span("  forgotten?", .red))
            }
            if let length = prefixes.first(where: { $0.0 == interval.id })?.1 {
                spans.append(Span("  " + interval.id.prefix(length), .dim))
            }
            lines.append(([Span("  \(number)  ")], spans))
        }
    }

    /// The time of day, where no other day can be meant.
    private static func end(_ end: Instant, of start: Instant, _ display: SessionDisplay) -> String {
        let isNear = end >= start && end.seconds(since: start) < 86_400
        return isNear ? String(display.time(end).suffix(5)) : display.time(end)
    }

    /// What there is to say of intervals that are in one session and not so in another: each with its number.
    static func differences(
        in session: Session, to other: Session, _ display: SessionDisplay
    ) -> [String] {
        let others = other.intervals
        return session.intervals.filter { !others.contains($0) }.map { interval in
            let amount = TimeAmount(seconds: interval.seconds(now: display.now))
            return "\(session.number(of: interval))  \(extent(of: interval, display)), \(amount)"
        }
    }

    /// When it was: `2026-11-22 09:00–10:15`, `2026-11-22 09:00–now` or the day of an amount.
    static func extent(of interval: Interval, _ display: SessionDisplay) -> String {
        switch interval.extent {
        case .amount(_, let day): day.description
        case .stretch(let start, let end):
            "\(display.time(start))–\(end.map { Self.end($0, of: start, display) } ?? "now")"
        }
    }
}
