import Testing

@testable import SessionsCore

@Suite struct DistributionTests {
    @Test func aQuantileBetweenTwoIsInProportion() {
        let values = Distribution([40, 10, 20, 30])
        #expect(values.mean == 25 && values.median == 25)
        #expect(values.quantile(0) == 10 && values.quantile(1) == 40 && values.quantile(0.25) == 17.5)
        #expect(Distribution([7]).quantile(0.9) == 7 && Distribution().quantile(0.5) == nil)
        #expect(Distribution().mean == nil)
    }

    @Test func everyQuantileIsThatOfTheSortedValues() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for round in 0..<500 {
            let values = (0..<random.below(60) + 1).map { _ in Double(random.below(20)) }
            let sorted = values.sorted()
            let share = Double(random.below(101)) / 100
            let rank = share * Double(values.count - 1)
            let (low, high) = (sorted[Int(rank)], sorted[min(Int(rank) + 1, values.count - 1)])
            let expected = low + (rank - Double(Int(rank))) * (high - low)
            #expect(Distribution(values).quantile(share) == expected, "seed \(seed), round \(round)")
        }
    }
}

@Suite struct RoundingTests {
    @Test(arguments: [(0, 0), (449, 0), (450, 900), (900, 900), (1349, 900), (1350, 1800), (36_000, 36_000)])
    func halfOfAStepIsRoundedUp(_ seconds: Int, _ expected: Int) {
        #expect(Rounding(to: TimeAmount(seconds: 900)).rounded(seconds) == expected)
    }

    @Test func stepsCanBeOdd() {
        let rounding = Rounding(to: TimeAmount(seconds: 7))
        #expect([3, 4, 10, 11].map(rounding.rounded) == [0, 7, 7, 14])
        #expect(Rounding(to: TimeAmount(seconds: 1)).rounded(17) == 17)
    }
}

@Suite struct LocalClockTests {
    private func parts(_ start: String, _ end: String, _ offset: Int, _ unit: Int?, _ zone: Zone) throws
        -> [String]
    {
        var clock = LocalClock(zone: zone)
        var parts: [LocalClock.Part] = []
        clock.cut(
            try instant(start).seconds, try instant(end).seconds, offset: offset, unit: unit, into: &parts)
        return parts.map { part in
            let local = Instant(seconds: part.localStart).rfc3339.prefix(16)
            return "\(local) \((part.end - part.start) / 60)"
        }
    }

    @Test func stretchesAreCutAtHoursAndDaysOfTheirPlace() throws {
        #expect(
            try parts("2026-11-22T08:30:00Z", "2026-11-22T10:15:00Z", 0, 3600, .utc)
                == ["2026-11-22T08:30 30", "2026-11-22T09:00 60", "2026-11-22T10:00 15"])
        #expect(
            try parts("2026-11-22T17:00:00Z", "2026-11-22T19:00:00Z", 20_700, 86_400, .utc)
                == ["2026-11-22T22:45 75", "2026-11-23T00:00 45"])
        #expect(
            try parts("2026-11-22T17:00:00Z", "2026-11-25T19:00:00Z", 0, nil, .utc)
                == ["2026-11-22T17:00 4440"])
        #expect(
            try parts("2026-11-22T17:00:00Z", "2026-11-22T17:00:00Z", 0, 3600, .utc) == ["2026-11-22T17:00 0"]
        )
    }

    @Test func clocksThatAreChangedAreFollowedWhereTheyAreThoseOfThePlace() throws {
        let (start, end) = ("2026-03-28T22:00:00Z", "2026-03-29T22:30:00Z")
        #expect(
            try parts(start, end, 3600, 86_400, TestZone.berlin) == [
                "2026-03-28T23:00 60", "2026-03-29T00:00 120", "2026-03-29T03:00 1260", "2026-03-30T00:00 30",
            ])
        #expect(
            try parts(start, end, 0, 86_400, TestZone.berlin) == [
                "2026-03-28T22:00 120", "2026-03-29T00:00 1350",
            ])
        // By half an hour, and by a day.
        #expect(
            try parts("2026-04-04T14:45:00Z", "2026-04-04T15:45:00Z", 39_600, 3600, TestZone.lordHowe) == [
                "2026-04-05T01:45 15", "2026-04-05T01:30 30", "2026-04-05T02:00 15",
            ])
        #expect(
            try parts("2011-12-30T09:00:00Z", "2011-12-30T11:00:00Z", -36_000, 86_400, TestZone.apia) == [
                "2011-12-29T23:00 60", "2011-12-31T00:00 60",
            ])
    }

    @Test func aStretchOfMoreThanAYearCountsWhereItBegins() throws {
        #expect(
            try parts("0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", 0, 3600, .utc).count == 1)
    }

    @Test func timesBefore1970AreCutAsWell() throws {
        #expect(
            try parts("1969-12-31T22:30:00Z", "1970-01-01T00:30:00Z", 0, 3600, .utc)
                == ["1969-12-31T22:30 30", "1969-12-31T23:00 60", "1970-01-01T00:00 30"])
    }
}

@Suite struct GroupKeyTests {
    @Test(arguments: [
        ("2026-01-01", "2026-W01"), ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"),
        ("2024-12-30", "2025-W01"), ("2026-11-22", "2026-W47"), ("1969-12-31", "1970-W01"),
    ])
    func weeksAreThoseOfISO8601(_ day: String, _ week: String) throws {
        let place = TimePlace(day: try #require(CalendarDay(day)))
        #expect(GroupKey.week.text(of: try #require(place.value(of: .week))) == week)
    }
}
