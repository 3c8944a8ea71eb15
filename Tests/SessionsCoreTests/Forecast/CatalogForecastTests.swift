import Testing

@testable import SessionsCore

/// Forecasts from the sessions of a workspace, with an index and without.
@Suite struct CatalogForecastTests {
    private let seed = UInt64.random(in: 0...UInt64.max)
    private let bench: IndexBench

    init() throws {
        bench = try IndexBench(seed: 3)
    }

    private func put(_ document: JSONObject, _ id: String) throws {
        try bench.bench.folder.write(
            JSON.object(document).bytes(.file), at: ".sessions/sessions/2026-11/\(id).json")
    }

    /// A finished session of ada's, an hour planned, as the program stores it.
    private func finished(_ id: String, minutes: Int, day: Int) -> JSONObject {
        let time = "2026-10-\(day)T10:00:00.000Z"
        return [
            "createdAt": .string(time), "createdBy": "ada@example.org", "id": .string(id), "schema": 1,
            "events": [
                "efffffffff2": ["at": .string(time), "by": "ada@example.org", "seq": 1, "type": "created"],
                "efffffffff3": ["at": .string(time), "by": "ada@example.org", "seq": 2, "type": "completed"],
            ],
            "intervals": [
                "ifffffffff2": [
                    "by": "ada@example.org", "date": "2026-10-09",
                    "seconds": .number(JSONNumber(minutes * 60)),
                ]
            ],
            "plannedMinutes": 60, "status": "completed", "template": "bug-fix", "title": "Fix it",
        ]
    }

    /// Twenty that took an hour and a half each.
    private func putTwenty() throws {
        for day in 10..<30 {
            let id = bench.bench.ids.session()
            try put(finished(id, minutes: 90, day: day), id)
        }
    }

    private func catalog(_ rules: IndexRules) throws -> SessionCatalog {
        try SessionCatalog(of: bench.workspace, rules)
    }

    private var asked: ForecastQuery {
        ForecastQuery(
            title: "Other", owner: "ada@example.org", project: nil, kind: "bug-fix", tags: [], planned: 60)
    }

    @Test func whatWasLearnedIsTheTrackedTimeOfFinishedSessions() throws {
        try putTwenty()
        var draft = finished("k22222222ccc", minutes: 600, day: 11)
        draft["status"] = "paused"
        try put(draft, "k22222222ccc")
        try bench.writeIndex()
        #expect(try bench.indexed(bench.rules) == 21)
        for rules in [bench.rules, IndexBench.without] {
            let forecast = try catalog(rules).forecast(asked)
            #expect(forecast.p50 == 90 && forecast.explanation.sessions == 20)
        }
    }

    @Test func workThatWasLoggedAfterwardsCounts() throws {
        var document = finished("k22222222bcd", minutes: 90, day: 20)
        document["createdAt"] = "2026-10-25T10:00:00.000Z"
        #expect(SessionSummary(of: Session(document: document)).finished?.actual == 90)
    }

    @Test func othersOfTheSamePersonAreToldByTheOwner() {
        var document = finished("k22222222bcd", minutes: 90, day: 20)
        let made = SessionSummary(of: Session(document: document))
        document["participants"] = ["bo@example.org": "editor", "lin@example.org": "owner"]
        let owned = SessionSummary(of: Session(document: document))
        #expect(made.finished?.likeness.owner == Work(owner: "ada@example.org").likeness.owner)
        #expect(owned.finished?.likeness.owner == Work(owner: "lin@example.org").likeness.owner)
    }

    @Test func theIndexChangesNoForecast() throws {
        var random = SplitMix64(seed: seed)
        var ids: [String] = []
        func make() throws {
            let id = bench.bench.ids.session()
            try put(random.sessionDocument(id: id), id)
            ids.append(id)
        }
        for _ in 0..<150 { try make() }
        try bench.writeIndex()
        var (fromIndex, sessions) = (0, 0)
        for round in 0..<12 {
            for _ in 0..<random.below(4) { try make() }
            let gone = random.pick(ids)
            bench.bench.folder.remove(".sessions/sessions/2026-11/\(gone).json")
            let changed = random.pick(ids)
            if changed != gone { try put(random.sessionDocument(id: changed), changed) }
            let (indexed, plain) = (try catalog(bench.rules), try catalog(IndexBench.without))
            fromIndex += try bench.indexed(bench.rules)
            var queries: [ForecastQuery] = []
            plain.forEach { summary in
                if summary.statusBefore != .completed {
                    queries.append(summary.forecastQuery(now: at("12:00")))
                }
            }
            for query in queries.shuffled(using: &random).prefix(20) {
                let (found, expected) = (indexed.forecast(query), plain.forecast(query))
                #expect(found == expected, "seed \(seed), round \(round)")
                sessions += found.explanation.sessions
            }
            #expect(
                indexed.forecasts(queries).map(\.p80) == queries.map { plain.forecast($0).p80 },
                "seed \(seed), round \(round)")
        }
        // Otherwise it says nothing of the index.
        #expect(fromIndex > 500 && sessions > 50, "seed \(seed): \(fromIndex), \(sessions)")
    }

    @Test func aDamagedHistoryIsReadFromTheSessionsInstead() throws {
        try putTwenty()
        try bench.writeIndex()
        var bytes = try #require(bench.bench.folder.bytes(at: bench.indexName))
        bytes[bytes.count - 1] ^= 1
        try bench.bench.folder.write(bytes, at: bench.indexName)
        let catalog = try catalog(bench.rules)
        #expect(try bench.indexed(bench.rules) == 20)
        #expect(catalog.forecast(asked).p50 == 90)
    }
}
