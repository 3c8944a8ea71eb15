/// How sessions were rated that began at different times.
struct RatingComparison {
    /// The times there is enough of, and how their sessions were rated.
    let slots: [(slot: Int, mean: Double, count: Int)]
    let count: Int
    let p: Double

    /// Fewer ratings than this make no slot of their own.
    private static let fewest = 5

    /// - Parameter slot: when a session began.
    init?(_ history: PastWork, by slot: ((day: Int, hour: Int)) -> Int) {
        let began = history.rated.filter { $0.started != nil }
        guard began.count >= Insights.fewestSessions else { return nil }
        var members: [Int: [Double]] = [:]
        for session in began {
            guard let started = session.started, let rating = session.rating else { continue }
            members[slot(started), default: []].append(Double(rating))
        }
        let enough = members.filter { $0.value.count >= Self.fewest }.sorted { $0.key < $1.key }
        guard enough.count > 1 else { return nil }
        var ratings: [Double] = []
        var groups: [[Int]] = []
        for (_, values) in enough {
            groups.append(Array(ratings.count..<ratings.count + values.count))
            ratings += values
        }
        slots = enough.map { ($0.key, $0.value.mean, $0.value.count) }
        count = began.count
        p = Ranks(ratings).kruskalWallis(groups)
    }

    var best: (slot: Int, mean: Double, count: Int) { slots.max { $0.mean < $1.mean } ?? (0, 0, 0) }
    var worst: (slot: Int, mean: Double, count: Int) { slots.min { $0.mean < $1.mean } ?? (0, 0, 0) }

    /// Whether the difference is worth a word: a third of a point.
    var isLarge: Bool { best.mean - worst.mean >= 0.33 }

    var numbers: [(name: String, value: Double)] { [("bestRating", best.mean), ("worstRating", worst.mean)] }

    /// `4.2 of 5, in the evening 3.1`.
    func sentence(_ name: (Int) -> String) -> String {
        "Work goes best when it begins \(name(best.slot)): rated \(InsightWording.decimal(best.mean)) of 5; "
            + "\(name(worst.slot)) it is \(InsightWording.decimal(worst.mean))."
    }
}
