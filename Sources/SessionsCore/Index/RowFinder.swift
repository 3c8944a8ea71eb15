/// Finds the rows of an index by their ids: a table says where those begin that have their first bits in common,
/// so that the way through the rows is a few steps and not one for each time their number can be halved.
final class RowFinder: Sendable {
    let index: SessionIndex
    /// The ids and months of all rows once more, close together: files are met in no order, and most of the time
    /// of a look at a row in the index itself would be spent on fetching it from memory.
    private let keys: [SessionKey]
    private let months: [UInt16]
    /// For each beginning the first row that has it or a later one; behind them the number of rows.
    private let starts: [UInt32]
    /// How many bits of an id are no part of its beginning.
    private let otherBits: UInt64

    /// Linear in the number of rows.
    init(of index: SessionIndex) {
        self.index = index
        // About as many beginnings as rows; more would only take memory.
        let bits = min(16, max(4, Int.bitWidth - index.count.leadingZeroBitCount))
        let otherBits = UInt64(64 - bits)
        var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
        var keys: [SessionKey] = []
        var months: [UInt16] = []
        keys.reserveCapacity(index.count)
        months.reserveCapacity(index.count)
        for row in 0..<index.count {
            let key = index.key(ofRow: row)
            keys.append(key)
            months.append(UInt16(truncatingIfNeeded: index.month(ofRow: row)))
            starts[Int(key.bits >> otherBits) + 1] = UInt32(row) + 1
        }
        for beginning in 1..<starts.count {
            starts[beginning] = max(starts[beginning], starts[beginning - 1])
        }
        (self.keys, self.months, self.starts, self.otherBits) = (keys, months, starts, otherBits)
    }

    /// The row of a session in a month of the index; nil where there is none.
    @inline(__always)
    func row(of key: SessionKey, month: Int) -> Int? {
        let beginning = Int(key.bits >> otherBits)
        for row in Int(starts[beginning])..<Int(starts[beginning + 1]) {
            if keys[row] == key, Int(months[row]) == month { return row }
            if key < keys[row] { return nil }
        }
        return nil
    }
}
