import Testing

@testable import SessionsCore

func isClose(_ a: Double, _ b: Double, within error: Double = 1e-9) -> Bool {
    abs(a - b) <= error * max(abs(a), abs(b))
}

/// Forecasts reckoned by hand from the method: how it goes over from no history to a little.
@Suite struct ForecastTests {
    @Test func withoutHistoryThePriorSpeaks() {
        // Ten points of the prior: nine of weight 0.85 / 9 = 0.0944, and 0.15 on the plan. They reach 0.378
        // below the plan, 0.622 on it, then 0.717, 0.811 at the quantile 0.5895 and 0.906 at 0.9674.
        for planned in [1.0, 15, 60, 480] {
            let forecast = Work(planned: planned).forecast(after: [])
            #expect(forecast.p50 == planned)
            #expect(isClose(forecast.p80, planned * 1.699_799, within: 1e-6))
            #expect(isClose(forecast.minutes(forShare: 0.1), planned / 2.388_533, within: 1e-6))
            #expect(isClose(forecast.minutes(forShare: 0.9), planned * 2.388_533, within: 1e-6))
            #expect(!forecast.isWeak)
        }
    }

    @Test func oneOverrunMovesOnlyTheUpperEnd() {
        // It weighs 1 / (1 + 5) = 0.167, the prior 0.833: 0.519 up to the plan, 0.676 below twice the plan,
        // 0.843 on it.
        let forecast = Work().forecast(after: [Work(actual: 120)])
        #expect(forecast.p50 == 60)
        #expect(isClose(forecast.p80, 120))
        let explanation = forecast.explanation
        #expect(explanation.sources.map(\.level) == [.ownerProjectKind])
        #expect(explanation.sources.map(\.sessions) == [1])
        #expect(isClose(explanation.sources[0].weight, 1.0 / 6))
        #expect(isClose(explanation.prior, 5.0 / 6) && explanation.tail == 0)
    }

    @Test func oneOverrunOfQuiteAnotherSizeMovesNothing() {
        let forecast = Work(planned: 600).forecast(after: [Work(actual: 120)])
        #expect(forecast.p50 == 600)
        #expect(isClose(forecast.p80, 600 * 1.699_799, within: 1e-6))
        #expect(forecast.explanation.sources.allSatisfy { $0.weight < 0.001 })
    }

    @Test func aFewExactOnesAreBelieved() {
        // Five weigh 4.66 / 9.66 = 0.48: with the prior's 0.38 and 0.62 of the rest, 0.20 lie below the plan
        // and 0.80 up to it.
        let forecast = Work().forecast(after: [Work](repeating: Work(), count: 5).inOrder)
        #expect(forecast.p50 == 60 && forecast.p80 == 60)
        #expect(forecast.explanation.sessions == 5)
    }

    @Test func sessionsOfTwiceTheSizeCountLess() {
        // exp(-(ln 2 / 0.7)^2 / 2) = 0.6125, and 0.6125 / 5.6125 = 0.1091.
        let forecast = Work(planned: 120).forecast(after: [Work(planned: 60)])
        #expect(isClose(forecast.explanation.sources[0].weight, 0.109_13, within: 1e-4))
    }

    @Test func aSessionCountsHalfAfterTwentyOthers() throws {
        let history = (0...20).map { Work(actual: Double(100 + $0)) }.inOrder
        let points = Work().forecast(after: history).points
        let oldest = try #require(points.first { isClose($0.minutes, 100) })
        let latest = try #require(points.first { isClose($0.minutes, 120) })
        #expect(isClose(latest.weight, 2 * oldest.weight))
    }

    @Test func onlyTheLatestSixtyCount() {
        let old = [Work](repeating: Work(actual: 6000), count: 70)
        let new = [Work](repeating: Work(actual: 60), count: 60)
        let forecast = Work().forecast(after: (old + new).inOrder)
        #expect(forecast.explanation.sessions == 60)
        #expect(!forecast.points.contains { isClose($0.minutes, 6000) })
    }

    @Test func eachSessionCountsOnItsFinestLevelAndKeepsItsAgeOnOthers() {
        let history = [
            Work(owner: "bo", project: "web", kind: "review"), Work(owner: "bo"), Work(kind: "review"),
            Work(owner: "bo", kind: "review", tags: ["urgent", "ios"]), Work(project: "web"),
            Work(title: " Fix IT"),
        ].inOrder
        let asked = Work(title: "fix it ", tags: ["ios", "urgent"])
        let sources = asked.forecast(after: history).explanation.sources
        #expect(sources.map(\.level) == [.title, .ownerKind, .tags, .owner, .kind, .all])
        #expect(sources.map(\.sessions) == [1, 1, 1, 1, 1, 1])
        // 1/6 by title. Of the rest, the second has been the second of its kind and owner, 2^(-1/20) = 0.9659
        // of 5.9659.
        #expect(isClose(sources[0].weight, 1.0 / 6))
        #expect(isClose(sources[1].weight, 5.0 / 6 * 0.965_936 / 5.965_936, within: 1e-5))
    }

    @Test func aShareIsReachedWhateverRoundingSays() {
        // 0.1 added up eight times is a little less than 0.8.
        let points = (1...10).map { Forecast.Point(minutes: Double($0), weight: 1, origin: .prior) }
        let forecast = Forecast(points: points.reversed(), planned: 60, elapsed: 0)
        #expect(Forecast.shares.map(forecast.minutes(forShare:)) == [1, 5, 8, 9])
    }

    @Test func withoutAPlanMinutesThemselvesAreForecast() {
        // Nine points around 45 minutes, 1/9 each: half at 0, 0.8 at the quantile 0.9674.
        let nothing = Work(planned: nil).forecast(after: [])
        #expect(nothing.isWeak && isClose(nothing.p50, 45))
        #expect(isClose(nothing.p80, 45 * 2.631_150, within: 1e-6))

        // Sessions with a plan and without, of whatever size: 30 * 2^(-age/20) in all weigh 18.9 / 23.9.
        let history = (0..<30).map { Work(planned: $0 < 15 ? nil : 7, actual: 90) }.inOrder
        let forecast = Work(planned: nil).forecast(after: history)
        #expect(isClose(forecast.p50, 90) && forecast.explanation.sessions == 30)
    }

    @Test func sessionsWithoutAPlanSayNothingAboutPlans() {
        #expect(Work().forecast(after: [Work(planned: nil, actual: 500)]) == Work().forecast(after: []))
    }

    @Test func nothingIsLearnedFromAmountsThatCannotBe() {
        #expect(Work(actual: 0).finished == nil)
        #expect(Work(actual: -5).finished == nil)
        #expect(Work(actual: .infinity).finished == nil)
        #expect(Work(actual: .nan).finished == nil)
        #expect(Work(started: 1, completed: 0).finished == nil)
        for planned in [0, -1, .infinity, .nan] as [Double] {
            #expect(Work(planned: planned).finished?.planned == nil)
            #expect(Work(planned: planned).finished != nil)
            #expect(ForecastQuery(Work().likeness, planned: planned).planned == nil)
            #expect(ForecastQuery(Work().likeness, planned: 60, elapsed: planned).elapsed == 0)
        }
    }
}
