import Testing

@testable import SessionsCore

@Suite struct CalibrationTests {
    private func calibration(of history: [Work]) -> Calibration {
        Calibration(of: history.compactMap(\.finished))
    }

    @Test func onlyWhatWasCompletedBeforeIsKnown() {
        let calibration = calibration(of: [
            Work(id: "c", started: 101, completed: 200), Work(id: "b", started: 100, completed: 300),
            Work(id: "a", actual: 120, started: 0, completed: 100),
        ])
        #expect(calibration.replays.map(\.position) == [2, 1, 0])
        #expect(calibration.replays.map(\.p50) == [60, 60, 60])
        // Completed at the very second at which another begins is not before it.
        let p80 = [60 * 1.699_799, 60 * 1.699_799, 120]
        #expect(zip(calibration.replays, p80).allSatisfy { isClose($0.p80, $1, within: 1e-6) })
    }

    @Test func forecastsAreMeasuredAgainstPlans() throws {
        // Without a history: P50 is the plan, P80 1.70 of it. One takes the plan, one twice, one half of it.
        let calibration = calibration(of: [
            Work(kind: "bug", actual: 60), Work(kind: "talk", actual: 120), Work(kind: "bug", actual: 30),
        ])
        let overall = calibration.overall
        #expect(overall.sessions == 3)
        #expect(overall.p50.held == 2 && overall.p80.held == 2)
        #expect(overall.plan.held == 2 && overall.twicePlan.held == 3)
        #expect(overall.twicePlan.share == 1)
        // Half of |ln 2| twice, over three.
        let half = try #require(overall.p50.loss)
        #expect(isClose(half, 0.231_049, within: 1e-5) && overall.plan.loss == half)
        // 0.8 (0.6931 - 0.5305) over, 0.2 (0.5305 + 0.5305 + 0.6931) under, over three; twice the plan 0.2
        // (0.6931 + 0 + 1.3863).
        let eighty = try #require(overall.p80.loss)
        #expect(isClose(eighty, (0.8 * 0.162_637 + 0.2 * 1.754_168) / 3, within: 1e-5))
        let twice = try #require(overall.twicePlan.loss)
        #expect(isClose(twice, 0.2 * 2.079_442 / 3, within: 1e-5))
        #expect(calibration.kinds.map(\.record.sessions) == [2, 1])
        #expect(calibration.kinds.map(\.example) == [0, 1])
        #expect(calibration.kinds[1].record.p80.held == 0)
    }

    @Test func sessionsWithoutAPlanAreLeftOut() {
        let calibration = calibration(of: [Work(planned: nil), Work(planned: 0)])
        #expect(calibration.replays.isEmpty && calibration.overall == ForecastRecord())
        #expect(calibration.overall.p50.share == nil)
        #expect(calibration.overall.p50.loss == nil)
    }

    @Test func thoseThatDoNotCountAreLearnedFrom() {
        let history = (0..<40).map { Work(kind: $0 % 2 == 0 ? "bug" : "talk", actual: Double(20 + 3 * $0)) }
            .inOrder
        let finished = history.compactMap(\.finished)
        let bugs = Calibration(of: finished) { $0 % 2 == 0 }
        #expect(bugs.replays == Calibration(of: finished).replays.filter { $0.position % 2 == 0 })
        #expect(bugs.kinds.count == 1 && bugs.overall.sessions == 20)
    }

    @Test func eachForecastIsThatOfTheHistoryBeforeIt() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<10 {
            let works = random.history(upTo: 150).filter { $0.finished?.planned != nil }
            let calibration = calibration(of: works)
            #expect(calibration.replays.count == works.count)
            #expect(
                calibration.kinds.reduce(0) { $0 + $1.record.sessions } == works.count, "seed \(seed)")
            for replay in calibration.replays {
                let asked = works[replay.position]
                let forecast = asked.forecast(after: works.filter { $0.completed < asked.started })
                #expect(
                    replay.p50 == forecast.p50 && replay.p80 == forecast.p80, "seed \(seed), round \(round)")
            }
        }
    }
}
