/// Skills that people say they became better, or worse, at.
struct GrowingSkills: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        var changes: [String: [Int]] = [:]
        for session in history.sessions {
            for skill in session.skills { changes[skill.name, default: []].append(skill.change) }
        }
        return changes.filter { $0.value.count { $0 != 0 } >= Insights.fewestSessions }
            .sorted { $0.key < $1.key }.map { name, changes in
                let ups = changes.count { $0 > 0 }
                let downs = changes.count { $0 < 0 }
                let sum = changes.reduce(0, +)
                return Insight(
                    "growing-skill", p: ExactTest.sign(ups, downs),
                    isLarge: sum != 0 && (sum > 0) == (ups > downs),
                    sessions: changes.count, history.query(.skill(name)),
                    numbers: [("better", Double(ups)), ("worse", Double(downs)), ("change", Double(sum))],
                    "'\(name)' is \(ups > downs ? "growing" : "shrinking"): of \(changes.count) sessions that "
                        + "practised it \(ups) went up and \(downs) down, \(sum > 0 ? "+" : "")\(sum) in all.",
                    advice: ups > downs
                        ? "take on something harder in '\(name)'" : "take time to learn '\(name)' anew")
            }
    }
}
