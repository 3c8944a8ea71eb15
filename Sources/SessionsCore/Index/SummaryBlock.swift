/// The rows of some sessions, with their details and texts.
final class SummaryBlock {
    /// How many sessions share their checksums.
    static let most = 256

    let count: Int
    let rows: IndexBytes
    private let unownedRows: UnownedIndexBytes
    /// The names of months, by the numbers in the rows.
    let months: [String]
    private let details: IndexBytes
    private let text: IndexBytes
    /// What the checksum of the details must be; nil once that has been looked at.
    private var expected: UInt64?
    /// Whether the details turned out to be damaged: nothing of them is shown then.
    private(set) var isDamaged = false

    /// - Parameter checksum: of the details, where they are still to be checked.
    init(
        count: Int, rows: IndexBytes, details: IndexBytes, text: IndexBytes, months: [String],
        checksum: UInt64? = nil
    ) {
        self.count = count
        self.rows = rows
        unownedRows = rows.unowned
        self.details = details
        self.text = text
        self.months = months
        expected = checksum
    }

    /// Checks the details, unless that has been done.
    @inline(__always)
    func check() {
        if expected != nil { compare() }
    }

    @inline(never)
    private func compare() {
        if let expected { isDamaged = details.checksum != expected }
        expected = nil
    }

    /// Says that it will hardly be looked at again soon.
    func release() {
        rows.release()
        text.release()
        details.release()
    }

    /// A number of a row.
    @inline(__always)
    func number<Number: FixedWidthInteger>(_ row: Int, _ offset: Int) -> Number {
        unownedRows.integer(at: row &* SummaryLayout.rowSize &+ offset)
    }

    func details(of row: Int) -> IndexBytes {
        check()
        return SummaryBlock.piece(of: row, at: SummaryLayout.details, rows, isDamaged ? .none : details)
    }

    func text(of row: Int) -> IndexBytes { SummaryBlock.piece(of: row, at: SummaryLayout.text, rows, text) }

    private static func piece(
        of row: Int, at offset: Int, _ rows: IndexBytes, _ bytes: IndexBytes
    ) -> IndexBytes {
        let place = row &* SummaryLayout.rowSize &+ offset
        return bytes.part(
            Int(rows.integer(at: place, as: UInt32.self)), Int(rows.integer(at: place + 4, as: UInt32.self)))
    }
}
