import Testing

@testable import SessionsCore

@Suite struct FileReaderTests {
    private let temporary: TemporaryFolder
    private let folder: Folder

    init() throws {
        temporary = try TemporaryFolder()
        folder = try Folder(opening: temporary.path)
    }

    @Test func filesOfAllSizesAreReadIntoTheSameMemory() throws {
        var reader = FileReader()
        for size in [5, 0, 16_383, 16_384, 16_385, 3, 2_000_000, 7, 50_000] {
            let text = String(repeating: "ab\n", count: size / 3) + String(repeating: "x", count: size % 3)
            try temporary.write(text, at: "file")
            let source = try reader.read("file", in: folder, limit: 1 << 24)
            #expect(source?.stamp == folder.stamp(of: "file"))
            #expect(source?.mode == (try folder.file("file")?.mode))
            #expect(String(decoding: reader.bytes, as: UTF8.self) == text)
            #expect(reader.withBytes { $0.count } == size)
        }
    }

    @Test func whatIsNoSmallPlainFileIsRefused() throws {
        var reader = FileReader()
        #expect(try reader.read("gone", in: folder, limit: 10) == nil)
        try temporary.write("0123456789x", at: "elsewhere/file")
        temporary.makeLink("link", to: temporary.path + "/elsewhere/file")
        let below = try #require(try folder.folder("elsewhere"))
        #expect(reason { try reader.read("link", in: folder, limit: 10) } == "it is a link")
        #expect(reason { try reader.read("elsewhere", in: folder, limit: 10) } == "it is a folder")
        #expect(
            reason { try reader.read("file", in: below, limit: 10) }
                == "it is larger than the limit of 10 bytes")
        #expect(try reader.read("file", in: below, limit: 11) != nil)
    }

    private func reason(_ body: () throws -> FileReader.Source?) -> String? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? IOFailure)?.reason }
    }
}
