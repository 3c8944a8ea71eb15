import Testing

@testable import SessionsCore

/// Time where clocks are changed, go back or stand in another zone. What is expected is reckoned by hand.
@Suite struct ZonedTimeTests {
    private let ids = Identifier.Source(seed: 1)

    private func engine(_ now: String, _ zone: Zone) throws -> Engine {
        Engine(user: "ada@example.org", now: try instant(now), zone: zone, ids: ids)
    }

    private func blank() throws -> Session { try session() }

    private func moment(_ text: String) throws -> Moment { try #require(Moment(text), "\(text) is no time") }

    /// Local times of a night, and the minutes that are in it.
    @Test(arguments: [
        // 29 March: 02:00 to 03:00 is left out.
        ("2026-03-29 01:30", "03:30", 60), ("2026-03-29 02:15", "04:15", 60),
        ("2026-03-28 23:00", "06:00", 360),
        ("2026-03-29 01:30", "02:30", 60),
        // 25 October: 02:00 to 03:00 comes twice; a beginning is in the first of them.
        ("2026-10-25 01:30", "03:30", 180), ("2026-10-25 02:30", "02:45", 15),
        ("2026-10-25 02:45", "02:30", 45),
        ("2026-10-24 23:00", "06:00", 480),
    ])
    func nightsInWhichBerlinChangesItsClocks(_ from: String, _ to: String, _ minutes: Int) throws {
        var session = try blank()
        let engine = try engine("2026-11-22T12:00:00Z", TestZone.berlin)
        _ = try engine.addTime(.between(moment(from), moment(to)), to: &session)
        #expect(session.tracked(now: engine.now).minutes == Double(minutes))
        #expect(session.wall(now: engine.now).minutes == Double(minutes))
    }

    @Test func aClockThatRunsThroughASwitchCountsWhatPassed() throws {
        for (start, end) in [
            ("2026-03-28T22:00:00Z", "2026-03-29T04:00:00Z"),
            ("2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z"),
        ] {
            var session = try blank()
            _ = try engine(start, TestZone.berlin).start(&session)
            _ = try engine(end, TestZone.berlin).pause(&session)
            #expect(session.tracked(now: try instant(end)).seconds == 6 * 3600)
        }
    }

    /// 02:30 came at 00:30 and at 01:30 UTC.
    @Test func aTimeThatCameTwiceIsTheLastOnePast() throws {
        for (now, end) in [("2026-10-25T01:15:00Z", "00:30"), ("2026-10-25T05:00:00Z", "01:30")] {
            var session = try blank()
            _ = try engine("2026-10-24T23:00:00Z", TestZone.berlin).start(&session)
            _ = try engine(now, TestZone.berlin).pause(&session, at: moment("02:30"))
            #expect(
                session.intervals.first?.extent
                    == .stretch(
                        start: try instant("2026-10-24T23:00:00Z"), end: try instant("2026-10-25T\(end):00Z"))
            )
        }
    }

    @Test func quartersOfAnHourInKathmandu() throws {
        var session = try blank()
        let engine = try engine("2026-11-22T12:00:00Z", TestZone.kathmandu)
        _ = try engine.addTime(.between(moment("9:00"), moment("10:30")), to: &session)
        let interval = try #require(session.intervals.first)
        #expect(
            interval.extent
                == .stretch(
                    start: try instant("2026-11-22T03:15:00Z"), end: try instant("2026-11-22T04:45:00Z")))
        #expect(
            session.document["intervals"]?.objectValue?[interval.id]?.objectValue?["utcOffset"] == "+05:45")
        // 00:10 there is still the day before in UTC.
        _ = try engine.addTime(.between(moment("today 0:10"), moment("0:20")), to: &session)
        #expect(session.intervals.first?.day.description == "2026-11-22")
    }

    /// Friday 30 December 2011 was left out: Thursday's midnight was Saturday.
    @Test func theDayThatApiaLeftOut() throws {
        var session = try blank()
        let engine = try engine("2012-01-05T00:00:00Z", TestZone.apia)
        _ = try engine.addTime(.between(moment("2011-12-29 23:00"), moment("01:00")), to: &session)
        #expect(session.tracked(now: engine.now).seconds == 2 * 3600)
        #expect(
            session.intervals.first?.extent
                == .stretch(
                    start: try instant("2011-12-30T09:00:00Z"), end: try instant("2011-12-30T11:00:00Z")))
        var search = GapSearch(in: .month(year: 2011, month: 12), now: engine.now, zone: TestZone.apia) { _ in
            true
        }
        _ = try engine.addTime(.between(moment("2011-12-31 03:00"), moment("04:00")), to: &session)
        search.add(session)
        let gaps = search.gaps
        #expect(gaps.map(\.day.description) == ["2011-12-31"] && gaps.first?.amount.seconds == 2 * 3600)
        // A time of the day that was not is moved on by its length.
        var other = try blank()
        _ = try engine.addTime(.from(moment("2011-12-30 09:00"), TimeAmount(seconds: 3600)), to: &other)
        #expect(other.intervals.first?.order == (try instant("2011-12-30T19:00:00Z")))
    }

    @Test func aClockThatWentBackCountsNothingAndNeverLessThanNothing() throws {
        var session = try blank()
        _ = try engine("2026-11-22T12:00:00Z", .utc).start(&session)
        let earlier = try engine("2026-11-22T11:00:00Z", .utc)
        #expect(earlier.myClockStartedLater(in: session))
        #expect(session.tracked(now: earlier.now).seconds == 0 && session.wall(now: earlier.now).seconds == 0)
        #expect(try earlier.pause(&session))
        #expect(session.tracked(now: earlier.now).seconds == 0 && session.status == .paused)
        // What is in the future by that clock is in nobody's way before it.
        #expect(try earlier.addTime(.between(moment("-2h"), moment("-1h")), to: &session))
        #expect(session.tracked(now: earlier.now).seconds == 3600)
        #expect(session.timeFault { _ in true } == nil)
    }

    @Test func anEmptyStretchIsInNobodysWay() throws {
        var session = try blank()
        _ = try engine("2026-11-22T12:00:00Z", .utc).start(&session)
        _ = try engine("2026-11-22T12:00:00Z", .utc).pause(&session)
        #expect(try engine("2026-11-22T12:30:00Z", .utc).start(&session, at: moment("11:30")))
    }

    @Test func aChangedZoneChangesNoTime() throws {
        var session = try blank()
        _ = try engine("2026-11-22T08:00:00Z", TestZone.berlin).start(&session)
        let later = try engine("2026-11-22T10:00:00Z", TestZone.kathmandu)
        _ = try later.pause(&session, at: moment("15:00"))
        #expect(session.tracked(now: later.now).seconds == 4500)
        // 09:00 in Kathmandu, where it is changed, is 04:15 in Berlin.
        var changes = IntervalChanges()
        changes.start = try moment("9:00")
        _ = try later.change(ElementReference("1"), in: &session, changes)
        #expect(session.tracked(now: later.now).seconds == 6 * 3600)
        #expect(session.intervals.first?.utcOffset == 20_700)
    }
}
