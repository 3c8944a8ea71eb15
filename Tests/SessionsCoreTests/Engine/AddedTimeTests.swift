import Testing

@testable import SessionsCore

@Suite struct AddedTimeTests {
    private let bench = Workbench()

    private func extent(_ from: String, _ to: String) throws -> Interval.Extent {
        .stretch(start: try instant(from), end: try instant(to))
    }

    @Test func aStretchIsNotedDownWithOneEvent() throws {
        var session = try bench.draft()
        #expect(
            try bench.engine("12:00").addTime(
                .between(.clock(secondOfDay: 9 * 3600), .clock(secondOfDay: 10 * 3600)), note: " review ",
                to: &session))
        try SessionChecker.check(session.document)
        #expect(session.status == .draft && session.intervals.first?.note == "review")
        #expect(session.intervals.first?.extent == .stretch(start: at("09:00"), end: at("10:00")))
        #expect(session.history(after: 1) == ["added /intervals/i…"])
    }

    @Test func anAmountCountsOnItsDayAndHasNoPlaceOnTheClock() throws {
        var session = try bench.draft()
        let engine = bench.engine("12:00")
        #expect(
            try engine.addTime(
                .amount(TimeAmount(seconds: 5400), on: .relative(.day, back: 1)), to: &session))
        try SessionChecker.check(session.document)
        #expect(session.intervals.first?.day.description == "2026-11-21")
        #expect(
            session.tracked(now: at("12:00")).seconds == 5400 && session.wall(now: at("12:00")).seconds == 0)
    }

    /// A bare time of day at one end belongs to the other end.
    @Test(arguments: [
        ("09:00", "10:30", "2026-11-22T09:00", "2026-11-22T10:30"),
        ("22:00", "01:30", "2026-11-21T22:00", "2026-11-22T01:30"),
        ("2026-11-19 22:00", "01:30", "2026-11-19T22:00", "2026-11-20T01:30"),
        ("23:00", "2026-11-20 01:30", "2026-11-19T23:00", "2026-11-20T01:30"),
        ("-2h", "-30m", "2026-11-22T10:00", "2026-11-22T11:30"),
        ("-2h", "now", "2026-11-22T10:00", "2026-11-22T12:00"),
    ])
    func aTimeOfDayBelongsToTheOtherEnd(_ from: String, _ to: String, _ start: String, _ end: String) throws {
        var session = try bench.draft()
        let (from, to) = (try #require(Moment(from)), try #require(Moment(to)))
        _ = try bench.engine("12:00").addTime(.between(from, to), to: &session)
        #expect(session.intervals.first?.extent == (try extent(start + ":00Z", end + ":00Z")))
    }

    @Test(arguments: [
        ("2026-11-22 11:30", "2026-11-22 12:30", "2026-11-22 12:30 is in the future"),
        ("2026-11-22 10:00", "2026-11-22 10:00", "it would end at 2026-11-22 10:00, and begin at"),
        ("2026-11-22 10:00", "2026-11-22 09:00", "it would end at 2026-11-22 09:00, and begin at"),
    ])
    func whatCannotBeIsRefused(_ from: String, _ to: String, _ reason: String) throws {
        let before = try bench.draft()
        var session = before
        let (from, to) = (try #require(Moment(from)), try #require(Moment(to)))
        let error = try refusal { _ = try bench.engine("12:00").addTime(.between(from, to), to: &session) }
        #expect(error.code == .refused && error.message.contains(reason), "\(error.message)")
        #expect(session == before)
    }

    @Test(arguments: [
        ("08:00", "09:00", true), ("10:00", "10:30", true), ("08:00", "09:01", false),
        ("09:59", "10:30", false), ("09:10", "09:20", false), ("08:00", "11:00", false),
        ("10:30", "11:01", false),
    ])
    func timeOfOnePersonNeverOverlaps(_ from: String, _ to: String, _ isAllowed: Bool) throws {
        var session = try bench.running()
        _ = try bench.engine("10:00").pause(&session)
        _ = try bench.engine("11:00").start(&session)
        let time = LoggedTime.between(.instant(at(from)), .instant(at(to)))
        let before = session
        var others = session
        #expect(try bench.engine("12:00", by: "lin@example.org").addTime(time, to: &others))
        if isAllowed {
            #expect(try bench.engine("12:00").addTime(time, to: &session))
        } else {
            let error = try refusal { _ = try bench.engine("12:00").addTime(time, to: &session) }
            #expect(error.code == .refused && error.message.contains("it would overlap"), "\(error.message)")
            #expect(session == before)
        }
    }

    @Test(arguments: [0, 86_401])
    func anAmountIsSomeOfADay(_ seconds: Int) throws {
        var session = try bench.draft()
        let amount = TimeAmount(seconds: seconds)
        #expect(
            try refusal {
                _ = try bench.engine("12:00").addTime(
                    .amount(amount, on: .relative(.day, back: 0)), to: &session)
            }.code == .usage)
        #expect(
            try refusal {
                _ = try bench.engine("12:00").addTime(
                    .amount(TimeAmount(seconds: 60), on: .relative(.day, back: -1)), to: &session)
            }.code == .refused)
    }
}
