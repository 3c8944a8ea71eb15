import Testing

@testable import SessionsCore

@Suite struct AttachmentContentTests {
    private let bench: Bench
    private let location: SessionLocation

    init() throws {
        bench = try Bench()
        location = try bench.make()
    }

    @discardableResult
    private func attach(_ names: String...) throws -> Int? {
        try bench.operation("attach") { transaction, engine in
            var session = try transaction.session(at: location)
            for name in names {
                let file = try InputFile(opening: bench.folder.path + "/" + name)
                _ = try engine.attach(transaction.takeIn(file, for: session.id), as: name, to: &session)
            }
            try transaction.update(session)
        }
    }

    private var stored: [String: [UInt8]] {
        get throws {
            try bench.folder.contents(of: ".sessions/attachments/\(location.id)").filter {
                !$0.key.hasSuffix("/")
            }
        }
    }

    @Test func contentLiesUnderItsHash() throws {
        try bench.folder.write("content", at: "trace.txt", mode: 0o600)
        try attach("trace.txt")
        let hash = SHA256.hex(of: Array("content".utf8))
        let name = ".sessions/attachments/\(location.id)/\(hash)"
        #expect(bench.folder.text(at: name) == "content")
        let attachment = try #require(try bench.session(location).attachments.first)
        #expect(attachment.sha256 == hash && attachment.size == 7 && attachment.name == "trace.txt")
    }

    @Test func theSameContentIsStoredOnce() throws {
        for name in ["a", "b", "c"] { try bench.folder.write("same", at: name) }
        try attach("a", "b")
        try attach("c")
        #expect(try stored.count == 1)
        #expect(try bench.session(location).attachments.map(\.name).sorted() == ["a", "b", "c"])
        #expect(try bench.folder.contents(of: ".sessions/local/tmp").isEmpty)
    }

    @Test func undoLeavesTheContentForRedo() throws {
        try bench.folder.write("content", at: "a")
        let before = try bench.sessionFiles()
        try attach("a")
        let after = try bench.sessionFiles()
        try bench.undo()
        #expect(try bench.sessionFiles() == before)
        #expect(try stored.count == 1)
        try bench.redo()
        #expect(try bench.sessionFiles() == after)
    }

    @Test func anEmptyFileAndOneOfManyPieces() throws {
        try bench.folder.write([], at: "empty")
        let large = (0..<600_000).map { UInt8(truncatingIfNeeded: $0) }
        try bench.folder.write(large, at: "large")
        try attach("empty", "large")
        #expect(try stored.count == 2)
        #expect(try bench.session(location).attachments.map(\.size).sorted() == [0, large.count])
        let name = ".sessions/attachments/\(location.id)/\(SHA256.hex(of: large))"
        #expect(bench.folder.bytes(at: name) == large)
    }
}
