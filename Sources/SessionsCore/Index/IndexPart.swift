/// Some blocks of an index that is being written, as one thread does it: rows, stamps, details and texts go into the
/// file; what else there is of them is kept for who writes the rest.
struct IndexPart {
    typealias Bytes = GrowingBuffer<UInt8>

    /// Where parts of the file begin.
    struct Places: Sendable {
        let rows: Int
        let stamps: Int
        let details: Int
        let texts: Int
        /// Where the texts end.
        let end: Int

        /// - Parameter start: where the rows begin.
        init(of rows: IndexRows, from start: Int) {
            let lengths = rows.lengths(of: 0..<rows.count)
            self.rows = start
            stamps = start + rows.count * SummaryColumn.rowSize
            details = stamps + rows.count * FileStamp.byteCount
            texts = details + lengths.details
            end = texts + lengths.texts
        }
    }

    /// What the file says of each block.
    private(set) var blocks: [UInt8] = []
    private(set) var signatures: [UInt8] = []
    /// In their own order.
    private(set) var finished: [FinishedSection.Row] = []

    init(
        _ numbers: Range<Int>, of rows: IndexRows, at places: Places, in file: OutputFile
    ) throws(IOFailure) {
        let first = numbers.lowerBound * SummaryBlock.most
        let count = min(numbers.upperBound * SummaryBlock.most, rows.count) - first
        let before = rows.lengths(of: 0..<first)
        var details = Section(at: places.details, length: before.details)
        var texts = Section(at: places.texts, length: before.texts)
        var columns = SummaryColumns(room: count)
        var stamps = Bytes(capacity: count * FileStamp.byteCount)
        var tables = Bytes(capacity: numbers.count * IndexFile.blockSize)
        var checksums = Bytes(capacity: SummaryBlock.most * 8)
        for start in stride(from: 0, to: count, by: SummaryBlock.most) {
            let block = start..<min(start + SummaryBlock.most, count)
            for number in block {
                let row = rows[first + number]
                columns.add(row, details: details.block.count, text: texts.block.count)
                row.stamp.append(to: &stamps)
                details.bytes.append(row.bytes.details.buffer)
                texts.bytes.append(row.bytes.text.buffer)
                checksums.append(number: Checksum.of(row.bytes.text.buffer))
                if let session = row.finished { finished.append((first + number, session)) }
            }
            let signature = TextSignature.bytes(of: texts.block)
            signatures += signature
            texts.bytes.append(checksums.bytes(from: 0))
            checksums.removeAll()
            try details.endBlock(&tables, file)
            try texts.endBlock(&tables, file)
            for column in SummaryColumn.allCases {
                tables.append(number: Checksum.of(columns.bytes(column, of: block)))
            }
            tables.append(number: Checksum.of(stamps.bytes(from: start * FileStamp.byteCount)))
            tables.append(number: signature.withUnsafeBytes { Checksum.of($0) })
        }
        try details.write(to: file)
        try texts.write(to: file)
        for column in SummaryColumn.allCases {
            let place = places.rows + rows.count * column.start + first * column.size
            try file.write(columns.bytes(column, of: 0..<count), at: place)
        }
        try file.write(stamps.bytes(from: 0), at: places.stamps + first * FileStamp.byteCount)
        blocks = tables.bytes
        finished.sort(by: FinishedSection.isBefore)
    }

    /// Details or texts, which grow block by block.
    private struct Section: ~Copyable {
        /// Where it begins in the file.
        private let start: Int
        /// Bytes in it before those that wait here.
        private var length: Int
        private var blockStart = 0
        /// Those that wait.
        var bytes = Bytes(capacity: 1 << 21)

        init(at start: Int, length: Int) {
            self.start = start
            self.length = length
        }

        /// The bytes of the block so far.
        var block: UnsafeRawBufferPointer { bytes.bytes(from: blockStart) }

        mutating func endBlock(_ tables: inout Bytes, _ file: OutputFile) throws(IOFailure) {
            tables.append(number: UInt64(length + blockStart))
            tables.append(number: UInt64(block.count))
            blockStart = bytes.count
            if bytes.count >= 1 << 20 { try write(to: file) }
        }

        mutating func write(to file: OutputFile) throws(IOFailure) {
            try file.write(bytes.bytes(from: 0), at: start + length)
            length += bytes.count
            blockStart = 0
            bytes.removeAll()
        }
    }
}

extension SummaryColumns {
    /// Adds a session as it stands elsewhere.
    ///
    /// - Parameters:
    ///   - details: where its details begin among those of its block.
    ///   - text: the same of its text.
    fileprivate mutating func add(_ row: IndexRows.Row, details: Int, text: Int) {
        for column in SummaryColumn.allCases {
            switch column {
            case .key, .created, .updated, .planned, .tracked, .labels:
                set(column, row.bytes.number(column) as UInt64)
            case .details: set(column, piece: details, row.bytes.details.count)
            case .text: set(column, piece: text, row.bytes.text.count)
            case .flags:
                var flags = SummaryFlags(rawValue: row.bytes.number(column))
                if row.stamp == .none { flags.insert(.unsure) } else { flags.remove(.unsure) }
                set(column, flags.rawValue)
            case .month: set(column, UInt16(truncatingIfNeeded: row.month))
            case .status, .outcome: set(column, row.bytes.number(column) as UInt8)
            }
        }
        addRow()
    }
}
