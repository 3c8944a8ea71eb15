/// A JSON text in the form in which this program writes files, as its lines: each is a value with its key, where it
/// has one, or the end of an object or array. It can be looked through and copied without a tree of values being made.
///
/// Only that form is taken (`JSONWriter.Style.file`): each member and element on a line of its own, two spaces a
/// level, keys without escapes in the order of their bytes. So nothing is looked for that stands in a known place.
struct JSONOutline: ~Copyable {
    enum Kind: UInt8 {
        case object, array, string, number
        /// `true`, `false`, `null`.
        case word
        /// The end of an object or array that is not empty.
        case end
    }

    /// A line. Offsets are those of the bytes.
    struct Line {
        let kind: Kind
        /// Whether its text stands for itself: it has no escapes.
        let isPlain: Bool
        /// Where it begins behind its indentation: the quote of its key, or its value.
        let start: Int32
        /// Where its key ends, before the quote; `start` where it has none.
        let keyEnd: Int32
        /// Where its text stands, that of a string without the quotes.
        let textStart: Int32
        let textEnd: Int32
        /// Where its last byte ends, before the comma.
        let end: Int32
        /// The number of the line behind it and all that is in it.
        var next: Int32
    }

    private var lines = GrowingBuffer<Line>(capacity: 512)
    /// The arrays and objects that have not ended.
    private var open = GrowingBuffer<Int32>(capacity: 64)
    private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Whether every line can be shown as it stands: nothing in it is escaped in output and not in files, or written
    /// with another escape than this program does.
    private(set) var isShownAsWritten = false

    /// Reads a text in the place of the one before; says whether it is JSON in that form, within the limits. The
    /// bytes must stay where they are while the outline is used.
    mutating func read(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits) -> Bool {
        lines.removeAll()
        open.removeAll()
        self.bytes = bytes
        guard bytes.count < Int32.max else { return false }
        var scanner = JSONScanner(bytes, limits: limits)
        do throws(JSONError) {
            guard try readLines(&scanner, limits) else { return false }
        } catch {
            return false
        }
        isShownAsWritten = bytes.isShownAsWritten
        return true
    }

    private mutating func readLines(_ scanner: inout JSONScanner, _ limits: JSONLimits) throws(JSONError)
        -> Bool
    {
        // The key before in the same object; only its bytes are looked at.
        var last: (start: Int, end: Int)?
        while true {
            let start = scanner.position
            var keyEnd = start
            if open.count > 0, isObject(open.last) {
                guard scanner.nextByte == UInt8(ascii: "\"") else { return false }
                let key = try scanner.scanString()
                guard !key.hasEscapes, scanner.byte(at: key.end &+ 1) == UInt8(ascii: ":"),
                    scanner.byte(at: key.end &+ 2) == UInt8(ascii: " "),
                    last.map({ text($0.start, $0.end).order(to: text(key.start, key.end)) < 0 }) ?? true
                else { return false }
                last = (key.start, key.end)
                keyEnd = key.end
                scanner.position = key.end &+ 3
            }
            guard let isOpened = try readValue(&scanner, start, keyEnd, limits) else { return false }
            if isOpened {
                guard scanner.skipLineBreak(depth: open.count) else { return false }
                last = nil
                continue
            }
            // What follows is the next line, or the ends of all that end here.
            while scanner.nextByte != UInt8(ascii: ",") || open.count == 0 {
                guard open.count > 0 else {
                    return scanner.nextByte == UInt8(ascii: "\n")
                        && scanner.position &+ 1 == bytes.count
                }
                let opener = open.removeLast()
                guard scanner.skipLineBreak(depth: open.count),
                    scanner.nextByte
                        == (isObject(opener) ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                else { return false }
                add(.end, at: scanner.position, scanner.position, scanner.position..<scanner.position, 1)
                scanner.position &+= 1
                let next = Int32(truncatingIfNeeded: lines.count)
                lines.update(Int(opener)) { $0.next = next }
                let line = lines[Int(opener)]
                last = (Int(line.start) &+ 1, Int(line.keyEnd))
            }
            scanner.position &+= 1
            guard scanner.skipLineBreak(depth: open.count) else { return false }
        }
    }

    /// Reads a value, to its end where it has no lines of its own.
    ///
    /// - Returns: whether it is an object or array whose lines follow; nil where it is no value.
    @inline(__always)
    private mutating func readValue(
        _ scanner: inout JSONScanner, _ start: Int, _ keyEnd: Int, _ limits: JSONLimits
    ) throws(JSONError) -> Bool? {
        let position = scanner.position
        let first = scanner.nextByte
        switch first {
        case UInt8(ascii: "\""):
            let text = try scanner.scanString()
            add(.string, at: start, keyEnd, text.start..<text.end, 1, isPlain: !text.hasEscapes)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < limits.depth else { return nil }
            let isObject = first == UInt8(ascii: "{")
            scanner.position = position &+ 1
            let isEmpty =
                scanner.byte(at: position &+ 1) == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
            if isEmpty { scanner.position &+= 1 } else { open.append(Int32(truncatingIfNeeded: lines.count)) }
            add(isObject ? .object : .array, at: start, keyEnd, position..<scanner.position, 0)
            return !isEmpty
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            let text = try scanner.scanNumber()
            add(.number, at: start, keyEnd, text.start..<text.end, 0)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            let word: StaticString =
                first == UInt8(ascii: "t") ? "true" : first == UInt8(ascii: "f") ? "false" : "null"
            let end = position &+ word.utf8CodeUnitCount
            guard end <= bytes.count, text(position, end).order(to: UnsafeRawBufferPointer(word)) == 0 else {
                return nil
            }
            scanner.position = end
            add(.word, at: start, keyEnd, position..<end, 0)
        default: return nil
        }
        return false
    }

    /// - Parameter closing: how many bytes stand behind the text.
    @inline(__always)
    private mutating func add(
        _ kind: Kind, at start: Int, _ keyEnd: Int, _ text: Range<Int>, _ closing: Int, isPlain: Bool = true
    ) {
        lines.append(
            Line(
                kind: kind, isPlain: isPlain, start: Int32(truncatingIfNeeded: start),
                keyEnd: Int32(truncatingIfNeeded: keyEnd),
                textStart: Int32(truncatingIfNeeded: text.lowerBound),
                textEnd: Int32(truncatingIfNeeded: text.upperBound),
                end: Int32(truncatingIfNeeded: text.upperBound &+ closing),
                next: Int32(truncatingIfNeeded: lines.count &+ 1)))
    }

    @inline(__always)
    private func isObject(_ line: Int32) -> Bool { lines[Int(line)].kind == .object }

    @inline(__always)
    private func text(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: end &- start)
    }

    // MARK: What stands in it

    @inline(__always)
    subscript(index: Int) -> Line { lines[index] }

    /// The bytes of a value that is no array or object, as they are written; those of a string without the quotes.
    @inline(__always)
    func text(of index: Int) -> UnsafeRawBufferPointer {
        let line = lines[index]
        return text(Int(line.textStart), Int(line.textEnd))
    }

    /// The bytes of a member's key.
    @inline(__always)
    func key(of index: Int) -> UnsafeRawBufferPointer {
        let line = lines[index]
        return text(Int(line.start) &+ 1, Int(line.keyEnd))
    }

    /// Lines as they stand in the text, without the indentation of the first and the comma of the last.
    @inline(__always)
    func text(ofLines range: Range<Int>) -> UnsafeRawBufferPointer {
        text(Int(lines[range.lowerBound].start), Int(lines[range.upperBound &- 1].end))
    }

    /// The line of the first member or element of an object or array, and the one behind the last.
    @inline(__always)
    func members(of index: Int) -> Range<Int> {
        let (first, next) = (index &+ 1, Int(lines[index].next))
        return first..<max(first, next &- 1)
    }

    /// The member or element behind one.
    @inline(__always)
    func member(behind index: Int) -> Int { Int(lines[index].next) }

    /// The member that an object has under a key; nil where it has none.
    @inline(__always)
    func value(_ name: StaticString, of object: Int) -> Int? {
        let members = members(of: object)
        var member = members.lowerBound
        while member < members.upperBound {
            if isKey(member, name) { return member }
            member = self.member(behind: member)
        }
        return nil
    }

    /// Whether a member's key is that text.
    @inline(__always)
    func isKey(_ index: Int, _ name: StaticString) -> Bool { key(of: index).isText(name) }

    /// Whether a string is that text, without escapes.
    @inline(__always)
    func isText(_ index: Int, _ text: StaticString) -> Bool {
        lines[index].isPlain && self.text(of: index).isText(text)
    }

    /// What a string says, its escapes replaced.
    func string(_ index: Int) -> String {
        let line = lines[index]
        if line.isPlain { return String(decoding: text(of: index), as: UTF8.self) }
        // What was read once is read again.
        let quoted = text(Int(line.textStart) - 1, Int(line.textEnd) + 1)
        return (try? JSON(parsing: quoted, limits: JSONLimits(stringBytes: .max)))?.stringValue ?? ""
    }
}

extension UnsafeRawBufferPointer {
    @inline(__always)
    init(_ text: StaticString) {
        self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    @inline(__always)
    fileprivate func isText(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && (count == 0 || self[0] == text.utf8Start[0])
            && order(to: UnsafeRawBufferPointer(text)) == 0
    }

    /// Whether all strings of a JSON text that was read are shown in output as they are written in it.
    fileprivate var isShownAsWritten: Bool {
        var index = 0
        while true {
            index = endOfPlain(from: index)
            guard index < count else { return true }
            switch self[index] {
            case UInt8(ascii: "\\"):
                switch self[index + 1] {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                    UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                    index += 2
                default: return false
                }
            case 0x80...:
                guard let end = endOfSequence(from: index), !scalar(index..<end).isUnfitForTerminals else {
                    return false
                }
                index = end
            default: return false
            }
        }
    }

    /// The index of the first backslash, U+007F or byte beyond ASCII from `start`, or the count.
    private func endOfPlain(from start: Int) -> Int {
        var index = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        while index &+ 8 <= count {
            let word = UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found =
                (word | ((word ^ (ones &* 0x7f)) &- ones) | ((word ^ (ones &* 0x5c)) &- ones))
                & (ones &* 0x80)
            // The lowest that is found is a true one.
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < count, self[index] < 0x7f, self[index] != UInt8(ascii: "\\") { index &+= 1 }
        return index
    }
}
