import Testing

@testable import SessionsCore

@Suite struct StatisticsTests {
    private func result(
        by keys: [GroupKey] = [], since: Instant? = nil, until: Instant? = nil, now: Instant = at("12:00"),
        zone: Zone = .utc, _ sessions: [Session]
    ) -> Statistics.Result {
        var statistics = Statistics(by: keys, since: since, until: until, now: now, zone: zone)
        for session in sessions { statistics.add(SessionSummary(of: session)) }
        return statistics.result()
    }

    private func stretch(
        _ start: String, _ end: String?, by person: String = "ada", offset: String = "+00:00"
    ) -> String {
        let end = end.map { #", "end": "2026-11-\#($0):00Z""# } ?? ""
        return #"{"by": "\#(person)", "start": "2026-11-\#(start):00Z"\#(end), "utcOffset": "\#(offset)"}"#
    }

    private func session(_ members: String, _ intervals: [String]) throws -> Session {
        let all = intervals.enumerated().map { #""i\#($0)": \#($1)"# }.joined(separator: ", ")
        return try SessionsCoreTests.session(#"{\#(members) "intervals": {\#(all)}}"#)
    }

    private func lines(_ result: Statistics.Result) -> [String] {
        result.rows.map { row in
            row.values.map { $0 ?? "-" }.joined(separator: " ")
                + ": \(row.tally.sessions) \(row.tally.trackedSeconds) \(row.tally.wallSeconds)"
        }
    }

    private func ended(_ type: String, _ at: String) -> String {
        #""events": {"e1": {"seq": 1, "type": "\#(type)", "at": "2026-11-\#(at):00Z", "by": "ada"}},"#
    }

    // MARK: Sums

    @Test func nothingAddsUpToNothing() {
        let result = result(by: [.tag], [])
        #expect(result.totals.sessions == 0 && result.totals.wallSeconds == 0 && result.rows.isEmpty)
        #expect(result.totals.actualOverPlan == nil && result.totals.lengths.median == nil)
    }

    @Test func plansAreMeasuredByCompletedSessionsThatHadOne() throws {
        let hour = stretch("22T09:00", "22T10:00")
        let totals = result([
            try session(#""status": "completed", "plannedMinutes": 30,"#, [hour]),
            try session(#""status": "completed", "plannedMinutes": 90,"#, []),
            try session(#""status": "completed","#, [hour]),
            try session(#""status": "paused", "plannedMinutes": 30,"#, [hour]),
            try session(
                #""status": "completed", "plannedMinutes": 0, "archived": {"at": "2026-11-22T09:00:00Z"},"#,
                []),
        ]).totals
        #expect(
            totals.sessions == 5 && totals.completed == 4 && totals.archived == 1 && totals.abandoned == 0)
        #expect(totals.plannedSeconds == 9000 && totals.trackedSeconds == 10_800)
        #expect(totals.wallSeconds == 3600)
        #expect(totals.plannedOfCompleted == 7200 && totals.trackedOfCompleted == 3600)
        #expect(totals.actualOverPlan == 0.5)
        #expect(totals.overPlan.values.sorted() == [0, 2])
        #expect(totals.lengths.values == [3600, 3600, 3600])
    }

    @Test func whatIsArchivedBeforeItIsCompletedIsAbandoned() throws {
        let archived = #""archived": {"at": "2026-11-20T09:00:00Z"}"#
        let sessions = [
            try session(#""status": "completed", \#(archived),"#, []),
            try session(#""status": "paused", \#(archived),"#, [stretch("19T09:00", "19T10:00")]),
            try session(#""status": "draft","#, []),
        ]
        let rows = result(by: [.status], sessions)
        #expect(rows.rows.map { $0.values[0] } == ["paused", "completed", "draft"])
        #expect(
            rows.rows.map(\.tally.abandoned) == [1, 0, 0] && rows.rows.map(\.tally.completed) == [0, 1, 0])
        #expect(rows.totals.abandoned == 1 && rows.totals.archived == 2)
        // It was given up on the next day.
        let days = result(by: [.day], sessions)
        #expect(days.rows.map(\.tally.abandoned) == [0, 1, 0])
    }

    @Test func goalsCountInEveryRow() throws {
        let goals =
            #""goals": {"g1": {"title": "a", "doneAt": "2026-11-22T09:00:00Z"}, "g2": {"title": "b"}},"#
        let session = try session(goals + #""tags": ["a", "b"],"#, [])
        let rows = result(by: [.tag], [session])
        #expect(rows.rows.map(\.tally.goals) == [2, 2] && rows.rows.map(\.tally.goalsReached) == [1, 1])
        #expect(rows.totals.goals == 2)
    }

    // MARK: Rows

    @Test func aSessionCountsForEachOfItsTagsAndOnEachOfItsDays() throws {
        let session = try session(
            #""tags": ["a", "b"],"#,
            [
                stretch("20T23:00", "21T01:00"), stretch("21T02:00", "21T03:00"),
                #"{"date": "2026-11-19", "seconds": 100000}"#,
            ])
        #expect(lines(result(by: [.tag], [session])) == ["a: 1 110800 10800", "b: 1 110800 10800"])
        let days = result(by: [.day], [session])
        #expect(
            lines(days) == ["2026-11-19: 1 100000 0", "2026-11-20: 1 3600 3600", "2026-11-21: 1 7200 7200"])
        #expect(days.totals.sessions == 1 && days.totals.trackedSeconds == 110_800)
        #expect(lines(result(by: [.tag, .week], [session])).count == 2)
        #expect(lines(result(by: [.month], [session])) == ["2026-11: 1 110800 10800"])
        #expect(
            lines(result(by: [.weekday], [session])) == [
                "thursday: 1 100000 0", "friday: 1 3600 3600", "saturday: 1 7200 7200",
            ])
        #expect(
            lines(result(by: [.hour], [session])) == [
                "00: 1 3600 3600", "02: 1 3600 3600", "23: 1 3600 3600", "-: 1 100000 0",
            ])
    }

    @Test func whatTookLongestComesFirstAndThenByName() throws {
        func session(_ project: String?, _ seconds: Int) throws -> Session {
            let name = project.map { #""project": "\#($0)","# } ?? ""
            return try self.session(name, [#"{"date": "2026-11-22", "seconds": \#(seconds)}"#])
        }
        let sessions = [
            try session("b", 10), try session("a", 10), try session("c", 5), try session("c", 5),
            try session(nil, 99), try session("z", 0),
        ]
        #expect(result(by: [.project], sessions).rows.map { $0.values[0] } == [nil, "c", "a", "b", "z"])
        // To have none is not to have an empty one, whichever was read first.
        for sessions in [
            [try session("", 1), try session(nil, 1)], [try session(nil, 1), try session("", 1)],
        ] {
            #expect(result(by: [.project], sessions).rows.map { $0.values[0] } == [nil, ""])
        }
    }

    @Test func theRowsOfOneProjectStandTogether() throws {
        func session(_ project: String, _ day: Int, _ seconds: Int) throws -> Session {
            try self.session(
                #""project": "\#(project)","#, [#"{"date": "2026-11-\#(day)", "seconds": \#(seconds)}"#])
        }
        let sessions = [
            try session("small", 10, 50), try session("large", 12, 1), try session("large", 11, 60),
        ]
        #expect(
            lines(result(by: [.project, .day], sessions)) == [
                "large 2026-11-11: 1 60 0", "large 2026-11-12: 1 1 0", "small 2026-11-10: 1 50 0",
            ])
        #expect(
            result(by: [.week, .project], sessions).rows.map { $0.values } == [
                ["2026-W46", "large"], ["2026-W46", "small"],
            ])
    }

    @Test func oneNameWrittenInTwoWaysIsOneRow() throws {
        let sessions = [
            try session(#""project": "\u00e9","#, []), try session(#""project": "e\u0301","#, []),
        ]
        #expect(result(by: [.project], sessions).rows.map(\.tally.sessions) == [2])
        let both = try session(#""tags": ["\u00e9", "e\u0301"],"#, [])
        #expect(result(by: [.tag], [both]).rows.map(\.tally.sessions) == [1])
    }

    @Test func everyPersonHasTheirOwnTime() throws {
        let both = try session(
            #""status": "completed","#,
            [stretch("22T09:00", "22T10:00"), stretch("22T09:30", "22T11:30", by: "lin")])
        let unworked = try session(#""participants": {"kim": "owner", "ada": "viewer"},"#, [])
        let rows = result(by: [.person], [both, unworked])
        #expect(lines(rows) == ["lin: 1 7200 7200", "ada: 1 3600 3600", "kim: 1 0 0"])
        #expect(rows.rows.map(\.tally.completed) == [1, 1, 0] && rows.totals.completed == 1)
        #expect(rows.totals.trackedSeconds == 10_800 && rows.totals.wallSeconds == 9000)
    }

    @Test func allNamesOfAPersonAreOne() throws {
        var statistics = Statistics(by: [.person], now: at("12:00"), zone: .utc) { $0 == "old" ? "ada" : $0 }
        statistics.add(
            SessionSummary(
                of: try session(
                    "", [stretch("22T09:00", "22T10:00"), stretch("22T09:30", "22T11:30", by: "old")])))
        #expect(lines(statistics.result()) == ["ada: 1 10800 9000"])
    }

    @Test func ratingsAreInOrder() throws {
        let ratings = [4, 2].map { #""reflection": {"rating": \#($0)},"# } + [""]
        let rows = result(by: [.rating], try ratings.map { try session($0, []) }).rows
        #expect(rows.map { $0.values[0] } == ["2", "4", nil])
    }

    // MARK: Time

    @Test func onlyTimeOfThePeriodCounts() throws {
        let session = try session(
            #""status": "completed", \#(ended("completed", "22T10:30")) "plannedMinutes": 60,"#,
            [
                stretch("22T09:00", "22T10:00"), stretch("22T10:15", "22T11:00"),
                #"{"date": "2026-11-22", "seconds": 60}"#, #"{"date": "2026-11-21", "seconds": 600}"#,
            ])
        let inside = result(since: at("09:30"), until: at("10:20"), [session]).totals
        #expect(inside.sessions == 1 && inside.trackedSeconds == 1800 + 300 && inside.wallSeconds == 2100)
        #expect(inside.completed == 0 && inside.overPlan.isEmpty && inside.pauses == 1)
        #expect(inside.lengths.values == [2100])
        let later = result(since: at("10:20"), [session]).totals
        #expect(later.trackedSeconds == 2400 && later.completed == 1)
        // What it took in all stands against its plan.
        #expect(later.trackedOfCompleted == 3600 + 2700 + 660 && later.plannedOfCompleted == 3600)
        #expect(result(since: at("11:00"), [session]).totals.sessions == 0)
        #expect(result(since: at("00:00"), until: at("01:00"), [session]).totals.trackedSeconds == 60)
    }

    @Test func aClockThatRunsCountsUpToNow() throws {
        let session = try session(#""status": "active","#, [stretch("22T11:30", nil)])
        #expect(result([session]).totals.trackedSeconds == 1800)
        #expect(
            lines(result(by: [.hour], now: at("13:30"), [session])) == [
                "11: 1 1800 1800", "12: 1 3600 3600", "13: 1 1800 1800",
            ])
        #expect(result(until: at("11:45"), [session]).totals.trackedSeconds == 900)
    }

    @Test func anHourThatComesTwiceIsOneRowOfTwoHours() throws {
        // 25 October in Berlin: 02:00 to 03:00 comes at 00:00 and at 01:00 UTC.
        let night =
            #"{"start": "2026-10-24T21:30:00Z", "end": "2026-10-25T02:30:00Z", "utcOffset": "+02:00"}"#
        let session = try session("", [night])
        #expect(
            lines(result(by: [.day, .hour], zone: TestZone.berlin, [session])) == [
                "2026-10-24 23: 1 1800 1800", "2026-10-25 00: 1 3600 3600", "2026-10-25 01: 1 3600 3600",
                "2026-10-25 02: 1 7200 7200", "2026-10-25 03: 1 1800 1800",
            ])
        // Tracked in Kathmandu, it keeps the clock of its place.
        let far = try self.session("", [night.replacing("+02:00", with: "+05:45")])
        #expect(
            lines(result(by: [.day], zone: TestZone.berlin, [far])) == ["2026-10-25: 1 18000 18000"])
    }

    @Test func anHourThatIsLeftOutHasNoRow() throws {
        let night =
            #"{"start": "2026-03-29T00:30:00Z", "end": "2026-03-29T01:30:00Z", "utcOffset": "+01:00"}"#
        #expect(
            lines(result(by: [.hour], zone: TestZone.berlin, [try session("", [night])])) == [
                "01: 1 1800 1800", "03: 1 1800 1800",
            ])
    }

    @Test func aPauseIsWhereSomebodyStoppedAndWentOnLater() throws {
        let session = try session(
            "",
            [
                stretch("21T09:00", "21T10:00"), stretch("21T10:00", "21T10:30"),
                stretch("21T10:40", "21T11:00"), stretch("22T09:00", "22T10:00"),
                stretch("21T12:00", "21T13:00", by: "lin"), #"{"date": "2026-11-21", "seconds": 60}"#,
            ])
        let days = result(by: [.day], [session])
        #expect(days.totals.pauses == 2 && days.rows.map(\.tally.pauses) == [2, 0])
        #expect(result(by: [.person], [session]).rows.map(\.tally.pauses) == [2, 0, 0])
        #expect(result(by: [.hour], [session]).rows.first { $0.values == ["10"] }?.tally.pauses == 2)
    }

    @Test func daysBeginAndEndWithTheirFirstAndLastClock() throws {
        let sessions = [
            try session("", [stretch("20T09:00", "20T10:00"), stretch("20T17:00", "20T17:30")]),
            try session("", [stretch("20T08:30", "20T08:45"), stretch("21T22:00", "22T01:00")]),
        ]
        let totals = result(sessions).totals
        #expect(totals.days == 3)
        #expect(totals.dayStarts.values.sorted() == [0, 8.5 * 3600, 22 * 3600])
        #expect(totals.dayEnds.values.sorted() == [3600, 17.5 * 3600, 24 * 3600])
        let east = try session("", [stretch("20T09:00", "20T10:00", offset: "+02:00")])
        #expect(result([east]).totals.dayStarts.values == [11 * 3600])
    }
}
