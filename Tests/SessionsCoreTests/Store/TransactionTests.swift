import Testing

@testable import SessionsCore

@Suite struct TransactionTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private struct Stop: Error {}

    @Test func nothingIsWrittenWhenTheBodyThrows() throws {
        let location = try bench.make()
        try bench.folder.write("content", at: "file")
        let before = try bench.everything()
        #expect(throws: Stop.self) {
            try bench.operation { transaction, engine in
                var session = try transaction.session(at: location)
                _ = try engine.archive(&session)
                try transaction.update(session)
                try transaction.create(try engine.create(SessionPlan(title: "new")) { _ in false })
                _ = try transaction.takeIn(InputFile(opening: bench.folder.path + "/file"), for: location.id)
                throw Stop()
            }
        }
        #expect(try bench.everything() == before)
        #expect(try bench.retitle(location, "Other") == 2)
    }

    @Test func aDryRunLeavesEveryByte() throws {
        let location = try bench.make()
        try bench.retitle(location, "Second")
        try bench.folder.write("content", at: "file")
        bench.folder.remove(".sessions/local/tmp")
        let before = try bench.folder.contents()
        let transaction = try bench.begin(isDryRun: true)
        var session = try transaction.session(at: location)
        _ = try bench.engine.archive(&session)
        try transaction.update(session)
        #expect(try transaction.session(at: location).isArchived)
        try transaction.create(try bench.engine.create(SessionPlan(title: "new")) { _ in false })
        let content = try transaction.takeIn(
            InputFile(opening: bench.folder.path + "/file"), for: location.id)
        #expect(content.sha256 == SHA256.hex(of: Array("content".utf8)))
        #expect(try transaction.commit() == nil)
        let undo = try bench.begin(isDryRun: true)
        #expect(try undo.takeBack(.undo, bench.engine).command == "edit --title Second")
        #expect(try undo.commit() == nil)
        #expect(try bench.folder.contents() == before)
    }

    @Test func aDryRunNeedsNoWorkspace() throws {
        let path = bench.folder.path + "/not/yet"
        let transaction = try Transaction(
            on: Workspace(notYetMadeAt: path), by: "a", at: bench.now, command: "new", isDryRun: true)
        try transaction.create(try bench.engine.create(SessionPlan(title: "new")) { _ in false })
        #expect(try transaction.commit() == nil)
        #expect(bench.folder.mode(of: "not") == nil)
    }

    @Test func severalSessionsAreOneOperation() throws {
        let locations = [try bench.make("one"), try bench.make("two")]
        let number = try bench.operation { transaction, engine in
            for location in locations {
                var session = try transaction.session(at: location)
                _ = try engine.archive(&session)
                try transaction.update(session)
            }
        }
        #expect(number == 3)
        #expect(try locations.map { try bench.session($0).isArchived } == [true, true])
        try bench.undo()
        #expect(try locations.map { try bench.session($0).isArchived } == [false, false])
    }

    @Test func aSessionThatIsChangedTwiceKeepsBothChanges() throws {
        let location = try bench.make()
        let before = try bench.sessionFiles()
        try bench.operation { transaction, engine in
            for text in ["first", "second"] {
                var session = try transaction.session(at: location)
                _ = try engine.comment(on: &session, text)
                try transaction.update(session)
            }
        }
        #expect(try bench.session(location).comments.count == 2)
        try bench.undo()
        #expect(try bench.sessionFiles() == before)
    }

    @Test func whereNothingWasChangedThereIsNoOperation() throws {
        let location = try bench.make()
        let before = try bench.everything()
        #expect(try bench.change(location) { _, _ in } == nil)
        let there = try bench.operation { transaction, engine in
            let original = try transaction.session(at: location)
            var session = original
            _ = try engine.comment(on: &session, "hello")
            try transaction.update(session)
            try transaction.update(original)
        }
        #expect(there == nil)
        #expect(try bench.everything() == before)
    }

    @Test func permissionsAreKept() throws {
        let location = try bench.make()
        let text = try #require(bench.folder.text(at: bench.file(location)))
        try bench.folder.write(text, at: bench.file(location), mode: 0o600)
        try bench.retitle(location, "Other")
        #expect(bench.folder.mode(of: bench.file(location)) == 0o600)
        try bench.undo()
        #expect(bench.folder.mode(of: bench.file(location)) == 0o600)
        try bench.folder.write(text.replacing("  ", with: "\t"), at: bench.file(location), mode: 0o640)
        try bench.retitle(location, "Other")
        try bench.undo()
        #expect(bench.folder.mode(of: bench.file(location)) == 0o640)
    }

    @Test func whatIsNotThereIsNotFound() throws {
        let location = SessionLocation(id: "bcdfghjkmnpq", month: "2020-01")
        #expect(throws: SessionsError.sessionNotFound(reference: "bcdfghjkmnpq")) {
            try bench.retitle(location, "Other")
        }
    }

    @Test func tooLargeASessionIsRefusedBeforeAnythingIsWritten() throws {
        let location = try bench.make()
        let before = try bench.everything()
        let text = String(repeating: "x", count: Limits.text)
        let error = #expect(throws: SessionsError.self) {
            try bench.change(location) { session, engine in
                for _ in 0..<17 { _ = try engine.comment(on: &session, text) }
            }
        }
        #expect(error?.code == .limit)
        #expect(try bench.everything() == before)
    }

    @Test func manyFilesAreOneOperation() throws {
        let before = try bench.sessionFiles()
        try bench.operation("import") { transaction, engine in
            for index in 0..<100 {
                try transaction.create(try engine.create(SessionPlan(title: "\(index)")) { _ in false })
            }
        }
        let after = try bench.sessionFiles()
        #expect(try bench.workspace.locations().count == 100)
        try bench.undo()
        #expect(try bench.workspace.locations().isEmpty)
        #expect(try bench.sessionFiles().filter { !$0.key.hasSuffix("/") } == before)
        try bench.redo()
        #expect(try bench.sessionFiles() == after)
        #expect(try bench.folder.contents(of: ".sessions/local/tmp").isEmpty)
    }

    @Test func theLockIsGivenBackAtTheEnd() throws {
        let first = try bench.begin()
        #expect(try first.commit() == nil)
        let second = try bench.begin(patience: 0)
        second.abandon()
        let third = try bench.begin(patience: 0)
        #expect(throws: SessionsError.self) { try bench.begin(patience: 0) }
        third.abandon()
    }

    /// The folder of the month cannot be made: the operation did not happen, and says so.
    @Test func whatCannotBePutIntoPlaceDidNotHappen() throws {
        bench.folder.remove(".sessions/sessions")
        try bench.folder.write("in the way", at: ".sessions/sessions")
        #expect { try bench.make() } throws: { ($0 as? SessionsError)?.code == .io }
        bench.folder.remove(".sessions/sessions")
        try bench.make("second")
        #expect(try bench.workspace.locations().count == 1)
        var commands: [String] = []
        try bench.workspace.eachOperation { entry in
            if let record = try? entry.get() { commands.append(record.command) }
            return true
        }
        #expect(commands == ["new second"])
    }

    @Test func aPlaceThatIsTakenIsRefusedBeforeAnythingIsRecorded() throws {
        let session = try bench.engine.create(SessionPlan(title: "new")) { _ in false }
        try bench.folder.write("mine", at: bench.file(SessionLocation(of: session)))
        #expect {
            try bench.operation { transaction, _ in try transaction.create(session) }
        } throws: {
            ($0 as? SessionsError)?.code == .refused
        }
        #expect(bench.folder.text(at: bench.file(SessionLocation(of: session))) == "mine")
    }

    /// Something is put where the session is to go, once that was looked at, and its content comes first.
    @Test func whatStopsHalfWaySaysThatItHappened() throws {
        let session = try bench.engine.create(SessionPlan(title: "new")) { _ in false }
        let place = bench.file(SessionLocation(of: session))
        try bench.folder.write("content", at: "file")
        let error = #expect(throws: SessionsError.self) {
            try bench.operation { transaction, _ in
                try transaction.create(session, isKept: false)
                _ = try transaction.takeIn(
                    InputFile(opening: bench.folder.path + "/file"), for: session.id)
                try bench.folder.write("in the way", at: place + "/file")
            }
        }
        #expect(error?.message.hasPrefix("operation 1 was made, but cannot write") == true)
        let hash = SHA256.hex(of: Array("content".utf8))
        #expect(bench.folder.text(at: ".sessions/attachments/\(session.id)/\(hash)") == "content")
        bench.folder.remove(place)
        #expect(try bench.make("second") != SessionLocation(of: session))
        #expect(try bench.session(SessionLocation(of: session)) == session)
    }
}

extension SessionPlan {
    init(title: String) {
        self.init()
        self.title = title
    }
}
