/// Whether short or long plans are the ones that do not hold.
struct EstimatesBySize: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let plans = history.estimated.map { Double($0.planned ?? 0) }
        guard plans.count >= Insights.fewestSessions else { return [] }
        let (coefficient, p) = history.ratioRanks.spearman(Ranks(plans))
        let order = plans.indices.sorted { (plans[$0], $0) < (plans[$1], $1) }
        let third = max(plans.count / 3, 1)
        let short = order.prefix(third).of(history.ratios).median
        let long = order.suffix(third).of(history.ratios).median
        return [
            Insight(
                "estimate-by-size", p: p,
                isLarge: coefficient.magnitude >= 0.1 && (short / long >= 1.15 || long / short >= 1.15),
                sessions: plans.count, history.query(.estimated),
                numbers: [("correlation", coefficient), ("shortRatio", short), ("longRatio", long)],
                "The longer the plan, the \(coefficient > 0 ? "more" : "less") it is exceeded: the third with the "
                    + "shortest plans takes \(InsightWording.decimal(short)) times the plan, the third with the "
                    + "longest \(InsightWording.decimal(long)) times.",
                advice: coefficient > 0
                    ? "cut long work into sessions of the size that you judge well"
                    : "give short plans more room: little things take their time too")
        ]
    }
}
