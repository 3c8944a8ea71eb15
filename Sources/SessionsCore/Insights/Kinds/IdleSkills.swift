/// Skills that were practised often, and then no more.
struct IdleSkills: InsightKind {
    func candidates(in history: PastWork) -> [Insight] {
        let practised = history.sessions.filter { !$0.skills.isEmpty }.sorted { $0.lastDay < $1.lastDay }
        var places: [String: [Int]] = [:]
        for (place, session) in practised.enumerated() {
            for skill in session.skills { places[skill.name, default: []].append(place) }
        }
        return places.filter { $0.value.count >= Insights.fewestSessions }.sorted { $0.key < $1.key }
            .compactMap { name, places in
                guard let last = places.last else { return nil }
                // Of sessions of one day nobody knows the order: what happened on it happened last.
                let day = practised[last].lastDay
                let since = practised[last...].count { $0.lastDay > day }
                return Insight(
                    "idle-skill",
                    p: ExactTest.noneAmongLast(since, of: practised.count, some: places.count),
                    isLarge: since >= Insights.fewestSessions, sessions: places.count,
                    history.query(.skill(name)),
                    numbers: [("practised", Double(places.count)), ("sessionsSince", Double(since))],
                    "'\(name)' lies idle: practised in \(places.count) sessions, and in none of the last \(since) "
                        + "in which you practised anything.",
                    advice: "choose something with '\(name)' in it, if you want to keep it")
            }
    }
}
