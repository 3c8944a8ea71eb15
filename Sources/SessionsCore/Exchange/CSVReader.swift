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

        package var line: Int {
            switch self {
            case .unclosedQuote(let line), .textAfterQuote(let line), .invalidUTF8(let line): line
            }
        }

        package var text: String {
            switch self {
            case .unclosedQuote: "a quoted field is not closed"
            case .textAfterQuote: "text behind a closing quote"
            case .invalidUTF8: "it is not UTF-8"
            }
        }
    }

    private let bytes: [UInt8]
    private var index: Int
    private var line = 1

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    }

    /// Bytes read so far.
    package var position: Int { index }

    /// The next row; nil at the end. Empty lines are passed over. After a problem comes the row behind it, in
    /// the case of text behind a quote that of the next line.
    package mutating func next() throws(Problem) -> Row? {
        while index < bytes.count, bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
            endLine()
        }
        guard index < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        var problem: Problem?
        while true {
            let fieldLine = line
            if let text = String(validating: try field(), as: UTF8.self) {
                fields.append(text)
            } else {
                problem = problem ?? .invalidUTF8(line: fieldLine)
            }
            guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
            index += 1
        }
        endLine()
        if let problem { throw problem }
        return Row(line: start, fields: fields)
    }

    private mutating func field() throws(Problem) -> ArraySlice<UInt8> {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
            let start = index
            while index < bytes.count, !isEndOfField(bytes[index]) { index += 1 }
            return bytes[start..<index]
        }
        let start = line
        index += 1
        var value: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                    guard index == bytes.count || isEndOfField(bytes[index]) else {
                        let problem = Problem.textAfterQuote(line: line)
                        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
                        endLine()
                        throw problem
                    }
                    return value[...]
                }
                index += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            value.append(byte)
        }
        throw .unclosedQuote(line: start)
    }

    private mutating func endLine() {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
            index += 1
            line += 1
        }
    }

    private func isEndOfField(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
