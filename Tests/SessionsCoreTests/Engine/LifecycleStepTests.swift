import Testing

@testable import SessionsCore

@Suite struct StartTests {
    private let bench = Workbench()

    @Test func aStartOpensAnInterval() throws {
        var session = try bench.draft()
        var engine = bench
        engine.zone = TestZone.kathmandu
        #expect(try engine.engine("09:00").start(&session, at: .now, StartOptions(note: " the cause ")))
        try SessionChecker.check(session.document)
        #expect(session.status == .active && session.isRunning)
        let interval = try #require(session.intervals.first)
        #expect(interval.by == "ada@example.org" && interval.note == "the cause")
        #expect(interval.extent == .stretch(start: at("09:00"), end: nil) && interval.utcOffset == 20_700)
        #expect(session.history(after: 1) == ["started /status from draft to active"])
    }

    @Test func anEarlierTimeIsWhatIsTrackedAndTheEventSaysBoth() throws {
        var session = try bench.draft()
        #expect(try bench.engine("10:00").start(&session, at: .clock(secondOfDay: 9 * 3600)))
        #expect(session.tracked(now: at("10:00")).seconds == 3600)
        #expect(session.history(after: 1) == ["started /status from draft to active for 09:00"])
        #expect(session.events.last?.at == at("10:00") && session.startedAt == at("09:00"))
    }

    @Test func startingWhatRunsChangesNothing() throws {
        let before = try bench.running()
        var session = before
        #expect(try !bench.engine("10:00").start(&session))
        #expect(session == before)
    }

    @Test func startingAPausedSessionGoesOn() throws {
        var session = try bench.running()
        _ = try bench.engine("10:00").pause(&session)
        #expect(try bench.engine("11:00").start(&session))
        #expect(session.status == .active && session.intervals.count == 2)
        #expect(session.tracked(now: at("11:30")).seconds == 5400)
    }

    @Test func aSecondPersonStartsInWhatIsActive() throws {
        var session = try bench.running()
        let sequence = session.lastSequence
        #expect(try bench.engine("10:00", by: "lin@example.org").start(&session))
        #expect(session.status == .active && session.intervals.map(\.isOpen) == [true, true])
        #expect(session.history(after: sequence) == ["started /intervals/i…"])
    }

    @Test func aStartInTheFutureIsRefused() throws {
        let before = try bench.draft()
        var session = before
        let error = try refusal {
            _ = try bench.engine("09:00").start(&session, at: .instant(at("09:01")))
        }
        #expect(error.code == .refused && error.message.contains("2026-11-22 09:01 is in the future"))
        #expect(error.hint == "it is 2026-11-22 09:00 now")
        #expect(session == before)
    }

    @Test func aStartBeforeAllCalendarsIsRefused() throws {
        var session = try bench.draft()
        let error = try refusal {
            _ = try bench.engine("09:00").start(&session, at: .ago(days: 99_999 * 8, seconds: 0))
        }
        #expect(error.code == .usage)
    }

    @Test(arguments: [
        ("09:30", false), ("08:00", false), ("09:59", false), ("10:00", true), ("10:30", true),
    ])
    func intervalsOfOnePersonNeverOverlap(_ clock: String, _ isAllowed: Bool) throws {
        var session = try bench.running()
        _ = try bench.engine("10:00").pause(&session)
        let before = session
        if isAllowed {
            #expect(try bench.engine("11:00").start(&session, at: .instant(at(clock))))
        } else {
            let error = try refusal {
                _ = try bench.engine("11:00").start(&session, at: .instant(at(clock)))
            }
            #expect(error.message.contains("from 2026-11-22 09:00 to 2026-11-22 10:00"))
            #expect(error.hint == "give a later time with --at" && session == before)
        }
    }

    @Test func anAliasIsTheSamePerson() throws {
        var bench = bench
        bench.aliases = ["old@example.org"]
        var session = try bench.draft()
        _ = try bench.engine("09:00", by: "old@example.org").start(&session)
        #expect(try !bench.engine("10:00").start(&session))
        #expect(try bench.engine("10:00").pause(&session))
        #expect(session.status == .paused)
    }

    @Test func timeOfOthersMayOverlapMine() throws {
        var session = try bench.running()
        _ = try bench.engine("10:00").pause(&session)
        #expect(try bench.engine("11:00", by: "lin@example.org").start(&session, at: .instant(at("09:30"))))
    }

    /// As a merge of two copies leaves it.
    @Test func severalOpenIntervalsOfMineAreOneClock() throws {
        var session = try session(
            #"""
            {"status": "active", "intervals": {
                "i2": {"by": "ada@example.org", "start": "2026-11-22T09:00:00Z"},
                "i3": {"by": "ada@example.org", "start": "2026-11-22T09:30:00Z"}}}
            """#)
        #expect(bench.engine("10:00").myOpenStart(in: session) == at("09:30"))
        #expect(try !bench.engine("10:00").start(&session))
        #expect(try bench.engine("10:00").pause(&session))
        #expect(session.status == .paused && !session.isRunning)
        #expect(session.tracked(now: at("12:00")).seconds == 5400)
        #expect(session.history() == ["paused /status from active to paused"])
    }

    @Test func aCompletedSessionIsTakenUpOnlyWhereThatIsSaid() throws {
        var session = try bench.running()
        _ = try bench.engine("10:00").complete(&session)
        let before = session
        let error = try refusal { _ = try bench.engine("11:00").start(&session) }
        #expect(error.code == .refused && error.hint?.contains("--reopen") == true && session == before)
        #expect(try bench.engine("11:00").start(&session, at: .now, StartOptions(isReopening: true)))
        #expect(session.status == .active && session.completedAt == nil)
        #expect(session.history(after: before.lastSequence) == ["started /status from completed to active"])
    }

    @Test func toReopenWhatIsOpenIsToStartIt() throws {
        var session = try bench.draft()
        #expect(try bench.engine("09:00").start(&session, at: .now, StartOptions(isReopening: true)))
        #expect(try !bench.engine("09:30").start(&session, at: .now, StartOptions(isReopening: true)))
    }

    @Test func anArchivedSessionIsNotStarted() throws {
        var session = try bench.draft()
        _ = try bench.engine("09:00").archive(&session)
        for isReopening in [true, false] {
            let error = try refusal {
                _ = try bench.engine("10:00").start(
                    &session, at: .now, StartOptions(isReopening: isReopening))
            }
            #expect(error.hint == "restore it first: sessions restore \(session.id)")
        }
    }

    /// The clock showed 10:00 when the work was paused, and shows 09:30 now.
    @Test func aClockThatWentBackMakesNoOverlap() throws {
        var session = try bench.running()
        _ = try bench.engine("10:00").pause(&session)
        let error = try refusal { _ = try bench.engine("09:30").start(&session) }
        #expect(error.hint == "the clock of this machine went back: mend it, or wait until then")
        #expect(try bench.engine("10:00").start(&session))
    }

    @Test func aNoteHasALimit() throws {
        var session = try bench.draft()
        let note = String(repeating: "a", count: Limits.text + 1)
        #expect(
            try refusal { _ = try bench.engine("09:00").start(&session, at: .now, StartOptions(note: note)) }
                .code == .limit)
    }
}

@Suite struct PauseTests {
    private let bench = Workbench()

    @Test func aPauseEndsMyInterval() throws {
        var session = try bench.running()
        let sequence = session.lastSequence
        #expect(try bench.engine("10:00").pause(&session))
        #expect(session.status == .paused && !session.isRunning)
        #expect(session.tracked(now: at("20:00")).seconds == 3600)
        #expect(session.history(after: sequence) == ["paused /status from active to paused"])
        let before = session
        #expect(try !bench.engine("11:00").pause(&session))
        #expect(session == before)
    }

    @Test func itIsPausedOnlyWhenNobodysClockRuns() throws {
        var session = try bench.running()
        _ = try bench.engine("09:30", by: "lin@example.org").start(&session)
        let sequence = session.lastSequence
        #expect(try bench.engine("10:00").pause(&session))
        #expect(session.status == .active && session.isRunning)
        let before = session
        #expect(try !bench.engine("10:10").pause(&session))
        #expect(session == before)
        #expect(try bench.engine("10:30", by: "lin@example.org").pause(&session, at: .instant(at("10:15"))))
        #expect(session.status == .paused)
        #expect(
            session.history(after: sequence) == [
                "paused /intervals/i…/end to 2026-11-22T10:00:00.000Z",
                "paused /status from active to paused for 10:15",
            ])
        #expect(session.tracked(now: at("20:00")).seconds == 3600 + 2700)
    }

    @Test func whatIsNotStartedCannotBePaused() throws {
        var session = try bench.draft()
        let error = try refusal { _ = try bench.engine("09:00").pause(&session) }
        #expect(error.message.hasPrefix("cannot pause '\(session.id)': it is draft"))
    }

    @Test func aPauseInTheFutureIsRefused() throws {
        var session = try bench.running()
        #expect(
            try refusal { _ = try bench.engine("10:00").pause(&session, at: .instant(at("10:01"))) }
                .code == .refused)
    }

    @Test func aPauseBeforeTheStartIsRefused() throws {
        let before = try bench.running()
        var session = before
        let error = try refusal { _ = try bench.engine("10:00").pause(&session, at: .instant(at("08:59"))) }
        #expect(
            error.message.contains("your clock was started after 2026-11-22 08:59, at 2026-11-22 09:00"))
        #expect(error.hint == "give a later time with --at" && session == before)
        #expect(try bench.engine("10:00").pause(&session, at: .instant(at("09:00"))))
        #expect(session.tracked(now: at("20:00")).seconds == 0)
    }

    /// The clock showed 09:00 at the start, and shows 08:30 now.
    @Test func aClockThatWentBackCanStillBeStopped() throws {
        var session = try bench.running()
        let error = try refusal { _ = try bench.engine("08:30").pause(&session, at: .instant(at("08:15"))) }
        #expect(error.hint == "leave --at out: the clock of this machine went back")
        #expect(try bench.engine("08:30").pause(&session))
        #expect(session.intervals.first?.extent == .stretch(start: at("09:00"), end: at("09:00")))
        #expect(session.status == .paused && session.tracked(now: at("08:30")).seconds == 0)
    }
}

@Suite struct CompleteTests {
    private let bench = Workbench()

    @Test func completingEndsEverybodysClock() throws {
        var session = try bench.running()
        _ = try bench.engine("09:30", by: "lin@example.org").start(&session)
        let sequence = session.lastSequence
        #expect(try bench.engine("11:00").complete(&session, at: .instant(at("10:00"))))
        #expect(session.status == .completed && !session.isRunning)
        #expect(session.tracked(now: at("20:00")).seconds == 5400)
        #expect(session.completedAt == at("10:00"))
        #expect(session.history(after: sequence) == ["completed /status from active to completed for 10:00"])
        let before = session
        #expect(try !bench.engine("12:00").complete(&session))
        #expect(session == before)
    }

    @Test func aDraftIsCompletedWhereWorkIsLoggedAfterwards() throws {
        var session = try bench.draft()
        #expect(try bench.engine("09:00").complete(&session))
        #expect(session.status == .completed && session.startedAt == nil)
    }

    @Test func anOpenRequiredGoalStandsInTheWay() throws {
        var session = try bench.running { plan in
            plan.goals = [.init("Find"), .init("Verify")]
            plan.goals[1].isRequired = true
        }
        let before = session
        let error = try refusal { _ = try bench.engine("10:00").complete(&session) }
        #expect(error.code == .refused && error.message.contains("'Verify' is open"))
        #expect(error.hint?.contains("sessions goal done \(session.id) \(session.goals[1].id)") == true)
        #expect(session == before)
        #expect(try bench.engine("10:00").complete(&session, isIncomplete: true))
        var other = before
        _ = try bench.engine("10:00").reach(GoalReference("2"), in: &other)
        #expect(try bench.engine("10:00").complete(&other))
    }

    @Test func itCannotBeBeforeSomebodysStartOrInTheFuture() throws {
        var session = try bench.running()
        _ = try bench.engine("09:30", by: "lin@example.org").start(&session)
        let before = session
        let early = try refusal {
            _ = try bench.engine("10:00").complete(&session, at: .instant(at("09:15")))
        }
        #expect(early.message.contains("lin@example.org's clock was started after 2026-11-22 09:15"))
        let late = try refusal { _ = try bench.engine("10:00").complete(&session, at: .instant(at("10:01"))) }
        #expect(late.message.contains("in the future"))
        #expect(session == before)
    }

    /// The clock showed 09:00 at the start, and shows 08:30 now.
    @Test func aClockThatWentBackMakesNoTimeLessThanNothing() throws {
        var session = try bench.running()
        #expect(try bench.engine("08:30").complete(&session))
        #expect(session.intervals.first?.extent == .stretch(start: at("09:00"), end: at("09:00")))
        #expect(session.tracked(now: at("08:30")).seconds == 0 && session.wall(now: at("08:30")).seconds == 0)
        try SessionChecker.check(session.document)
    }

    @Test func anArchivedSessionIsNotCompleted() throws {
        var session = try bench.draft()
        _ = try bench.engine("09:00").archive(&session)
        #expect(try refusal { _ = try bench.engine("10:00").complete(&session) }.code == .refused)
    }
}

@Suite struct ArchiveTests {
    private let bench = Workbench()

    @Test(arguments: [Status.draft, .paused, .completed])
    func itComesBackAsItWas(_ status: Status) throws {
        var session = try bench.draft()
        if status != .draft { _ = try bench.engine("09:00").start(&session) }
        if status == .paused { _ = try bench.engine("10:00").pause(&session) }
        if status == .completed { _ = try bench.engine("10:00").complete(&session) }
        let before = session
        #expect(try bench.engine("11:00").archive(&session))
        try SessionChecker.check(session.document)
        #expect(session.status == .archived && session.statusBefore == status)
        #expect(session.archivedAt == at("11:00"))
        let archived = session
        #expect(try !bench.engine("11:30").archive(&session))
        #expect(session == archived)
        #expect(try bench.engine("12:00").restore(&session))
        #expect(session.status == status && session.completedAt == before.completedAt)
        #expect(
            session.history(after: before.lastSequence) == ["archived /archived", "restored /archived"])
        var back = session.document
        back["events"] = before.document["events"]
        #expect(back == before.document)
        #expect(try !bench.engine("13:00").restore(&session))
    }

    @Test func whatRunsIsNotArchived() throws {
        var session = try bench.running()
        let error = try refusal { _ = try bench.engine("10:00").archive(&session) }
        #expect(error.code == .refused && error.hint?.contains("sessions pause \(session.id)") == true)
    }
}
