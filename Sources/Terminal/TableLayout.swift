/// Which columns of a table are shown and how wide.
struct TableLayout {
    /// Spaces between two columns.
    static let gap = 2

    /// The columns that are shown, from left to right.
    let places: [(column: Int, width: Int)]

    /// - Parameters:
    ///   - natural: the width of the widest cell of each column, its title included.
    ///   - width: columns of the terminal. Only a first column can be wider; it is cut to it.
    init(columns: [Table.Column], natural: [Int], width: Int) {
        var shown = Array(columns.indices)
        func total(_ widthOf: (Int) -> Int) -> Int {
            shown.reduce(Self.gap * (shown.count - 1)) { $0 + widthOf($1) }
        }
        func narrowest(_ column: Int) -> Int {
            columns[column].isFlexible
                ? min(natural[column], max(columns[column].minimumWidth, 1)) : natural[column]
        }

        while shown.count > 1, total(narrowest) > width {
            var victim = 1
            for position in 1..<shown.count
            where columns[shown[position]].priority <= columns[shown[victim]].priority {
                victim = position
            }
            shown.remove(at: victim)
        }

        // Nothing can be wider than the terminal; this also bounds the loop below.
        var widths = natural.map { min($0, max(width, 1)) }
        var excess = total { widths[$0] } - width
        while excess > 0 {
            var widest: Int?
            for column in shown where widths[column] > narrowest(column) && columns[column].isFlexible {
                if let other = widest, widths[other] >= widths[column] { continue }
                widest = column
            }
            guard let widest else { break }
            widths[widest] -= 1
            excess -= 1
        }
        places = shown.map { ($0, widths[$0]) }
    }
}

/// A line that is put together from left to right and never ends in a space.
struct TableLine {
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

    private mutating func append(_ piece: String, _ tone: Tone) {
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
