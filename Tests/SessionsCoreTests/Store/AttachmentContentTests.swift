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

    // MARK: Copying out

    private func content(_ reference: String = "1") throws -> AttachmentContent {
        let session = try bench.session(location)
        return AttachmentContent(
            of: try session.attachment(reference), in: session, bench.workspace, now: bench.now)
    }

    private var storedPath: String {
        get throws {
            let attachment = try bench.session(location).attachment("1")
            return ".sessions/attachments/\(location.id)/\(attachment.sha256)"
        }
    }

    private func attachToCopyOut(_ bytes: [UInt8] = Array("content".utf8)) throws -> String {
        try bench.folder.write(bytes, at: "trace.txt")
        try attach("trace.txt")
        try bench.folder.makeFolder("out")
        return bench.folder.path + "/out"
    }

    @Test(arguments: [0, 1, 1 << 18, 1 << 18 + 1, 700_000])
    func aCopyHasEveryByte(_ size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
        let out = try attachToCopyOut(bytes)
        #expect(try content().copy(toFolder: out, overwriting: false) == "trace.txt")
        #expect(bench.folder.bytes(at: "out/trace.txt") == bytes)
        #expect(try bench.folder.contents(of: "out").count == 1)
        #expect(try content().open().readAll(limit: 1 << 20) == bytes)
    }

    @Test func aFileOfThatNameStaysUnlessItIsToBeReplaced() throws {
        let out = try attachToCopyOut()
        try bench.folder.write("mine", at: "out/trace.txt")
        let error = #expect(throws: SessionsError.self) {
            try content().copy(toFolder: out, overwriting: false)
        }
        #expect(error?.code == .refused)
        #expect(bench.folder.text(at: "out/trace.txt") == "mine")
        _ = try content().copy(toFolder: out, overwriting: true)
        #expect(bench.folder.text(at: "out/trace.txt") == "content")
        #expect(try bench.folder.contents(of: "out").count == 1)
    }

    @Test func aLinkOfThatNameIsReplacedAndNotFollowed() throws {
        let out = try attachToCopyOut()
        try bench.folder.write("mine", at: "elsewhere")
        bench.folder.makeLink("out/trace.txt", to: "../elsewhere")
        #expect(throws: SessionsError.self) { try content().copy(toFolder: out, overwriting: false) }
        _ = try content().copy(toFolder: out, overwriting: true)
        #expect(bench.folder.text(at: "elsewhere") == "mine")
        #expect(bench.folder.text(at: "out/trace.txt") == "content")
    }

    @Test func aNameThatCouldNotBeTakenInTheMeantimeStays() throws {
        let folder = try Folder(opening: bench.folder.path)
        try bench.folder.write("new", at: "temporary")
        try bench.folder.write("mine", at: "taken")
        #expect(try !folder.renameIfFree("temporary", to: "taken", in: folder))
        #expect(bench.folder.text(at: "taken") == "mine")
        #expect(try folder.renameIfFree("temporary", to: "free", in: folder))
        #expect(bench.folder.text(at: "free") == "new" && bench.folder.text(at: "temporary") == nil)
    }

    @Test(arguments: ["", "contens", "content and more", "link", "folder", "missing"])
    func whatIsNotWhatWasAttachedIsNotGivenOut(_ text: String) throws {
        let out = try attachToCopyOut()
        let path = try storedPath
        bench.folder.remove(path)
        switch text {
        case "missing": break
        case "link": bench.folder.makeLink(path, to: bench.folder.path + "/trace.txt")
        case "folder": try bench.folder.makeFolder(path)
        default: try bench.folder.write(text, at: path)
        }
        #expect(try content().condition() == (text == "missing" ? .missing : .changed))
        for isOverwriting in [false, true] {
            let error = #expect(throws: SessionsError.self) {
                try content().copy(toFolder: out, overwriting: isOverwriting)
            }
            #expect(error?.code == .damaged)
        }
        #expect(throws: SessionsError.self) { try content().open() }
        #expect(throws: SessionsError.self) { try content().copyToPrivateFolder(in: out) }
        #expect(try bench.folder.contents(of: "out").isEmpty)
    }

    @Test(arguments: ["../trace.txt", "/etc/x", "..", ".", "", "a/b", "a\u{1b}b", "a\\b", ".git", "-rf"])
    func aNameFromElsewhereLeadsNowhere(_ name: String) throws {
        let out = try attachToCopyOut()
        try bench.change(location) { session, _ in
            let id = try session.attachment("1").id
            _ = session.document.set(.string(name), at: JSONPointer("attachments", id, "name"))
        }
        let before = try bench.everything()
        let error = #expect(throws: SessionsError.self) {
            try content().copy(toFolder: out, overwriting: true)
        }
        #expect(error?.code == .refused)
        #expect(throws: SessionsError.self) { try content().copyToPrivateFolder(in: out) }
        #expect(try bench.everything() == before)
    }

    @Test func aCopyToLookAtIsNobodyElses() throws {
        let out = try attachToCopyOut()
        let path = try content().copyToPrivateFolder(in: out)
        #expect(path.hasPrefix(out + "/sessions-") && path.hasSuffix("/trace.txt"))
        let name = String(path.dropFirst(bench.folder.path.utf8.count + 1))
        #expect(bench.folder.text(at: name) == "content")
        #expect(bench.folder.mode(of: name) == 0o400)
        #expect(bench.folder.mode(of: String(name.dropLast("/trace.txt".count))) == 0o700)
        AttachmentContent.removePrivateCopy(path)
        #expect(try bench.folder.contents(of: "out").isEmpty)
    }
}
