import Testing

@testable import SessionsCore

/// What `doctor --fix` makes of what can be mended.
@Suite struct MendingTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    /// Everything but `local`.
    private func files() throws -> [String: [UInt8]] {
        try bench.folder.contents().filter { !$0.key.hasPrefix(".sessions/local/") && !$0.key.hasSuffix("/") }
    }

    /// Mends, and checks that nothing is left to be mended, that what was there is kept, and that it comes back.
    private func mend(_ damaged: [String]) throws -> Session {
        let before = try files()
        let number = try #require(try bench.mend())
        #expect(try bench.findings() == [])
        let session = try bench.session(Bench.patient)
        for path in damaged {
            let backup = bench.folder.bytes(at: ".sessions/local/backups/2026-11-22/\(number)/\(path)")
            #expect(
                backup != nil && backup == before[".sessions/" + path].map { $0.dropLast(3) }.map(Array.init))
        }
        let after = try files()
        try bench.undo()
        #expect(try files() == before)
        try bench.redo()
        #expect(try files() == after)
        return session
    }

    private let path = Bench.patient.path.description

    @Test func brokenReferences() throws {
        try bench.put(
            #"{"comments": {"c1": {"at": "2026-11-22T08:00:00.000Z", "text": "t", "inReplyTo": "c9"}}}"#)
        let session = try mend([path])
        #expect(session.comments.map(\.inReplyTo) == [nil])
        #expect(session.history() == ["edited /comments/c1/inReplyTo from c9"])
    }

    /// The time in which somebody worked stays what it was.
    @Test(arguments: [
        ("ada 08:00 10:00, ada 09:00 11:00", "08:00-09:00 09:00-11:00"),
        ("ada 08:00 12:00, ada 09:00 10:00, ada 11:00 11:30", "08:00-09:00 09:00-11:00 11:00-12:00"),
        ("ada 08:00 12:00, ada 09:00 09:00, ada 10:00 11:00", "08:00-10:00 09:00-09:00 10:00-12:00"),
        ("ada 08:00 -, ada 09:00 10:00, lin 08:00 09:30", "08:00-09:00 08:00-09:30 09:00-"),
        ("ada 08:00 -, ada 09:00 -", "08:00-09:00 09:00-"),
        ("ada 08:00 09:00, ada 08:00 10:00", "08:00-08:00 08:00-10:00"),
    ])
    func overlappingIntervals(intervals: String, mended: String) throws {
        let status = intervals.contains("-") ? "active" : "paused"
        try bench.put(#"{"status": "\#(status)", "intervals": \#(FileCheckTests.intervals(intervals))}"#)
        let before = try bench.session(Bench.patient)
        let after = try mend([path])
        let texts = after.intervals.map { interval in
            guard case .stretch(let start, let end) = interval.extent else { return "" }
            let clock = { (instant: Instant) in String(instant.rfc3339.dropFirst(11).prefix(5)) }
            return clock(start) + "-" + (end.map(clock) ?? "")
        }
        #expect(texts.joined(separator: " ") == mended)
        #expect(after.wall(now: bench.now) == before.wall(now: bench.now))
    }

    @Test func whereNothingRunsItIsPaused() throws {
        try bench.put(
            #"{"status": "active", "intervals": \#(FileCheckTests.intervals("ada 08:00 09:00"))}"#)
        let session = try mend([path])
        #expect(session.status == .paused)
        #expect(session.history() == ["paused /status from active to paused"])
    }

    /// It ends when the history says that it did; where that says nothing, it runs.
    @Test(arguments: [
        ("completed", "completed", "10:00", "completed", "10:00"),
        ("completed", "completed", "07:00", "completed", "08:00"),
        ("paused", "paused", "09:30", "paused", "09:30"),
        ("paused", "paused", "07:00", "active", nil), ("draft", "created", "07:00", "active", nil),
    ])
    func clocksThatRunOn(status: String, kind: String, time: String, mended: String, end: String?) throws {
        let event =
            #"{"at": "2026-11-22T\#(time):00.000Z", "seq": 1, "type": "\#(kind)", "path": "/status", "#
        try bench.put(
            #"{"status": "\#(status)", "events": {"e1": \#(event) "to": "\#(status)"}}, "intervals": "#
                + FileCheckTests.intervals("ada 08:00 -") + "}")
        let session = try mend([path])
        #expect(session.status.rawValue == mended)
        #expect(session.intervals.first?.extent == .stretch(start: at("08:00"), end: end.map(at)))
    }

    @Test func aStatusSetByHandGetsItsEvent() throws {
        let event = #"{"at": "2026-11-22T08:00:00.000Z", "seq": 3, "type": "paused", "path": "/status", "#
        try bench.put(#"{"status": "completed", "events": {"e1": \#(event) "to": "paused"}}}"#)
        let session = try mend([path])
        #expect(session.history(after: 3) == ["completed /status from paused to completed"])
        #expect(session.completedAt == bench.now.advanced(bySeconds: -3))
    }

    @Test func aSessionGoesWhereItBelongs() throws {
        let wrong = SessionLocation(id: Bench.patient.id, month: "2025-01")
        try bench.put(
            #"{"status": "active", "intervals": \#(FileCheckTests.intervals("ada 08:00 09:00"))}"#, at: wrong)
        #expect(try mend([wrong.path.description]).status == .paused)
        #expect(bench.folder.bytes(at: bench.file(wrong)) == nil)
    }

    @Test func bytesThatNeedNoMendingAreMovedAsTheyAre() throws {
        let text = SessionText.with(id: Bench.patient.id).replacing("\n", with: "\r\n")
        try bench.folder.write(text, at: ".sessions/sessions/2025-01/\(Bench.patient.id).json", mode: 0o600)
        _ = try mend(["sessions/2025-01/\(Bench.patient.id).json"])
        #expect(bench.folder.text(at: bench.file(Bench.patient)) == text)
        #expect(bench.folder.mode(of: bench.file(Bench.patient)) == 0o600)
    }

    @Test(arguments: ["Copy of it.json", "2026-13/a.json", "2026-11/Copy of it.json"])
    func aStrayFileGetsItsName(name: String) throws {
        let text = SessionText.with(id: Bench.patient.id).replacing("\n", with: "\r\n")
        try bench.folder.write(text, at: ".sessions/sessions/" + name)
        _ = try mend(["sessions/" + name])
        #expect(bench.folder.text(at: bench.file(Bench.patient)) == text)
        #expect(bench.folder.bytes(at: ".sessions/sessions/" + name) == nil)
    }

    @Test func aSecondCopyGoes() throws {
        let other = SessionLocation(id: Bench.patient.id, month: "2026-10")
        try bench.put()
        try bench.put(at: other)
        _ = try mend([other.path.description])
        #expect(bench.folder.bytes(at: bench.file(other)) == nil)
    }

    @Test func nothingIsMovedOntoWhatCannotBeRead() throws {
        let wrong = SessionLocation(id: Bench.patient.id, month: "2025-01")
        try bench.put(at: wrong)
        try bench.folder.write("<<<<<<< HEAD\nunique\n", at: bench.file(Bench.patient))
        let before = try files()
        #expect(try bench.mend() == nil)
        #expect(try files() == before)
        #expect(try bench.findings().contains { $0.hasPrefix("wrong-place \(wrong.path)") })
    }

    @Test func twoStrayFilesOfOneSessionStay() throws {
        for name in ["One", "Two"] {
            try bench.folder.write(
                SessionText.with(id: Bench.patient.id, title: name), at: ".sessions/sessions/\(name).json")
        }
        let before = try files()
        #expect(try bench.mend() == nil)
        #expect(try files() == before)
    }

    /// An operation that is told to make a file where one lies, or to make one twice, is refused.
    @Test func nothingIsMadeWhereSomethingLies() throws {
        try bench.put()
        let content = FileContent(bytes: [1], mode: 0o644)
        let free = WorkspacePath(["sessions", "2026-11", "bcdfghjkmnpq.json"])
        try bench.operation { transaction, _ in
            #expect(throws: SessionsError.self) {
                try transaction.put([1], at: Bench.patient.path, replacing: nil)
            }
            try transaction.keepCopy(of: content, at: free)
            #expect(throws: SessionsError.self) { try transaction.keepCopy(of: content, at: free) }
        }
        #expect(try bench.session(Bench.patient).title == "Mend the lexer")
    }

    /// Where the numbers of operations begin anew, as the log was removed, older copies stay.
    @Test func copiesOfBeforeAreNotReplaced() throws {
        try bench.put(#"{"status": "active"}"#)
        let first = try #require(try bench.mend())
        bench.folder.remove(".sessions/local/operations")
        try bench.put(#"{"status": "active", "title": "Another"}"#)
        let second = try #require(try bench.mend())
        #expect(second > first)
        for (number, title) in [(first, "Mend the lexer"), (second, "Another")] {
            let copy = bench.folder.text(at: ".sessions/local/backups/2026-11-22/\(number)/\(path)")
            #expect(copy?.contains(title) == true)
        }
    }

    @Test func whatALockMendsNeedsNoMore() throws {
        try bench.folder.write("half", at: ".sessions/local/tmp/99.0")
        #expect(try bench.report().findings.map(\.isMendable) == [true])
        #expect(try bench.mend() == nil)
        #expect(try bench.findings() == [])
    }

    @Test func whoMayNotChangeASessionDoesNotMendIt() throws {
        try bench.put(#"{"status": "active", "participants": {"ada@example.org": "viewer"}}"#)
        try bench.operation { transaction, engine in
            let doctor = Doctor(bench.workspace, now: bench.now)
            let left = try doctor.mend(in: transaction, engine)
            #expect(left.map(\.code) == [.refused])
        }
        #expect(try bench.findings().count == 1)
        #expect(try bench.folder.contents(of: ".sessions/local")["backups/"] == nil)
    }

    @Test func aDryRunChangesNothing() throws {
        try bench.put(#"{"status": "active"}"#, at: SessionLocation(id: Bench.patient.id, month: "2025-01"))
        let before = try bench.everything()
        let transaction = try bench.begin(isDryRun: true)
        let doctor = Doctor(bench.workspace, now: bench.now)
        _ = try doctor.mend(in: transaction, bench.engine)
        #expect(try transaction.commit() == nil)
        #expect(try bench.everything() == before)
    }
}
