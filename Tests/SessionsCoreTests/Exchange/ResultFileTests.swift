import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct ResultFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func itIsThereWholeInPlaceOfTheOldOne() throws {
        for text in ["a longer text\n", "short\n"] {
            try ResultFile.write(
                Array(text.utf8), to: folder.path + "/out.csv", overFilesBeginning: Array("a longer".utf8))
            #expect(folder.bytes(at: "out.csv") == Array(text.utf8))
        }
        #expect(try Folder(opening: folder.path).names() == ["out.csv"])
    }

    /// Its temporary name is none that another process makes, nor one that is too long where its own is not.
    @Test func whatAnotherIsWritingIsLeftAlone() throws {
        let name = String(repeating: "n", count: 255)
        for other in [".out.csv.new", ".sessions-1.new"] { try folder.write("half", at: other) }
        for name in ["out.csv", name] {
            try ResultFile.write([1], to: folder.path + "/" + name, overFilesBeginning: [])
        }
        for other in [".out.csv.new", ".sessions-1.new"] { #expect(folder.text(at: other) == "half") }
        #expect(try Set(Folder(opening: folder.path).names()) == ["out.csv", name])
    }

    @Test func aLinkKeepsLeadingWhereItLeads() throws {
        try folder.write("old", at: "real.csv")
        symlink("real.csv", folder.path + "/link.csv")
        try ResultFile.write(
            Array("new".utf8), to: folder.path + "/link.csv", overFilesBeginning: Array("old".utf8))
        #expect(folder.bytes(at: "real.csv") == Array("new".utf8))
    }

    @Test func aFileThatWasMadeForSomethingElseIsLeftAlone() throws {
        let path = folder.path + "/out.csv"
        func write() throws { try ResultFile.write([1], to: path, overFilesBeginning: Array("id,p50".utf8)) }
        for text in ["id,p5", "my notes", "x"] {
            try folder.write(text, at: "out.csv")
            #expect(throws: SessionsError.self) { try write() }
            #expect(folder.bytes(at: "out.csv") == Array(text.utf8))
        }
        for text in ["", "id,p50,p80\n"] {
            try folder.write(text, at: "out.csv")
            try write()
            #expect(folder.bytes(at: "out.csv") == [1])
        }
    }

    @Test(arguments: ["nowhere/out.csv", "", "a/", ".", "..", "in"])
    func whatIsNoPlaceForAFileIsLeftAlone(name: String) throws {
        try folder.makeFolder("in")
        #expect(throws: SessionsError.self) {
            try ResultFile.write(
                [1], to: name.isEmpty ? "" : folder.path + "/" + name, overFilesBeginning: [])
        }
        #expect(try Folder(opening: folder.path).names() == ["in"])
    }
}
