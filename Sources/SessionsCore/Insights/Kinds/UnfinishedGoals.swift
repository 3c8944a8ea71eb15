/// Templates whose sessions are completed without all of their goals.
struct UnfinishedGoals: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let sample = history.sessions.filter { $0.isCompleted && $0.goals > 0 }
        return history.groupsByTemplate(of: sample).map { group in
            let found = ShareComparison(group, of: sample) { $0.goalsDone == $0.goals }
            return Insight(
                "unfinished-goals", p: found.p, isLarge: found.isLower, sessions: found.count,
                history.query(.template(group.name), .condition(.has([.goal])), .completed),
                numbers: found.numbers,
                "Goals of '\(group.name)' stay open: \(found.share) of its sessions reached all of them before "
                    + "they were completed, of the others \(found.otherShare).",
                advice: "take the goals that stay open out of '\(group.name)', or make them required")
        }
    }
}
