extension JSONScanner {
    /// The bytes of a string or number as written, escapes and all. They live as long as what is scanned.
    package func rawBytes(_ text: Text) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[text.start..<text.end])
    }

    /// The unescaped text of a string or key, or the text of a number. It must come from this scanner.
    package func string(_ text: Text) -> String {
        guard text.hasEscapes else { return String(decoding: rawBytes(text), as: UTF8.self) }
        return String(unsafeUninitializedCapacity: text.decodedCount) { decode(text, into: $0) }
    }

    /// Whether a string or key is written as those characters: with an escape in it, it never is.
    @inline(__always)
    package func isWritten(_ text: Text, as other: StaticString) -> Bool {
        let count = other.utf8CodeUnitCount
        guard text.end &- text.start == count, !text.hasEscapes else { return false }
        for index in 0..<count where bytes[text.start &+ index] != other.utf8Start[index] { return false }
        return true
    }

    /// Whether it is written in ASCII without an escape, so that its bytes are its characters.
    func isPlain(_ text: Text) -> Bool {
        guard !text.hasEscapes else { return false }
        var index = text.start
        var found: UInt64 = 0
        while index &+ 8 <= text.end {
            found |= word(at: index)
            index &+= 8
        }
        while index < text.end {
            found |= UInt64(bytes[index])
            index &+= 1
        }
        return found & 0x8080_8080_8080_8080 == 0
    }

    /// Whether the first comes before the second in the order of their bytes, as they are written.
    @inline(__always)
    func isWritten(_ first: Text, before second: Text) -> Bool {
        if max(first.start, second.start) &+ 8 <= count {
            // Most differ where they begin.
            let (a, b) = (word(at: first.start), word(at: second.start))
            let shared = (a ^ b).trailingZeroBitCount / 8
            if shared < min(first.end &- first.start, second.end &- second.start, 8) {
                return a.byteSwapped < b.byteSwapped
            }
        }
        return rawBytes(first).order(to: rawBytes(second)) < 0
    }

    /// Where a run of ASCII ends that can be taken as it is. Looks at sixteen bytes at a time.
    @inline(__always)
    func endOfPlain(from start: Int) -> Int {
        var index = start
        // Of numbers with a sign, bytes beyond ASCII are less than all others.
        let (quote, backslash, blank) = (
            SIMD16<Int8>(repeating: 0x22), SIMD16<Int8>(repeating: 0x5c), SIMD16<Int8>(repeating: 0x20)
        )
        while index &+ 16 <= count {
            let bytes = base.loadUnaligned(fromByteOffset: index, as: SIMD16<Int8>.self)
            let ends = unsafeBitCast(
                (bytes .== quote) .| (bytes .== backslash) .| (bytes .< blank), to: SIMD2<UInt64>.self)
            if ends.x | ends.y != 0 {
                let place =
                    ends.x != 0
                    ? ends.x.littleEndian.trailingZeroBitCount
                    : 64 &+ ends.y.littleEndian.trailingZeroBitCount
                return index &+ place / 8
            }
            index &+= 16
        }
        return bytes.endOfLastPlain(from: index)
    }

    /// Reads a string of which the opening quote comes next.
    @inline(__always)
    mutating func scanString() throws(JSONError) -> Text {
        let start = position &+ 1
        var index = start
        var saved = 0
        while true {
            index = endOfPlain(from: index)
            guard index < count else { throw error(.unexpectedEnd(expected: "'\"'"), at: index) }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            try scanUnusual(&index, &saved)
        }
        let text = Text(start: start, end: index, decodedCount: index &- start &- saved)
        guard text.decodedCount <= limits.stringBytes else {
            throw error(.stringTooLong(limit: limits.stringBytes), at: position)
        }
        position = index &+ 1
        return text
    }

    /// Reads what a run of plain ASCII ends with: an escape, or characters beyond ASCII. `saved` grows by
    /// the bytes that go when the escape is replaced by what it stands for.
    @inline(never)
    private func scanUnusual(_ index: inout Int, _ saved: inout Int) throws(JSONError) {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\\") { return try scanEscape(&index, &saved) }
        guard byte >= 0x80 else { throw error(.controlCharacter(byte), at: index) }
        repeat {
            guard let end = bytes.endOfSequence(from: index) else {
                throw error(.invalidUTF8(bytes[index]), at: index)
            }
            index = end
        } while index < count && bytes[index] >= 0x80
    }

    private func scanEscape(_ index: inout Int, _ saved: inout Int) throws(JSONError) {
        let backslash = index
        index &+= 1
        let letter = index < count ? bytes[index] : 0
        if letter != UInt8(ascii: "u") {
            guard Self.meaning(ofEscape: letter) != nil else {
                throw unexpected("one of \"\\/bfnrtu after '\\'", at: index)
            }
            index &+= 1
            saved &+= 1
            return
        }
        index &+= 1
        let unit = try scanHex(&index)
        switch unit {
        case 0xd800...0xdbff:
            var low: UInt32 = 0
            if index &+ 2 <= count, bytes[index] == UInt8(ascii: "\\"),
                bytes[index &+ 1] == UInt8(ascii: "u")
            {
                index &+= 2
                low = try scanHex(&index)
            }
            guard low & 0xfc00 == 0xdc00 else { throw error(.loneSurrogate, at: backslash) }
            saved &+= 8
        case 0xdc00...0xdfff: throw error(.loneSurrogate, at: backslash)
        case 0...0x7f: saved &+= 5
        case 0...0x7ff: saved &+= 4
        default: saved &+= 3
        }
    }

    private func scanHex(_ index: inout Int) throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < count, let digit = Self.hexDigit(bytes[index]) else {
                throw unexpected("four hexadecimal digits after '\\u'", at: index)
            }
            value = value << 4 | digit
            index &+= 1
        }
        return value
    }

    /// Reads a number of which the first digit or minus sign comes next.
    @inline(__always)
    mutating func scanNumber() throws(JSONError) -> Text {
        var index = position
        if bytes[index] == UInt8(ascii: "-") { index &+= 1 }
        let first = index
        try scanDigits(&index)
        if bytes[first] == UInt8(ascii: "0"), index &- first > 1 { throw error(.leadingZero, at: first) }
        if index < count, bytes[index] == UInt8(ascii: ".") {
            index &+= 1
            try scanDigits(&index)
        }
        if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index &+= 1
            if index < count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index &+= 1
            }
            try scanDigits(&index)
        }
        let text = Text(start: position, end: index, decodedCount: index &- position)
        guard text.decodedCount <= JSONLimits.numberCharacters else {
            throw error(.numberTooLong(limit: JSONLimits.numberCharacters), at: position)
        }
        position = index
        return text
    }

    @inline(__always)
    private func scanDigits(_ index: inout Int) throws(JSONError) {
        let start = index
        while index < count, bytes[index] &- UInt8(ascii: "0") < 10 { index &+= 1 }
        if index == start { throw unexpected("a digit", at: index) }
    }

    /// Writes the unescaped bytes of a string that has been checked; `decodedCount` of them.
    private func decode(_ text: Text, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        var index = text.start
        while index < text.end {
            let byte = bytes[index]
            index &+= 1
            if byte != UInt8(ascii: "\\") {
                buffer[count] = byte
                count &+= 1
                continue
            }
            let letter = bytes[index]
            index &+= 1
            if let meaning = Self.meaning(ofEscape: letter) {
                buffer[count] = meaning
                count &+= 1
                continue
            }
            var value = decodeHex(&index)
            if value & 0xfc00 == 0xd800 {
                index &+= 2
                value = 0x10000 + (value & 0x3ff) << 10 + decodeHex(&index) & 0x3ff
            }
            for unit in UTF8.encode(Unicode.Scalar(value) ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter {
                buffer[count] = unit
                count &+= 1
            }
        }
        return count
    }

    private func decodeHex(_ index: inout Int) -> UInt32 {
        var value: UInt32 = 0
        for offset in 0..<4 { value = value << 4 | (Self.hexDigit(bytes[index &+ offset]) ?? 0) }
        index &+= 4
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// What a backslash and this letter stand for; nil for `u`, which needs digits, and for all others.
    private static func meaning(ofEscape letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0c
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "r"): 0x0d
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}

extension UnsafeRawBufferPointer {
    @inline(never)
    fileprivate func endOfLastPlain(from start: Int) -> Int { endOfRun(from: start, at: .nonASCII) }
}

extension JSONScanner {
    @inline(never)
    func error(_ problem: JSONError.Problem, at offset: Int) -> JSONError {
        JSONError(problem, at: offset, in: bytes)
    }

    /// The error of finding something else, or nothing more, at `offset` or else where the scanner is.
    @inline(never)
    func unexpected(_ expected: String, at offset: Int? = nil) -> JSONError {
        let offset = offset ?? position
        guard offset < count else { return error(.unexpectedEnd(expected: expected), at: count) }
        let found: Unicode.Scalar
        if bytes[offset] < 0x80 {
            found = Unicode.Scalar(bytes[offset])
        } else if let end = bytes.endOfSequence(from: offset) {
            found = bytes.scalar(offset..<end)
        } else {
            return error(.invalidUTF8(bytes[offset]), at: offset)
        }
        return error(.expected(expected, found: JSONError.Problem.shown(found)), at: offset)
    }
}
