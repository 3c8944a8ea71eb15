/// Finds the rows of an index by their ids: a table says where those begin that have their first bits in common,
/// so that the way through the rows is a few steps and not one for each time their number can be halved.
final class RowFinder: Sendable {
    let index: SessionIndex
    /// The ids and months of all rows once more, close together: files are met in no order, and most of the time
    /// of a look at a row in the index itself would be spent on fetching it from memory.
    private let keys: [SessionKey]
    private let months: [UInt16]
    /// The rows that these are of; none where they are of all, each in its place.
    private let rows: [UInt32]
    /// For each beginning the first row that has it or a later one; behind them the number of rows.
    private let starts: [UInt32]
    /// How many bits of an id are no part of its beginning.
    private let otherBits: UInt64

    /// Linear in the number of rows.
    ///
    /// - Parameter wanted: for each month of the index whether its rows will be asked for; nil for all of them.
    init(of index: SessionIndex, in wanted: [Bool]? = nil) {
        self.index = index
        var keys: [SessionKey] = []
        var months: [UInt16] = []
        var rows: [UInt32] = []
        if wanted == nil {
            keys.reserveCapacity(index.count)
            months.reserveCapacity(index.count)
        }
        for row in 0..<index.count {
            let month = index.month(ofRow: row)
            if let wanted {
                guard month < wanted.count, wanted[month] else { continue }
                rows.append(UInt32(row))
            }
            keys.append(index.key(ofRow: row))
            months.append(UInt16(truncatingIfNeeded: month))
        }
        // About as many beginnings as rows; more would only take memory.
        let bits = min(16, max(4, Int.bitWidth - keys.count.leadingZeroBitCount))
        let otherBits = UInt64(64 - bits)
        var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
        for (place, key) in keys.enumerated() { starts[Int(key.bits >> otherBits) + 1] = UInt32(place) + 1 }
        for beginning in 1..<starts.count {
            starts[beginning] = max(starts[beginning], starts[beginning - 1])
        }
        (self.keys, self.months, self.rows) = (keys, months, rows)
        (self.starts, self.otherBits) = (starts, otherBits)
    }

    /// The row of a session in a month of the index; nil where there is none.
    @inline(__always)
    func row(of key: SessionKey, month: Int) -> Int? {
        let beginning = Int(key.bits >> otherBits)
        for place in Int(starts[beginning])..<Int(starts[beginning + 1]) {
            if keys[place] == key, Int(months[place]) == month {
                return rows.isEmpty ? place : Int(rows[place])
            }
            if key < keys[place] { return nil }
        }
        return nil
    }
}
