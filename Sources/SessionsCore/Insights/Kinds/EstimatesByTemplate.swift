/// Templates whose sessions take longer, or less, than planned, and than others do.
struct EstimatesByTemplate: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        history.groupsByTemplate(of: history.estimated).map { group in
            let found = EstimateComparison(group, in: history)
            let (times, others) = (
                InsightWording.decimal(found.ratio), InsightWording.decimal(found.otherRatio)
            )
            let (what, more) = found.ratio > 1 ? ("short", "more") : ("long", "less")
            return Insight(
                "estimate-by-template", p: found.p, isLarge: found.isOver || found.isUnder,
                sessions: found.count, history.query(.template(group.name), .estimated),
                numbers: found.numbers,
                "Plans of '\(group.name)' are too \(what): half of its sessions take \(times) times the plan or "
                    + "\(more), of all others \(others) times.",
                advice: "plan the next '\(group.name)' at \(times) times what you would have said")
        }
    }
}
