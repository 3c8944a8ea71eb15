/// A piece of a cell in one tone. Its text is made `visible` when the span is made, so that no stored text
/// can reach a terminal or break a row by way of a table.
package struct Span: Sendable, Equatable {
    package let text: String
    package let tone: Tone

    package init(_ text: String, _ tone: Tone = .plain) {
        self.text = text.visible
        self.tone = tone
    }
}

/// What stands in one place of a table: spans shown one after the other.
package struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
    // The usual cell has one span: kept apart it costs no allocation.
    private let first: Span
    private let others: [Span]

    package init(_ text: String, _ tone: Tone = .plain) {
        first = Span(text, tone)
        others = []
    }

    /// A cell of several tones, such as an id with a bright beginning and a dim rest.
    package init(_ spans: [Span]) {
        first = spans.first ?? Span("")
        others = Array(spans.dropFirst())
    }

    package init(stringLiteral text: String) {
        self.init(text)
    }

    /// Width of all spans together.
    var columns: Int { others.reduce(first.text.columns) { $0 + $1.text.columns } }

    func forEachSpan(_ body: (Span) -> Void) {
        body(first)
        for span in others { body(span) }
    }
}

/// Rows of cells on an `Output`.
///
/// On a terminal the rows are kept until `finish()` and then fitted to its width under a header; a column that
/// is empty in every row is left out, unless it is the first. Anywhere else each row is written at once, whole:
/// no header, nothing cut or dropped, cells joined by a tab; memory does not grow with the number of rows. In
/// both a row is one line.
package struct Table {
    /// One column and what may happen to it where the terminal is too narrow.
    package struct Column: Sendable {
        package let title: String
        package let alignment: Alignment
        /// May be made narrower, with its text cut and marked by `…`.
        package let isFlexible: Bool
        /// The narrowest that a flexible column gets.
        package let minimumWidth: Int
        /// Where shrinking is not enough, the column of lowest priority goes first, and of equals the one
        /// furthest to the right. The first column of the table always stays.
        package let priority: Int

        package init(
            _ title: String, alignment: Alignment = .left, isFlexible: Bool = false, minimumWidth: Int = 8,
            priority: Int = 0
        ) {
            self.title = title.visible
            self.alignment = alignment
            self.isFlexible = isFlexible
            self.minimumWidth = minimumWidth
            self.priority = priority
        }
    }

    private let columns: [Column]
    private let output: Output
    /// Row after row, each as long as there are columns.
    private var cells: [Cell] = []
    /// Where a row that is written at once is put together.
    private var line: [UInt8] = []

    package init(_ columns: [Column], to output: Output) {
        self.columns = columns
        self.output = output
    }

    /// Adds a row. Cells that are missing at its end are empty; cells past the last column are left out.
    package mutating func add(_ row: [Cell]) throws(OutputError) {
        guard output.isTerminal else { return try writeWhole(row) }
        cells.append(contentsOf: row.prefix(columns.count))
        for _ in row.count..<max(row.count, columns.count) { cells.append("") }
    }

    /// Writes the rows that wait for their width to be known; without a row, nothing, not even a header. It
    /// does not flush.
    package mutating func finish() throws(OutputError) {
        guard !cells.isEmpty else { return }
        let cellWidths = cells.map { $0.columns }
        var natural = columns.map { _ in 0 }
        for (index, width) in cellWidths.enumerated() {
            natural[index % columns.count] = max(natural[index % columns.count], width)
        }
        for index in columns.indices where index == 0 || natural[index] > 0 {
            natural[index] = max(natural[index], columns[index].title.columns)
        }
        let layout = TableLayout(columns: columns, natural: natural, width: output.width)

        let titles = columns.map { Cell($0.title, .bold) }
        try write(titles[...], widths: columns.map { $0.title.columns }[...], in: layout)
        for start in stride(from: 0, to: cells.count, by: columns.count) {
            let row = start..<start + columns.count
            try write(cells[row], widths: cellWidths[row], in: layout)
        }
        cells = []
    }

    private mutating func writeWhole(_ row: [Cell]) throws(OutputError) {
        line.removeAll(keepingCapacity: true)
        for index in columns.indices {
            if index > 0 { line.append(UInt8(ascii: "\t")) }
            guard index < row.count else { continue }
            row[index].forEachSpan { line.append(text: output.style.apply($0.tone, to: $0.text)) }
        }
        line.append(UInt8(ascii: "\n"))
        try output.write(bytes: line)
    }

    /// Writes one row or the header in the widths of the layout.
    private func write(_ row: ArraySlice<Cell>, widths: ArraySlice<Int>, in layout: TableLayout)
        throws(OutputError)
    {
        var line = StyledLine(style: output.style)
        for (position, place) in layout.places.enumerated() {
            if position > 0 { line.skip(TableLayout.gap) }
            let natural = widths[widths.startIndex + place.column]
            let isRight = columns[place.column].alignment == .right
            let lead = isRight ? max(place.width - natural, 0) : 0
            line.skip(lead)
            let used = line.append(row[row.startIndex + place.column], columns: natural, limit: place.width)
            // Also after a cell on the right: one that was cut before a wide character is a column short.
            line.skip(place.width - lead - used)
        }
        try output.writeLine(line.text)
    }
}
