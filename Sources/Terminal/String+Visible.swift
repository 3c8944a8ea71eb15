/// Stored text made safe to show. Whatever can move the cursor, talk to the terminal, reorder the line or
/// hide text is replaced by a visible escape such as `\u{1b}` (UTR #36, "Unicode Security Considerations",
/// 3).
extension String {
    /// The text as one line without control, bidirectional or invisible characters; newlines and tabs are
    /// escaped.
    package var visible: String { visible(keepingLines: false) }

    /// The text without control, bidirectional or invisible characters. Returns itself where there are none.
    ///
    /// Joiners and variation selectors stay where emoji and scripts need them: single, inside the text, and
    /// after a character that they can act on. A backslash stays as it is, so the escapes are for reading,
    /// not for parsing.
    ///
    /// - Parameter keepingLines: keep newlines and tabs, and turn CR LF into a newline.
    /// - Complexity: O(*n*), without allocation when nothing is replaced.
    package func visible(keepingLines: Bool) -> String {
        if isPrintableASCII { return self }
        let scalars = unicodeScalars
        var result = ""
        var copied = scalars.startIndex
        var index = scalars.startIndex
        var previous: Unicode.Scalar?
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let following = next < scalars.endIndex ? scalars[next] : nil
            let isLineEnd = keepingLines && scalar == "\r" && following == "\n"
            let isKept =
                switch VisibleText.kind(of: scalar) {
                case .shown: true
                case .line: keepingLines
                case .hidden: false
                case .joiner: following != nil && VisibleText.canJoin(after: previous)
                case .variation: VisibleText.canVary(previous, by: scalar)
                }
            if !isKept {
                result.unicodeScalars.append(contentsOf: scalars[copied..<index])
                if !isLineEnd { result += "\\u{\(String(scalar.value, radix: 16))}" }
                copied = next
            }
            previous = isKept ? scalar : nil
            index = next
        }
        if copied == scalars.startIndex { return self }
        result.unicodeScalars.append(contentsOf: scalars[copied...])
        return result
    }

    /// Whether every byte is from space to `~`: such text is safe, and as wide as it is long.
    var isPrintableASCII: Bool {
        utf8.withContiguousStorageIfAvailable(VisibleText.isPrintableASCII)
            ?? utf8.allSatisfy { (0x20...0x7e).contains($0) }
    }
}

/// Sorts scalars by what they do to a line of text.
package enum VisibleText {
    enum Kind {
        case shown
        /// Newline and tab.
        case line
        /// Controls, separators, bidirectional controls and characters that show nothing.
        case hidden
        /// ZWNJ and ZWJ.
        case joiner
        /// A variation selector.
        case variation
    }

    /// The kind of a scalar: hidden are the general categories Cc, Zl, Zp, the Bidi_Control characters, all
    /// of Default_Ignorable_Code_Point (Unicode 17, DerivedCoreProperties.txt) but joiners and variation
    /// selectors, and the interlinear annotation characters.
    static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x20...0x7e: .shown
        case 0x09, 0x0a: .line
        case 0x00...0x1f, 0x7f...0x9f, 0xad: .hidden
        case 0xa0...0x34e: .shown
        case 0x200c, 0x200d: .joiner
        case 0xfe00...0xfe0f, 0xe0100...0xe01ef, 0x180b...0x180d, 0x180f: .variation
        case 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x200b, 0x200e, 0x200f: .hidden
        case 0x2028...0x202e, 0x2060...0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff0...0xfffb: .hidden
        case 0x1bca0...0x1bca3, 0x1d173...0x1d17a, 0xe0000...0xe0fff: .hidden
        default: .shown
        }
    }

    /// Whether every byte is from space to `~`, so that the text is shown as it is and is as wide as it is
    /// long. Looks at eight bytes at a time, since nearly all text passes here.
    package static func isPrintableASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(text)
        var offset = 0
        while offset < bytes.count {
            let word: UInt64
            if offset + 8 <= bytes.count {
                word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            } else if bytes.count >= 8 {
                word = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            } else {
                word = bytes.reduce(0x2020_2020_2020_2020) { $0 << 8 | UInt64($1) }
            }
            // A high bit is left by a byte of 0x80 or more, of less than 0x20, and by 0x7f. Borrows and
            // carries come only from such bytes.
            let bad = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
            if bad & 0x8080_8080_8080_8080 != 0 { return false }
            offset += 8
        }
        return true
    }

    /// Scripts and emoji that use joiners are not ASCII; a second joiner in a row only hides something.
    static func canJoin(after previous: Unicode.Scalar?) -> Bool {
        guard let previous, !previous.isASCII else { return false }
        return kind(of: previous) != .joiner
    }

    /// A selector changes the one character before it; in ASCII only the keycaps (`1️⃣`) have one.
    static func canVary(_ previous: Unicode.Scalar?, by selector: Unicode.Scalar) -> Bool {
        guard let previous else { return false }
        return switch previous.value {
        case 0x30...0x39, 0x23, 0x2a: selector == "\u{fe0e}" || selector == "\u{fe0f}"  // 0-9 # *
        default: !previous.isASCII && kind(of: previous) == .shown
        }
    }
}
