import Testing

@testable import SessionsCore

@Suite struct DeletionTests {
    private let bench: Bench
    private let location: SessionLocation

    init() throws {
        bench = try Bench()
        location = try bench.make()
    }

    private func delete(_ locations: SessionLocation...) throws {
        try bench.operation("delete") { transaction, _ in
            for location in locations { try transaction.delete(transaction.session(at: location)) }
        }
    }

    @Test func undoBringsItBackByteByByteAndRedoDeletesItAgain() throws {
        let other = try bench.make("Other")
        let name = bench.file(location)
        let text = try #require(bench.folder.text(at: name)).replacing("\n", with: "\r\n")
        try bench.folder.write(text, at: name)
        let before = try bench.sessionFiles()
        for _ in 0..<2 {
            try delete(location, other)
            #expect(try bench.workspace.locations().isEmpty)
            try bench.undo()
            #expect(try bench.sessionFiles() == before)
            try bench.redo()
            #expect(try bench.workspace.locations().isEmpty)
            try bench.undo()
            #expect(try bench.sessionFiles() == before)
        }
    }

    @Test func oneThatIsThereAgainIsNotOverwritten() throws {
        try delete(location)
        try bench.folder.write(SessionText.with(id: location.id), at: bench.file(location))
        let before = try bench.sessionFiles()
        let error = #expect(throws: SessionsError.self) { try bench.undo() }
        #expect(error?.code == .refused && error?.message.contains("was changed since") == true)
        #expect(try bench.sessionFiles() == before)
    }

    @Test func redoLeavesOneThatWasChangedSince() throws {
        try delete(location)
        let number = try bench.undo()
        try bench.retitle(location, "Changed since")
        let error = #expect(throws: SessionsError.self) { try bench.undo(number) }
        #expect(error?.code == .refused)
        #expect(try bench.session(location).title == "Changed since")
    }

    @Test func withinItsOperationItIsGone() throws {
        try bench.operation("delete") { transaction, _ in
            var session = try transaction.session(at: location)
            session.document["title"] = "Changed before"
            try transaction.update(session)
            try transaction.delete(session)
            try transaction.delete(session)
            #expect(throws: SessionsError.sessionNotFound(reference: location.id)) {
                try transaction.session(at: location)
            }
        }
        #expect(try bench.workspace.locations().isEmpty)
        try bench.undo()
        #expect(try bench.session(location).title == "Fix the lexer")
    }

    @Test func aLaterVersionsFileIsNotRemoved() throws {
        let text = SessionText.with(id: location.id).replacing("\"schema\": 1", with: "\"schema\": 2")
        try bench.folder.write(text, at: bench.file(location))
        let error = #expect(throws: SessionsError.self) { try delete(location) }
        #expect(error?.code == .newerSchema)
        #expect(bench.folder.text(at: bench.file(location)) == text)
    }

    @Test func aPrivateFileComesBackPrivate() throws {
        let text = try #require(bench.folder.text(at: bench.file(location)))
        try bench.folder.write(text, at: bench.file(location), mode: 0o600)
        try bench.operation("delete") { transaction, _ in
            try transaction.delete(transaction.session(at: location))
        }
        try bench.undo()
        #expect(bench.folder.mode(of: bench.file(location)) == 0o600)
        try bench.redo()
        try bench.undo()
        #expect(bench.folder.mode(of: bench.file(location)) == 0o600)
    }
}
