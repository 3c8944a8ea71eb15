import Testing

@testable import SessionsCore

@Suite struct TimeCheckTests {
    private func problems(_ sessions: Session..., now: String = "12:00") -> [TimeCheck.Problem] {
        var check = TimeCheck(now: at(now), zone: .utc, longestWatch: TimeAmount(seconds: 8 * 3600)) {
            $0 == "ada@example.org" || $0 == "old@example.org"
        }
        for session in sessions { check.add(session) }
        return check.problems
    }

    private func session(intervals: String) throws -> Session {
        try SessionsCoreTests.session(#"{"intervals": {\#(intervals)}}"#)
    }

    private func stretch(_ id: String, _ start: String, _ end: String?, by person: String = "ada@example.org")
        -> String
    {
        let end = end.map { #", "end": "2026-11-22T\#($0):00Z""# } ?? ""
        return #""\#(id)": {"by": "\#(person)", "start": "2026-11-22T\#(start):00Z"\#(end)}"#
    }

    @Test func soundTimeHasNoProblems() throws {
        let sound = try session(
            intervals: [
                stretch("i2", "08:00", "09:00"), stretch("i3", "09:00", "09:00"), stretch("i4", "09:00", nil),
                stretch("i5", "08:30", "11:00", by: "lin@example.org"),
            ].joined(separator: ","))
        #expect(problems(sound, sound).isEmpty)
    }

    @Test func eachKindIsFoundWithItsNumber() throws {
        let wrong = try session(
            intervals: [
                stretch("i2", "01:00", nil, by: "lin@example.org"), stretch("i3", "08:00", "09:00"),
                stretch("i4", "08:59", "10:00", by: "old@example.org"), stretch("i5", "11:00", "10:00"),
                stretch("i6", "11:30", "12:01"),
            ].joined(separator: ","))
        let found = problems(wrong).map { "\($0.kind.rawValue) \($0.number) \($0.other ?? 0)" }
        #expect(found == ["forgotten 1 0", "overlapping 3 2", "backwards 4 0", "future 5 0"])
    }

    @Test func aStretchOfMoreThanADayIsTooLong() throws {
        func long(_ end: String) throws -> Session {
            try session(
                intervals: #""i2": {"start": "2026-11-20T08:00:00Z", "end": "2026-11-21T\#(end)Z"}"#)
        }
        #expect(problems(try long("08:00:00")).isEmpty)
        #expect(problems(try long("08:00:01")).map(\.kind) == [.tooLong])
    }

    @Test func aDayIsFullAcrossSessions() throws {
        let amount = #""i2": {"by": "ada@example.org", "date": "2026-11-21", "seconds": 54000}"#
        let one = try session(intervals: amount)
        let other = try session(intervals: amount.replacing("54000", with: "32400"))
        #expect(problems(one, other).isEmpty)
        let more = try session(intervals: amount.replacing("54000", with: "32401"))
        let found = problems(other, one, more)
        #expect(found.map(\.kind) == [.fullDay])
        #expect(found.first?.day?.day.description == "2026-11-21")
        #expect(found.first?.day?.tracked.seconds == 54_000 + 32_400 + 32_401)
        #expect(found.first?.interval.seconds(now: at("12:00")) == 54_000)
    }

    @Test func allNamesOfMineAreOnePerson() throws {
        let amount = #""i2": {"by": "ada@example.org", "date": "2026-11-21", "seconds": 54000}"#
        let mine = try session(intervals: amount)
        let mineToo = try session(intervals: amount.replacing("ada@", with: "old@"))
        #expect(problems(mine, mineToo).map(\.kind) == [.fullDay])
        #expect(problems(mine, try session(intervals: amount.replacing("ada@", with: "lin@"))).isEmpty)
    }
}

@Suite struct GapSearchTests {
    private func gaps(_ stretches: [(String, String?)], _ period: Period = .relative(.day, back: 0)) throws
        -> [String]
    {
        var search = GapSearch(in: period, now: at("18:00"), zone: .utc) { $0 == "ada@example.org" }
        for (number, (start, end)) in stretches.enumerated() {
            let end = end.map { #", "end": "2026-11-\#($0):00Z""# } ?? ""
            search.add(
                try session(
                    #"""
                    {"id": "k7m2q9wd4xh\#(number + 2)", "intervals":
                        {"i2": {"by": "ada@example.org", "start": "2026-11-\#(start):00Z"\#(end)},
                         "i3": {"by": "lin@example.org", "start": "2026-11-22T00:00:00Z"},
                         "i4": {"by": "ada@example.org", "date": "2026-11-22", "seconds": 60}}}
                    """#))
        }
        return search.gaps.map { gap in
            "\(gap.day) \(gap.start.rfc3339.dropFirst(11).prefix(5)) \(gap.amount) \(gap.after.suffix(1))\(gap.before.suffix(1))"
        }
    }

    @Test func gapsLieBetweenWhatIsMineAcrossSessions() throws {
        #expect(
            try gaps([
                ("22T10:00", "22T11:00"), ("22T09:00", "22T09:30"), ("22T10:30", "22T10:45"),
                ("22T15:00", nil),
            ]) == ["2026-11-22 09:30 30m 32", "2026-11-22 11:00 4h 25"])
    }

    @Test func whatIsShorterThanAMinuteIsNone() throws {
        #expect(try gaps([("22T09:00", "22T10:00"), ("22T10:00", "22T11:00")]) == [])
        #expect(try gaps([("22T09:00", "22T10:00"), ("22T10:01", "22T11:00")]) == ["2026-11-22 10:00 1m 23"])
    }

    @Test func eachDayStandsForItself() throws {
        let stretches = [("20T09:00", "20T10:00"), ("20T23:00", "21T01:00"), ("21T02:00", "21T03:00")]
        #expect(
            try gaps(stretches, .relative(.week, back: 0)) == [
                "2026-11-20 10:00 13h 23", "2026-11-21 01:00 1h 34",
            ])
        #expect(try gaps(stretches) == [])
    }
}
