/// Sessions, put in order for what is looked for in them.
struct PastWork: Sendable {
    let sessions: [PastSession]
    /// The query by which they were chosen.
    private let base: Query

    /// Completed sessions that were planned and tracked, in the order in which they were completed.
    let estimated: [PastSession]
    /// Of each of them the time that it took, over the plan.
    let ratios: [Double]
    let ratioRanks: Ranks

    /// Those that were rated, and how.
    let rated: [PastSession]
    /// Those of which nothing more is to be expected.
    let settled: [PastSession]

    init(_ sessions: [PastSession], base: Query) {
        self.sessions = sessions
        self.base = base
        estimated = sessions.filter { $0.isCompleted && $0.planned ?? 0 > 0 && $0.tracked > 0 }
            .sorted { ($0.completedAt ?? 0, $0.tracked) < ($1.completedAt ?? 0, $1.tracked) }
        ratios = estimated.map { Double($0.tracked) / Double($0.planned ?? 1) }
        ratioRanks = Ranks(ratios)
        rated = sessions.filter { $0.rating != nil }
        settled = sessions.filter(\.isSettled)
    }

    /// Some of the sessions by what they have in common.
    struct Group {
        let name: String
        /// Their places in the sample.
        let members: [Int]
    }

    /// Groups are looked at only so many at a time, the largest first: each one more makes the others less sure.
    private static let mostGroups = 12

    /// Groups that are large enough to say something of, and leave as many others to compare them with.
    func groups(of sample: [PastSession], by names: (PastSession) -> [String]) -> [Group] {
        var members: [String: [Int]] = [:]
        for (place, session) in sample.enumerated() {
            // What has no name cannot be asked for.
            for name in names(session) where !name.isEmpty { members[name, default: []].append(place) }
        }
        let groups = members.map { Group(name: $0.key, members: $0.value) }.filter {
            $0.members.count >= Insights.fewestSessions
                && sample.count - $0.members.count >= Insights.fewestSessions
        }
        return Array(
            groups.sorted { ($1.members.count, $0.name) < ($0.members.count, $1.name) }
                .prefix(Self.mostGroups))
    }

    /// Those that were made from the same template.
    func groupsByTemplate(of sample: [PastSession]) -> [Group] {
        groups(of: sample) { $0.template.map { [$0] } ?? [] }
    }

    // MARK: Queries

    /// The sessions of the base for which these conditions hold.
    func query(_ conditions: Query...) -> [Query] {
        ([base] + conditions).flatMap { query in
            if case .all(let parts) = query { parts } else { [query] }
        }
    }
}

extension Query {
    static let completed = Query.until(.completed)
    static let started = Query.until(.started)
    static let planned = Query.condition(.amount(.plan, QueryRange(from: TimeAmount(seconds: 1), to: nil)))
    static let tracked = Query.condition(.amount(.tracked, QueryRange(from: TimeAmount(seconds: 1), to: nil)))
    static let rated = Query.condition(.has([.rating]))
    static let estimated = Query.all([completed, planned, tracked])
    static let settled = Query.any([
        completed, .condition(.status([.archived])), .condition(.flag([.stale])),
    ])

    static func template(_ name: String) -> Query { .condition(.template([name])) }
    static func tag(_ name: String) -> Query { .condition(.tag([name])) }
    static func project(_ name: String) -> Query { .condition(.project([name])) }
    static func skill(_ name: String) -> Query { .condition(.skill([name])) }

    /// Those of which it happened at all.
    private static func until(_ field: QueryCondition.TimeField) -> Query {
        guard let today = TimePhrase(inQuery: "today") else { return .everything }
        return .condition(.time(field, QueryRange(from: nil, to: today)))
    }
}
