/// Which columns of a table are shown and how wide.
struct TableLayout {
    /// Spaces between two columns.
    static let gap = 2

    /// The columns that are shown, from left to right.
    let places: [(column: Int, width: Int)]

    /// - Parameters:
    ///   - natural: the width of the widest cell of each column, its title included; 0 for a column that is
    ///     left out.
    ///   - width: columns of the terminal. Only a first column can be wider; it is cut to it.
    init(columns: [Table.Column], natural: [Int], width: Int) {
        var shown = columns.indices.filter { $0 == 0 || natural[$0] > 0 }
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
