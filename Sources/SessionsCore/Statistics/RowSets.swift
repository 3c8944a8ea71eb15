/// Sets of rows of statistics, each with a number: a set is its last row and the set of those before it.
struct RowSets {
    private var steps = DistinctPairs()

    /// The number of the set without any.
    static let none = -1

    /// How many there are, with those that are only the beginning of others.
    var count: Int { steps.pairs.count }

    mutating func number(of rows: [Int]) -> Int {
        rows.reduce(RowSets.none) { steps.number(of: DistinctPairs.Pair(first: $0, second: $1)) }
    }

    @inline(__always)
    func eachRow(of set: Int, _ visit: (Int) -> Void) {
        var set = set
        while set != RowSets.none {
            let step = steps.pairs[set]
            visit(step.second)
            set = step.first
        }
    }
}
