/// An interval or a comment as a person names it: by its number as listed, or the beginning of its id.
package struct ElementReference: Equatable, Sendable {
    /// The fewest characters of an id: the first only says of which kind it is.
    private static let shortest = 2

    package let text: String

    package init(_ text: String) { self.text = text }

    /// - Throws: `elementNotFound`, `ambiguous`.
    package func interval(in session: Session) throws(SessionsError) -> Interval {
        try resolve("interval", among: session.intervals, of: session)
    }

    /// - Throws: `elementNotFound`, `ambiguous`.
    func comment(in session: Session) throws(SessionsError) -> Comment {
        try resolve("comment", among: session.comments, of: session)
    }

    private func resolve<Element: Identifiable<String>>(
        _ kind: String, among elements: [Element], of session: Session
    ) throws(SessionsError) -> Element {
        if let element = Int(text).flatMap({ elements[numbered: $0] }) { return element }
        let found = elements.filter { text.utf8.count >= Self.shortest && $0.id.hasPrefix(text) }
        guard let first = found.first else {
            throw .elementNotFound(kind: kind, reference: text, session: session.id)
        }
        guard found.count == 1 else {
            throw .ambiguous(kind: kind, reference: text, candidates: found.map(\.id))
        }
        return first
    }
}

extension Interval: Identifiable {}

extension Comment: Identifiable {}

extension Session {
    /// The number under which an interval is listed.
    package func number(of interval: Interval) -> Int {
        (intervals.firstIndex { $0.id == interval.id } ?? 0) + 1
    }
}
