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

    init(count: Int, rows: IndexBytes, details: IndexBytes, text: IndexBytes, months: [String]) {
        self.count = count
        self.rows = rows
        unownedRows = rows.unowned
        self.details = details
        self.text = text
        self.months = months
    }

    /// A number of a row.
    @inline(__always)
    func number<Number: FixedWidthInteger>(_ row: Int, _ offset: Int) -> Number {
        unownedRows.integer(at: row &* SummaryLayout.rowSize &+ offset)
    }

    func details(of row: Int) -> IndexBytes {
        SummaryBlock.piece(of: row, at: SummaryLayout.details, rows, details)
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
