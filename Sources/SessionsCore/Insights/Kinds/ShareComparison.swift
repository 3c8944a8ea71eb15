/// How frequent something is in one group of sessions, beside all others.
struct ShareComparison {
    let count: Int
    let hits: Int
    let others: Int
    let otherHits: Int
    let p: Double

    /// Ten points of a hundred are worth a word.
    private static let large = 0.1

    init(_ group: PastWork.Group, of sample: [PastSession], has: (PastSession) -> Bool) {
        let all = sample.count(where: has)
        count = group.members.count
        hits = group.members.count { has(sample[$0]) }
        others = sample.count - count
        otherHits = all - hits
        p = ExactTest.fisher(hits: hits, of: count, allHits: all, of: sample.count)
    }

    private var difference: Double { Double(hits) / Double(count) - Double(otherHits) / Double(others) }

    var isHigher: Bool { difference >= Self.large }
    var isLower: Bool { difference <= -Self.large }

    /// `3 of 12 (25%)`.
    var share: String { InsightWording.share(hits, of: count) }
    var otherShare: String { InsightWording.percent(otherHits, of: others) }

    var numbers: [(name: String, value: Double)] {
        [("hits", Double(hits)), ("others", Double(others)), ("otherHits", Double(otherHits))]
    }
}
