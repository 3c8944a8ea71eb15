/// Columns of sessions that are being written.
struct SummaryColumns {
    private var columns = SummaryColumn.allCases.map { _ in [UInt8]() }

    /// How many sessions.
    var count: Int { columns[SummaryColumn.key.rawValue].count / SummaryColumn.key.size }

    mutating func append(_ number: some FixedWidthInteger, to column: SummaryColumn) {
        columns[column.rawValue].append(number: number)
    }

    mutating func append(piece start: Int, _ length: Int, to column: SummaryColumn) {
        append(UInt32(truncatingIfNeeded: start), to: column)
        append(UInt32(truncatingIfNeeded: length), to: column)
    }

    /// One column behind another.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * SummaryColumn.rowSize)
        for column in columns { bytes += column }
        return bytes
    }

    /// The checksum of some sessions in each column.
    func checksums(of rows: Range<Int>) -> [UInt64] {
        SummaryColumn.allCases.map { column in
            Checksum.of(
                columns[column.rawValue][rows.lowerBound * column.size..<rows.upperBound * column.size])
        }
    }
}
