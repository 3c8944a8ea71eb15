import Testing

@testable import SessionsCore

@Suite struct RunningForecastTests {
    @Test func whatCanNoLongerBeIsLeftOut() {
        // Two of the prior's ten points lie below half the plan, 0.811 are left. Half of that, 0.406, is
        // reached on the plan (0.433 - 0.189 below it), 0.649 at the quantile 0.9674.
        let forecast = Work().forecast(after: [], elapsed: 30)
        #expect(forecast.p50 == 60)
        #expect(isClose(forecast.p80, 60 * 2.388_533, within: 1e-6))
        #expect(isClose(forecast.explanation.prior, 1))
    }

    @Test func pastThePlanNothingButATailIsLeftOfThePrior() {
        // Nine equal parts: half at the fifth, (1 - 4.5/9)^(-2/3); 0.8 at the eighth, (1 - 7.5/9)^(-2/3).
        for elapsed in [60.0, 90, 1e6] {
            let forecast = Work().forecast(after: [], elapsed: elapsed)
            #expect(isClose(forecast.p50, elapsed * 1.587_401, within: 1e-6))
            #expect(isClose(forecast.p80, elapsed * 3.301_927, within: 1e-6))
            #expect(isClose(forecast.explanation.tail, 1) && forecast.explanation.prior == 0)
        }
    }

    @Test func pastThePlanThoseThatTookLongerSpeak() {
        // Sixty at twice the plan weigh 25.7 / 30.7 = 0.84 of a forecast, beside a tail of 0.2: 0.81 of the
        // whole.
        let history = [Work](repeating: Work(actual: 120), count: 60).inOrder
        let forecast = Work().forecast(after: history, elapsed: 61)
        #expect(isClose(forecast.p50, 120))
        #expect((0.80...0.81).contains(forecast.explanation.sources[0].weight))
    }

    @Test func thoseThatTookExactlySoLongArePast() {
        let history = [Work](repeating: Work(planned: 7, actual: 21), count: 9).inOrder
        #expect(Work(planned: 7).forecast(after: history, elapsed: 20.9).explanation.sessions == 9)
        #expect(Work(planned: 7).forecast(after: history, elapsed: 21).explanation.sessions == 0)
    }

    @Test func withoutAPlanTheTailIsThereFromTheBeginning() {
        // All of the prior, 1, beside a tail of 0.2; past the prior's last point, 221 minutes, the tail
        // alone.
        let early = Work(planned: nil).forecast(after: [], elapsed: 1)
        #expect(isClose(early.explanation.prior, 1 / 1.2) && isClose(early.explanation.tail, 0.2 / 1.2))
        let late = Work(planned: nil).forecast(after: [], elapsed: 222)
        #expect(isClose(late.explanation.tail, 1) && isClose(late.p50, 222 * 1.587_401, within: 1e-6))

        let history = [Work](repeating: Work(planned: nil, actual: 400), count: 60).inOrder
        let known = Work(planned: nil).forecast(after: history, elapsed: 222)
        #expect(isClose(known.p50, 400) && known.explanation.prior == 0)
    }
}
