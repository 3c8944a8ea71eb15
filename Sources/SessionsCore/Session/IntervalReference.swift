/// An interval as a person names it: by its number as listed, or the beginning of its id.
package struct IntervalReference: Equatable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// - Throws: `elementNotFound`, `ambiguous`.
    package func resolve(in session: Session) throws(SessionsError) -> Interval {
        let intervals = session.intervals
        if let interval = Int(text).flatMap({ intervals[numbered: $0] }) { return interval }
        let found = intervals.filter { text.utf8.count >= 2 && $0.id.hasPrefix(text) }
        guard let first = found.first else {
            throw .elementNotFound(kind: "interval", reference: text, session: session.id)
        }
        guard found.count == 1 else {
            throw .ambiguous(kind: "interval", reference: text, candidates: found.map(\.id))
        }
        return first
    }
}

extension Session {
    /// The number under which an interval is listed.
    package func number(of interval: Interval) -> Int {
        (intervals.firstIndex { $0.id == interval.id } ?? 0) + 1
    }
}
