import Testing

@testable import SessionsCore

@Suite struct SweepTests {
    private let bench: Bench
    private let location: SessionLocation

    init() throws {
        bench = try Bench()
        location = try bench.make()
    }

    private func attach(_ text: String, to location: SessionLocation) throws {
        try bench.folder.write(text, at: "file")
        try bench.change(location, "attach") { _, _ in }
        try bench.operation("attach") { transaction, engine in
            var session = try transaction.session(at: location)
            let file = try InputFile(opening: bench.folder.path + "/file")
            _ = try engine.attach(transaction.takeIn(file, for: session.id), as: text, to: &session)
            try transaction.update(session)
        }
    }

    private func path(_ text: String, _ location: SessionLocation) -> String {
        "attachments/\(location.id)/\(SHA256.hex(of: Array(text.utf8)))"
    }

    private func isThere(_ path: String) -> Bool { bench.folder.bytes(at: ".sessions/\(path)") != nil }

    /// Sweeps, in a workspace opened anew, as its settings may be others by now.
    private func sweep(isDryRun: Bool = false, damaged: Int = 0) throws -> Sweep {
        let workspace = try Workspace(opening: bench.folder.path + "/.sessions")
        let transaction = try Transaction(
            on: workspace, by: bench.user, at: bench.now, command: "gc", isDryRun: isDryRun)
        defer { transaction.abandon() }
        var errors: [SessionsError] = []
        let sweep = try Sweep(in: transaction, now: bench.now, damaged: &errors)
        #expect(errors.count == damaged)
        try sweep.carryOut(in: transaction)
        return sweep
    }

    private func forgetOperations() { bench.folder.remove(".sessions/local/operations") }

    private func removeFirstAttachment() throws {
        try bench.change(location) { session, engine in
            _ = try engine.removeAttachments(["1"], from: &session)
        }
    }

    @Test func whatASessionNamesStays() throws {
        try attach("named", to: location)
        forgetOperations()
        let before = try bench.everything()
        let sweep = try sweep()
        #expect(sweep.files.isEmpty && sweep.folders.isEmpty && sweep.kept == (0, 0))
        #expect(
            try bench.everything().filter { !$0.key.contains("local") }
                == before.filter { !$0.key.contains("local") })
        #expect(isThere(path("named", location)))
    }

    @Test func whatNothingNamesGoesAndItsFolderToo() throws {
        try attach("removed", to: location)
        try removeFirstAttachment()
        forgetOperations()
        let dry = try sweep(isDryRun: true)
        #expect(isThere(path("removed", location)))
        let real = try sweep()
        for sweep in [dry, real] {
            #expect(sweep.files.map(\.path) == [path("removed", location)])
            #expect(sweep.files.map(\.size) == [7] && sweep.files.map(\.reason) == [.unnamed])
            #expect(sweep.files.map(\.sessionID) == [location.id])
            #expect(sweep.folders == ["attachments/\(location.id)"])
        }
        #expect(try bench.folder.contents(of: ".sessions/attachments").isEmpty)
        #expect(try self.sweep().files.isEmpty)
    }

    @Test func copiesOfBeforeGoWhenTheRecordsOfTheirDayWould() throws {
        for day in ["2026-08-23/7", "2026-08-24/8", "a-note"] {
            try bench.folder.makeFolder(".sessions/local/backups/\(day)/sessions")
            try bench.folder.write("before", at: ".sessions/local/backups/\(day)/sessions/a.json")
        }
        let old = "local/backups/2026-08-23"
        for isDryRun in [true, false] {
            let sweep = try sweep(isDryRun: isDryRun)
            #expect(sweep.files.map(\.path) == [old + "/7/sessions/a.json"])
            #expect(sweep.files.map(\.reason) == [.backup] && sweep.files.map(\.size) == [6])
            #expect(sweep.folders == [old + "/7/sessions", old + "/7", old])
        }
        let left = try bench.folder.contents(of: ".sessions/local/backups").keys.filter {
            $0.hasSuffix("json")
        }
        #expect(
            left.sorted()
                == ["2026-08-24/8", "a-note"].map { ".sessions/local/backups/\($0)/sessions/a.json" })
    }

    @Test func theSameContentInAnotherSessionIsAnotherFile() throws {
        let other = try bench.make("Other")
        try attach("same", to: location)
        try attach("same", to: other)
        try removeFirstAttachment()
        forgetOperations()
        #expect(try sweep().files.map(\.path) == [path("same", location)])
        #expect(isThere(path("same", other)))
    }

    /// Each way in which an undo or a redo can need a content that no session names.
    @Test func whatUndoCouldBringBackStays() throws {
        try attach("attached and undone", to: location)
        try bench.undo()
        #expect(try sweep().kept == (1, 19))
        try bench.redo()
        try removeFirstAttachment()
        #expect(try sweep().kept == (1, 19))
        try bench.undo()
        try bench.operation("delete") { transaction, _ in
            try transaction.delete(transaction.session(at: location))
        }
        #expect(try sweep().kept == (1, 19))
        try bench.undo()
        #expect(try sweep().kept == (0, 0))
        #expect(isThere(path("attached and undone", location)))
    }

    @Test func aRemovalFromAFileEditedByHandCanStillBeUndone() throws {
        try attach("content", to: location)
        let text = try #require(bench.folder.text(at: bench.file(location)))
        try bench.folder.write(text.replacing("\n", with: "\r\n"), at: bench.file(location))
        forgetOperations()
        try removeFirstAttachment()
        #expect(try sweep().kept == (1, 7))
        try bench.undo()
        #expect(try bench.session(location).attachments.count == 1)
        #expect(isThere(path("content", location)))
    }

    /// Only the old file in the record of the deletion names it.
    @Test func whatADeletedSessionNamedStays() throws {
        try attach("content", to: location)
        forgetOperations()
        try bench.operation("delete") { transaction, _ in
            try transaction.delete(transaction.session(at: location))
        }
        #expect(try sweep().kept == (1, 7))
        try bench.undo()
        #expect(isThere(path("content", location)))
        #expect(try sweep().kept == (0, 0))
    }

    /// Only the record of how it came in names it.
    @Test func whatWasTakenInForASessionThatIsNotThereYetStays() throws {
        try bench.folder.write("content", at: "file")
        try bench.operation("new") { transaction, _ in
            let file = try InputFile(opening: bench.folder.path + "/file")
            _ = try transaction.takeIn(file, for: location.id)
        }
        #expect(try sweep().kept == (1, 7))
        forgetOperations()
        #expect(try sweep().files.count == 1)
    }

    @Test(arguments: ["{", "[]", SessionText.with(id: "other"), "link"])
    func nothingGoesWhileASessionCannotBeRead(_ text: String) throws {
        let orphan = "attachments/bcdfghjkmnpr/\(String(repeating: "a", count: 64))"
        try bench.folder.makeFolder(".sessions/attachments/bcdfghjkmnpr")
        try bench.folder.write("orphan", at: ".sessions/\(orphan)")
        let damaged = SessionLocation(id: "bcdfghjkmnpq", month: "2026-11")
        if text == "link" {
            bench.folder.makeLink(bench.file(damaged), to: "nowhere")
        } else {
            try bench.folder.write(text, at: bench.file(damaged))
        }
        let sweep = try sweep(damaged: 1)
        #expect(sweep.files.isEmpty && sweep.folders.isEmpty)
        #expect(isThere(orphan))
        bench.folder.remove(bench.file(damaged))
        #expect(try self.sweep().files.map(\.path) == [orphan])
        #expect(!isThere(orphan))
    }

    @Test func aSessionOfALaterVersionMayNameThingsOtherwise() throws {
        let orphan = "attachments/bcdfghjkmnpr/\(String(repeating: "a", count: 64))"
        try bench.folder.makeFolder(".sessions/attachments/bcdfghjkmnpr")
        try bench.folder.write("orphan", at: ".sessions/\(orphan)")
        let later = SessionLocation(id: "bcdfghjkmnpq", month: "2026-11")
        let text = SessionText.with(id: later.id).replacing("\"schema\": 1", with: "\"schema\": 2")
        try bench.folder.write(text, at: bench.file(later))
        #expect(try sweep(damaged: 1).files.isEmpty)
        #expect(isThere(orphan))
    }

    @Test func whatIsNotOfThisProgramStays() throws {
        let hash = String(repeating: "a", count: 64)
        let strange = [
            "attachments/notes/\(hash)", "attachments/bcdfghjkmnpr/README", "attachments/bcdfghjkmnpr/.keep",
            "attachments/bcdfghjkmnpr/\(hash.dropLast())", "attachments/\(hash)",
            "attachments/bcdfghjkmnpr/\(hash.uppercased())",
        ]
        try bench.folder.makeFolder(".sessions/attachments/bcdfghjkmnpr")
        try bench.folder.makeFolder(".sessions/attachments/notes")
        for path in strange { try bench.folder.write("mine", at: ".sessions/\(path)") }
        let sweep = try sweep()
        #expect(sweep.files.isEmpty && sweep.folders.isEmpty)
        for path in strange { #expect(isThere(path), "\(path)") }
    }

    @Test func aHiddenFileKeepsItsFolder() throws {
        try bench.folder.makeFolder(".sessions/attachments/bcdfghjkmnpr")
        try bench.folder.write("", at: ".sessions/attachments/bcdfghjkmnpr/.DS_Store")
        try bench.folder.write(
            "a", at: ".sessions/attachments/bcdfghjkmnpr/\(String(repeating: "a", count: 64))")
        let sweep = try sweep()
        #expect(sweep.files.count == 1 && sweep.folders.isEmpty)
    }

    @Test func contentsOfSessionsArchivedLongAgoGoWhereThatIsAsked() throws {
        try attach("old", to: location)
        try bench.change(location) { session, engine in _ = try engine.archive(&session) }
        bench.now = bench.now.advanced(bySeconds: 30 * 86_400)
        #expect(try sweep().files.isEmpty)
        try bench.folder.write(
            #"{"format": 1, "archive": {"keepAttachments": 30}}"#, at: ".sessions/workspace.json")
        bench.now = bench.now.advanced(bySeconds: -10)
        #expect(try sweep().files.isEmpty)
        bench.now = bench.now.advanced(bySeconds: 10)
        let sweep = try sweep()
        #expect(sweep.files.map(\.path) == [path("old", location)])
        #expect(sweep.files.map(\.reason) == [.expired])
        #expect(!isThere(path("old", location)))

        let workspace = try Workspace(opening: bench.folder.path + "/.sessions")
        let session = try bench.session(location)
        let content = AttachmentContent(
            of: try session.attachment("1"), in: session, workspace, now: bench.now)
        #expect(try content.condition() == .expired)
    }

    @Test(arguments: [#"-1"#, #""30""#, "1.5", "1e9", "true", "null"])
    func daysThatAreNoneAreNamed(_ days: String) throws {
        try bench.folder.write(
            #"{"format": 1, "archive": {"keepAttachments": \#(days)}}"#, at: ".sessions/workspace.json")
        let error = #expect(throws: SessionsError.self) { try sweep() }
        #expect(
            error?.message.contains("expected a whole number of days at /archive/keepAttachments") == true)
    }

    @Test func leftoversOfAKilledCommandAreCounted() throws {
        try bench.folder.write("half", at: ".sessions/local/tmp/99.0")
        #expect(try sweep(isDryRun: true).files.map(\.path) == ["local/tmp/99.0"])
        let sweep = try sweep()
        #expect(sweep.files.map(\.reason) == [.leftover] && sweep.files.map(\.size) == [4])
        #expect(try bench.folder.contents(of: ".sessions/local/tmp").isEmpty)
        #expect(try self.sweep().files.isEmpty)
    }

    /// Readers take no lock: what one of them writes just now is its own.
    @Test func theIndexThatAReaderWritesIsNoLeftover() throws {
        let path = ".sessions/local/tmp/index.12345"
        try bench.folder.write("half", at: path)
        #expect(try sweep(isDryRun: true).files.isEmpty)
        #expect(try sweep().files.isEmpty)
        #expect(bench.folder.text(at: path) == "half")
        bench.folder.age(path, by: 3700)
        #expect(try sweep(isDryRun: true).files.map(\.path) == ["local/tmp/index.12345"])
        #expect(try sweep().files.map(\.reason) == [.leftover])
        #expect(bench.folder.text(at: path) == nil)
    }

    /// A merge can leave two versions of a session, each with contents that the other does not name.
    @Test func whatAnyVersionOfASessionNamesStays() throws {
        try attach("first", to: location)
        let first = try #require(bench.folder.text(at: bench.file(location)))
        try removeFirstAttachment()
        try attach("second", to: location)
        forgetOperations()
        for month in ["2026-10", "2026-12"] {
            let other = SessionLocation(id: location.id, month: month)
            try bench.folder.write(first, at: bench.file(other))
            #expect(try sweep().files.isEmpty)
            #expect(isThere(path("first", location)) && isThere(path("second", location)))
            bench.folder.remove(bench.file(other))
            bench.folder.remove(".sessions/sessions/" + month)
        }
        #expect(try sweep().files.map(\.path) == [path("first", location)])
    }

    @Test func contentsExpireOnceEveryVersionOfTheirSessionDid() throws {
        try attach("old", to: location)
        let text = try #require(bench.folder.text(at: bench.file(location)))
        try bench.change(location) { session, engine in _ = try engine.archive(&session) }
        try bench.folder.write(
            #"{"format": 1, "archive": {"keepAttachments": 30}}"#, at: ".sessions/workspace.json")
        bench.now = bench.now.advanced(bySeconds: 31 * 86_400)
        for month in ["2026-10", "2026-12"] {
            let other = SessionLocation(id: location.id, month: month)
            try bench.folder.write(text, at: bench.file(other))
            #expect(try sweep().files.isEmpty)
            bench.folder.remove(bench.file(other))
            bench.folder.remove(".sessions/sessions/" + month)
        }
        #expect(try sweep().files.map(\.reason) == [.expired])
    }

    @Test func anEmptyMonthGoes() throws {
        try bench.operation("delete") { transaction, _ in
            try transaction.delete(transaction.session(at: location))
        }
        #expect(try sweep().folders == ["sessions/2026-11"])
        try bench.undo()
        #expect(try bench.workspace.locations() == [location])
    }
}
