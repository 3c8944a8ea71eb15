/// The rows of an index that say what is.
struct CurrentRows: Sendable {
    let index: SessionIndex
    /// For each row whether it holds; nil where all of them do.
    private let holds: [Bool]?
    /// For each block whether it was damaged, and its files were read instead; none while none was.
    private var isReplaced: [Bool] = []

    init(of index: SessionIndex, _ holds: [Bool]?) {
        self.index = index
        self.holds = holds
    }

    /// Whether there is nothing to be said against any.
    var areAll: Bool { holds == nil && isReplaced.isEmpty }

    mutating func replace(block: Int) {
        if isReplaced.isEmpty {
            isReplaced = Array(repeating: false, count: IndexFile.blockCount(index.count))
        }
        isReplaced[block] = true
    }

    func isReplaced(block: Int) -> Bool { !isReplaced.isEmpty && isReplaced[block] }

    /// Whether a row holds, though its block may be damaged.
    @inline(__always)
    func holds(_ row: Int) -> Bool { holds.map { $0[row] } ?? true }

    /// For each row of a block whether it holds; nil where all of them do, as after its files were read instead.
    func current(ofBlock block: Int) -> ArraySlice<Bool>? {
        let first = block * SummaryBlock.most
        return isReplaced(block: block) ? nil : holds?[first..<min(first + SummaryBlock.most, index.count)]
    }

    @inline(__always)
    func isCurrent(_ row: Int) -> Bool { holds(row) && !isReplaced(block: row / SummaryBlock.most) }
}
