/// Templates whose sessions take longer, or less, than planned, and than others do.
struct EstimatesByTemplate: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        history.groups(of: history.estimated) { $0.template.map { [$0] } ?? [] }.map { group in
            let found = EstimateComparison(group, in: history)
            let times = InsightWording.decimal(found.ratio)
            return Insight(
                "estimate-by-template", p: found.p, isLarge: found.isOver || found.isUnder,
                sessions: found.count, history.query(.template(group.name), .estimated),
                numbers: found.numbers,
                "The middle one of \(found.count) sessions of '\(group.name)' took "
                    + "\(InsightWording.ofPlan(found.ratio)), that of all others "
                    + "\(InsightWording.ofPlan(found.otherRatio)).",
                advice: "plan the next '\(group.name)' at \(times) times what you would have said")
        }
    }
}
