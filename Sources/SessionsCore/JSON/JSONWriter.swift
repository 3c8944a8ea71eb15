/// Writes values as JSON text. Members come in the order of their keys' bytes, numbers as they were written.
package struct JSONWriter {
    package enum Style: Sendable {
        /// A stored file: each member and element on its own line, two spaces a level, `"key": value`, `{}`
        /// and `[]` where empty; only `"`, `\` and U+0000–U+001F are escaped.
        case file
        /// The same layout for people and programs: whatever a terminal could obey or hide is escaped too.
        case output
        /// One line without spaces, escaped as `output`.
        case line
    }

    let style: Style

    init(_ style: Style) {
        self.style = style
    }

    /// Appends a value whose first line is already indented by `indent` levels, without a final newline.
    func append(_ value: JSON, to bytes: inout GrowingBuffer<UInt8>, indent: Int) {
        switch value {
        case .null: bytes.append("null")
        case .bool(let value): bytes.append(value ? "true" : "false")
        case .number(let number): number.text.withBytes { bytes.append($0) }
        case .string(let string): append(string, to: &bytes)
        case .array(let elements):
            append(elements, "[", "]", to: &bytes, indent: indent) { element, bytes in
                append(element, to: &bytes, indent: indent + 1)
            }
        case .object(let object):
            append(object.members, "{", "}", to: &bytes, indent: indent) { member, bytes in
                append(member.key.text, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if style != .line { bytes.append(UInt8(ascii: " ")) }
                append(member.value, to: &bytes, indent: indent + 1)
            }
        }
    }

    @inline(__always)
    private func append<Item>(
        _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar,
        to bytes: inout GrowingBuffer<UInt8>,
        indent: Int,
        _ append: (Item, inout GrowingBuffer<UInt8>) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        var isFirst = true
        for item in items {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            appendLineBreak(to: &bytes, indent: indent + 1)
            append(item, &bytes)
        }
        if !isFirst { appendLineBreak(to: &bytes, indent: indent) }
        bytes.append(UInt8(ascii: close))
    }

    @inline(__always)
    func appendLineBreak(to bytes: inout GrowingBuffer<UInt8>, indent: Int) {
        if style == .line { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(spaces: 2 * indent)
    }

    /// Appends a string in quotes.
    func append(_ string: String, to bytes: inout GrowingBuffer<UInt8>) {
        string.withBytes { append(text: $0, to: &bytes) }
    }

    /// Appends the string of these bytes, UTF-8, in quotes. Runs that need no escape are copied whole.
    func append(text: UnsafeRawBufferPointer, to bytes: inout GrowingBuffer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var index = 0
        while true {
            index =
                style == .file
                ? text.endOfRun(from: index, at: .required) : text.endOfRun(from: index, at: .delete)
            let end = index < text.count ? escapeEnd(text, index) : index
            if let end {
                bytes.append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
                if index == text.count { break }
                appendEscape(of: text, index..<end, to: &bytes)
                start = end
                index = end
            } else {
                index = text.endOfSequence(from: index) ?? index + 1
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Where the character at `index`, which ended a run, ends if it must be escaped; nil if it may stand.
    private func escapeEnd(_ text: UnsafeRawBufferPointer, _ index: Int) -> Int? {
        switch text[index] {
        case ..<0x80: return index + 1
        // The only bytes that characters unfit for terminals begin with.
        case 0xc2, 0xd8, 0xe2, 0xef, 0xf3:
            guard let end = text.endOfSequence(from: index) else { return nil }
            return text.scalar(index..<end).isUnfitForTerminals ? end : nil
        default: return nil
        }
    }

    private func appendEscape(
        of text: UnsafeRawBufferPointer, _ range: Range<Int>, to bytes: inout GrowingBuffer<UInt8>
    ) {
        let scalar =
            range.count == 1 ? Unicode.Scalar(text[range.lowerBound]) : text.scalar(range)
        let short: Unicode.Scalar
        switch scalar {
        case "\"", "\\": short = scalar
        case "\u{8}": short = "b"
        case "\u{c}": short = "f"
        case "\n": short = "n"
        case "\r": short = "r"
        case "\t": short = "t"
        default:
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                appendHex(unit, to: &bytes)
            }
            return
        }
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: short))
    }

    private func appendHex(_ unit: UInt16, to bytes: inout GrowingBuffer<UInt8>) {
        bytes.append("\\u")
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> shift) & 0xf
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

extension JSON {
    /// The value as JSON text: a whole file, with its final newline, or one `line` without.
    ///
    /// - Parameter count: bytes that it has, about: a large one is not moved as it grows.
    package func bytes(_ style: JSONWriter.Style, expecting count: Int = 4096) -> [UInt8] {
        buffer(style, expecting: count).bytes
    }

    /// Whether these bytes are what `bytes` makes of it.
    func isWritten(_ style: JSONWriter.Style, as bytes: [UInt8]) -> Bool {
        buffer(style, expecting: bytes.count).holds(bytes)
    }

    private func buffer(_ style: JSONWriter.Style, expecting count: Int) -> GrowingBuffer<UInt8> {
        var buffer = GrowingBuffer<UInt8>(capacity: count + 1)
        JSONWriter(style).append(self, to: &buffer, indent: 0)
        if style != .line { buffer.append(UInt8(ascii: "\n")) }
        return buffer
    }

    /// Appends the value as JSON text without a final newline. The place where it goes is indented by
    /// `indent` levels of two spaces already; the lines that follow its first are indented alike.
    package func append(to bytes: inout [UInt8], style: JSONWriter.Style, indent: Int = 0) {
        var buffer = GrowingBuffer<UInt8>(capacity: 4096)
        JSONWriter(style).append(self, to: &buffer, indent: indent)
        bytes.append(contentsOf: buffer.elements(from: 0))
    }
}
