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

    /// Those of a block: all of them after its files were read instead.
    func part(ofBlock block: Int) -> Part {
        let first = block * SummaryBlock.most
        return Part(
            holds: isReplaced(block: block)
                ? nil : holds?[first..<min(first + SummaryBlock.most, index.count)])
    }

    /// The rows of a block that say what is.
    struct Part: Sendable {
        /// Nil where all of them do.
        fileprivate let holds: ArraySlice<Bool>?

        static let all = Part(holds: nil)

        @inline(__always)
        func isCurrent(_ row: Int) -> Bool { holds.map { $0[$0.startIndex + row] } ?? true }

        /// How many of so many.
        func count(of total: Int) -> Int { holds.map { rows in rows.count { $0 } } ?? total }
    }

    @inline(__always)
    func isCurrent(_ row: Int) -> Bool { holds(row) && !isReplaced(block: row / SummaryBlock.most) }
}
