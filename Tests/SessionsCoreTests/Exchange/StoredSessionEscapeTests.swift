import Testing

@testable import SessionsCore

/// Lines go out as they are only where they are written as output is.
@Suite struct StoredSessionEscapeTests {
    private static func file(title: String) -> [UInt8] {
        let text = """
            {
              "createdAt": "2026-11-22T10:00:00.000Z",
              "createdBy": "ada",
              "id": "k7m2q9wd4xhz",
              "schema": 1,
              "status": "draft",
              "theirs": [
                "\(title)",
                {}
              ],
              "title": "\(title)"
            }

            """
        return Array(text.utf8)
    }

    @Test(arguments: [
        ("plain é", "plain é"), (#"a\"b\\c\n\t"#, #"a\"b\\c\n\t"#), (#"a\/b"#, "a/b"), (#"\u0041"#, "A"),
        (#"\u001b"#, #"\u001b"#), (#"\u001B"#, #"\u001b"#), ("\u{7f}", #"\u007f"#),
        ("\u{202e}x", #"\u202ex"#),
        ("\u{85}", #"\u0085"#), (#"\ud83d\ude00"#, "😀"), ("\u{e9}\u{7f}", "\u{e9}" + #"\u007f"#),
    ])
    func aTextIsShownAsOutputShowsIt(written: String, shown: String) throws {
        var stored = StoredSession()
        var buffer = GrowingBuffer<UInt8>(capacity: 16)
        let isTaken = Self.file(title: written).withUnsafeBytes { bytes in
            guard stored.read(bytes, id: "k7m2q9wd4xhz", now: at("12:00")) else { return false }
            stored.append(to: &buffer, JSONWriter(.output), indent: 0)
            return true
        }
        try #require(isTaken)
        let text = String(decoding: buffer.bytes, as: UTF8.self)
        #expect(text.contains("  \"title\": \"\(shown)\""))
        #expect(text.contains("    \"\(shown)\",\n    {}\n"))
    }

    @Test func onlyTheFormOfFilesIsTaken() {
        let file = String(decoding: Self.file(title: "a"), as: UTF8.self)
        var outline = JSONOutline()
        func isTaken(_ text: String) -> Bool {
            Array(text.utf8).withUnsafeBytes { outline.read($0, limits: JSONLimits()) }
        }
        #expect(isTaken(file))
        for (part, other) in [
            ("\n    {}", "\n   {}"), (": 1,", ":1,"), (": 1,", ": 1 ,"), ("{}\n", "{},\n"), ("1,\n", "1\n"),
            ("\"id\"", "\"zid\""), ("\"id\"", "\"createdBy\""), ("{}", "{ }"), (": 1,", ": 01,"), ("]", "}"),
            ("}\n", "}"), ("}\n", "}\n\n"), ("\n", "\r\n"), (": 1,", ": tru,"), ("\"id\"", "\"i\\u0064\""),
        ] {
            #expect(!isTaken(file.replacing(part, with: other)), "\(part) -> \(other)")
        }
        for count in 0..<file.utf8.count { #expect(!isTaken(String(file.prefix(count))), "\(count)") }
    }
}
