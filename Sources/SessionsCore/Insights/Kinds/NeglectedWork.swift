/// Projects in which work is paused and then lies untouched.
struct NeglectedWork: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        history.groups(of: history.settled) { $0.area.map { [$0] } ?? [] }.map { group in
            let found = ShareComparison(group, of: history.settled) { $0.isStale && $0.status == .paused }
            return Insight(
                "neglected-work", p: found.p, isLarge: found.isHigher, sessions: found.count,
                history.query(.project(group.name), .settled), numbers: found.numbers,
                "Paused work in '\(group.name)' is neglected: \(found.share) of its sessions lie paused and "
                    + "untouched for two weeks, elsewhere \(found.otherShare).",
                advice: "finish what lies there, or archive it")
        }
    }
}
