import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Insights")
struct InsightsTests {
    /// Without a pattern, and with each of them; `INSIGHT_HISTORIES=1000` asks for more, and for the figures.
    private static let histories = asked ?? 150
    private static let planted = asked.map { max($0 / 5, 20) } ?? 50

    private static var asked: Int? { getenv("INSIGHT_HISTORIES").flatMap { Int(String(cString: $0)) } }

    @Test("Where there is nothing to be found, hardly anything is claimed")
    func chance() {
        var claims: [String] = []
        for number in 0..<Self.histories {
            var work = SimulatedWork(seed: UInt64(number) &* 7919 &+ 17)
            let insights = Insights(of: work.sessions(30 + number % 10 * 40))
            if let first = insights.found.first { claims.append("\(number): \(first.kind) \(first.p)") }
        }
        if Self.asked != nil { print("nothing: \(claims.count) of \(Self.histories) claim something") }
        #expect(claims.count * 20 <= Self.histories, "\(claims)")
    }

    /// A pattern of a stated size.
    struct Plant: Sendable, CustomTestStringConvertible {
        let kind: String
        /// What the sentence must name.
        let name: String
        let change: @Sendable (inout PastSession, Int, inout SimulatedWork) -> Void

        var testDescription: String { kind }
    }

    private static func stretch(_ session: inout PastSession, _ ratio: Double) {
        session.tracked = Int(Double(session.tracked) * ratio)
    }

    static let plants: [Plant] = [
        Plant(kind: "estimate-bias", name: "too short") { session, _, _ in stretch(&session, 1.4) },
        Plant(kind: "estimate-bias", name: "too long") { session, _, _ in stretch(&session, 0.7) },
        Plant(kind: "estimate-by-template", name: "'bug-fix'") { session, _, _ in
            if session.template == "bug-fix" { stretch(&session, 2) }
        },
        Plant(kind: "tag-overrun", name: "'legacy'") { session, _, _ in
            if session.tags.contains("legacy") { stretch(&session, 2) }
        },
        // Half of what was planned over one hour is saved, and the other way round.
        Plant(kind: "estimate-by-size", name: "less it is exceeded") { session, _, _ in
            if let planned = session.planned { stretch(&session, (3600 / Double(planned)).squareRoot()) }
        },
        Plant(kind: "estimate-drift", name: "more of their plans") { session, number, _ in
            stretch(&session, 0.7 + 1.1 * Double(number) / 200)
        },
        Plant(kind: "best-hours", name: "in the morning") { session, _, work in
            guard session.rating != nil else { return }
            session.rating =
                (session.started?.hour ?? 12) < 12 ? 3 + work.random.below(3) : 1 + work.random.below(4)
        },
        Plant(kind: "best-weekdays", name: "on a Tuesday") { session, _, work in
            guard session.rating != nil else { return }
            let isTuesday = ((session.started?.day ?? 0) + 3) % 7 == 1
            session.rating = isTuesday ? 3 + work.random.below(3) : 1 + work.random.below(3)
        },
        Plant(kind: "unfinished-template", name: "'research'") { session, _, work in
            if session.template == "research" { work.complete(&session, work.isSo(0.4)) }
        },
        Plant(kind: "unfinished-goals", name: "'feature'") { session, _, work in
            if session.template == "feature", session.goals > 0 {
                session.goalsDone = work.isSo(0.25) ? 3 : 1
            }
        },
        Plant(kind: "interruption-cost", name: "broken off") { session, _, _ in
            stretch(&session, 1 + 0.35 * Double(session.pauses))
        },
        Plant(kind: "context-switching", name: "many sessions") { session, _, work in
            let isBusy = (session.started?.day ?? 0) % 10 == 0
            work.complete(&session, work.isSo(isBusy ? 0.55 : 0.9))
        },
        Plant(kind: "long-sessions", name: "worse") { session, _, work in
            guard session.rating != nil else { return }
            session.rating = session.tracked > 3600 ? 1 + work.random.below(4) : 3 + work.random.below(3)
        },
        Plant(kind: "neglected-work", name: "'docs'") { session, _, work in
            guard session.project == "docs", work.isSo(0.5) else { return }
            (session.completedAt, session.isArchived) = (nil, false)
            (session.isStale, session.status) = (true, .paused)
        },
        Plant(kind: "growing-skill", name: "'swift' is growing") { session, _, work in
            session.skills = session.skills.map {
                $0.name == "swift" ? Skill(name: "swift", change: work.isSo(0.85) ? 1 : -1) : $0
            }
        },
        Plant(kind: "idle-skill", name: "'git'") { session, number, _ in
            if number > 140 { session.skills.removeAll { $0.name == "git" } }
        },
        Plant(kind: "teaching-template", name: "'research'") { session, _, work in
            if session.template == "research" { session.hasLesson = work.isSo(0.7) }
        },
    ]

    @Test("What is there is found, nine times of ten", arguments: plants)
    func pattern(_ plant: Plant) {
        var missed: [UInt64] = []
        for number in 0..<UInt64(Self.planted) {
            let seed = number &* 104_729 &+ 5
            var work = SimulatedWork(seed: seed)
            let found = Insights(of: work.sessions(200, plant.change)).found
            if !found.contains(where: { $0.kind == plant.kind && $0.sentence.contains(plant.name) }) {
                missed.append(seed)
            }
        }
        if Self.asked != nil {
            print("\(plant.kind) \(plant.name): found in \(Self.planted - missed.count) of \(Self.planted)")
        }
        #expect(Double(missed.count) <= 0.1 * Double(Self.planted), "missed with the seeds \(missed)")
    }

    @Test("Every kind has a pattern that it finds")
    func everyKindIsTested() {
        var work = SimulatedWork(seed: 1)
        let history = PastWork(work.sessions(200), base: .everything)
        for kind in Insights.kinds {
            let names = kind.candidates(in: history).map(\.kind)
            #expect(!names.isEmpty, "\(kind)")
            #expect(names.allSatisfy { name in Self.plants.contains { $0.kind == name } }, "\(names)")
        }
    }

    @Test("Nothing is said from fewer than ten sessions")
    func fewest() {
        for count in 0..<10 {
            var work = SimulatedWork(seed: UInt64(count))
            let insights = Insights(of: work.sessions(count) { session, _, _ in Self.stretch(&session, 9) })
            #expect(insights.found.isEmpty && insights.tested == 0)
        }
    }

    @Test("The same history gives the same answer in any order")
    func order() {
        var work = SimulatedWork(seed: 3)
        let sessions = work.sessions(200) { session, number, work in
            for plant in Self.plants where number % 3 == 0 { plant.change(&session, number, &work) }
        }
        let found = Insights(of: sessions).found.map(\.sentence)
        #expect(!found.isEmpty)
        #expect(Insights(of: sessions.reversed()).found.map(\.sentence) == found)
    }

    @Test(
        "The query of an insight lists its sessions, no more and no fewer",
        arguments: [nil, "tag:web OR rating:1.."])
    func evidence(_ words: String?) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        let source = Identifier.Source(seed: seed)
        let base = try QueryParser.parse(words.map { [$0] } ?? [])
        func matcher(_ query: Query, _ rule: QueryContext.ArchiveRule) -> QueryMatcher {
            QueryMatcher(query, QueryContext(now: at("12:00"), zone: .utc, archived: rule) { _ in false })
        }
        let chosen = matcher(base, .counted)
        let all = (0..<900).map { _ in
            SessionSummary(of: Session(document: random.sessionDocument(id: source.session())))
        }
        let past = all.filter(chosen.matches).map { PastSession($0, now: at("12:00"), zone: .utc) }
        let history = PastWork(past, base: base)
        var count = 0
        for candidate in Insights.kinds.flatMap({ $0.candidates(in: history) }) {
            // As it is read again from what is printed, by this command and by 'list --all'.
            let query = try QueryParser.parse([candidate.query.description])
            for rule in [QueryContext.ArchiveRule.counted, .shown] {
                let matches = matcher(query, rule)
                #expect(
                    all.count(where: matches.matches) == candidate.sessions,
                    "\(candidate.kind) \(candidate.query.description) seed \(seed)")
            }
            count += 1
        }
        #expect(count > 5)
    }
}
