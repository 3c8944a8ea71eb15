import Testing

@testable import SessionsCore

@Suite struct LocalDayTests {
    private func interval(_ start: Instant, _ end: Instant?, _ offset: Int) throws -> Interval {
        var object: JSONObject = [
            "start": .string(start.rfc3339),
            "utcOffset": .string(Zone { _ in offset }.offsetText(at: start)),
        ]
        object["end"] = end.map { .string($0.rfc3339) }
        return try #require(Interval(id: "i1", .object(object)))
    }

    private func days(_ interval: Interval, _ zone: Zone = .utc, now: Instant = at("23:59")) -> [String] {
        var clock = LocalClock(zone: zone)
        return clock.days(of: interval, now: now).map { "\($0.day) \($0.seconds)" }
    }

    @Test func aStretchIsCutAtLocalMidnight() throws {
        #expect(
            days(try interval(at("21:30"), at("23:00"), 7200)) == ["2026-11-22 1800", "2026-11-23 3600"])
    }

    @Test func aStretchThatEndsAtMidnightIsOfOneDay() throws {
        #expect(days(try interval(at("21:30"), at("22:00"), 7200)) == ["2026-11-22 1800"])
    }

    @Test func aStretchWithoutLengthIsOfItsDay() throws {
        #expect(days(try interval(at("22:00"), at("21:00"), 7200)) == ["2026-11-23 0"])
    }

    @Test func anAmountIsOfItsDay() throws {
        let amount = try #require(Interval(id: "i1", ["date": "2026-11-20", "seconds": 90_000]))
        #expect(days(amount) == ["2026-11-20 90000"])
    }

    @Test func theDayOnWhichClocksAreChangedIsOneDay() throws {
        let (start, end) = (try instant("2026-10-24T21:00:00Z"), try instant("2026-10-26T00:00:00Z"))
        #expect(
            days(try interval(start, end, 7200), TestZone.berlin)
                == ["2026-10-24 3600", "2026-10-25 90000", "2026-10-26 3600"])
        // Where the clocks of another place were, none was changed.
        #expect(
            days(try interval(start, end, 10_800), TestZone.berlin)
                == ["2026-10-25 86400", "2026-10-26 10800"])
    }

    /// Ten thousand years of midnights, as only a file that somebody made up can have them.
    @Test func aStretchThatCannotBeIsOfTheDayOnWhichItBegan() throws {
        let (start, end) = (Instant(seconds: -62_167_219_200), Instant(seconds: 253_402_300_799))
        #expect(days(try interval(start, end, 0)).count == 1)
    }

    @Test func theDaysAddUpToTheWhole() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let now = at("12:00")
        for round in 0..<2_000 {
            let start = Instant(
                milliseconds: now.milliseconds - .random(in: 0...400_000_000, using: &generator))
            let end = Instant(
                milliseconds: start.milliseconds + .random(in: -100_000...400_000_000, using: &generator))
            let offset = .random(in: -48...48, using: &generator) * 900
            let interval = try interval(start, generator.below(5) == 0 ? nil : end, offset)
            var clock = LocalClock(zone: .utc)
            let days = clock.days(of: interval, now: now)
            #expect(
                days.reduce(0) { $0 + $1.seconds } == interval.seconds(now: now),
                "seed \(seed), round \(round)")
            #expect(days.first?.day == interval.day, "seed \(seed), round \(round)")
            for (day, next) in zip(days, days.dropFirst()) {
                #expect(next.day == day.day.advanced(by: 1), "seed \(seed), round \(round)")
            }
            #expect(days.allSatisfy { (0...86_400).contains($0.seconds) }, "seed \(seed), round \(round)")
        }
    }
}
