import Testing

@testable import SessionsCore

@Suite struct DayPartTests {
    private func interval(_ start: Instant, _ end: Instant?, _ offset: Int) throws -> Interval {
        var object: JSONObject = [
            "start": .string(start.rfc3339),
            "utcOffset": .string(Zone { _ in offset }.offsetText(at: start)),
        ]
        object["end"] = end.map { .string($0.rfc3339) }
        return try #require(Interval(id: "i1", .object(object)))
    }

    @Test func aStretchIsCutAtLocalMidnight() throws {
        let parts = try interval(at("21:30"), at("23:00"), 7200).parts(now: at("23:59"))
        #expect(parts.map(\.day.description) == ["2026-11-22", "2026-11-23"])
        #expect(parts.map(\.seconds) == [1800, 3600])
        #expect(parts[0].stretch?.end == at("22:00") && parts[1].stretch?.start == at("22:00"))
    }

    @Test func aStretchThatEndsAtMidnightIsOfOneDay() throws {
        let parts = try interval(at("21:30"), at("22:00"), 7200).parts(now: at("23:59"))
        #expect(parts.map(\.day.description) == ["2026-11-22"])
    }

    @Test func aStretchWithoutLengthIsOfItsDay() throws {
        let parts = try interval(at("22:00"), at("21:00"), 7200).parts(now: at("23:59"))
        #expect(parts.map(\.day.description) == ["2026-11-23"] && parts.map(\.seconds) == [0])
    }

    /// Ten thousand years of midnights, as only a file that somebody made up can have them.
    @Test func aStretchThatCannotBeIsNotCutForEver() throws {
        let (start, end) = (Instant(seconds: -62_167_219_200), Instant(seconds: 253_402_300_799))
        let interval = try interval(start, end, 0)
        let parts = interval.parts(now: at("12:00"))
        #expect(parts.count == 400)
        #expect(parts.reduce(0) { $0 + $1.seconds } == interval.seconds(now: at("12:00")))
        #expect(parts.last?.stretch?.end == end)
    }

    @Test func thePartsAddUpToTheWhole() throws {
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
            let parts = interval.parts(now: now)
            #expect(
                parts.reduce(0) { $0 + $1.seconds } == interval.seconds(now: now),
                "seed \(seed), round \(round)")
            #expect(parts.first?.day == interval.day, "seed \(seed), round \(round)")
            for (part, next) in zip(parts, parts.dropFirst()) {
                #expect(next.day == part.day.advanced(by: 1), "seed \(seed), round \(round)")
                #expect(next.stretch?.start == part.stretch?.end, "seed \(seed), round \(round)")
            }
            #expect(parts.allSatisfy { (0...86_400).contains($0.seconds) }, "seed \(seed), round \(round)")
        }
    }
}
