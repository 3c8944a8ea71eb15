import Testing

@testable import Terminal

@Suite struct TextWrapTests {
    @Test(arguments: [
        ("", 10, 0, []),
        ("one two three", 20, 0, ["one two three"]),
        ("one two three", 7, 0, ["one two", "three"]),
        ("one two three", 8, 2, ["  one", "  two", "  three"]),
        ("one\n\ntwo\n\n", 10, 2, ["  one", "", "  two"]),
        ("abcdefghij", 4, 0, ["abcd", "efgh", "ij"]),
        ("ab abcdefghij cd", 4, 0, ["ab", "abcd", "efgh", "ij", "cd"]),
        ("ab abcdefghi cd", 5, 0, ["ab", "abcde", "fghi", "cd"]),
        ("日本語日本", 5, 0, ["日本", "語日", "本"]),
        ("e\u{301}e\u{301} e\u{301}", 2, 0, ["e\u{301}e\u{301}", "e\u{301}"]),
        ("  code  kept", 20, 0, ["  code  kept"]),
        ("    code that is long", 14, 0, ["    code that", "is long"]),
        ("      longword", 9, 0, ["longword"]),
        ("    longword", 9, 0, ["longword"]),
        ("\tx\ty", 20, 0, ["    x    y"]),
        ("a\r\nb", 9, 0, ["a", "b"]),
        ("a\u{1b}[2J b", 9, 0, ["a\\u{1b}[2", "J b"]),
        ("trailing   \nx", 20, 0, ["trailing", "x"]),
        ("日本", 1, 0, ["日", "本"]),
    ])
    func breaksLines(text: String, columns: Int, indent: Int, expected: [String]) {
        #expect(wrap(text, columns: columns, indent: indent) == expected)
    }

    @Test(arguments: [
        ("k7m2  ", ["Fix it"], 20, ["k7m2  Fix it"]),
        ("k7m2  ", ["Fix the login page"], 16, ["k7m2  Fix the", "      login page"]),
        ("k7m2  ", [], 16, ["k7m2"]),
        ("", ["one two"], 4, ["one", "two"]),
        ("1  ", ["日本語日本語"], 7, ["1  日本", "   語日", "   本語"]),
        ("1  ", ["unbreakable"], 8, ["1  unbre", "   akabl", "   e"]),
        // What stands before takes more than half: the rest goes below, and a word that fits there does.
        ("2026-11-22  ", ["ada and lin"], 16, ["2026-11-22  ada", "    and lin"]),
        ("2026-11-22  ", ["somebody"], 16, ["2026-11-22", "    somebody"]),
        ("2026-11-22  ", ["somebody else"], 12, ["2026-11-22", "   somebody", "   else"]),
        // Blanks between words stay, those at the end of a line go.
        ("", ["a  b  c"], 4, ["a  b", "c"]),
        ("", ["one", "  ", "two", ", three"], 9, ["one  two,", "three"]),
        // A mark that begins a span belongs to the letter before it.
        ("", ["ee", "\u{301}e", "\u{301}"], 2, ["ee\u{301}", "e\u{301}"]),
    ])
    func breaksSpans(lead: String, texts: [String], columns: Int, expected: [String]) {
        let style = Style(isEnabled: false)
        let spans = texts.map { Span($0) }
        #expect(wrap(spans, after: [Span(lead)], columns: columns, style: style) == expected)
        let whole = wrap(spans, after: [Span(lead)], columns: .max, style: style)
        #expect(whole.count == 1)
    }

    @Test func tonesGoOnOverLines() {
        let spans = [Span("one "), Span("two three", .red), Span(" four", .dim)]
        #expect(
            wrap(spans, after: [Span("- ", .green)], columns: 9, style: Style(isEnabled: true)) == [
                "\u{1b}[32m-\u{1b}[39m one \u{1b}[31mtwo\u{1b}[39m", "  \u{1b}[31mthree\u{1b}[39m",
                "  \u{1b}[2mfour\u{1b}[22m",
            ])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func spansFitAndNoWordIsLost(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let columns = Int.random(in: 8...40, using: &random)
            let lead = Span(String(repeating: "x", count: Int.random(in: 0...columns, using: &random)))
            let spans = (0..<Int.random(in: 0...4, using: &random)).map { _ in Span(random.text(upTo: 20)) }
            let lines = wrap(spans, after: [lead], columns: columns, style: Style(isEnabled: false))
            for line in lines {
                #expect(line.columns <= columns, "seed \(seed): \(spans)")
                #expect(line.last != " ", "seed \(seed): \(spans)")
            }
            let before = ([lead] + spans).map(\.text).joined().unicodeScalars.filter { $0 != " " }
            let after = lines.joined().unicodeScalars.filter { $0 != " " }
            #expect(Array(before) == Array(after), "seed \(seed): \(spans)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func linesFitAndNoWordIsLost(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            let text = random.text(upTo: 40)
            let columns = Int.random(in: 6...30, using: &random)
            let indent = Int.random(in: 0...4, using: &random)
            let lines = wrap(text, columns: columns, indent: indent)
            for line in lines {
                #expect(line.columns <= columns, "seed \(seed): \(text.debugDescription)")
                #expect(line.last != " ", "seed \(seed): \(text.debugDescription)")
            }
            let blank: Set<Unicode.Scalar> = [" ", "\n", "\t"]
            let before = text.visible(keepingLines: true).unicodeScalars.filter { !blank.contains($0) }
            let after = lines.joined().unicodeScalars.filter { !blank.contains($0) }
            #expect(Array(before) == Array(after), "seed \(seed): \(text.debugDescription)")
        }
    }
}
