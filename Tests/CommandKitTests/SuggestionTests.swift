import Testing

@testable import CommandKit

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("sort", "srot", 1), ("list", "lst", 1),
        ("kitten", "sitting", 3),
        ("ab", "ba", 1), ("abc", "abc", 0), ("naïve", "naive", 1), ("abcdef", "badcfe", 3),
    ])
    func distances(a: String, b: String, distance: Int) {
        #expect(Suggestion.distance(Array(a), Array(b)) == distance)
        #expect(Suggestion.distance(Array(b), Array(a)) == distance)
    }

    @Test(
        arguments: [
            ("lst", "list"), ("LIST", "list"), ("compelte", "complete"), ("stat", "stats"),
            ("statu", "status"),
            ("arch", "archive"), ("re", nil), ("l", nil), ("zzz", nil), ("", nil), ("unshar", "unshare"),
        ] as [(String, String?)])
    func nearest(word: String, expected: String?) {
        let names = ["list", "complete", "stats", "status", "archive", "restore", "redo", "share", "unshare"]
        #expect(Suggestion.nearest(to: word, among: names) == expected)
    }

    @Test func aVeryLongWordIsCheap() {
        let word = String(repeating: "x", count: 200_000)
        #expect(Suggestion.nearest(to: word, among: ["list", "show"]) == nil)
    }

    @Test func alternatives() {
        #expect(Failure.alternatives([]) == "")
        #expect(Failure.alternatives(["a"]) == "a")
        #expect(Failure.alternatives(["a", "b"]) == "a or b")
        #expect(Failure.alternatives(["a", "b", "c"]) == "a, b or c")
    }
}
