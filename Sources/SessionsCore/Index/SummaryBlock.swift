/// Some sessions of an index or of those that were read from files, with their details and texts.
///
/// Of an index nothing is checked before it is looked at, and then only that: a column of the block, the details of
/// a session. Where it turns out to be damaged the block says so, and whoever asked asks again (`SessionCatalog`).
final class SummaryBlock {
    /// How many sessions there can be.
    static let most = 256

    let count: Int
    /// The names of months, by the numbers in the rows.
    let months: [String]
    /// The columns of all sessions of an index, or of those here alone.
    private let columns: IndexBytes
    private let unownedColumns: UnownedIndexBytes
    /// How many sessions these are, and the place of the first one here among them.
    private let (total, first): (Int, Int)
    private let details: IndexBytes
    /// As it is, unchecked: who finds anything in it checks that session's.
    let text: BlockText
    /// Whether all texts have been checked.
    private var areTextsChecked = false
    /// Those of the columns; of no use where they were made here.
    private let checksums: IndexBytes
    /// A bit for each column that is still to be checked.
    private var uncheckedColumns: UInt32
    /// For each session whether its details are still to be checked; none where they were made here.
    private var uncheckedDetails: [Bool] = []
    /// Whether there may be something to check.
    private var isChecked: Bool
    /// Whether anything turned out to be damaged: no details are shown then.
    private(set) var isDamaged = false

    /// Of sessions that were read from their files.
    ///
    /// - Parameter columns: of them alone.
    init(count: Int, columns: IndexBytes, details: IndexBytes, text: BlockText, months: [String]) {
        self.count = count
        self.months = months
        self.columns = columns
        unownedColumns = columns.unowned
        (total, first) = (count, 0)
        self.details = details
        self.text = text
        checksums = .none
        uncheckedColumns = 0
        isChecked = true
    }

    /// Of an index, to be checked where it is looked at.
    ///
    /// - Parameters:
    ///   - columns: those of all its sessions.
    ///   - checksums: of the columns of this block.
    init(
        _ number: Int, of total: Int, columns: IndexBytes, details: IndexBytes, text: BlockText,
        months: [String], checksums: IndexBytes
    ) {
        first = number * SummaryBlock.most
        count = max(0, min(SummaryBlock.most, total - first))
        self.total = total
        self.months = months
        self.columns = columns
        unownedColumns = columns.unowned
        self.details = details
        self.text = text
        self.checksums = checksums
        uncheckedColumns = SummaryColumn.allCases.reduce(0) { bits, column in
            SummaryColumn.checkedFirst.contains(column) ? bits : bits | 1 << UInt32(column.rawValue)
        }
        isChecked = false
    }

    /// A number of a session; 0 in a damaged block, as nobody can calculate with whatever stands there.
    @inline(__always)
    func number<Number: FixedWidthInteger>(_ row: Int, _ column: SummaryColumn) -> Number {
        check(column)
        guard !isDamaged else { return 0 }
        return unownedColumns.integer(at: total &* column.start &+ (first &+ row) &* column.size)
    }

    /// Checks a column, unless that has been done.
    @inline(__always)
    func check(_ column: SummaryColumn) {
        if uncheckedColumns & 1 << UInt32(truncatingIfNeeded: column.rawValue) != 0 { compare(column) }
    }

    @inline(never)
    private func compare(_ column: SummaryColumn) {
        uncheckedColumns &= ~(1 << UInt32(column.rawValue))
        let place = total * column.start + first * column.size
        if columns.part(place, count * column.size).checksum
            != checksums.integer(at: 8 * column.rawValue, as: UInt64.self)
        {
            isDamaged = true
        }
    }

    /// Checks all that has not been looked at.
    func check() {
        guard !isChecked else { return }
        for row in 0..<count { check(row) }
        isChecked = true
    }

    /// Checks all that may be looked at of one session.
    func check(_ row: Int) {
        if uncheckedColumns != 0 { for column in SummaryColumn.allCases { check(column) } }
        _ = details(of: row)
    }

    /// Checks the texts, unless that has been done.
    func checkTexts() {
        check(.text)
        guard !areTextsChecked else { return }
        for row in 0..<count where !text.isSound(row) { isDamaged = true }
        areTextsChecked = true
    }

    /// Says that a text of it was looked at that is not as it was written.
    func noteDamage() { isDamaged = true }

    /// Says that it will hardly be looked at again soon.
    func release() {
        func isLookedAt(_ column: SummaryColumn) -> Bool {
            uncheckedColumns & 1 << UInt32(column.rawValue) == 0
        }
        if isLookedAt(.text) { text.release() }
        if isLookedAt(.details) { details.release() }
    }

    func details(of row: Int) -> IndexBytes {
        let place: UInt64 = number(row, .details)
        let details = details.part(Int(place & 0xffff_ffff), Int(place >> 32))
        if !isChecked { check(details, of: row) }
        return isDamaged ? .none : details
    }

    private func check(_ details: IndexBytes, of row: Int) {
        if uncheckedDetails.isEmpty { uncheckedDetails = Array(repeating: true, count: count) }
        guard uncheckedDetails[row] else { return }
        uncheckedDetails[row] = false
        if details.part(8, details.count).checksum != details.integer(at: 0, as: UInt64.self) {
            isDamaged = true
        }
    }

    /// The text, checked.
    func text(of row: Int) -> IndexBytes {
        check(.text)
        if !areTextsChecked, !text.isSound(row) { isDamaged = true }
        return isDamaged ? .none : text[row]
    }

    /// All there is of a session, checked, for who holds on to the block and to none of its sessions' own parts.
    func unownedRow(_ row: Int) -> UnownedRow {
        let (details, text) = (details(of: row).unowned, text(of: row).unowned)
        return UnownedRow(
            columns: unownedColumns, total: total, place: first + row, details: details, text: text)
    }
}

/// The bytes of a session. Going through very many of them in no order takes no counting of references, which
/// threads that do so at once would wait for.
struct UnownedRow: Sendable {
    fileprivate let columns: UnownedIndexBytes
    fileprivate let total: Int
    fileprivate let place: Int
    let details: UnownedIndexBytes
    let text: UnownedIndexBytes

    @inline(__always)
    func number<Number: FixedWidthInteger>(_ column: SummaryColumn) -> Number {
        columns.integer(at: total &* column.start &+ place &* column.size)
    }
}
