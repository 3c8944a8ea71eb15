import Testing

@testable import Terminal

@Suite struct TextWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("Ünïcödé", 7),
        ("a" + String(repeating: "\u{301}", count: 500), 1),
        ("日本語", 6), ("ＡＢ", 4), ("ﾊﾝ", 2), ("カ\u{3099}", 2), ("한글", 4),
        ("\u{1112}\u{1161}\u{11ab}", 2), ("\u{1100}", 2), ("\u{1161}", 0), ("\u{d7b0}", 0),
        ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("❤️", 2), ("❤", 1), ("❤️‍🔥", 2),
        ("❤\u{200d}🔥", 2), ("👍🏽", 2), ("☝🏽", 2),
        ("1️⃣", 2), ("🏳️‍🌈", 2), ("⌚", 2), ("😀", 2), ("\u{1fae9}", 2), ("a\u{fe0f}", 1),
        ("\u{200b}", 0), ("\u{feff}", 0), ("\u{301}", 0), ("a\u{200d}b", 2), ("\u{7}", 0), ("\r\n", 0),
        ("…", 1), ("“x”", 3), ("±§×", 3), ("─█▏", 3), ("Ж", 1), ("α", 1), ("שלום", 4), ("สวัสดี", 4),
        ("नि", 2), ("क्ष", 2), ("स्त्र", 2), ("\u{a0}", 1), ("\u{3000}", 2), ("\u{1f1e9}", 1),
        ("\u{20000}", 2), ("日\u{302e}", 2), ("한\u{302a}", 2), ("\u{6dd}", 1),
        ("\u{10ffff}", 1),
    ])
    func isKnown(text: String, width: Int) {
        #expect(text.columns == width)
        #expect(("x" + text + " y").columns == width + 3, "the same inside other text")
    }

    @Test func wideRangesAreSortedAndApart() {
        let ranges = TextWidth.wideRanges
        #expect(ranges.count == 120)
        for (earlier, later) in zip(ranges, ranges.dropFirst()) {
            #expect(earlier.first <= earlier.last && earlier.last + 1 < later.first)
        }
    }

    @Test func bordersOfWideRangesAreFound() {
        for range in TextWidth.wideRanges {
            for value in [range.first, range.last] {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let isMark = [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
                #expect(TextWidth.columns(of: scalar) == (isMark ? 0 : 2), "\(String(value, radix: 16))")
            }
        }
    }

    /// No shortcut is taken past the first two planes.
    @Test func shortcutsHoldForEveryScalar() {
        var wrong: [String] = []
        for value in UInt32(0)...0x1ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "日\(scalar)"
            if text.columns != text.reduce(0, { $0 + TextWidth.columns(of: $1) }) {
                wrong.append(String(value, radix: 16))
            }
        }
        #expect(wrong == [])
    }

    /// The string's shortcuts must agree with measuring each cluster.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func isTheSumOfItsClusters(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let text = random.text(upTo: 8)
            #expect(
                text.columns == text.reduce(0) { $0 + TextWidth.columns(of: $1) }, "seed \(seed): \(text)")
        }
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
        ("abcdef", -3, ""),
        ("", 0, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"),
        ("a👩‍👩‍👧‍👦b", 3, "a…"), ("a👩‍👩‍👧‍👦bc", 4, "a👩‍👩‍👧‍👦…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("é", 1, "é"),
    ])
    func isCutBetweenClusters(text: String, limit: Int, expected: String) {
        #expect(text.truncated(toColumns: limit) == expected)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func cutTextFitsAndIsAPrefix(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let text = random.text(upTo: 15)
            let limit = Int.random(in: 0...20, using: &random)
            let cut = text.truncated(toColumns: limit)
            #expect(cut.columns <= limit, "seed \(seed): \(text.debugDescription)")
            if text.columns <= limit && limit > 0 {
                #expect(cut == text, "seed \(seed)")
            } else if limit > 0 {
                var kept = cut.unicodeScalars
                #expect(kept.popLast() == "…", "seed \(seed)")
                #expect(
                    Array(text).starts(with: Array(String(kept))), "seed \(seed): \(text.debugDescription)")
                #expect(cut.columns >= limit - 1, "seed \(seed): one wide cluster may not fit, not more")
            }
        }
    }

    @Test func isPaddedByColumns() {
        #expect("日本".padded(toColumns: 6) + "|" == "日本  |")
        #expect("日本".padded(toColumns: 6, alignment: .right) == "  日本")
        #expect("abc".padded(toColumns: 2) == "abc")
        #expect("abc".padded(toColumns: -1, alignment: .right) == "abc")
    }
}
