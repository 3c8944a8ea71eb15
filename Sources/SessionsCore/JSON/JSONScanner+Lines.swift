/// For text in the form in which this program writes files (`JSONWriter.Style.file`): each member and element on a line
/// of its own, two spaces a level. So nothing is looked for that stands in a known place. Whoever reads that way counts
/// the levels, and knows what has to come next.
extension JSONScanner {
    /// The byte that comes next; 0 at the end.
    @inline(__always)
    var nextByte: UInt8 { byte(at: position) }

    @inline(__always)
    func byte(at index: Int) -> UInt8 { index < count ? bytes[index] : 0 }

    /// Goes past a byte where that comes next; says whether it does.
    @inline(__always)
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard nextByte == UInt8(ascii: character) else { return false }
        position &+= 1
        return true
    }

    /// Goes past the end of a line and the indentation of the next; says whether they come next.
    @inline(__always)
    mutating func skipLineBreak(depth: Int) -> Bool {
        guard nextByte == UInt8(ascii: "\n") else { return false }
        let start = position &+ 1
        let end = start &+ 2 &* depth
        guard depth <= 8, start &+ 16 <= count else { return skipBlanks(from: start, to: end) }
        let blanks: UInt64 = 0x2020_2020_2020_2020
        let others = word(at: start) ^ blanks
        guard others.trailingZeroBitCount >= min(16 &* depth, 64),
            depth <= 4 || word(at: end &- 8) == blanks
        else { return false }
        position = end
        return true
    }

    @inline(never)
    private mutating func skipBlanks(from start: Int, to end: Int) -> Bool {
        guard end <= count, bytes[start..<end].allSatisfy({ $0 == UInt8(ascii: " ") }) else {
            return false
        }
        position = end
        return true
    }

    /// Reads a key in ASCII without escapes with what stands before its value; nil for anything else.
    @inline(__always)
    mutating func plainKey() -> Text? {
        let start = position &+ 1
        guard nextByte == UInt8(ascii: "\"") else { return nil }
        let end = endOfPlain(from: start)
        guard end &+ 2 < count, bytes[end] == UInt8(ascii: "\""), bytes[end &+ 1] == UInt8(ascii: ":"),
            bytes[end &+ 2] == UInt8(ascii: " "), end &- start <= limits.stringBytes
        else { return nil }
        position = end &+ 3
        return Text(start: start, end: end, decodedCount: end &- start)
    }

    /// Goes past a key and what stands before its value where they come next; says whether they do.
    @inline(__always)
    mutating func skipKey(_ name: StaticString) -> Bool {
        let length = name.utf8CodeUnitCount
        let end = position &+ 1 &+ length
        guard end &+ 2 < count, bytes[position] == UInt8(ascii: "\"") else { return false }
        for index in 0..<length where bytes[position &+ 1 &+ index] != name.utf8Start[index] { return false }
        guard bytes[end] == UInt8(ascii: "\""), bytes[end &+ 1] == UInt8(ascii: ":"),
            bytes[end &+ 2] == UInt8(ascii: " ")
        else { return false }
        position = end &+ 3
        return true
    }

    /// Reads a time as this program writes it; nil for any other.
    @inline(__always)
    mutating func time(_ lastDay: inout StoredDay) -> Instant? {
        let end = position &+ 25
        guard end < count, bytes[position] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\""),
            let time = lastDay.time(UnsafeRawBufferPointer(rebasing: bytes[position &+ 1..<end]))
        else { return nil }
        position = end &+ 1
        return time
    }
}
