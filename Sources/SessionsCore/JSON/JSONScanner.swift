/// Reads JSON text (RFC 8259, UTF-8 only) token by token, checks all of it, allocates nothing.
///
/// It refuses whatever the grammar, the encoding or the limits forbid. Only equal keys are not noticed:
/// that needs memory, and is the business of `JSON(parsing:)`. The bytes must stay where they are while the
/// scanner is used.
///
///     var scanner = JSONScanner(bytes)
///     guard case .beginObject = try scanner.next() else { … }
///     while case .key(let key) = try scanner.next() {
///         if scanner.string(key) == "title" { … try scanner.next() … } else { try scanner.skipValue() }
///     }
///     // … and on to `.end`, which says that nothing follows the value.
package struct JSONScanner {
    package enum Token: Equatable {
        case beginObject
        case endObject
        case beginArray
        case endArray
        /// The key of a member; its colon has been read, its value comes next.
        case key(Text)
        case string(Text)
        case number(Text)
        case bool(Bool)
        case null
        /// The value is complete and only white space followed. It comes again on each further call.
        case end
    }

    /// Where a string stands, without its quotes, or a number.
    package struct Text: Equatable {
        /// The offset of its first byte.
        package let start: Int
        /// The offset of the byte after its last.
        package let end: Int
        /// The bytes it has once unescaped.
        package let decodedCount: Int
        /// Whether it holds escapes: each takes more bytes than it stands for.
        package var hasEscapes: Bool { decodedCount != end &- start }
    }

    private enum Expectation {
        case start
        case value
        case valueOrEnd
        case keyOrEnd
        case commaOrEnd
    }

    let base: UnsafeRawPointer
    /// How many bytes there are: where one has to ask a buffer, asking takes longer than reading.
    let count: Int
    let limits: JSONLimits
    /// The offset of the first byte not yet read.
    package internal(set) var position = 0
    /// How many arrays and objects are open.
    package private(set) var depth = 0
    private var expectation = Expectation.start
    /// One bit for each open array (0) or object (1), the innermost lowest: `JSONLimits.deepest` of them.
    private var kinds: (high: UInt64, low: UInt64) = (0, 0)

    /// Starts before the first byte; reads nothing yet.
    package init(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits = JSONLimits()) {
        base = bytes.baseAddress ?? UnsafeRawPointer(("" as StaticString).utf8Start)
        count = bytes.count
        self.limits = limits
    }

    @inline(__always)
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Eight bytes, the first lowest. They must be there.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The next token.
    @inline(__always)
    package mutating func next() throws(JSONError) -> Token {
        var byte = skipWhiteSpace()
        switch expectation {
        case .commaOrEnd:
            if depth == 0 {
                if position == count { return .end }
                throw unexpected("the end of the text")
            }
            if byte != UInt8(ascii: ",") { return try close(byte) }
            position &+= 1
            byte = skipWhiteSpace()
            return isInObject ? try key(byte) : try value(byte)
        case .value:
            return try value(byte)
        case .keyOrEnd:
            return byte == UInt8(ascii: "}") ? try close(byte) : try key(byte)
        case .valueOrEnd:
            return byte == UInt8(ascii: "]") ? try close(byte) : try value(byte)
        case .start:
            if byte == 0xef, bytes.starts(with: [0xef, 0xbb, 0xbf]) { throw error(.byteOrderMark, at: 0) }
            return try value(byte)
        }
    }

    /// Reads the value that comes next to its end, checking it, and returns its first token; in an array that
    /// may be `.endArray`, when there was no further value.
    @discardableResult
    package mutating func skipValue() throws(JSONError) -> Token {
        let outer = depth
        let first = try next()
        while depth > outer { _ = try next() }
        return first
    }

    private var isInObject: Bool { kinds.low & 1 == 1 }

    /// The byte where the next token begins; 0, which begins none, at the end of the text.
    @inline(__always)
    private mutating func skipWhiteSpace() -> UInt8 {
        while position < count {
            let byte = bytes[position]
            if byte > 0x20 { return byte }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position &+= 1
            case UInt8(ascii: "\n"):
                position &+= 1
                skipIndentation()
            default: return byte
            }
        }
        return 0
    }

    @inline(__always)
    private mutating func skipIndentation() {
        while position &+ 8 <= count {
            let others = word(at: position) ^ 0x2020_2020_2020_2020
            position &+= others.trailingZeroBitCount / 8
            if others != 0 { return }
        }
    }

    @inline(__always)
    private mutating func value(_ byte: UInt8) throws(JSONError) -> Token {
        switch byte {
        case UInt8(ascii: "\""):
            let text = try scanString()
            expectation = .commaOrEnd
            return .string(text)
        case UInt8(ascii: "{"):
            try open(kind: 1)
            expectation = .keyOrEnd
            return .beginObject
        case UInt8(ascii: "["):
            try open(kind: 0)
            expectation = .valueOrEnd
            return .beginArray
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            let text = try scanNumber()
            expectation = .commaOrEnd
            return .number(text)
        case UInt8(ascii: "t"):
            try scanWord("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try scanWord("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanWord("null")
            return .null
        default:
            throw unexpected(expectation == .valueOrEnd ? "a value or ']'" : "a value")
        }
    }

    @inline(__always)
    private mutating func key(_ byte: UInt8) throws(JSONError) -> Token {
        guard byte == UInt8(ascii: "\"") else {
            throw unexpected(expectation == .keyOrEnd ? "a key or '}'" : "a key")
        }
        let text = try scanString()
        guard skipWhiteSpace() == UInt8(ascii: ":") else { throw unexpected("':'") }
        position &+= 1
        expectation = .value
        return .key(text)
    }

    @inline(__always)
    private mutating func open(kind: UInt64) throws(JSONError) {
        guard depth < limits.depth else { throw error(.tooDeep(limit: limits.depth), at: position) }
        position &+= 1
        depth &+= 1
        kinds = (kinds.high << 1 | kinds.low >> 63, kinds.low << 1 | kind)
    }

    @inline(__always)
    private mutating func close(_ byte: UInt8) throws(JSONError) -> Token {
        let isObject = isInObject
        guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
            throw unexpected(isObject ? "',' or '}'" : "',' or ']'")
        }
        position &+= 1
        depth &-= 1
        kinds = (kinds.high >> 1, kinds.low >> 1 | kinds.high << 63)
        expectation = .commaOrEnd
        return isObject ? .endObject : .endArray
    }

    @inline(__always)
    mutating func scanWord(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard position < count, bytes[position] == word.utf8Start[index] else {
                throw unexpected("'\(word)'")
            }
            position &+= 1
        }
        expectation = .commaOrEnd
    }
}
