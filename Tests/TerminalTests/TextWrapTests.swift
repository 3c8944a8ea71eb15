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
