import SessionsCore
import Terminal

/// A text in which the words that were searched for are set off.
struct FoundText {
    private let text: String
    /// From left to right, no two overlapping.
    private var places: [Range<String.Index>] = []

    /// Characters that may stand before the first place where there is little room.
    private static let lead = 12

    init(_ text: String, _ words: [FoldedText]) {
        self.text = text
        let all = words.flatMap { $0.places(in: text) }.sorted { $0.lowerBound < $1.lowerBound }
        for place in all {
            if let last = places.last, place.lowerBound <= last.upperBound {
                places[places.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                places.append(place)
            }
        }
    }

    var spans: [Span] { spans(from: text.startIndex) }

    /// The same, a long beginning before the first place left out, so that a narrow column shows what was found.
    var fromFirst: [Span] {
        guard let first = places.first?.lowerBound,
            text.distance(from: text.startIndex, to: first) > Self.lead
        else { return spans }
        let earliest = text.index(first, offsetBy: -Self.lead)
        let blank = text[earliest..<first].firstIndex(of: " ")
        return [Span("…")] + spans(from: blank.map(text.index(after:)) ?? earliest)
    }

    private func spans(from start: String.Index) -> [Span] {
        var spans: [Span] = []
        var index = start
        for place in places {
            if index < place.lowerBound { spans.append(Span(String(text[index..<place.lowerBound]))) }
            spans.append(Span(String(text[place]), .bold))
            index = place.upperBound
        }
        if index < text.endIndex { spans.append(Span(String(text[index...]))) }
        return spans
    }
}
