import Testing

@testable import SessionsCore

/// Zones as they were, told here so that no test asks this machine for its tables.
enum TestZone {
    /// Europe/Berlin in 2026: forward on 29 March, back on 25 October, both at 01:00 UTC.
    static let berlin = changing(
        from: 3600, [("2026-03-29T01:00:00Z", 7200), ("2026-10-25T01:00:00Z", 3600)])
    /// Australia/Lord_Howe in 2026: the clocks change by half an hour.
    static let lordHowe = changing(
        from: 39_600, [("2026-04-04T15:00:00Z", 37_800), ("2026-10-03T15:30:00Z", 39_600)])
    /// Pacific/Apia: the whole of 30 December 2011 was left out.
    static let apia = changing(from: -36_000, [("2011-12-30T10:00:00Z", 50_400)])
    /// America/Sao_Paulo in 2018: forward at midnight, so that 4 November began at 01:00.
    static let saoPaulo = changing(from: -10_800, [("2018-11-04T03:00:00Z", -7200)])
    static let kathmandu = Zone { _ in 20_700 }

    private static func changing(from first: Int, _ changes: [(at: String, offset: Int)]) -> Zone {
        let changes = changes.compactMap { change in
            Instant(rfc3339: change.at).map { (at: $0, offset: change.offset) }
        }
        return Zone { instant in changes.last { $0.at <= instant }?.offset ?? first }
    }
}

/// The instant of a text, which a test gives.
func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text), "\(text) is not a time")
}

@Suite struct ZoneTests {
    @Test(arguments: [
        (TestZone.berlin, "2026-01-15 12:00", "2026-01-15T11:00:00.000Z"),
        (TestZone.berlin, "2026-07-15 00:00", "2026-07-14T22:00:00.000Z"),
        // Skipped: 02:00 to 03:00 moves forward.
        (TestZone.berlin, "2026-03-29 01:59", "2026-03-29T00:59:00.000Z"),
        (TestZone.berlin, "2026-03-29 02:00", "2026-03-29T01:00:00.000Z"),
        (TestZone.berlin, "2026-03-29 02:30", "2026-03-29T01:30:00.000Z"),
        (TestZone.berlin, "2026-03-29 03:00", "2026-03-29T01:00:00.000Z"),
        // Doubled: the first of the two.
        (TestZone.berlin, "2026-10-25 01:59", "2026-10-24T23:59:00.000Z"),
        (TestZone.berlin, "2026-10-25 02:00", "2026-10-25T00:00:00.000Z"),
        (TestZone.berlin, "2026-10-25 02:59", "2026-10-25T00:59:00.000Z"),
        (TestZone.berlin, "2026-10-25 03:00", "2026-10-25T02:00:00.000Z"),
        (TestZone.lordHowe, "2026-04-05 01:45", "2026-04-04T14:45:00.000Z"),
        (TestZone.lordHowe, "2026-04-05 02:00", "2026-04-04T15:30:00.000Z"),
        (TestZone.lordHowe, "2026-10-04 02:15", "2026-10-03T15:45:00.000Z"),
        (TestZone.apia, "2011-12-29 23:59", "2011-12-30T09:59:00.000Z"),
        (TestZone.apia, "2011-12-30 00:00", "2011-12-30T10:00:00.000Z"),
        (TestZone.apia, "2011-12-30 12:00", "2011-12-30T22:00:00.000Z"),
        (TestZone.apia, "2011-12-31 00:00", "2011-12-30T10:00:00.000Z"),
        (TestZone.saoPaulo, "2018-11-04 00:00", "2018-11-04T03:00:00.000Z"),
        (TestZone.kathmandu, "2026-11-22 05:45", "2026-11-22T00:00:00.000Z"),
    ])
    func localTimesBecomeInstants(_ zone: Zone, _ text: String, _ expected: String) throws {
        guard case .period(.day(let day), let second?)? = Moment(text) else {
            Issue.record("\(text) is not a local time")
            return
        }
        #expect(zone.instant(of: day, secondOfDay: second).rfc3339 == expected)
    }

    @Test func instantsBecomeLocalTimes() throws {
        let (day, second) = TestZone.berlin.wallClock(at: try instant("2026-03-29T01:00:00Z"))
        #expect(day.description == "2026-03-29" && second == 3 * 3600)
        let old = Zone { _ in -3600 }.wallClock(at: try instant("1970-01-01T00:30:00.500Z"))
        #expect(old.day.description == "1969-12-31" && old.secondOfDay == 84_600)
    }

    @Test(arguments: [TestZone.berlin, TestZone.lordHowe, TestZone.apia, TestZone.saoPaulo])
    func theClockOfAnInstantLeadsBackToItOrToTheSameClockBefore(_ zone: Zone) {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for _ in 0..<5_000 {
            let seconds = Int.random(in: 1_300_000_000..<1_800_000_000, using: &generator)
            let there = Instant(seconds: seconds)
            let clock = zone.wallClock(at: there)
            let back = zone.instant(of: clock.day, secondOfDay: clock.secondOfDay)
            let again = zone.wallClock(at: back)
            #expect(
                again.day == clock.day && again.secondOfDay == clock.secondOfDay, "seed \(seed), \(seconds)")
            #expect(back <= there && there.seconds(since: back) <= 3600, "seed \(seed), \(seconds)")
            let all = zone.instants(of: clock.day, secondOfDay: clock.secondOfDay)
            #expect(all.contains(there) && all == all.sorted(), "seed \(seed), \(seconds)")
        }
    }

    @Test(arguments: [(0, "+00:00"), (7200, "+02:00"), (-12_600, "-03:30"), (20_700, "+05:45")])
    func anOffsetIsWrittenAndRead(_ seconds: Int, _ text: String) {
        #expect(Zone { _ in seconds }.offsetText(at: Instant(milliseconds: 0)) == text)
        #expect(Zone.offset(of: text) == seconds)
    }

    @Test(arguments: ["", "Z", "02:00", "+2:00", "+02", "+0200", "+02:60", "+24:00", "+02:00 ", "++02:00"])
    func noOtherTextIsAnOffset(_ text: String) {
        #expect(Zone.offset(of: text) == nil)
    }
}
