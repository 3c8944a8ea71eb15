/// Whether plans hold better or worse as the weeks go by.
struct EstimateDrift: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let ratios = history.ratios
        guard ratios.count >= Insights.fewestSessions else { return [] }
        let times = history.estimated.map { Double($0.completedAt ?? 0) }
        let (coefficient, p) = history.ratioRanks.spearman(Ranks(times))
        let third = max(ratios.count / 3, 1)
        let early = Array(ratios.prefix(third)).median
        let late = Array(ratios.suffix(third)).median
        return [
            Insight(
                "estimate-drift", p: p,
                isLarge: coefficient.magnitude >= 0.1 && (late / early >= 1.15 || early / late >= 1.15),
                sessions: ratios.count, history.query(.estimated),
                numbers: [("correlation", coefficient), ("earlyRatio", early), ("lateRatio", late)],
                "Over the weeks sessions take \(coefficient > 0 ? "more" : "less") and \(coefficient > 0 ? "more" : "less") "
                    + "of their plans: \(InsightWording.decimal(early)) times in the first third, "
                    + "\(InsightWording.decimal(late)) times in the last.",
                advice:
                    "go by the latest ones: plan \(InsightWording.decimal(late)) times what you would have said"
            )
        ]
    }
}
