/// How plans run in one group of sessions, beside all others.
struct EstimateComparison {
    let count: Int
    /// The middle of the time they took over their plans, and the same of the others.
    let ratio: Double
    let otherRatio: Double
    let p: Double

    /// How far from the plan is worth a word.
    private static let large = 1.15

    init(_ group: PastWork.Group, in history: PastWork) {
        var isMember = [Bool](repeating: false, count: history.ratios.count)
        for member in group.members { isMember[member] = true }
        count = group.members.count
        ratio = group.members.of(history.ratios).median
        otherRatio = history.ratios.indices.filter { !isMember[$0] }.of(history.ratios).median
        p = history.ratioRanks.mannWhitney(group.members)
    }

    /// Whether it takes longer than planned, and than others do; or less than both.
    var isOver: Bool { ratio >= Self.large && ratio >= otherRatio * Self.large }
    var isUnder: Bool { ratio * Self.large <= 1 && ratio * Self.large <= otherRatio }

    var numbers: [(name: String, value: Double)] {
        [("medianRatio", ratio), ("otherMedianRatio", otherRatio)]
    }
}
