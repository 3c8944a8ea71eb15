import Testing

@testable import SessionsCore

@Suite struct ChecksumTests {
    /// From the reference implementation.
    @Test(
        arguments: [
            ("", 0xef46_db37_51d8_e999), ("a", 0xd24e_c4f1_a98c_6e5b), ("abc", 0x44bc_2cf5_ad77_0999),
            ("Nobody inspects the spammish repetition", 0xfbce_a83c_8a37_8bf1),
        ] as [(String, UInt64)])
    func itIsTheOneOfXXH64(_ text: String, _ expected: UInt64) {
        #expect(IndexBytes(Array(text.utf8)).checksum == expected)
    }

    @Test func everyBitCounts() {
        let bytes = (0..<75).map { UInt8($0) }
        let sum = IndexBytes(bytes).checksum
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(IndexBytes(changed).checksum != sum)
        }
    }
}

@Suite struct IndexBytesTests {
    @Test func nothingOutsideIsRead() {
        let bytes = IndexBytes([1, 0, 0, 0, 2])
        #expect(bytes.integer(at: 0, as: UInt32.self) == 1)
        #expect(bytes.integer(at: 2, as: UInt32.self) == 0)
        #expect(bytes.integer(at: -1, as: UInt8.self) == 0 && bytes.integer(at: .max, as: UInt8.self) == 0)
        #expect(bytes.part(4, 9).array == [2])
        #expect(bytes.part(5, 1).count == 0 && bytes.part(6, 1).count == 0)
        #expect(bytes.part(-1, 2).count == 0 && bytes.part(1, -1).count == 0)
        #expect(IndexBytes.none.text == "")
    }

    @Test(arguments: [
        ("web", "web", true), ("web", "we", false), ("web", "Web", false), ("é", "e\u{301}", true),
        ("e\u{301}", "é", true), ("e", "é", false), ("\u{212a}", "K", true), ("K", "\u{212a}", true),
        ("", "", true), ("", "a", false),
    ])
    func textsAreComparedAsSwiftDoes(_ text: String, _ other: String, _ isSame: Bool) {
        #expect(IndexBytes(Array(text.utf8)).isText(other) == isSame)
        #expect((text == other) == isSame)
    }
}

@Suite struct SessionKeyTests {
    @Test func keysSayTheIDAndAreOrderedAsIDsAre() {
        let source = Identifier.Source(seed: 7)
        let ids = (0..<500).map { _ in source.session() }
        #expect(ids.map { SessionKey($0).text } == ids)
        #expect(ids.sorted() == ids.sorted { SessionKey($0) < SessionKey($1) })
        for (a, b) in zip(ids.sorted(), ids.sorted().dropFirst()) {
            let shared = zip(a, b).prefix { $0 == $1 }.count
            #expect(SessionKey(a).charactersShared(with: SessionKey(b)) == shared)
        }
        #expect(SessionKey(ids[0]).charactersShared(with: SessionKey(ids[0])) == 12)
    }

    @Test(arguments: [
        ("k7m2q9wd4xhz.json", true), ("k7m2q9wd4xhz.jsonx", false), ("k7m2q9wd4xhz.jso", false),
        ("k7m2q9wd4xh.json", false), ("k7m2q9wd4xhzz.json", false), ("K7m2q9wd4xhz.json", false),
        ("a7m2q9wd4xhz.json", false), ("27m2q9wd4xhz.json", false), ("k7m2q9wd1xhz.json", false),
        (".k7m2q9wd4xhz.json", false), ("", false),
    ])
    func onlyTheFilesOfSessionsHaveKeys(_ name: String, _ isSession: Bool) {
        #expect((SessionKey(fileName: name) != nil) == isSession)
        #expect((SessionLocation(fileName: name, month: "") != nil) == isSession)
    }

    @Test func aBeginningIsThatOfItsIDs() {
        let key = SessionKey("k7m2q9wd4xhz")
        #expect(key.begins(with: SessionKey("k7m"), characters: 3))
        #expect(!key.begins(with: SessionKey("k7n"), characters: 3))
        #expect(key.begins(with: SessionKey(""), characters: 0))
    }
}

@Suite struct DistinctTextsTests {
    @Test func theSameTextHasTheSameNumber() {
        var texts = DistinctTexts()
        let words = (0..<500).map { "\($0 % 120)" }
        let numbers = words.map { texts.number(of: IndexBytes(Array($0.utf8))) }
        #expect(numbers == (0..<500).map { $0 % 120 })
        #expect(texts.sorted == Set(words).sorted())
    }
}
