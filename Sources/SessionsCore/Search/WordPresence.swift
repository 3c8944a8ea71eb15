/// Where a word stands in a session: for each kind of line not at all, only as a part of words, or as a whole one.
struct WordPresence: Equatable, Sendable {
    /// Two bits for each field, from the lowest on, and the highest where it stands anywhere.
    private var bits: UInt16 = 0

    private static let anywhere: UInt16 = 1 << 15

    var isThere: Bool { bits != 0 }

    /// Says that it stands everywhere, in no field: nothing does.
    mutating func insertEverywhere() { bits |= WordPresence.anywhere }

    /// - Parameter field: by its place among the fields; another is left out.
    mutating func insert(field: Int, isWord: Bool) {
        bits |= WordPresence.anywhere
        if field < SearchText.Field.allCases.count { bits |= (isWord ? 3 : 1) << UInt16(2 * field) }
    }

    /// What it is worth there: 0 where it does not stand, 1 as a part, 2 as a whole word.
    @inline(__always)
    subscript(field: Int) -> Double {
        let level = bits >> UInt16(2 * field) & 3
        return level == 0 ? 0 : level == 1 ? 1 : 2
    }
}
