/// Tags whose sessions take longer than planned, and than others do.
struct TagsThatOverrun: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        history.groups(of: history.estimated, by: \.tags).map { group in
            let found = EstimateComparison(group, in: history)
            let times = InsightWording.decimal(found.ratio)
            return Insight(
                "tag-overrun", p: found.p, isLarge: found.isOver, sessions: found.count,
                history.query(.tag(group.name), .estimated), numbers: found.numbers,
                "Sessions tagged '\(group.name)' overrun: half of them take \(times) times the plan or more, of "
                    + "the others \(InsightWording.decimal(found.otherRatio)) times.",
                advice: "plan what is tagged '\(group.name)' at \(times) times what you would have said")
        }
    }
}
