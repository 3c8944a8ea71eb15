import Testing

@testable import SessionsCore

@Suite struct ChangedTimeTests {
    private let bench = Workbench()

    /// 09:00 to 10:00, and 11:00 to 12:00.
    private func worked() throws -> Session {
        var session = try bench.running()
        _ = try bench.engine("10:00").pause(&session)
        _ = try bench.engine("11:00").start(&session)
        _ = try bench.engine("12:00").pause(&session)
        return session
    }

    private func changes(_ change: (inout IntervalChanges) throws -> Void) rethrows -> IntervalChanges {
        var changes = IntervalChanges()
        try change(&changes)
        return changes
    }

    @Test(
        arguments: [
            ("1", "08:30", nil, nil, "08:30", "10:00"), ("1", nil, "10:30", nil, "09:00", "10:30"),
            ("1", nil, nil, "30m", "09:00", "09:30"), ("1", nil, "10:30", "30m", "10:00", "10:30"),
            ("1", "08:30", nil, "30m", "08:30", "09:00"), ("2", "10:00", "10:30", nil, "10:00", "10:30"),
        ] as [(String, String?, String?, String?, String, String)])
    func bothEndsMove(
        _ which: String, _ start: String?, _ end: String?, _ amount: String?, _ from: String, _ to: String
    ) throws {
        var session = try worked()
        let changes = IntervalChanges(start, end, amount)
        #expect(try bench.engine("13:00").change(ElementReference(which), in: &session, changes))
        #expect(session.intervals.contains { $0.extent == .stretch(start: at(from), end: at(to)) })
        #expect(session.intervals.count == 2 && session.status == .paused)
        let after = session
        #expect(
            try !bench.engine("13:30").change(
                ElementReference(
                    "\((session.intervals.firstIndex { $0.order == at(from) } ?? 9) + 1)"), in: &session,
                IntervalChanges(from, to, nil)))
        #expect(session == after)
    }

    @Test func eachEndThatMovedHasItsEvent() throws {
        var session = try worked()
        let sequence = session.lastSequence
        var engine = bench
        engine.zone = TestZone.kathmandu
        _ = try engine.engine("13:00").change(
            ElementReference("1"), in: &session,
            changes { changes in
                changes.start = .instant(at("08:00"))
                changes.note = "review"
            })
        #expect(
            session.history(after: sequence) == [
                "edited /intervals/i…/start from 2026-11-22T09:00:00.000Z to 2026-11-22T08:00:00.000Z",
                "edited /intervals/i…/note to review",
            ])
        #expect(session.intervals.first?.utcOffset == 20_700)
    }

    @Test(
        arguments: [
            (nil, "11:30", "it would overlap 2, 2026-11-22 11:00 to 2026-11-22 12:00"),
            (nil, "14:00", "2026-11-22 14:00 is in the future"), ("10:00", nil, "it would end at"),
        ] as [(String?, String?, String)])
    func whatCannotBeIsRefused(_ start: String?, _ end: String?, _ reason: String) throws {
        let before = try worked()
        var session = before
        var changes = IntervalChanges()
        changes.start = start.map { .instant(at($0)) }
        changes.end = end.map { .instant(at($0)) }
        let error = try refusal {
            _ = try bench.engine("13:00").change(ElementReference("1"), in: &session, changes)
        }
        #expect(error.code == .refused && error.message.contains(reason), "\(error.message)")
        #expect(session == before)
    }

    @Test func aTimeOfDayIsOneOfTheDayOfTheStretch() throws {
        var session = try bench.draft()
        let engine = bench.engine("12:00")
        let evening = try (#require(Moment("2026-11-19 22:00")), #require(Moment("2026-11-20 01:00")))
        _ = try engine.addTime(.between(evening.0, evening.1), to: &session)
        _ = try engine.change(ElementReference("1"), in: &session, IntervalChanges("21:00", "02:00", nil))
        #expect(
            session.intervals.first?.extent
                == .stretch(
                    start: try instant("2026-11-19T21:00:00Z"), end: try instant("2026-11-20T02:00:00Z")))
        // Also where that is not before the end: nothing grows by a day unseen.
        let error = try refusal {
            _ = try engine.change(ElementReference("1"), in: &session, IntervalChanges(nil, "23:00", nil))
            _ = try engine.change(ElementReference("1"), in: &session, IntervalChanges("23:30", nil, nil))
        }
        #expect(error.message.contains("it would end at 2026-11-19 23:00, and begin at 2026-11-19 23:30"))
    }

    @Test func theDayMovesWithTheClockTimesKept() throws {
        var session = try worked()
        var engine = bench
        engine.zone = TestZone.berlin
        let summer = Period.day(try #require(CalendarDay("2026-07-01")))
        _ = try engine.engine("13:00").change(
            ElementReference("1"), in: &session, changes { $0.day = summer })
        #expect(
            session.intervals.first?.extent
                == .stretch(
                    start: try instant("2026-07-01T08:00:00Z"), end: try instant("2026-07-01T09:00:00Z")))
        #expect(session.intervals.first?.utcOffset == 7200)
    }

    @Test func aRunningClockStopsWhereItIsGivenAnEnd() throws {
        var session = try bench.running()
        _ = try bench.engine("09:30", by: "lin@example.org").start(&session)
        let sequence = session.lastSequence
        let engine = bench.engine("20:00")
        #expect(try engine.change(ElementReference("2"), in: &session, IntervalChanges(nil, "10:00", nil)))
        #expect(session.status == .active)
        #expect(try engine.change(ElementReference("1"), in: &session, IntervalChanges(nil, "11:00", nil)))
        #expect(session.status == .paused && session.tracked(now: at("20:00")).seconds == 9000)
        #expect(
            session.history(after: sequence).last == "paused /status from active to paused for 11:00")
    }

    @Test func anAmountHasNoEnds() throws {
        var session = try bench.draft()
        let engine = bench.engine("12:00")
        let today = Period.relative(.day, back: 0)
        _ = try engine.addTime(.amount(TimeAmount(seconds: 60), on: today), to: &session)
        #expect(
            try refusal {
                _ = try engine.change(
                    ElementReference("1"), in: &session, IntervalChanges("09:00", nil, nil))
            }.hint == "change its amount with --for and its day with --on")
        #expect(
            try refusal { _ = try engine.split(ElementReference("1"), in: &session, at: .now) }.code
                == .refused)
        #expect(try engine.change(ElementReference("1"), in: &session, IntervalChanges(nil, nil, "2h")))
        #expect(session.tracked(now: at("12:00")).seconds == 7200)
    }

    @Test func aSplitKeepsNoteAndPersonAndTakesOutTheBreak() throws {
        var session = try bench.draft()
        _ = try bench.engine("09:00", by: "lin@example.org").start(
            &session, at: .now, StartOptions(note: "review"))
        let sequence = session.lastSequence
        #expect(
            try bench.engine("14:00").split(
                ElementReference("1"), in: &session, at: .clock(secondOfDay: 12 * 3600),
                until: .clock(secondOfDay: 13 * 3600)))
        try SessionChecker.check(session.document)
        #expect(
            session.intervals.map(\.extent) == [
                .stretch(start: at("09:00"), end: at("12:00")), .stretch(start: at("13:00"), end: nil),
            ])
        #expect(session.intervals.allSatisfy { $0.by == "lin@example.org" && $0.note == "review" })
        #expect(session.status == .active)
        #expect(
            session.history(after: sequence) == [
                "edited /intervals/i…/end to 2026-11-22T12:00:00.000Z", "added /intervals/i…",
            ])
    }

    @Test(
        arguments: [("09:00", nil), ("10:00", nil), ("09:30", "10:00"), ("09:30", "09:10"), ("08:00", nil)]
            as [(String, String?)])
    func aCutLiesInside(_ cut: String, _ until: String?) throws {
        let before = try worked()
        var session = before
        let error = try refusal {
            _ = try bench.engine("13:00").split(
                ElementReference("1"), in: &session, at: .instant(at(cut)),
                until: until.map { .instant(at($0)) })
        }
        #expect(error.code == .refused && session == before)
    }

    @Test func whatIsRemovedIsGoneAndNothingRunsInAPausedSession() throws {
        var session = try worked()
        _ = try bench.engine("13:00").start(&session)
        let sequence = session.lastSequence
        #expect(
            try bench.engine("14:00").removeTime(["1", "3", "1"].map(ElementReference.init), from: &session))
        #expect(session.status == .paused && session.intervals.map(\.order) == [at("11:00")])
        #expect(
            session.history(after: sequence) == [
                "removed /intervals/i… from 2026-11-22T09:00:00.000Z",
                "removed /intervals/i… from 2026-11-22T13:00:00.000Z", "paused /status from active to paused",
            ])
        #expect(
            try refusal { _ = try bench.engine("14:00").removeTime([ElementReference("9")], from: &session) }
                .code == .notFound)
    }

    @Test func anIntervalIsNamedByTheBeginningOfItsID() throws {
        let session = try worked()
        let id = session.intervals[1].id
        #expect(try ElementReference(String(id.prefix(4))).interval(in: session).id == id)
        #expect(try refusal { _ = try ElementReference("i").interval(in: session) }.code == .notFound)
    }

    @Test func whoMayOnlyReadChangesNoTime() throws {
        var session = try worked()
        var bench = bench
        bench.membership.defaultRole = .viewer
        let engine = bench.engine("13:00", by: "lin@example.org")
        let today = Period.relative(.day, back: 0)
        for body: (inout Session) throws -> Bool in [
            { try engine.addTime(.amount(TimeAmount(seconds: 60), on: today), to: &$0) },
            { try engine.change(ElementReference("1"), in: &$0, IntervalChanges(nil, nil, "5m")) },
            { try engine.split(ElementReference("1"), in: &$0, at: .instant(at("09:30"))) },
            { try engine.removeTime([ElementReference("1")], from: &$0) },
        ] {
            #expect(try refusal { _ = try body(&session) }.code == .refused)
        }
    }
}

extension IntervalChanges {
    fileprivate init(_ start: String?, _ end: String?, _ amount: String?) {
        self.init()
        self.start = start.flatMap { Moment($0) }
        self.end = end.flatMap { Moment($0) }
        self.amount = amount.flatMap { TimeAmount($0) }
    }
}
