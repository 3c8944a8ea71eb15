/// Breaks text into lines that fit. The text is made `visible` first; its own lines stay lines, and one that
/// fits stays as it is. Longer ones are broken between words, words wider than a line between grapheme
/// clusters. Tabs become four spaces; spaces at the end of lines and empty lines at the end of the text are
/// left out.
///
/// - Parameters:
///   - columns: the width of the terminal.
///   - indent: spaces before every line that is not empty; they count as part of `columns`.
/// - Returns: lines of at most `columns`, unless there is no room beside the indent for even a wide
///   character.
package func wrap(_ text: String, columns: Int, indent: Int = 0) -> [String] {
    let room = max(columns - indent, 2)
    var lines: [String] = []
    for source in text.visible(keepingLines: true).split(separator: "\n", omittingEmptySubsequences: false) {
        var line = ""
        for character in source {
            if character == "\t" { line += "    " } else { line.append(character) }
        }
        let places = LineBreaks(line, first: room, room: room).places
        lines += places.isEmpty ? [""] : places.map { String(line[$0]) }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let margin = String(repeating: " ", count: max(indent, 0))
    return lines.map { $0.isEmpty ? "" : margin + $0 }
}

/// Breaks one line of text in several tones so that it fits. Its further lines begin below where the text began,
/// or four columns in where what stands before it takes more than half of the width.
///
/// - Parameters:
///   - lead: what stands before the text, such as a number; it is never broken.
///   - columns: the width of the terminal.
/// - Returns: lines of at most `columns`, unless the lead alone is wider. None ends in a space.
package func wrap(_ spans: [Span], after lead: [Span] = [], columns: Int, style: Style) -> [String] {
    let text = spans.reduce(into: "") { $0 += $1.text }
    let taken = lead.reduce(0) { $0 + $1.text.columns }
    let isLeadLong = taken > columns / 2
    let indent = isLeadLong ? min(4, columns / 4) : taken
    let breaks = LineBreaks(
        text, first: isLeadLong ? columns - taken : max(columns - taken, 2), room: max(columns - indent, 2),
        mayBreakFirst: isLeadLong)
    var first = StyledLine(style: style)
    for span in lead { first.append(span.text, span.tone) }
    var lines: [String] = []
    for place in breaks.places {
        var line = first
        if !lines.isEmpty {
            line = StyledLine(style: style)
            line.skip(indent)
        }
        var start = text.startIndex
        for span in spans {
            let end = text.utf8.index(start, offsetBy: span.text.utf8.count)
            let part = place.clamped(to: start..<end)
            if !part.isEmpty { line.append(String(text[part]), span.tone) }
            start = end
        }
        lines.append(line.text)
    }
    return lines.isEmpty ? [first.text] : lines
}

/// Where a line of `visible` text is broken: between words, and words wider than a line between grapheme
/// clusters. The spaces that it begins with are kept where they leave room for words.
private struct LineBreaks {
    /// The parts that become lines, without the spaces at their ends; none of an empty text.
    private(set) var places: [Range<String.Index>] = []

    /// - Parameters:
    ///   - first: columns on the first line.
    ///   - room: columns on each of the others, 2 at least.
    ///   - mayBreakFirst: the first line may stay empty where its word has room on the next.
    init(_ text: String, first: Int, room: Int, mayBreakFirst: Bool = false) {
        let margin = text.prefix { $0 == " " }
        var index = margin.endIndex
        var limit = first
        var used = margin.count
        var start = text.startIndex
        var end = start
        var hasWord = mayBreakFirst
        // A line that fits stays as it is.
        if used > limit / 2, text.columns > limit { (start, end, used) = (index, index, 0) }
        while index < text.endIndex {
            let word = index..<(text[index...].firstIndex(of: " ") ?? text.endIndex)
            let width = String(text[word]).columns
            let gap = end > start ? text.distance(from: end, to: index) : 0
            if used + gap + width <= limit {
                used += gap + width
            } else {
                if hasWord {
                    places.append(start..<end)
                    limit = room
                }
                (start, used) = (index, 0)
                for position in text[word].indices {
                    let width = TextWidth.columns(of: text[position])
                    if used + width > limit {
                        places.append(start..<position)
                        (start, used, limit) = (position, 0, room)
                    }
                    used += width
                }
            }
            end = word.upperBound
            hasWord = true
            index = text[end...].firstIndex { $0 != " " } ?? text.endIndex
        }
        if end > start { places.append(start..<end) }
    }
}
