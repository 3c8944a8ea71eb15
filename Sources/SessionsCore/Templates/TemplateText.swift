/// A text with places for values: `{{name}}`, with or without blanks around the name.
///
/// A backslash before `{{` takes its meaning away; where one is to stand there it is written twice. Braces that do
/// not hold a single word, such as `{{.State}}`, mean nothing.
package struct TemplateText: Equatable, Sendable {
    /// The placeholder of what is typed as the title of a session.
    package static let title = "title"

    enum Piece: Equatable, Sendable {
        case text(String)
        case placeholder(String)
    }

    /// As it stands in a file.
    package let source: String
    let pieces: [Piece]

    package init(_ source: String) {
        self.source = source
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        let bytes = Array(source.utf8)
        var index = 0
        while index < bytes.count {
            let end = bytes.endOfBackslashes(from: index)
            if end > index, bytes.opens(at: end) {
                literal += repeatElement(.backslash, count: (end - index) / 2)
                let isEscaped = (end - index) % 2 == 1
                if isEscaped { literal += [.brace, .brace] }
                index = end + (isEscaped ? 2 : 0)
            } else if end > index {
                literal += bytes[index..<end]
                index = end
            } else if let (name, next) = bytes.placeholder(at: index) {
                if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
                literal = []
                pieces.append(.placeholder(name))
                index = next
            } else {
                literal.append(bytes[index])
                index += 1
            }
        }
        if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
        self.pieces = pieces
    }

    /// The names in it, in their order.
    package var placeholders: [String] {
        pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// The name of the one placeholder that it is; nil where there is anything else in it.
    var onlyPlaceholder: String? {
        guard pieces.count == 1, case .placeholder(let name)? = pieces.first else { return nil }
        return name
    }

    /// The text with a value in each place. Values are not looked at again: what looks like a placeholder in one
    /// is none.
    package func filled(_ value: (String) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .placeholder(let name): value(name)
            }
        }.joined()
    }

    /// How a text is written that has no places for values.
    static func escaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var escaped: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let end = bytes.endOfBackslashes(from: index)
            escaped += bytes[index..<end]
            index = end
            guard index < bytes.count else { break }
            if bytes.opens(at: index) {
                // As many backslashes again, and one for the braces.
                let before = escaped.reversed().prefix { $0 == .backslash }.count
                escaped += repeatElement(.backslash, count: before + 1)
                escaped += [.brace, .brace]
                index += 2
            } else {
                escaped.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate static let backslash = UInt8(ascii: "\\")
    fileprivate static let brace = UInt8(ascii: "{")
}

extension [UInt8] {
    fileprivate func endOfBackslashes(from index: Int) -> Int {
        var end = index
        while end < count, self[end] == .backslash { end += 1 }
        return end
    }

    fileprivate func opens(at index: Int) -> Bool {
        index + 1 < count && self[index] == .brace && self[index + 1] == .brace
    }

    /// The name between the braces that open there, and where the text goes on.
    fileprivate func placeholder(at index: Int) -> (name: String, end: Int)? {
        guard opens(at: index) else { return nil }
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let rest = self[(index + 2)...].drop(while: isBlank)
        let name = rest.prefix { byte in
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        let close = rest[name.endIndex...].drop(while: isBlank)
        let end = UInt8(ascii: "}")
        guard !name.isEmpty, close.count >= 2, close[close.startIndex] == end,
            close[close.startIndex + 1] == end
        else { return nil }
        return (String(decoding: name, as: UTF8.self), close.startIndex + 2)
    }
}
