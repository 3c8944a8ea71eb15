import Testing

@testable import SessionsCore

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("Größe", "GROSSE"), ("é", "e"), ("e\u{301}", "É"), ("ﬃ", "ffi"), ("ＡＢＣ１", "abc1"), ("ﾃｽﾄ", "テスト"),
        ("ｶﾞ", "ガ"), ("ガ", "カ\u{3099}"), ("Ångström", "angstrom"), ("Łódź", "lodz"), ("Ærø", "aero"),
        ("ΆΣ", "ας"), ("Ёлка", "елка"), ("İ", "i"), ("ı", "I"), ("Dž", "dz"), ("a\u{a0}b", "a b"),
        ("東京", "東京"), ("ǅ", "DŽ"),
    ])
    func theseAreTheSame(_ a: String, _ b: String) {
        #expect(FoldedText(a) == FoldedText(b))
    }

    @Test(arguments: [("か", "が"), ("o", "p"), ("東", "京"), ("a", "а"), ("👩", "👨")])
    func theseAreNot(_ a: String, _ b: String) {
        #expect(FoldedText(a) != FoldedText(b))
    }

    @Test func aTextIsFoldedAsItsPartsAre() {
        var random = SplitMix64(seed: .random(in: 0...UInt64.max))
        let parts = ["Größe", "e\u{301}", "\u{301}", "ＡＢＣ", "İ", "ς", "x", " ", "👩‍💻", "ガ", "ﬃ", "\u{1f80}"]
        for _ in 0..<500 {
            let chosen = (0..<random.below(6)).map { _ in random.pick(parts) }
            #expect(FoldedText(chosen.joined()).bytes == chosen.flatMap { FoldedText($0).bytes })
            let again = String(decoding: FoldedText(chosen.joined()).bytes, as: UTF8.self)
            #expect(FoldedText(again).bytes == Array(again.utf8))
        }
    }

    @Test func theTableIsSortedAndSaysSomething() {
        let entries = FoldingTable.entries
        #expect(zip(entries, entries.dropFirst()).allSatisfy { $0 >> 48 < $1 >> 48 })
        #expect(entries.allSatisfy { $0 >> 32 & 0xffff != 0 })
    }
}
