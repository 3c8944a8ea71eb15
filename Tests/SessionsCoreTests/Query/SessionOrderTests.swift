import Testing

@testable import SessionsCore

@Suite struct SessionOrderTests {
    private let now = at("12:00")

    private func sessions(_ count: Int, seed: UInt64) -> [SessionSummary] {
        var random = SplitMix64(seed: seed)
        let source = Identifier.Source(seed: seed)
        return (0..<count).map { _ in
            SessionSummary(of: Session(document: random.sessionDocument(id: source.session())))
        }
    }

    @Test(arguments: SessionOrder.allCases)
    func theFirstOfManyAreThoseOfTheWhole(_ order: SessionOrder) {
        let seed = UInt64.random(in: 0...UInt64.max)
        let all = sessions(300, seed: seed)
        for isReversed in [false, true] {
            let whole = order.sorted(all, now: now, isReversed: isReversed).map(\.id)
            #expect(Set(whole) == Set(all.map(\.id)))
            for count in [0, 1, 7, 60, 74, 75, 76, 299, 300, 400] {
                let first = order.sorted(all, now: now, isReversed: isReversed, first: count).map(\.id)
                #expect(first == Array(whole.prefix(count)), "\(order), \(count), seed \(seed)")
            }
        }
        let there = order.sorted(all, now: now).map(\.id)
        #expect(order.sorted(all, now: now, isReversed: true).map(\.id) == there.reversed())
    }

    @Test func timesGoDownAndNamesGoUp() throws {
        func made(_ id: String, _ members: String) throws -> SessionSummary {
            SessionSummary(of: try session(#"{"id": "\#(id)22222222222", \#(members)}"#))
        }
        let all = try [
            made("b", #""title": "Zoo", "plannedMinutes": 10, "createdAt": "2026-11-20T08:00:00Z""#),
            made("c", #""title": "ant", "createdAt": "2026-11-21T08:00:00Z", "status": "paused""#),
            made(
                "d",
                #""title": "Bee", "plannedMinutes": 90, "createdAt": "2026-11-20T08:00:00Z", "project": "a""#),
        ]
        func letters(_ order: SessionOrder) -> String {
            order.sorted(all, now: now).map { String($0.id.prefix(1)) }.joined()
        }
        #expect(letters(.created) == "cbd" && letters(.updated) == "cbd" && letters(.plan) == "dbc")
        #expect(letters(.title) == "cdb" && letters(.project) == "bcd" && letters(.status) == "bdc")
        #expect(letters(.tracked) == "cbd")
    }
}
