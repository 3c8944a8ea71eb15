/// Reads comma-separated values, RFC 4180: quoted fields may hold commas, quotes (doubled) and line ends.
/// Lines may end in LF or CRLF; a byte order mark before the first is passed over.
package struct CSVReader {
    package struct Row: Equatable, Sendable {
        /// The line of the file on which it begins, from 1.
        package let line: Int
        package let fields: [String]
    }

    package enum Problem: Error, Equatable, Sendable {
        case unclosedQuote(line: Int)
        case textAfterQuote(line: Int)
        case invalidUTF8(line: Int)
        case tooLong(line: Int, limit: Int)

        package var line: Int {
            switch self {
            case .unclosedQuote(let line), .textAfterQuote(let line), .invalidUTF8(let line),
                .tooLong(let line, _):
                line
            }
        }

        var fault: ImportFault {
            if case .tooLong = self { return .tooLarge }
            return .damaged
        }

        package var text: String {
            switch self {
            case .unclosedQuote: "a quoted field is not closed"
            case .textAfterQuote: "text behind a closing quote"
            case .invalidUTF8: "it is not UTF-8"
            case .tooLong(_, let limit): "it is longer than \(limit) bytes"
            }
        }
    }

    private(set) var source: ByteSource
    private var line = 1
    /// Bytes of a row.
    private let limit: Int

    package init(_ source: ByteSource, limit: Int = Limits.importedRecord) {
        self.source = source
        self.limit = limit
        self.source.skipByteOrderMark()
    }

    /// Reads a text that is all at hand.
    package init(_ bytes: [UInt8]) {
        self.init(ByteSource(bytes))
    }

    /// The next row; nil at the end. Empty lines are passed over. After a problem comes the row behind it, in
    /// the case of text behind a quote that of the next line.
    package mutating func next() throws(Problem) -> Row? {
        while let byte = source.peek(), byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { endLine() }
        guard source.peek() != nil else { return nil }
        let start = line
        var fields: [String] = []
        var problem: Problem?
        var size = 0
        while true {
            let fieldLine = line
            let bytes = try field(within: limit - size)
            // A field takes memory, too.
            size += bytes.count + 16
            if size > limit {
                fields = []
                problem = .tooLong(line: start, limit: limit)
                size = limit
            } else if let text = String(validating: bytes, as: UTF8.self) {
                fields.append(text)
            } else {
                problem = problem ?? .invalidUTF8(line: fieldLine)
            }
            guard source.peek() == UInt8(ascii: ",") else { break }
            source.skip()
        }
        endLine()
        if let problem { throw problem }
        return Row(line: start, fields: fields)
    }

    /// - Parameter limit: bytes that are kept, and one more where there are more.
    private mutating func field(within limit: Int) throws(Problem) -> [UInt8] {
        var value: [UInt8] = []
        guard source.peek() == UInt8(ascii: "\"") else {
            source.append(to: &value, limit: limit, until: CSVReader.isEndOfField)
            return value
        }
        let start = line
        source.skip()
        while let byte = source.peek() {
            source.skip()
            if byte == UInt8(ascii: "\"") {
                guard source.peek() == UInt8(ascii: "\"") else {
                    guard source.peek().map(CSVReader.isEndOfField) ?? true else {
                        let problem = Problem.textAfterQuote(line: line)
                        while let byte = source.peek(), byte != UInt8(ascii: "\n") { source.skip() }
                        endLine()
                        throw problem
                    }
                    return value
                }
                source.skip()
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            if value.count <= limit { value.append(byte) }
        }
        throw .unclosedQuote(line: start)
    }

    private mutating func endLine() {
        if source.peek() == UInt8(ascii: "\r") { source.skip() }
        if source.peek() == UInt8(ascii: "\n") {
            source.skip()
            line += 1
        }
    }

    private static func isEndOfField(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
