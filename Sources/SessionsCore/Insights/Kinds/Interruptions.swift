/// What it costs to break work off.
struct Interruptions: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let places = history.estimated.indices.filter { history.estimated[$0].started != nil }
        guard places.count >= Insights.fewestSessions else { return [] }
        let ratios = places.of(history.ratios)
        let pauses = places.map { Double(history.estimated[$0].pauses) }
        let (coefficient, p) = Ranks(ratios).spearman(Ranks(pauses))
        let without = ratios.indices.filter { pauses[$0] == 0 }.of(ratios)
        let with = ratios.indices.filter { pauses[$0] > 0 }.of(ratios)
        let large = with.median >= without.median * 1.15 && !without.isEmpty
        return [
            Insight(
                "interruption-cost", p: p, isLarge: coefficient >= 0.1 && large, sessions: places.count,
                history.query(.started, .estimated),
                numbers: [
                    ("correlation", coefficient), ("interruptedRatio", with.median),
                    ("uninterruptedRatio", without.median), ("interrupted", Double(with.count)),
                ],
                "Sessions that are broken off take more of their plan: \(InsightWording.decimal(with.median)) "
                    + "times, those in one piece \(InsightWording.decimal(without.median)) times.",
                advice: "finish in one piece what can be, or plan for the way back into it")
        ]
    }
}
