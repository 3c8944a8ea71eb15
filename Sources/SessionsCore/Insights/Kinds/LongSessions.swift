/// Whether long sessions are rated otherwise than short ones.
struct LongSessions: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let sample = history.rated.filter { $0.tracked > 0 }
        guard sample.count >= Insights.fewestSessions else { return [] }
        let ratings = sample.map { Double($0.rating ?? 0) }
        let lengths = sample.map { Double($0.tracked) }
        let (coefficient, p) = Ranks(ratings).spearman(Ranks(lengths))
        let order = lengths.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
        let third = max(sample.count / 3, 1)
        let short = order.prefix(third).of(ratings).mean
        let long = order.suffix(third).of(ratings).mean
        let limit = TimeAmount(seconds: Int(lengths[order[sample.count - third]]) / 60 * 60)
        return [
            Insight(
                "long-sessions", p: p,
                isLarge: coefficient.magnitude >= 0.1 && (long - short).magnitude >= 0.33,
                sessions: sample.count, history.query(.rated, .tracked),
                numbers: [("correlation", coefficient), ("shortRating", short), ("longRating", long)],
                "Long sessions go \(coefficient < 0 ? "worse" : "better"): the longest third, from \(limit) on, is "
                    + "rated \(InsightWording.decimal(long)) of 5, the shortest \(InsightWording.decimal(short)).",
                advice: coefficient < 0
                    ? "cut what takes more than \(limit) in two"
                    : "give yourself \(limit) or more in one session")
        ]
    }
}
