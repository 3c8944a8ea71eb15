import Testing

@testable import SessionsCore

@Suite struct FolderTests {
    private let temporary: TemporaryFolder
    private let folder: Folder

    init() throws {
        temporary = try TemporaryFolder()
        folder = try Folder(opening: temporary.path)
    }

    @Test func onlyWhatIsNotThereIsNothing() throws {
        #expect(try folder.folder("gone") == nil)
        #expect(try folder.file("gone") == nil)
        #expect(try folder.size(of: "gone") == nil)
        try temporary.write("x", at: "file")
        #expect { try folder.folder("file") } throws: { ($0 as? IOFailure)?.reason == "it is not a folder" }
    }

    @Test func linksAreNotFollowed() throws {
        try temporary.write("x", at: "elsewhere/file")
        temporary.makeLink("folder", to: temporary.path + "/elsewhere")
        temporary.makeLink("file", to: temporary.path + "/elsewhere/file")
        #expect { try folder.folder("folder") } throws: { ($0 as? IOFailure)?.reason == "it is not a folder" }
        #expect { try folder.file("file") } throws: { ($0 as? IOFailure)?.reason == "it is a link" }
    }

    @Test func whatIsNoPlainFileIsRefusedAtOnce() throws {
        temporary.makePipe("pipe")
        try temporary.makeFolder("inside")
        #expect { try folder.file("pipe") } throws: { ($0 as? IOFailure)?.reason == "it is not a plain file" }
        #expect { try folder.file("inside") } throws: { ($0 as? IOFailure)?.reason == "it is a folder" }
        #expect { try InputFile(opening: temporary.path + "/pipe") } throws: {
            ($0 as? IOFailure)?.reason == "it is not a plain file"
        }
    }

    @Test func aPathIsMadeWhereItIsMissing() throws {
        try temporary.makeFolder("a/real")
        temporary.makeLink("a/link", to: "real")
        let made = try Folder.makePath(temporary.path + "/a/link/b/c/", mode: 0o700)
        #expect(temporary.mode(of: "a/real/b/c") == 0o700)
        #expect(temporary.mode(of: "a/real/b") != 0o700)
        #expect(made.descriptor >= 0)
        try temporary.write("x", at: "file")
        #expect(throws: IOFailure.self) { try Folder.makePath(temporary.path + "/file/b", mode: 0o700) }
    }

    @Test func namesLeaveOutThoseWithAPoint() throws {
        for name in ["b", ".hidden", "a"] { try temporary.write("", at: name) }
        #expect(try folder.names().sorted() == ["a", "b"])
    }

    @Test func whatIsReplacedKeepsItsPermissions() throws {
        try temporary.write("old", at: "settings", mode: 0o640)
        try folder.replace("settings", with: Array("new".utf8), by: ".settings.new")
        #expect(temporary.text(at: "settings") == "new")
        #expect(temporary.mode(of: "settings") == 0o640)
        #expect(try temporary.contents().count == 1)
    }

    @Test func aNewFileNeverTakesThePlaceOfAnother() throws {
        try temporary.write("old", at: "file")
        #expect(throws: IOFailure.self) { try folder.create("file") }
        #expect(temporary.text(at: "file") == "old")
        temporary.makeLink("link", to: temporary.path + "/elsewhere")
        #expect(throws: IOFailure.self) { try folder.create("link") }
        #expect(temporary.bytes(at: "elsewhere") == nil)
    }

    @Test func tooLargeAFileIsRefusedUnread() throws {
        try temporary.write([UInt8](repeating: 1, count: 101), at: "file")
        #expect { try folder.read("file", limit: 100) } throws: {
            ($0 as? IOFailure)?.reason == "it is larger than the limit of 100 bytes"
        }
        #expect(try folder.read("file", limit: 101)?.count == 101)
        try temporary.write([], at: "empty")
        #expect(try folder.read("empty", limit: 0) == [])
    }
}
