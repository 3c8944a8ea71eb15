/// A line that is put together from left to right and never ends in a space.
struct StyledLine {
    let style: Style
    private(set) var text = ""
    /// Spaces that are written when something follows them.
    private var pending = 0

    init(style: Style) {
        self.style = style
    }

    mutating func skip(_ columns: Int) {
        pending += max(columns, 0)
    }

    /// Appends a cell, cut to the limit with `…` where it is wider.
    ///
    /// - Parameter columns: the width of the whole cell.
    /// - Returns: the width that it took.
    mutating func append(_ cell: Cell, columns: Int, limit: Int) -> Int {
        if columns <= limit {
            cell.forEachSpan { append($0.text, $0.tone) }
            return columns
        }
        var used = 0
        var isCut = false
        cell.forEachSpan { span in
            guard !isCut else { return }
            let width = span.text.columns
            if used + width < limit {
                append(span.text, span.tone)
                used += width
            } else {
                let kept = span.text.prefix(columns: limit - 1 - used) + "…"
                append(String(kept), span.tone)
                used += String(kept).columns
                isCut = true
            }
        }
        return used
    }

    mutating func append(_ piece: String, _ tone: Tone = .plain) {
        var end = piece.utf8.endIndex
        var spaces = 0
        while end > piece.utf8.startIndex {
            let before = piece.utf8.index(before: end)
            guard piece.utf8[before] == UInt8(ascii: " ") else { break }
            end = before
            spaces += 1
        }
        if end > piece.utf8.startIndex {
            text += String(repeating: " ", count: pending)
            text += style.apply(tone, to: spaces == 0 ? piece : String(piece[..<end]))
            pending = 0
        }
        pending += spaces
    }
}
