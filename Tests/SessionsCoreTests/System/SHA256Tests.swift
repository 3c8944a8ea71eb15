import Testing

@testable import SessionsCore

@Suite struct SHA256Tests {
    /// The examples of FIPS 180-2, appendix B, and of NIST's "SHA256.pdf".
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
                + "mnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func theDigestsAreThoseOfTheStandard(_ text: String, _ digest: String) {
        #expect(SHA256.hex(of: Array(text.utf8)) == digest)
    }

    @Test func aMillionLettersHaveTheDigestOfTheStandard() {
        var hash = SHA256()
        for _ in 0..<1000 { hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
        let digest = hash.finish()
        #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// One digest over those of all lengths from 0 to 300, as Python's hashlib makes it.
    @Test func everyLengthAroundTheBlocksIsRight() {
        let digests = (0...300).map { length in SHA256.hex(of: (0..<length).map { UInt8($0 % 251) }) }
        #expect(
            SHA256.hex(of: Array(digests.joined().utf8))
                == "b80fadb149bc8cb5eeb5c5cb543942b4b72871d6b176e21baa5c60f6198e4122")
    }

    @Test func piecesOfAnySizeGiveTheDigestOfTheWhole() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for length in 0...400 {
            let bytes = (0..<length).map { _ in UInt8(generator.below(256)) }
            var hash = SHA256()
            var start = 0
            while start < length {
                let end = min(length, start + generator.below(90))
                hash.update(Array(bytes[start..<end]))
                start = end
            }
            let digest = hash.finish()
            #expect(digest == SHA256.hex(of: bytes), "seed \(seed), length \(length)")
        }
    }

    /// Processors without instructions for it come to the same.
    @Test func theDigestIsTheSameWithoutInstructionsOfTheProcessor() {
        for length in [0, 1, 55, 56, 63, 64, 65, 128, 1000] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
            var hash = SHA256(usingInstructions: false)
            hash.update(bytes)
            let digest = hash.finish()
            #expect(digest == SHA256.hex(of: bytes), "\(length) bytes")
        }
    }

    @Test func aFileHasTheDigestOfItsBytes() throws {
        let folder = try TemporaryFolder()
        for size in [0, 1, 1 << 18, (1 << 18) + 1] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
            try folder.write(bytes, at: "file")
            let digest = try SHA256.hex(of: InputFile(opening: folder.path + "/file"))
            #expect(digest == SHA256.hex(of: bytes), "\(size) bytes")
        }
    }
}
