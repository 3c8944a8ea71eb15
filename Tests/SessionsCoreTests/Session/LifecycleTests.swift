import Testing

@testable import SessionsCore

@Suite struct LifecycleTests {
    enum Expected { case moves, holds, refused }

    @Test(arguments: [
        (Lifecycle.Step.start, [Expected.moves, .moves, .moves, .refused, .refused]),
        (.pause, [.refused, .moves, .holds, .refused, .refused]),
        (.complete, [.moves, .moves, .moves, .holds, .refused]),
        (.archive, [.moves, .refused, .moves, .moves, .holds]),
        (.restore, [.holds, .holds, .holds, .holds, .moves]),
        (.reopen, [.moves, .moves, .moves, .moves, .refused]),
    ])
    func theWholeTable(_ step: Lifecycle.Step, _ expected: [Expected]) {
        #expect(Status.allCases == [.draft, .active, .paused, .completed, .archived])
        for (status, expected) in zip(Status.allCases, expected) {
            switch (Lifecycle.outcome(of: step, from: status, of: "k7m2"), expected) {
            case (.moves, .moves), (.holds, .holds): break
            case (.refused(let way), .refused): #expect(way.contains("sessions ") && way.contains("k7m2"))
            case (let outcome, _): Issue.record("\(step) from \(status): \(outcome), expected \(expected)")
            }
        }
    }

    @Test func aRefusalTellsTheWayThatLeadsThere() {
        func way(_ step: Lifecycle.Step, _ status: Status) -> String {
            if case .refused(let way) = Lifecycle.outcome(of: step, from: status, of: "k7m2") { return way }
            return ""
        }
        #expect(way(.start, .archived).hasSuffix("sessions restore k7m2"))
        #expect(way(.start, .completed).hasSuffix("sessions start k7m2 --reopen"))
        #expect(way(.pause, .draft).hasSuffix("sessions start k7m2"))
        #expect(way(.archive, .active).contains("sessions pause k7m2"))
    }
}
