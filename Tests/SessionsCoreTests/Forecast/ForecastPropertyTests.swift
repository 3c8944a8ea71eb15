import Testing

@testable import SessionsCore

@Suite struct ForecastPropertyTests {
    @Test func forecastsAreThoseOfTheShortestWay() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<150 {
            let history = random.history(upTo: random.pick([2, 10, 50, 400]))
            var grown = WorkHistory()
            for work in history { work.finished.map { grown.learn($0) } }
            for _ in 0..<3 {
                let asked = random.work()
                let elapsed: Double = random.pick([0, 0, 10, 59, 60, 61, asked.actual])
                let (p50, p80) = NaiveForecast.p50AndP80(asked, after: history, elapsed: elapsed)
                let forecast = asked.forecast(after: history, elapsed: elapsed)
                #expect(isClose(forecast.p50, p50), "seed \(seed), round \(round)")
                #expect(isClose(forecast.p80, p80), "seed \(seed), round \(round)")
                let query = ForecastQuery(asked.likeness, planned: asked.planned, elapsed: elapsed)
                #expect(grown.forecast(query) == forecast, "seed \(seed), round \(round)")
            }
        }
    }

    @Test func pointsAreInOrderAndAddUpToOne() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<150 {
            let elapsed = random.pick([0.0, 0, 10, 59, 60, 61, 20_000])
            let forecast = random.work().forecast(after: random.history(upTo: 100), elapsed: elapsed)
            let minutes = forecast.points.map(\.minutes)
            #expect(minutes == minutes.sorted(), "seed \(seed), round \(round)")
            #expect(minutes.allSatisfy { $0 > elapsed && $0.isFinite }, "seed \(seed), round \(round)")
            #expect(isClose(forecast.points.reduce(0) { $0 + $1.weight }, 1), "seed \(seed), round \(round)")
            let told = Forecast.shares.map(forecast.minutes(forShare:))
            #expect(told == told.sorted(), "seed \(seed), round \(round)")
            let explanation = forecast.explanation
            let explained = explanation.sources.reduce(explanation.prior + explanation.tail) {
                $0 + $1.weight
            }
            #expect(isClose(explained, 1), "seed \(seed), round \(round)")
        }
    }

    @Test func aHistoryOfLongerDaysHasLongerForecasts() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<150 {
            let factor: Double = random.pick([0.25, 3, 60])
            let longer = { (work: Work) -> Work in
                var work = work
                work.planned = work.planned.map { $0 * factor }
                work.actual *= factor
                return work
            }
            let history = random.history(upTo: 100)
            var asked = random.work()
            asked.planned = random.pick([1, 45, 60])
            let elapsed: Double = random.pick([0, 0, 30, 100.1])
            let once = asked.forecast(after: history, elapsed: elapsed)
            let scaled = longer(asked).forecast(after: history.map(longer), elapsed: elapsed * factor)
            #expect(isClose(scaled.p50, factor * once.p50), "seed \(seed), round \(round)")
            #expect(isClose(scaled.p80, factor * once.p80), "seed \(seed), round \(round)")
        }
    }

    @Test func theOrderOfVisitsDoesNotMatter() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<60 {
            let history = random.history(upTo: 300).sorted { ($0.completed, $0.id) < ($1.completed, $1.id) }
            let asked = random.work()
            let forecast = asked.forecast(after: history)
            for other in [history.reversed(), history.shuffled(using: &random)] {
                #expect(asked.forecast(after: other).p80 == forecast.p80, "seed \(seed), round \(round)")
                #expect(
                    asked.forecast(after: other).explanation.sources.map(\.sessions)
                        == forecast.explanation.sources.map(\.sessions), "seed \(seed), round \(round)")
            }
        }
    }

    @Test func oldSessionsOfOthersChangeNothing() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<100 {
            // Sixty later ones leave no room for what is alike in nothing.
            let history = (0..<60).map { _ -> Work in
                var work = random.work()
                work.planned = 45
                work.actual = Double(1 + random.below(100))
                work.started += 1000
                work.completed += 1000
                return work
            }
            let old = random.history(upTo: 100).map { work -> Work in
                var work = work
                (work.title, work.tags) = ("quite another", ["x"])
                (work.owner, work.kind) = ("lin", "talk")
                return work
            }
            let asked = random.work()
            #expect(
                asked.forecast(after: old + history).p80 == asked.forecast(after: history).p80,
                "seed \(seed), round \(round)")
        }
    }

    @Test func theLatestAreKeptInWhateverOrderTheyCome() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<150 {
            let span = random.pick([5, 100, 1_000_000])
            let examples = random.history(upTo: 200).compactMap { work -> ForecastExample? in
                var work = work
                work.started = 0
                work.completed = random.below(span)
                return work.finished.flatMap { ForecastExample($0, number: 0, isPlanned: false) }
            }
            let sorted = examples.sorted { $0.recency > $1.recency }
            for order in [examples, sorted, sorted.reversed()] {
                var latest = LatestSessions()
                for example in order { latest.insert(example) }
                #expect(
                    (0..<latest.count).map { latest[$0].recency } == sorted.prefix(60).map(\.recency),
                    "seed \(seed), round \(round)")
            }
        }
    }
}
