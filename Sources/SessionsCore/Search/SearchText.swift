/// The text of a session that can be searched, line by line.
package struct SearchText {
    package enum Field: String, CaseIterable, Sendable {
        case title, goal, description, attachment, note, comment, lesson
    }

    package struct Line: Sendable {
        package let field: Field
        package let text: String
    }

    package private(set) var lines: [Line]

    package init(of session: Session) {
        self.init(of: session, SessionParts(of: session))
    }

    init(of session: Session, _ parts: SessionParts) {
        lines = [Line(field: .title, text: session.title)]
        for goal in parts.goals {
            add(.goal, goal.title)
            for milestone in goal.milestones { add(.goal, milestone.title) }
        }
        if let description = session.description { add(.description, description) }
        for attachment in parts.attachments { add(.attachment, attachment.name) }
        for interval in parts.intervals { if let note = interval.note { add(.note, note) } }
        for comment in parts.comments { add(.comment, comment.text) }
        if session.hasLesson { for lesson in session.lessons { add(.lesson, lesson.text) } }
    }

    private mutating func add(_ field: Field, _ text: String) {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) else {
            if !text.isEmpty { lines.append(Line(field: field, text: text)) }
            return
        }
        for line in SearchText.lines(of: text) { lines.append(Line(field: field, text: String(line))) }
    }

    /// The lines of a text, empty ones left out.
    static func lines(of text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }

    /// Folds the lines, each behind a byte that says what it is of.
    func append(to bytes: inout SummaryBuilder.Bytes) {
        for line in lines { line.field.append(FoldedText(line.text), to: &bytes) }
    }
}

extension SearchText.Field {
    var number: Int { SearchText.Field.allCases.firstIndex(of: self) ?? 0 }

    func append(_ line: FoldedText, to bytes: inout SummaryBuilder.Bytes) {
        bytes.append(SummaryLayout.lineMark + UInt8(number))
        line.bytes.withUnsafeBytes { bytes.append($0) }
    }
}

/// The same folded, as it is searched.
struct FoldedLines {
    private let bytes: IndexBytes

    init(of summary: SessionSummary) {
        bytes = summary.block.text(of: summary.row)
    }

    /// Whether a word stands in any line; one never reaches from a line into the next.
    func contains(_ word: FoldedText) -> Bool {
        bytes.withBytes { ByteSearch.firstIndex(of: word.bytes, in: $0, from: 0) != nil }
    }

    /// Visits the lines in order, each with its number and what it is of, by its place among the fields.
    func eachLine(_ visit: (_ number: Int, _ field: Int, _ folded: UnsafeRawBufferPointer) -> Void) {
        bytes.withBytes { bytes in
            var number = 0
            var start = 0
            while start < bytes.count {
                let end = FoldedLines.endOfLine(in: bytes, from: start + 1)
                let line = UnsafeRawBufferPointer(rebasing: bytes[(start + 1)..<end])
                visit(number, Int(bytes[start] &- SummaryLayout.lineMark), line)
                number += 1
                start = end
            }
        }
    }
}

extension FoldedLines {
    /// What the line is of in which a place lies, by its place among the fields.
    ///
    /// - Parameter start: where the text begins.
    static func field(of place: Int, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = place
        while index &- start >= 8 {
            let word = bytes.loadUnaligned(fromByteOffset: index &- 7, as: UInt64.self)
            let marks = FoldedLines.marks(in: UInt64(littleEndian: word))
            if marks != 0 {
                index &-= marks.leadingZeroBitCount / 8
                break
            }
            index &-= 8
        }
        while index > start, bytes[index] < SummaryLayout.lineMark { index &-= 1 }
        return Int(bytes[index] &- SummaryLayout.lineMark)
    }

    /// The highest bit of each of eight bytes whose five highest bits are set.
    private static func marks(in word: UInt64) -> UInt64 {
        word & word << 1 & word << 2 & word << 3 & word << 4 & 0x8080_8080_8080_8080
    }

    /// Where the next line begins, or the bytes end. Looks at eight bytes at a time.
    private static func endOfLine(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let marks = marks(in: word)
            if marks != 0 { return index &+ marks.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < bytes.count, bytes[index] < SummaryLayout.lineMark { index &+= 1 }
        return index
    }
}

extension FoldedText {
    /// Whether it stands in a folded line, and there as a whole word at least once.
    func presence(in line: UnsafeRawBufferPointer) -> (isThere: Bool, isWord: Bool) {
        guard var place = ByteSearch.firstIndex(of: bytes, in: line, from: 0) else { return (false, false) }
        // Nothing stands everywhere, and is no word anywhere.
        guard !bytes.isEmpty else { return (true, false) }
        while true {
            if isWord(in: line, at: place) { return (true, true) }
            guard let next = ByteSearch.firstIndex(of: bytes, in: line, from: place + 1) else {
                return (true, false)
            }
            place = next
        }
    }

    /// Whether it stands there as a whole word.
    func isWord(in line: UnsafeRawBufferPointer, at place: Int) -> Bool {
        !FoldedText.endsInWord(line, at: place) && !FoldedText.beginsWithWord(line, at: place + bytes.count)
    }

    /// Whether a letter or digit stands before that place.
    private static func endsInWord(_ line: UnsafeRawBufferPointer, at place: Int) -> Bool {
        var start = place - 1
        while start > 0, line[start] & 0xc0 == 0x80 { start -= 1 }
        return start >= 0 && isWord(line, start, place)
    }

    private static func beginsWithWord(_ line: UnsafeRawBufferPointer, at place: Int) -> Bool {
        var end = place + 1
        while end < line.count, line[end] & 0xc0 == 0x80 { end += 1 }
        return place < line.count && isWord(line, place, end)
    }

    private static func isWord(_ line: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        let byte = line[start]
        if byte < 0x80 {
            return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        }
        guard end - start > 1, end - start <= 4 else { return false }
        let scalar = line.scalar(start..<end).properties
        return scalar.isAlphabetic || scalar.numericType != nil
    }
}
