@testable import SessionsCore

/// A made-up session for forecasts, of the same kind, owner and project as all others unless said otherwise.
struct Work {
    var id = "k22222222222"
    var title = ""
    var owner = "ana"
    var project: String? = "api"
    var kind: String? = "bug"
    var tags: [String] = []
    /// Minutes.
    var planned: Double? = 60
    var actual = 60.0
    /// Seconds.
    var started = 0
    var completed = 0

    var likeness: Likeness {
        Likeness(title: title, owner: owner, project: project, kind: kind, tags: tags)
    }

    var finished: FinishedSession? {
        FinishedSession(
            id: id, title: title, owner: owner, project: project, kind: kind, tags: tags, planned: planned,
            actual: actual, started: Instant(seconds: started), completed: Instant(seconds: completed))
    }

    /// The question how long it takes, from a history.
    func forecast(after history: [Work], elapsed: Double = 0) -> Forecast {
        var similar = SimilarSessions(to: ForecastQuery(likeness, planned: planned, elapsed: elapsed))
        for session in history.compactMap(\.finished) { similar.visit(session) }
        return similar.forecast
    }
}

extension [Work] {
    /// The same, one completed a minute after the other.
    var inOrder: [Work] {
        enumerated().map { index, work in
            var work = work
            work.started = index * 60
            work.completed = index * 60 + 30
            return work
        }
    }
}

extension SplitMix64 {
    mutating func work() -> Work {
        let planned = pick([nil, 0, 5, 15, 30, 60, 61.5, 240, 10_000])
        let started = below(400)
        return Work(
            id: Identifier.Source(seed: next()).session(),
            title: pick(["", " ", "standup", "Standup ", "fix it"]),
            owner: pick(["ana", "bo"]),
            project: pick([nil, "api", "web"]),
            kind: pick([nil, "bug", "feature", "review"]),
            tags: pick([[], [], ["ios"], ["ios", "urgent"], ["urgent", "ios"]]),
            planned: planned,
            actual: pick([0, 1, 1, 2, 3]) * (planned ?? 30) * pick([1, 0.5, Double(below(1000)) / 500]),
            started: started, completed: started + below(100))
    }

    mutating func history(upTo count: Int) -> [Work] { (0..<below(count + 1)).map { _ in work() } }
}
