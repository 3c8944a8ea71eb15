/// Templates whose sessions are left unfinished.
struct UnfinishedTemplates: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        history.groupsByTemplate(of: history.settled).map { group in
            let found = ShareComparison(group, of: history.settled, has: \.isCompleted)
            return Insight(
                "unfinished-template", p: found.p, isLarge: found.isLower, sessions: found.count,
                history.query(.template(group.name), .settled), numbers: found.numbers,
                "Sessions of '\(group.name)' are left unfinished: \(found.share) were completed, of the others "
                    + "\(found.otherShare). The rest was archived, or lies untouched for two weeks.",
                advice: "make the next '\(group.name)' smaller, or change the template")
        }
    }
}
