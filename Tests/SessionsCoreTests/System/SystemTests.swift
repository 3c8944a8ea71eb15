import Testing

@testable import SessionsCore

@Suite struct SystemTests {
    @Test func theFirstLineOfAProgramIsRead() throws {
        #expect(try System.output(of: "sh", ["-c", "echo one; echo two"]) == "one")
        #expect(try System.output(of: "sh", ["-c", "echo one; exit 1"]) == nil)
        #expect(try System.output(of: "sh", ["-c", ":"]) == nil)
        #expect(try System.output(of: "no-such-program-here", []) == nil)
    }

    @Test func randomBytesDiffer() {
        #expect(System.randomBytes(16)?.count == 16)
        #expect(System.randomBytes(16) != System.randomBytes(16))
    }

    @Test func aRealPathHasNoLinksInIt() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("real/inside")
        folder.makeLink("link", to: "real")
        #expect(System.realPath(folder.path + "/link/inside/..") == System.realPath(folder.path + "/real"))
        #expect(System.realPath(folder.path + "/gone") == nil)
    }
}
