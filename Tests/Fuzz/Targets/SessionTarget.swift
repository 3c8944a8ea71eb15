@testable import SessionsCore

private let now = Instant(seconds: 1_795_348_800)

/// Zones are told apart where they change.
let changingZone = Zone { $0.seconds / 15_552_000 % 2 == 0 ? 7200 : -3600 }

private func makeEngine() -> Engine {
    Engine(
        user: "ada@example.org", now: now, zone: changingZone,
        membership: Membership(), ids: Identifier.Source(seed: 1))
}

/// A session that is read can be read again from what is written, shown, searched, summed up and changed; and what
/// a change leaves can be read too, and taken back.
func testSession(_ bytes: [UInt8]) {
    let session: Session
    do { session = try SessionFile.parse(bytes) } catch {
        expect(error.line > 0 && error.column > 0, "line and column begin at 1")
        return
    }
    expectReadable(session)
    let output = JSON.object(session.output(now: now)).bytes(.output)
    expect((try? JSON(parsing: output)) != nil, "the output is JSON")
    expectSame(SessionSummary(of: session, searchable: true), session)

    var statistics = Statistics(by: [.day], now: now, zone: .utc)
    statistics.add(SessionSummary(of: session))
    _ = statistics.result()
    var check = TimeCheck(now: now, zone: .utc, longestWatch: Interval.longestWatch) {
        $0 == "ada@example.org"
    }
    check.add(session)
    _ = check.problems
    let file = ExaminedFile(path: "s.json", name: session.id + ".json", month: "2026-11", location: nil) {
        bytes
    }
    _ = file?.findings
    expectChangesCanBeRead(session)
}

private func expectReadable(_ session: Session) {
    let written = JSON.object(session.document).bytes(.file)
    guard let again = try? SessionFile.parse(written) else {
        return expect(false, "what is written is read again")
    }
    expect(again == session, "what is read again is the same")
    expect(JSON.object(again.document).bytes(.file) == written, "a session is written in one way")
}

/// A row of the index says what the session says.
private func expectSame(_ summary: SessionSummary, _ session: Session) {
    expect(summary.id == session.id && summary.title == session.title, "id and title")
    expect(summary.status == session.status && summary.statusBefore == session.statusBefore, "status")
    expect(summary.createdAt == session.createdAt && summary.updatedAt == session.updatedAt, "times")
    expect(summary.planned == session.planned && summary.rating == session.rating, "plan and rating")
    expect(summary.outcome == session.outcome, "outcome")
    expect(summary.tracked(now: now) == session.tracked(now: now), "tracked time")
    expect(summary.wall(now: now) == session.wall(now: now), "time on the clock")
    expect(summary.tags == session.tags && summary.project == session.project, "tags and project")
    expect(summary.participants == session.participants, "people")
}

private enum Change: CaseIterable {
    case start, pause, comment, reach, complete, archive, restore

    func make(in session: inout Session, _ engine: Engine) throws(SessionsError) {
        switch self {
        case .start: _ = try engine.start(&session)
        case .pause: _ = try engine.pause(&session)
        case .comment: _ = try engine.comment(on: &session, "see @lin, a \u{1b} in it")
        case .reach: _ = try engine.reach(GoalReference("1"), in: &session)
        case .complete: _ = try engine.complete(&session, isIncomplete: true)
        case .archive: _ = try engine.archive(&session)
        case .restore: _ = try engine.restore(&session)
        }
    }
}

private func expectChangesCanBeRead(_ session: Session) {
    for change in Change.allCases {
        var changed = session
        guard (try? change.make(in: &changed, makeEngine())) != nil, changed != session else { continue }
        expectReadable(changed)
        let steps = DocumentChange(from: session.document, to: changed.document)
        var reverted = changed.document
        expect((try? steps.revert(in: &reverted)) != nil, "what \(change) does can be taken back")
        expect(JSON.object(reverted) == .object(session.document), "and leaves what was before")
    }
}
