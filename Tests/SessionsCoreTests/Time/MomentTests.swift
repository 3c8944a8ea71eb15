import Testing

@testable import SessionsCore

@Suite struct MomentTests {
    /// All by a clock in Berlin that shows Tuesday 2026-11-24, 14:05:30.250.
    @Test(arguments: [
        ("now", "2026-11-24T13:05:30.250Z"), ("2026-11-22T12:50:31.123Z", "2026-11-22T12:50:31.123Z"),
        ("2026-11-22T12:50:31-05:00", "2026-11-22T17:50:31.000Z"), ("2026-11-22", "2026-11-21T23:00:00.000Z"),
        ("2026-11-22 14:05", "2026-11-22T13:05:00.000Z"), ("2026-11-22T14:05", "2026-11-22T13:05:00.000Z"),
        ("2026-11-22 14:05:09", "2026-11-22T13:05:09.000Z"),
        ("2026-11-22T14:05:09", "2026-11-22T13:05:09.000Z"),
        ("14:05", "2026-11-24T13:05:00.000Z"), ("14:05:30", "2026-11-24T13:05:30.000Z"),
        ("14:05:31", "2026-11-23T13:05:31.000Z"), ("14:06", "2026-11-23T13:06:00.000Z"),
        ("00:00", "2026-11-23T23:00:00.000Z"), ("23:59", "2026-11-23T22:59:00.000Z"),
        ("-15m", "2026-11-24T12:50:30.250Z"), ("-90", "2026-11-24T11:35:30.250Z"),
        ("-1h30m", "2026-11-24T11:35:30.250Z"), ("-1.5h", "2026-11-24T11:35:30.250Z"),
        ("-45s", "2026-11-24T13:04:45.250Z"), ("-0m", "2026-11-24T13:05:30.250Z"),
        ("-1d", "2026-11-23T13:05:30.000Z"), ("-1w", "2026-11-17T13:05:30.000Z"),
        ("-1w1d2h", "2026-11-16T11:05:30.000Z"), ("-48h", "2026-11-22T13:05:30.250Z"),
        ("15m ago", "2026-11-24T12:50:30.250Z"), ("1d ago", "2026-11-23T13:05:30.000Z"),
        ("yesterday", "2026-11-22T23:00:00.000Z"), ("yesterday 17:30", "2026-11-23T16:30:00.000Z"),
        ("today 9:00", "2026-11-24T08:00:00.000Z"), ("9:00", "2026-11-24T08:00:00.000Z"),
        ("today 09:00", "2026-11-24T08:00:00.000Z"),
        ("monday", "2026-11-22T23:00:00.000Z"), ("tuesday", "2026-11-23T23:00:00.000Z"),
        ("wednesday", "2026-11-17T23:00:00.000Z"), ("sunday 08:15", "2026-11-22T07:15:00.000Z"),
        ("this week", "2026-11-22T23:00:00.000Z"), ("last week", "2026-11-15T23:00:00.000Z"),
        ("last month", "2026-09-30T22:00:00.000Z"), ("2026-W47", "2026-11-15T23:00:00.000Z"),
        ("2026-Q4", "2026-09-30T22:00:00.000Z"), ("2026-11", "2026-10-31T23:00:00.000Z"),
        ("2026", "2025-12-31T23:00:00.000Z"),
    ])
    func everyFormIsRead(_ text: String, _ expected: String?) throws {
        let now = try instant("2026-11-24T13:05:30.250Z")
        #expect(Moment(text)?.resolve(now: now, in: TestZone.berlin).rfc3339 == expected)
    }

    @Test(arguments: [
        "", " ", "Now", "-", "--15m", "15m", "24:00", "9:0", ":30", "009:00", "14:60", "14:05:60", "14",
        "14:5", "14:05 ",
        " 14:05", "14:05Z", "14:05:30.5", "2026-02-30", "2026-11-22 24:00", "2026-11-22  14:05",
        "2026-11-22 ",
        "2026-11-22T", "2026-11-22 14:05Z", "2026-11-22x14:05", "2026-11-22 14:05 ", "2026-11-22 -15m",
        "2026-11-22 \u{301}14:05", "2026-11-22\r\n14:05", "-1.5d", "-d", "-1d30", "-1d1w", "-1d1d",
        "-999999d",
        "ago", " ago", "m ago", "15m  ago", "-15m ago", "in 15m", "last", "last monday", "last  week",
        "Monday", "monday last", "last week 14:05", "2026-Q4 14:05", "2026-Q0", "2026-Q5", "2026-W00",
        "2026-W54", "2025-W53", "2026-w47", "2026-13", "2026-00", "2026-1", "20261", "tomorrow",
        "-1h1h", "-99999999999999999m", "-+5d", "-٣d",
    ])
    func nothingElseIs(_ text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func aClockTimeIsOfYesterdayJustAfterMidnight() throws {
        let now = try instant("2026-11-23T23:00:00Z")
        #expect(Moment("00:00")?.resolve(now: now, in: TestZone.berlin) == now)
        #expect(
            Moment("00:01")?.resolve(now: now, in: TestZone.berlin).rfc3339 == "2026-11-22T23:01:00.000Z")
        #expect(
            Moment("23:59")?.resolve(now: now, in: TestZone.berlin).rfc3339 == "2026-11-23T22:59:00.000Z")
    }

    /// Berlin, 25 October 2026: 02:00 to 03:00 comes twice.
    @Test(arguments: [
        ("00:30:00", "02:45", "2026-10-24T00:45:00.000Z"), ("00:50:00", "02:45", "2026-10-25T00:45:00.000Z"),
        ("01:30:00", "02:45", "2026-10-25T00:45:00.000Z"), ("01:50:00", "02:45", "2026-10-25T01:45:00.000Z"),
        ("12:00:00", "02:45", "2026-10-25T01:45:00.000Z"), ("12:00:00", "13:30", "2026-10-24T11:30:00.000Z"),
    ])
    func theLatestPastClockTimeCountsWhereItComesTwice(_ now: String, _ clock: String, _ expected: String)
        throws
    {
        let now = try instant("2026-10-25T\(now)Z")
        #expect(Moment(clock)?.resolve(now: now, in: TestZone.berlin).rfc3339 == expected)
    }

    @Test func aClockTimeIsNeverInTheFuture() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let zones = [
            (TestZone.berlin, "2026-03-29T00:00:00Z"), (TestZone.berlin, "2026-10-25T00:00:00Z"),
            (TestZone.lordHowe, "2026-04-04T15:00:00Z"), (TestZone.apia, "2011-12-30T10:00:00Z"),
            (TestZone.saoPaulo, "2018-11-04T03:00:00Z"),
        ]
        for _ in 0..<5_000 {
            let (zone, change) = zones[generator.below(zones.count)]
            let now = try instant(change).advanced(
                bySeconds: .random(in: -180_000...180_000, using: &generator))
            let second = generator.below(86_400)
            let meant = Moment.clock(secondOfDay: second).resolve(now: now, in: zone)
            #expect(meant <= now, "seed \(seed), \(now.rfc3339), \(second)")
            // At most a day, an hour that came twice, and a day that was left out.
            #expect(now.seconds(since: meant) < 86_400 * 2 + 3600, "seed \(seed), \(now.rfc3339), \(second)")
        }
    }

    @Test func daysAgoAreThoseOfTheCalendar() throws {
        let monday = try instant("2026-03-30T10:00:00Z")
        // 12:00 in Berlin both times, 23 hours apart on the clock of UTC's day before.
        #expect(
            Moment("-1d")?.resolve(now: monday, in: TestZone.berlin).rfc3339 == "2026-03-29T10:00:00.000Z")
        #expect(
            Moment("-2d")?.resolve(now: monday, in: TestZone.berlin).rfc3339 == "2026-03-28T11:00:00.000Z")
    }
}
