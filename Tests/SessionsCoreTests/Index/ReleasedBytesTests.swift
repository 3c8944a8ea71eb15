import Testing

@testable import SessionsCore

@Suite struct ReleasedBytesTests {
    private static let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 256) }

    @Test func whatWasReleasedIsThereAgain() throws {
        let temporary = try TemporaryFolder()
        let folder = try Folder(opening: temporary.path)
        try folder.create("index").write(Self.content)
        let file = try #require(try folder.file("index"))
        let mapped = IndexBytes(try #require(file.mapped()))
        for bytes in [mapped, IndexBytes(Self.content)] {
            for (start, count) in [(0, 1), (4_000, 5_000), (8_192, 50_000), (99_999, 1), (0, 100_000)] {
                bytes.part(start, count).release()
                #expect(bytes.array == Self.content)
            }
        }
    }
}
