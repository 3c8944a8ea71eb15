import Testing

@testable import SessionsCore

@Suite struct ByteSourceTests {
    private func source(_ bytes: [UInt8]) throws -> (source: ByteSource, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        try folder.write(bytes, at: "file")
        return (ByteSource(try InputFile(opening: folder.path + "/file")), folder)
    }

    /// More than a few pieces, with what ends a run at every distance.
    @Test func aFileIsReadAsIfItWereInMemory() throws {
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
        var (source, folder) = try source(bytes)
        var read: [UInt8] = []
        var progress = 0.0
        while let byte = source.peek() {
            if byte == 10 {
                read.append(byte)
                source.skip()
            }
            source.append(to: &read, limit: 1 << 40) { $0 == 10 }
            #expect(source.progress >= progress)
            progress = source.progress
        }
        #expect(read == bytes && progress == 1 && source.failure == nil)
        withExtendedLifetime(folder) {}
    }

    @Test func aByteOrderMarkIsPassedOverAtTheBeginning() throws {
        for (text, first) in [([0xef, 0xbb, 0xbf, 65], 65), ([0xef, 0xbb], 0xef), ([65, 0xef], 65)]
            as [([UInt8], UInt8)]
        {
            var (source, folder) = try source(text)
            source.skipByteOrderMark()
            #expect(source.peek() == first)
            withExtendedLifetime(folder) {}
        }
        var (empty, folder) = try source([])
        empty.skipByteOrderMark()
        #expect(empty.peek() == nil && empty.progress == 1)
        withExtendedLifetime(folder) {}
    }
}
