import Testing

@testable import SessionsCore

@Suite struct SessionSummaryTests {
    @Test func aRowSaysWhatTheSessionSays() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        let now = at("12:00")
        let source = Identifier.Source(seed: seed)
        var builder = SummaryBuilder(months: ["2026-10", "2026-11"], keepsText: true)
        var sessions: [Session] = []
        for _ in 0..<600 {
            let document = random.sessionDocument(id: source.session())
            try SessionChecker.check(document)
            sessions.append(Session(document: document))
            builder.add(sessions[sessions.count - 1], month: sessions.count % 2)
        }
        let blocks = builder.finish()
        #expect(blocks.map(\.count) == [256, 256, 88])
        let rows = blocks.flatMap { block in (0..<block.count).map { SessionSummary(block, $0) } }
        for (session, row) in zip(sessions, rows) {
            let expected = IndexBench.facts(of: session, now)
            #expect(IndexBench.facts(of: row, now) == expected, "seed \(seed)")
            #expect(IndexBench.facts(of: SessionSummary(of: session), now) == expected, "seed \(seed)")
            var lines: [[UInt8]] = []
            FoldedLines(of: row).eachLine { _, _, line in lines.append(Array(line)) }
            #expect(lines == SearchText(of: session).lines.map { FoldedText($0.text).bytes }, "seed \(seed)")
        }
        #expect(rows.map(\.location.month) == sessions.indices.map { ["2026-11", "2026-10"][$0 % 2] })
    }
}
