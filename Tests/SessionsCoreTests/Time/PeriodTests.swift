import Testing

@testable import SessionsCore

@Suite struct PeriodTests {
    /// Today is Tuesday, 24 November 2026; the end is the day after the last.
    @Test(arguments: [
        ("2026-11-22", "2026-11-22", "2026-11-23"), ("2026-12-31", "2026-12-31", "2027-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"), ("2026-02", "2026-02-01", "2026-03-01"),
        ("2026-12", "2026-12-01", "2027-01-01"), ("2026-Q1", "2026-01-01", "2026-04-01"),
        ("2026-Q4", "2026-10-01", "2027-01-01"), ("2026", "2026-01-01", "2027-01-01"),
        ("today", "2026-11-24", "2026-11-25"), ("yesterday", "2026-11-23", "2026-11-24"),
        ("this day", "2026-11-24", "2026-11-25"), ("last day", "2026-11-23", "2026-11-24"),
        ("this week", "2026-11-23", "2026-11-30"), ("last week", "2026-11-16", "2026-11-23"),
        ("this month", "2026-11-01", "2026-12-01"), ("last month", "2026-10-01", "2026-11-01"),
        ("this quarter", "2026-10-01", "2027-01-01"), ("last quarter", "2026-07-01", "2026-10-01"),
        ("this year", "2026-01-01", "2027-01-01"), ("last year", "2025-01-01", "2026-01-01"),
        ("monday", "2026-11-23", "2026-11-24"), ("tuesday", "2026-11-24", "2026-11-25"),
        ("wednesday", "2026-11-18", "2026-11-19"), ("thursday", "2026-11-19", "2026-11-20"),
        ("friday", "2026-11-20", "2026-11-21"), ("saturday", "2026-11-21", "2026-11-22"),
        ("sunday", "2026-11-22", "2026-11-23"),
    ])
    func aPeriodIsWholeDays(_ text: String, _ first: String, _ end: String) throws {
        let days = try #require(Period(text)).days(today: day("2026-11-24"))
        #expect(days.first.description == first && days.end.description == end)
    }

    /// Weeks by the rule of ISO 8601: the first is the one with 4 January.
    @Test(arguments: [
        ("2026-W01", "2025-12-29"), ("2026-W47", "2026-11-16"), ("2026-W53", "2026-12-28"),
        ("2027-W01", "2027-01-04"), ("2020-W53", "2020-12-28"), ("2021-W01", "2021-01-04"),
        ("2024-W01", "2024-01-01"), ("2024-W52", "2024-12-23"), ("2004-W53", "2004-12-27"),
        ("2015-W53", "2015-12-28"), ("2000-W01", "2000-01-03"), ("0000-W01", "0000-01-03"),
    ])
    func aWeekIsNumberedAsInISO8601(_ text: String, _ monday: String) throws {
        let days = try #require(Period(text)).days(today: day("2026-11-24"))
        #expect(days.first.description == monday && days.first.weekday == 1)
        #expect(days.end == days.first.advanced(by: 7))
    }

    @Test func theLongYearsAreThoseWhoseFirstOrLastDayIsAThursday() throws {
        for year in 1990...2060 {
            let text = decimal(year, digits: 4)
            let isLong = try day("\(text)-01-01").weekday == 4 || day("\(text)-12-31").weekday == 4
            #expect((Period("\(text)-W53") != nil) == isLong, "\(text)")
            #expect(Period("\(text)-W52") != nil && Period("\(text)-W54") == nil, "\(text)")
        }
    }

    @Test func monthsQuartersAndWeeksFollowOneAnother() throws {
        let today = try day("2026-11-24")
        func days(_ text: String) throws -> (first: CalendarDay, end: CalendarDay) {
            try #require(Period(text), "\(text)").days(today: today)
        }
        for year in 2019...2029 {
            var end = try days("\(year)").first
            for month in 1...12 {
                let month = try days("\(year)-\(decimal(month, digits: 2))")
                #expect(month.first == end)
                end = month.end
            }
            #expect(try end == days("\(year + 1)").first)
            end = try days("\(year)").first
            for quarter in 1...4 {
                #expect(try days("\(year)-Q\(quarter)").first == end)
                end = try days("\(year)-Q\(quarter)").end
            }
            #expect(try end == days("\(year + 1)").first)
            let last = Period("\(year)-W53") == nil ? 52 : 53
            #expect(try days("\(year)-W\(last)").end == days("\(year + 1)-W01").first)
        }
    }

    @Test func aNamedDayIsAmongTheLastSeven() throws {
        for name in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] {
            let period = try #require(Period(name))
            for offset in 0..<14 {
                let today = try day("2026-12-25").advanced(by: offset)
                let meant = period.days(today: today).first
                #expect((0...6).contains(today.daysSince1970 - meant.daysSince1970))
                #expect(meant.weekday == (try day("2026-11-23").advanced(by: index(name))).weekday)
            }
        }
    }

    @Test func lastMonthBeforeJanuaryIsDecember() throws {
        let days = try #require(Period("last month")).days(today: day("2026-01-31"))
        #expect(days.first.description == "2025-12-01" && days.end.description == "2026-01-01")
        let quarter = try #require(Period("last quarter")).days(today: day("2026-03-31"))
        #expect(quarter.first.description == "2025-10-01" && quarter.end.description == "2026-01-01")
    }

    /// The last year there is ends like any other.
    @Test(arguments: ["9999", "9999-12", "9999-Q4", "9999-12-31"])
    func theLastPeriodHasAnEnd(_ text: String) throws {
        let days = try #require(Period(text)).days(today: try day("2026-11-24"))
        #expect(days.end.daysSince1970 == (try day("9999-12-31").daysSince1970) + 1)
        #expect(days.first < days.end)
    }

    /// A day is as long as the clocks make it: 23 and 25 hours in Berlin when they change.
    @Test(arguments: [
        ("2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"),
        ("2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"),
        ("2026-W13", "2026-03-22T23:00:00.000Z", "2026-03-29T22:00:00.000Z"),
        ("last week", "2026-11-15T23:00:00.000Z", "2026-11-22T23:00:00.000Z"),
        ("last-week", "2026-11-15T23:00:00.000Z", "2026-11-22T23:00:00.000Z"),
        ("yesterday-17:30", "2026-11-23T16:30:00.000Z", "2026-11-23T16:30:00.001Z"),
        ("2w", "2026-11-10T13:05:30.000Z", "2026-11-10T13:05:30.001Z"),
        ("-15m", "2026-11-24T12:50:30.250Z", "2026-11-24T12:50:30.251Z"),
        ("now", "2026-11-24T13:05:30.250Z", "2026-11-24T13:05:30.251Z"),
    ])
    func aPhraseInAQueryHasABeginningAndAnEnd(_ text: String, _ start: String, _ end: String) throws {
        let phrase = try #require(TimePhrase(inQuery: text))
        let period = phrase.period(now: try instant("2026-11-24T13:05:30.250Z"), in: TestZone.berlin)
        #expect(period.start.rfc3339 == start && period.end.rfc3339 == end)
    }

    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private func index(_ name: String) -> Int {
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].firstIndex(of: name)
            ?? 0
    }
}
