// Work on raw bytes that the scanner, the writer and the keys share.

extension String {
    /// The UTF-8 bytes, without a copy wherever the string is a native one.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) {
            return result
        }
        return Array(utf8).withUnsafeBytes(body)
    }

    /// Whether both are the same UTF-8 bytes; `==` would also take canonically equivalent text.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return withBytes { left in other.withBytes { right in left.order(to: right) == 0 } }
    }
}

extension UnsafeRawBufferPointer {
    /// Negative, zero or positive, as `memcmp` and then the counts say.
    func order(to other: UnsafeRawBufferPointer) -> Int {
        let shared = Swift.min(count, other.count)
        var index = 0
        while index + 8 <= shared {
            let left = UInt64(bigEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let right = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            if left != right { return left < right ? -1 : 1 }
            index += 8
        }
        while index < shared {
            if self[index] != other[index] { return Int(self[index]) - Int(other[index]) }
            index += 1
        }
        return count - other.count
    }

    /// What ends a run of bytes that can be taken as they are. `"`, `\` and U+0000–U+001F always do.
    enum RunEnd {
        /// Nothing else: bytes of a stored file.
        case required
        /// Bytes from 0x80: they have to be checked.
        case nonASCII
        /// Bytes from 0x7F: they may be unfit for a terminal.
        case delete
    }

    /// The index of the first byte from `start` that ends a run, or the count. Reads eight bytes at a time.
    @inline(__always)
    func endOfRun(from start: Int, at end: RunEnd) -> Int {
        var index = start
        while index &+ 8 <= count {
            let ends = runEnds(
                UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self)), end)
            if ends != 0 { return index &+ ends.trailingZeroBitCount / 8 }
            index &+= 8
        }
        if count >= 8 {
            // The last eight bytes, of which those already seen are pushed out; the zeros that take their
            // place end the run where the bytes end.
            let word = UInt64(littleEndian: loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
            let seen = 8 &- (count &- index)
            if seen == 8 { return count }
            return index &+ runEnds(word >> UInt64(8 &* seen), end).trailingZeroBitCount / 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5c { break }
            if end != .required, byte >= 0x80 || (end == .delete && byte == 0x7f) { break }
            index &+= 1
        }
        return index
    }

    /// Has the top bit of a byte set where that byte ends a run. Above the lowest such byte there may be
    /// false ones, made by a borrow.
    @inline(__always)
    private func runEnds(_ word: UInt64, _ end: RunEnd) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var found =
            ((word ^ (ones &* 0x22)) &- ones) | ((word ^ (ones &* 0x5c)) &- ones) | (word &- ones &* 0x20)
        switch end {
        case .required: found &= ~word
        case .nonASCII: found |= word
        case .delete: found |= word | ((word ^ (ones &* 0x7f)) &- ones)
        }
        return found & (ones &* 0x80)
    }

    /// The end of the UTF-8 sequence of two to four bytes that begins at `start`, nil if there is no valid
    /// one (Unicode 16, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
    func endOfSequence(from start: Int) -> Int? {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xbf
        switch self[start] {
        case 0xc2...0xdf: length = 2
        case 0xe0: (length, second) = (3, 0xa0...0xbf)
        case 0xed: (length, second) = (3, 0x80...0x9f)
        case 0xe1...0xef: length = 3
        case 0xf0: (length, second) = (4, 0x90...0xbf)
        case 0xf1...0xf3: length = 4
        case 0xf4: (length, second) = (4, 0x80...0x8f)
        default: return nil
        }
        guard start &+ length <= count, second.contains(self[start &+ 1]) else { return nil }
        if length > 2, self[start &+ 2] & 0xc0 != 0x80 { return nil }
        if length > 3, self[start &+ 3] & 0xc0 != 0x80 { return nil }
        return start &+ length
    }

    /// The scalar of a valid sequence of two to four bytes.
    func scalar(_ sequence: Range<Int>) -> Unicode.Scalar {
        var value = UInt32(self[sequence.lowerBound]) & (0x7f >> UInt32(sequence.count))
        for index in sequence.dropFirst() { value = value << 6 | UInt32(self[index] & 0x3f) }
        return Unicode.Scalar(value) ?? "\u{fffd}"
    }
}

extension Unicode.Scalar {
    /// Whether a terminal might obey it or hide it: C0 and C1 controls, line and paragraph separators, the
    /// controls of writing direction, the byte order mark, tag characters.
    var isUnfitForTerminals: Bool {
        switch value {
        case 0...0x1f, 0x7f...0x9f, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff,
            0xe0000...0xe007f:
            true
        default: false
        }
    }
}
