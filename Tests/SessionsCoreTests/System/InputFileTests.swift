import Testing

@testable import SessionsCore

@Suite struct InputFileTests {
    /// Larger than any memory: to read any of it first would be the end.
    @Test func ofWhatIsTooLargeNothingIsRead() throws {
        let temporary = try TemporaryFolder()
        let folder = try Folder(opening: temporary.path)
        let file = try folder.create("file")
        try file.seek(to: 1 << 40)
        try file.write([1])
        #expect { try folder.read("file", limit: 1 << 20) } throws: {
            ($0 as? IOFailure)?.isTooLarge == true
        }
    }

    #if os(Linux)
        /// As one does that somebody is writing to.
        @Test func whatTurnsOutToBeTooLargeIsRefused() throws {
            let file = try InputFile(opening: "/proc/self/maps")
            #expect(file.size == 0)
            #expect { try file.readAll(limit: 100) } throws: { ($0 as? IOFailure)?.isTooLarge == true }
        }
    #endif
}
