/// Templates whose sessions teach something.
struct TeachingSessions: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let sample = history.sessions.filter(\.isCompleted)
        return history.groupsByTemplate(of: sample).map { group in
            let found = ShareComparison(group, of: sample, has: \.hasLesson)
            return Insight(
                "teaching-template", p: found.p, isLarge: found.isHigher, sessions: found.count,
                history.query(.template(group.name), .completed), numbers: found.numbers,
                "Sessions of '\(group.name)' teach: in \(found.share) something was learned, elsewhere in "
                    + "\(found.otherShare).",
                advice: "read what they taught before the next one, with 'insights --learned'")
        }
    }
}
