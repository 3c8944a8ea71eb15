/// Whether plans are too short or too long on the whole.
struct EstimateBias: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let ratios = history.ratios
        guard ratios.count >= Insights.fewestSessions else { return [] }
        let over = ratios.count { $0 > 1 }
        let under = ratios.count { $0 < 1 }
        let median = ratios.median
        let isOver = over > under
        let times = InsightWording.decimal(median)
        return [
            Insight(
                "estimate-bias", p: ExactTest.sign(over, under), isLarge: median >= 1.1 || median <= 0.9,
                sessions: ratios.count, history.query(.estimated),
                numbers: [("over", Double(over)), ("under", Double(under)), ("medianRatio", median)],
                isOver
                    ? "Plans are too short: \(InsightWording.share(over, of: ratios.count)) sessions took longer, "
                        + "half of all \(times) times the plan or more."
                    : "Plans are too long: \(InsightWording.share(under, of: ratios.count)) sessions took less, "
                        + "half of all \(times) times the plan or less.",
                advice: "plan \(times) times what you would have said")
        ]
    }
}
