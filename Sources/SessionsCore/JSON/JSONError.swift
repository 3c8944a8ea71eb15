/// Why a text is not JSON, or not JSON that is taken here, and where.
package struct JSONError: Error, Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
        /// Something else stands where `expected` should.
        case expected(String, found: String)
        /// The text stops where `expected` should stand.
        case unexpectedEnd(expected: String)
        /// Something other than white space follows the value.
        case trailingText(found: String)
        /// The text begins with U+FEFF.
        case byteOrderMark
        /// This byte is not part of valid UTF-8.
        case invalidUTF8(UInt8)
        /// A raw U+0000–U+001F in a string.
        case controlCharacter(UInt8)
        /// A `\uD800`–`\uDFFF` escape without its other half.
        case loneSurrogate
        /// A number such as `007`.
        case leadingZero
        /// An object says this key (unescaped) twice; the place is that of the second one.
        case duplicateKey(String)
        /// Arrays and objects are nested deeper than this limit.
        case tooDeep(limit: Int)
        /// A string or key has more bytes, unescaped, than this limit; the place is its beginning.
        case stringTooLong(limit: Int)
        /// A number has more characters than this limit; the place is its beginning.
        case numberTooLong(limit: Int)
    }

    /// What is wrong.
    package let problem: Problem
    /// The byte where the problem is, counted from 0.
    package let offset: Int
    /// Counted from 1; lines end with U+000A.
    package let line: Int
    /// In Unicode scalars, counted from 1.
    package let column: Int

    /// Everything before `offset` must be valid UTF-8. O(offset).
    init(_ problem: Problem, at offset: Int, in bytes: UnsafeRawBufferPointer) {
        var line = 1
        var column = 1
        for byte in bytes[..<offset] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80 {
                column += 1
            }
        }
        (self.problem, self.offset, self.line, self.column) = (problem, offset, line, column)
    }
}

extension JSONError: CustomStringConvertible {
    /// One line, safe for a terminal: `line 3, column 7: expected ',' or '}', found 'x'`.
    package var description: String {
        "line \(line), column \(column): \(problem)"
    }
}

extension JSONError.Problem: CustomStringConvertible {
    /// The problem without its place, safe for a terminal.
    package var description: String {
        switch self {
        case .expected(let expected, let found):
            "expected \(expected), found \(found)"
        case .unexpectedEnd(let expected):
            "expected \(expected), found the end of the text"
        case .trailingText(let found):
            "expected the end of the text, found \(found)"
        case .byteOrderMark:
            "expected a value, found a byte order mark (U+FEFF)"
        case .invalidUTF8(let byte):
            "expected UTF-8, found byte 0x\(String(byte, radix: 16))"
        case .controlCharacter(let byte):
            "expected '\"' or an escape, found the control character '\\u{\(String(byte, radix: 16))}'"
        case .loneSurrogate:
            "expected a pair of surrogate escapes, found half of one"
        case .leadingZero:
            "expected a number without leading zeros"
        case .duplicateKey(let key):
            "the key \(Self.shown(key)) is there twice"
        case .tooDeep(let limit):
            "nested deeper than \(limit) levels"
        case .stringTooLong(let limit):
            "a string is longer than \(limit) bytes"
        case .numberTooLong(let limit):
            "a number is longer than \(limit) characters"
        }
    }

    /// The scalar in quotes, or as `\u{…}` in quotes where showing it could do harm.
    static func shown(_ scalar: Unicode.Scalar) -> String {
        "'\(visible(scalar))'"
    }

    private static func shown(_ key: String) -> String {
        let limit = 60
        var text = "'"
        for scalar in key.unicodeScalars.prefix(limit) { text += visible(scalar) }
        return text + (key.unicodeScalars.count > limit ? "…'" : "'")
    }

    private static func visible(_ scalar: Unicode.Scalar) -> String {
        scalar.isUnfitForTerminals ? "\\u{\(String(scalar.value, radix: 16))}" : String(Character(scalar))
    }
}
