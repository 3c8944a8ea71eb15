/// Takes the text of a JSON array apart: the text of one element after the other, without the others in memory. An
/// object that stands alone is taken for an array of it.
///
/// What stands between the elements is checked here, what stands in them by whoever reads them.
struct JSONArrayReader {
    private enum Place {
        case beginning, behindBracket, behindElement, end
    }

    struct Problem: Error, Equatable {
        let line: Int
        let text: String
        var fault = ImportFault.damaged
    }

    private(set) var source: ByteSource
    private var line = 1
    private var place = Place.beginning
    /// Bytes of an element.
    private let limit: Int

    init(_ source: ByteSource, limit: Int = Limits.importedRecord) {
        self.source = source
        self.limit = limit
        self.source.skipByteOrderMark()
    }

    /// The next element and the line in which it begins; nil at the end, and after a problem but an element that is
    /// too long.
    mutating func next() throws(Problem) -> (line: Int, text: [UInt8])? {
        guard place != .end else { return nil }
        if place == .beginning {
            if nextByte() == UInt8(ascii: "{") {
                let only = (line, try element())
                guard nextByte() == nil else { throw problem("the end of the text") }
                place = .end
                return only
            }
            guard nextByte() == UInt8(ascii: "[") else { throw problem("'['") }
            source.skip()
            place = .behindBracket
        }
        var byte = nextByte()
        if byte == UInt8(ascii: "]") {
            source.skip()
            guard nextByte() == nil else { throw problem("the end of the text") }
            place = .end
            return nil
        }
        if place == .behindElement {
            guard byte == UInt8(ascii: ",") else { throw problem("',' or ']'") }
            source.skip()
            byte = nextByte()
        }
        guard let byte, byte != UInt8(ascii: "]"), byte != UInt8(ascii: ",") else {
            throw problem("a session")
        }
        place = .behindElement
        let start = line
        return (start, try element())
    }

    /// An object or array to the bracket that ends it; anything else to what ends that.
    private mutating func element() throws(Problem) -> [UInt8] {
        let start = line
        let text = elementText()
        guard text.count <= limit else {
            throw Problem(line: start, text: "it is longer than \(limit) bytes", fault: .tooLarge)
        }
        return text
    }

    /// The same; of one that is too long, some of it.
    private mutating func elementText() -> [UInt8] {
        var text: [UInt8] = []
        var depth = 0
        repeat {
            source.append(to: &text, limit: limit) { byte in
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
                    UInt8(ascii: "]"),
                    UInt8(ascii: "\n"):
                    true
                case UInt8(ascii: ","): depth == 0
                default: false
                }
            }
            guard let byte = source.peek(), depth > 0 || !Self.endsScalar(byte) else { return text }
            source.skip()
            add(byte, to: &text)
            switch byte {
            case UInt8(ascii: "\""): string(into: &text)
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "\n"): line += 1
            default: depth -= 1
            }
        } while depth > 0
        return text
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "\n")
    }

    /// The rest of a string, with the quote that ends it.
    private mutating func string(into text: inout [UInt8]) {
        while true {
            source.append(to: &text, limit: limit) {
                $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
            }
            guard let byte = source.peek() else { return }
            source.skip()
            add(byte, to: &text)
            guard byte == UInt8(ascii: "\\") else { return }
            if let escaped = source.peek() {
                source.skip()
                add(escaped, to: &text)
            }
        }
    }

    private func add(_ byte: UInt8, to text: inout [UInt8]) {
        if text.count <= limit { text.append(byte) }
    }

    /// The next byte that is no white space.
    private mutating func nextByte() -> UInt8? {
        while let byte = source.peek() {
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return byte
            }
            source.skip()
        }
        return nil
    }

    /// Says what should stand where something else does; nothing is read behind that.
    private mutating func problem(_ expected: String) -> Problem {
        place = .end
        let found = nextByte().map { "'\(Unicode.Scalar($0))'" } ?? "the end"
        return Problem(line: line, text: "expected \(expected), found \(found)")
    }
}
