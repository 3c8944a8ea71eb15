/// The rows of some sessions, with their details and texts.
///
/// Those of an index are checked when they are first looked at. Where they turn out to be damaged, the files of
/// the block are read instead: nobody who holds a row has to think of that.
final class SummaryBlock {
    /// How many sessions share their checksums.
    static let most = 256

    let count: Int
    let rows: IndexBytes
    private let unownedRows: UnownedIndexBytes
    /// The names of months, by the numbers in the rows.
    let months: [String]
    private var details: Piece
    private var text: Piece
    /// Reads the sessions of a block from their files; none for a block that was made of these.
    private let reread: ((SummaryBlock) -> SummaryBlock?)?
    private var mended: SummaryBlock?

    /// Bytes with the checksum they must have, nil when it has been compared.
    struct Piece {
        let bytes: IndexBytes
        var checksum: UInt64?
    }

    init(
        count: Int, rows: IndexBytes, details: Piece, text: Piece, months: [String],
        reread: ((SummaryBlock) -> SummaryBlock?)? = nil
    ) {
        self.count = count
        self.rows = rows
        unownedRows = rows.unowned
        self.details = details
        self.text = text
        self.months = months
        self.reread = reread
    }

    /// A number of a row.
    @inline(__always)
    func number<Number: FixedWidthInteger>(_ row: Int, _ offset: Int) -> Number {
        unownedRows.integer(at: row &* SummaryLayout.rowSize &+ offset)
    }

    func details(of row: Int) -> IndexBytes {
        if details.checksum != nil { verify(&details) }
        if let mended { return mended.details(of: row) }
        return SummaryBlock.piece(of: row, at: SummaryLayout.details, rows, details.bytes)
    }

    func text(of row: Int) -> IndexBytes {
        if text.checksum != nil { verify(&text) }
        if let mended { return mended.text(of: row) }
        return SummaryBlock.piece(of: row, at: SummaryLayout.text, rows, text.bytes)
    }

    private func verify(_ piece: inout Piece) {
        let isSound = piece.bytes.checksum == piece.checksum
        piece.checksum = nil
        if !isSound, mended == nil { mended = reread?(self) }
    }

    private static func piece(
        of row: Int, at offset: Int, _ rows: IndexBytes, _ bytes: IndexBytes
    ) -> IndexBytes {
        let place = row &* SummaryLayout.rowSize &+ offset
        return bytes.part(
            Int(rows.integer(at: place, as: UInt32.self)), Int(rows.integer(at: place + 4, as: UInt32.self)))
    }
}
