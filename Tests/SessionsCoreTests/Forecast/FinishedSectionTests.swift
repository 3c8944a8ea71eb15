import Testing

@testable import SessionsCore

@Suite struct FinishedSectionTests {
    private let seed = UInt64.random(in: 0...UInt64.max)

    private func section(_ history: [(row: Int, session: FinishedSession)]) throws -> FinishedSection {
        let bytes = FinishedSection.bytes(of: history)
        return try #require(FinishedSection(IndexBytes(bytes), count: history.count))
    }

    private func query(_ work: Work) -> ForecastQuery { ForecastQuery(work.likeness, planned: work.planned) }

    /// Those of a history from which there is something to learn, each with a row of an index.
    private func rows(_ history: [Work]) -> [(row: Int, session: FinishedSession)] {
        history.compactMap(\.finished).enumerated().map { (row: $0, session: $1) }
    }

    @Test func forecastsAreThoseOfTheWholeHistory() throws {
        var random = SplitMix64(seed: seed)
        for round in 0..<60 {
            let works = random.history(upTo: random.pick([3, 100, 1200])).filter { $0.finished != nil }
            let history = rows(works).shuffled(using: &random)
            guard !history.isEmpty else { continue }
            let section = try section(history)
            // Some have changed since, and were read anew.
            let stale = Set(history.map(\.row).filter { _ in random.below(10) == 0 })
            for _ in 0..<4 {
                let query = query(random.work())
                var (found, expected) = (SimilarSessions(to: query), SimilarSessions(to: query))
                let isSound = section.visit(&found) { row in
                    stale.contains(row) ? nil : SessionKey(works[row].id)
                }
                #expect(isSound)
                for (row, session) in history where stale.contains(row) { found.visit(session) }
                for (_, session) in history { expected.visit(session) }
                #expect(found.forecast == expected.forecast, "seed \(seed), round \(round)")
            }
        }
    }

    @Test func noMoreIsReadThanAForecastLooksAt() throws {
        // A thousand of a kind: the latest sixty fill every window there is without a title and tags.
        let history = rows((0..<1000).map { Work(actual: Double(30 + $0 % 60)) }.inOrder)
        var bytes = FinishedSection.bytes(of: history)
        let whole = try section(history)
        bytes[bytes.count - 1] ^= 1
        let latestDamaged = try #require(FinishedSection(IndexBytes(bytes), count: 1000))
        bytes[bytes.count - 1] ^= 1
        bytes[8 + 4 * 16] ^= 1
        bytes[bytes.count - 72 * 1000] ^= 1
        let oldestDamaged = try #require(FinishedSection(IndexBytes(bytes), count: 1000))

        func visited(_ section: FinishedSection, _ work: Work) -> (isSound: Bool, rows: Int) {
            var similar = SimilarSessions(to: query(work))
            var rows = 0
            let isSound = section.visit(&similar) { _ in
                rows += 1
                return SessionKey("k22222222222")
            }
            return (isSound, rows)
        }
        #expect(visited(whole, Work()) == (true, 60))
        #expect(visited(oldestDamaged, Work()) == (true, 60))
        #expect(visited(latestDamaged, Work()) == (false, 1))
        // A title that none has can be in any of them: all marks are looked at, but no more facts.
        #expect(visited(whole, Work(title: "another")) == (true, 60))
        #expect(visited(oldestDamaged, Work(title: "another")).isSound == false)
    }

    @Test func whatIsDamagedIsNotBelieved() throws {
        var random = SplitMix64(seed: seed)
        let history = rows(random.history(upTo: 600) + [Work()].inOrder)
        let bytes = FinishedSection.bytes(of: history)
        for _ in 0..<400 {
            let bit = random.below(bytes.count * 8)
            var damaged = bytes
            damaged[bit / 8] ^= 1 << (bit % 8)
            let query = query(random.work())
            var (found, expected) = (SimilarSessions(to: query), SimilarSessions(to: query))
            let key = { (_: Int) in SessionKey("k22222222222") }
            _ = try section(history).visit(&expected, key: key)
            guard let section = FinishedSection(IndexBytes(damaged), count: history.count),
                section.visit(&found, key: key)
            else { continue }
            #expect(found.forecast == expected.forecast, "seed \(seed), bit \(bit)")
        }
    }

    @Test func withoutFinishedSessionsThereIsNone() {
        #expect(FinishedSection.bytes(of: []).isEmpty)
    }
}
