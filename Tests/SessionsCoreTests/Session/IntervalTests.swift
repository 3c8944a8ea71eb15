import Testing

@testable import SessionsCore

@Suite struct IntervalTests {
    private func interval(_ json: String) throws -> Interval {
        try #require(Interval(id: "i2222222222", JSON(parsing: json)))
    }

    @Test func aStretchLastsFromItsStartToItsEnd() throws {
        let interval = try interval(
            #"{"start": "2026-11-22T09:00:00Z", "end": "2026-11-22T10:30:00Z", "by": "ada", "note": "x"}"#)
        #expect(interval.seconds(now: at("20:00")) == 5400)
        #expect(!interval.isOpen && interval.by == "ada" && interval.note == "x" && interval.utcOffset == 0)
        #expect(interval.order == at("09:00"))
    }

    @Test func anOpenOneLastsUntilNow() throws {
        let interval = try interval(#"{"start": "2026-11-22T09:00:00Z"}"#)
        #expect(interval.isOpen)
        #expect(interval.seconds(now: at("09:45")) == 2700)
        #expect(interval.seconds(now: at("09:00")) == 0)
    }

    /// A clock that went back leaves such intervals, here and in files of others.
    @Test func noneIsEverLessThanNothing() throws {
        let open = try interval(#"{"start": "2026-11-22T09:00:00Z"}"#)
        #expect(open.seconds(now: at("08:00")) == 0)
        let closed = try interval(#"{"start": "2026-11-22T09:00:00Z", "end": "2026-11-22T08:00:00Z"}"#)
        #expect(closed.seconds(now: at("20:00")) == 0)
        #expect(closed.stretch(now: at("20:00"))?.end == at("09:00"))
    }

    @Test func aPlainAmountHasNoPlaceOnTheClock() throws {
        let amount = try interval(#"{"date": "2026-11-22", "seconds": 100000}"#)
        #expect(amount.seconds(now: at("20:00")) == 100_000)
        #expect(amount.stretch(now: at("20:00")) == nil && !amount.isOpen)
        #expect(amount.day.description == "2026-11-22" && amount.order == at("00:00"))
    }

    @Test func theDayIsTheOneOfTheClockWhereItBegan() throws {
        let interval = try interval(#"{"start": "2026-11-22T23:30:00Z", "utcOffset": "+01:00"}"#)
        #expect(interval.day.description == "2026-11-23" && interval.utcOffset == 3600)
    }

    @Test(arguments: ["{}", "1", #"{"end": "2026-11-22T09:00:00Z"}"#, #"{"date": "2026-11-22"}"#])
    func anythingElseIsNone(_ json: String) throws {
        #expect(try Interval(id: "i2222222222", JSON(parsing: json)) == nil)
    }
}

@Suite struct WallClockTests {
    /// Every second that lies in any of them, one by one.
    @Test func theUnionIsThatOfCountingSeconds() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for round in 0..<1_000 {
            var covered: Set<Int> = []
            var stretches: [(start: Instant, end: Instant)] = []
            var sum = 0
            for _ in 0..<generator.below(12) {
                let start = generator.below(200)
                let end = start + generator.below(40)
                covered.formUnion(start..<end)
                sum += end - start
                // Anywhere within its second.
                let fraction = Int64(generator.below(1000))
                stretches.append(
                    (
                        Instant(milliseconds: Int64(start) * 1000 + fraction),
                        Instant(milliseconds: Int64(end) * 1000 + fraction)
                    ))
            }
            let union = WallClock.union(of: stretches)
            #expect(union.seconds == covered.count, "seed \(seed), round \(round)")
            #expect(union.seconds <= sum, "seed \(seed), round \(round)")
        }
    }

    /// As in the statistics of a large workspace: so many are put in order digit by digit.
    @Test func theUnionOfManyIsThatOfCountingSeconds() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        var covered = [Bool](repeating: false, count: 3_000_000)
        let stretches = (0..<20_000).map { _ in
            let start = generator.below(covered.count - 200)
            let end = start + generator.below(200)
            for second in start..<end { covered[second] = true }
            return (start: Instant(seconds: start), end: Instant(seconds: end))
        }
        #expect(WallClock.union(of: stretches).seconds == covered.count { $0 }, "seed \(seed)")
    }

    @Test func aStretchThatEndsBeforeItBeginsCountsForNothing() {
        #expect(WallClock.union(of: [(at("10:00"), at("09:00"))]).seconds == 0)
        #expect(WallClock.union(of: [(at("10:00"), at("09:00")), (at("09:30"), at("09:40"))]).seconds == 600)
    }
}
