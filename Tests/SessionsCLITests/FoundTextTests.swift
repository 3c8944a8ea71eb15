import SessionsCore
import Terminal
import Testing

@testable import SessionsCLI

@Suite("What a search found")
struct FoundTextTests {
    /// The text with what is set off between brackets.
    private func shown(_ spans: [Span]) -> String {
        spans.map { $0.tone == .bold ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(
        "The words are set off, those that touch or overlap together",
        arguments: [
            ("The cookie", ["cookie"], "The [cookie]"),
            ("Cookie and COOKIES", ["cookie"], "[Cookie] and [COOKIE]S"),
            ("login cookie", ["cookie", "login"], "[login] [cookie]"), ("abcd", ["abc", "bcd"], "[abcd]"),
            ("abab", ["ab"], "[abab]"), ("nothing", ["cookie"], "nothing"), ("", ["cookie"], ""),
        ])
    func words(_ text: String, _ words: [String], _ expected: String) {
        #expect(shown(FoundText(text, words.map { FoldedText($0) }).spans) == expected)
    }

    @Test("A long beginning is left out where there is little room, at a blank if there is one")
    func beginning() {
        let word = [FoldedText("cookie")]
        #expect(shown(FoundText("Twelve cols cookie", word).fromFirst) == "Twelve cols [cookie]")
        #expect(shown(FoundText("In a long text the cookie", word).fromFirst) == "…text the [cookie]")
        #expect(shown(FoundText("東京オフィスのログイン画面のcookie", word).fromFirst) == "…オフィスのログイン画面の[cookie]")
        #expect(shown(FoundText("no such word in it", word).fromFirst) == "no such word in it")
    }
}
