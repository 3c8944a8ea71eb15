import Testing

@testable import SessionsCore

@Suite struct QueryPropertyTests {
    @Test func whatIsPrintedIsReadBackAsTheSameTree() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for round in 0..<5_000 {
            let query = generator.query(depth: 4)
            let text = query.description
            let again = try? QueryParser.parse([text])
            #expect(again == query, "seed \(seed), round \(round): \(text)")
            #expect(again?.description == text, "seed \(seed), round \(round): \(text)")
            #expect(!QueryExplanation(of: query).lines.isEmpty)
        }
    }

    @Test func noTextCrashesTheParserAndEveryProblemHasItsColumn() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let pieces = [
            "status:", "tag:", "project:", "plan:", "rating:", "created:", "in:", "is:", "has:", "no:",
            "view:",
            "id:", "active", "a", "1h", "2026", "2026-W53", "-", "..", "\"", ",", ":", " ", " ", "\t", "(",
            ")", "OR",
            "NOT", " OR ", " NOT ", "\\", "é", "e\u{301}", "\u{1f469}\u{200d}\u{1f4bb}", "\0", "\r\n",
            "\u{301}",
            "\u{2028}", "\u{fffd}", "99999999999999999999", "mine", "last week",
        ]
        for _ in 0..<100_000 {
            let text = (0..<generator.below(14)).map { _ in generator.pick(pieces) }.joined()
            do throws(QueryError) {
                let query = try QueryParser.parse([text]) { $0 == "a" ? "a OR b" : nil }
                if query != .everything {
                    let again = try QueryParser.parse([query.description])
                    #expect(again == query, "seed \(seed), \(text.debugDescription)")
                }
            } catch {
                #expect((1...text.count + 1).contains(error.column), "seed \(seed), \(text.debugDescription)")
                #expect(!error.problem.isEmpty, "seed \(seed), \(text.debugDescription)")
            }
        }
    }
}
