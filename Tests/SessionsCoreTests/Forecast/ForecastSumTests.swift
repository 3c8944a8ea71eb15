import Testing

@testable import SessionsCore

@Suite struct ForecastSumTests {
    private func forecast(_ points: [(minutes: Double, weight: Double)]) -> Forecast {
        Forecast(
            points: points.map { Forecast.Point(minutes: $0, weight: $1, origin: .prior) }, planned: nil,
            elapsed: 0)
    }

    @Test func nothingTakesNoTime() {
        #expect(ForecastSum(of: []).p80 == 0)
    }

    @Test func certainLengthsAreAdded() {
        let sum = ForecastSum(of: [forecast([(10, 1)]), forecast([(20, 1)]), forecast([(0.5, 1)])])
        #expect(
            [0, 0.1, 0.5, 0.8, 0.9, 1].map(sum.minutes(forShare:)) == [30.5, 30.5, 30.5, 30.5, 30.5, 30.5])
    }

    @Test func oneAloneKeepsItsForecast() {
        let history = (0..<40).map { Work(actual: Double(30 + 7 * $0)) }.inOrder
        for forecast in [Work().forecast(after: []), Work().forecast(after: history)] {
            let sum = ForecastSum(of: [forecast])
            #expect(sum.p50 == forecast.p50 && sum.p80 == forecast.p80)
        }
        let even = forecast((1...10).map { (Double($0), 1) })
        let sum = ForecastSum(of: [even])
        #expect((1...10).allSatisfy { sum.minutes(forShare: Double($0) / 10) == Double($0) })
    }

    @Test func twoTossesOfACoin() {
        // 20 in a quarter of the cases, 40 in half of them, 60 in a quarter.
        let coin = forecast([(10, 0.5), (30, 0.5)])
        let sum = ForecastSum(of: [coin, coin])
        #expect(
            [0.1, 0.23, 0.27, 0.5, 0.73, 0.77, 0.9].map(sum.minutes(forShare:)) == [
                20, 20, 40, 40, 40, 60, 60,
            ])
    }

    @Test func manyDice() {
        // Sixty dice: 210 on average, standard deviation sqrt(60 * 35/12) = 13.2, all but normal: 0.8 at
        // 221.1, 0.9 at 226.9. A share of 0.02 more or less is one minute.
        let die = forecast((1...6).map { (Double($0), 1) })
        let sum = ForecastSum(of: [Forecast](repeating: die, count: 60))
        #expect(abs(sum.p50 - 210) <= 1)
        #expect(abs(sum.p80 - 221.1) <= 1.5)
        #expect(abs(sum.minutes(forShare: 0.9) - 226.9) <= 1.5)
    }

    @Test func theMedianOfASumIsNotTheSumOfMedians() {
        // A long session in five: the median of one is 10, but of ten together two are long in most cases.
        let skewed = forecast([(10, 0.8), (100, 0.2)])
        let sum = ForecastSum(of: [Forecast](repeating: skewed, count: 10))
        // Binomial(10, 0.2): at most one 0.376, two 0.678, three 0.879.
        #expect(sum.minutes(forShare: 0.36) == 190 && sum.p50 == 280 && sum.p80 == 370)
    }

    @Test func whoAsksTwiceIsToldTheSame() {
        let forecasts = (1..<30).map { Work(planned: Double($0)).forecast(after: []) }
        let (first, second) = (ForecastSum(of: forecasts), ForecastSum(of: forecasts))
        let shares = (0...100).map { Double($0) / 100 }
        #expect(shares.map(first.minutes(forShare:)) == shares.map(second.minutes(forShare:)))
        #expect(shares.map(first.minutes(forShare:)) == shares.map(first.minutes(forShare:)).sorted())
    }
}
