/// Puts paragraphs and two-column lists under one another, with a blank line between blocks.
struct HelpLayout {
    /// Names on the left, what they mean on the right.
    struct List {
        let heading: String
        let rows: [(name: String, text: String)]

        init(_ heading: String, _ rows: [(String, String)]) {
            self.heading = heading
            self.rows = rows.map { (name: $0.0, text: $0.1) }
        }
    }

    private(set) var text = ""
    private let width: Int
    /// Names longer than this stand on a line of their own.
    private let longestName: Int

    init(width: Int) {
        self.width = min(max(width, 40), 100)
        longestName = min(28, self.width / 2 - 4)
    }

    mutating func paragraph(_ paragraph: String) {
        guard !paragraph.isEmpty else { return }
        block(Self.wrap(paragraph, width))
    }

    /// A block of a topic below its heading; an empty heading is left out.
    mutating func topic(_ heading: String, _ content: Topic.Block) {
        let lines: [String]
        switch content {
        case .heading: lines = []
        case .paragraph(let text): lines = Self.wrap(text, width)
        case .text(let text):
            lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.isEmpty ? "" : "  " + $0
            }
        case .list(let entries):
            let rows = entries.map { (name: $0.name, text: $0.meaning) }
            lines = self.lines(of: rows, column: column(for: rows.map(\.name)))
        case .examples(let examples): lines = self.lines(of: examples)
        }
        block((heading.isEmpty ? [] : [heading + ":"]) + lines)
    }

    /// Paragraphs are filled; lines that begin with a space are kept.
    mutating func discussion(_ text: String) {
        var lines: [String] = []
        var filling: [Substring] = []
        func fill() {
            if !filling.isEmpty { lines += Self.wrap(filling.joined(separator: " "), width) }
            filling = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.hasPrefix(" ") {
                fill()
                lines.append(String(line))
            } else {
                filling.append(line)
            }
        }
        fill()
        if !text.isEmpty { block(lines) }
    }

    mutating func usage(_ synopsis: [String]) {
        let lines = synopsis.flatMap { form in
            Self.wrap(form, width - 6).enumerated().map { ($0.offset == 0 ? "  " : "      ") + $0.element }
        }
        block(["Usage:"] + lines)
    }

    mutating func lines(_ heading: String, _ lines: [String]) {
        block([heading + ":"] + lines.map { "  " + $0 })
    }

    mutating func examples(_ examples: [Example]) {
        guard !examples.isEmpty else { return }
        block(["Examples:"] + lines(of: examples))
    }

    /// All lists share one column, so that a page reads as one table.
    mutating func lists(_ lists: [List]) {
        let column = column(for: lists.flatMap { $0.rows.map(\.name) })
        for list in lists where !list.rows.isEmpty {
            block([list.heading + ":"] + lines(of: list.rows, column: column))
        }
    }

    private func column(for names: [String]) -> Int {
        names.map(\.count).filter { $0 <= longestName }.max() ?? longestName
    }

    private func lines(of rows: [(name: String, text: String)], column: Int) -> [String] {
        rows.flatMap { row in
            var right = Self.wrap(row.text, width - column - 4)[...]
            var left = "  " + row.name
            if row.name.count <= column, let first = right.popFirst() {
                left += String(repeating: " ", count: column - row.name.count + 2) + first
            }
            return [left] + right.map { String(repeating: " ", count: column + 4) + $0 }
        }
    }

    private func lines(of examples: [Example]) -> [String] {
        examples.flatMap { example in
            ["  " + example.command] + Self.wrap(example.meaning, width - 6).map { "      " + $0 }
        }
    }

    private mutating func block(_ lines: [String]) {
        if !text.isEmpty { text += "\n" }
        for line in lines { text += line + "\n" }
    }

    /// Breaks at spaces so that no line has more than `width` characters, unless one word has.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in text.split(separator: " ") {
            let count = word.count
            if length > 0, length + 1 + count > width {
                lines.append(line)
                line = ""
                length = 0
            }
            if length > 0 {
                line += " "
                length += 1
            }
            line += word
            length += count
        }
        if length > 0 { lines.append(line) }
        return lines
    }
}
