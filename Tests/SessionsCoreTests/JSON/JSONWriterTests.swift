import Testing

@testable import SessionsCore

@Suite struct JSONWriterTests {
    @Test func whatIsWrittenIsTheSameInWhateverRoom() throws {
        let json: JSON = ["a": ["b": .string(String(repeating: "x", count: 9000))], "c": []]
        let bytes = json.bytes(.file)
        for count in [0, 1, bytes.count, 20_000] { #expect(json.bytes(.file, expecting: count) == bytes) }
        #expect(json.isWritten(.file, as: bytes))
        #expect(!json.isWritten(.file, as: Array(bytes.dropLast())))
        #expect(!json.isWritten(.file, as: bytes + bytes.suffix(1)))
        #expect(!json.isWritten(.file, as: json.bytes(.line)))
    }

    private let value: JSON = [
        "empty": [[], [:]],
        "text": "a/\"\\\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}\u{9f}é\u{2029}\u{202e}\u{feff}\u{e007f}😀",
        "list": [1, true, .null],
    ]

    private func text(_ style: JSONWriter.Style) -> String {
        String(decoding: value.bytes(style), as: UTF8.self)
    }

    @Test func file() {
        #expect(
            text(.file) == """
                {
                  "empty": [
                    [],
                    {}
                  ],
                  "list": [
                    1,
                    true,
                    null
                  ],
                  "text": "a/\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\
                \u{7f}\u{9f}é\u{2029}\u{202e}\u{feff}\u{e007f}😀"
                }

                """)
    }

    @Test func line() {
        let escapes = #"a/\"\\\b\f\n\r\t\u0000\u001f\u007f\u009fé\u2029\u202e\ufeff\udb40\udc7f😀"#
        #expect(text(.line) == #"{"empty":[[],{}],"list":[1,true,null],"text":""# + escapes + #""}"#)
        #expect(text(.output).contains("\n  \"text\": \"\(escapes)\"\n}\n"))
        #expect(text(.output).hasPrefix("{\n  \"empty\": [\n    [],\n"))
    }

    @Test func scalarsAtTopLevel() {
        #expect(String(decoding: JSON.null.bytes(.file), as: UTF8.self) == "null\n")
        #expect(String(decoding: JSON.string("").bytes(.line), as: UTF8.self) == "\"\"")
    }

    @Test func appendsAtAnIndent() {
        var bytes = Array("[\n  ".utf8)
        JSON.object(["a": [1]]).append(to: &bytes, style: .output, indent: 1)
        bytes += Array("\n]".utf8)
        #expect(String(decoding: bytes, as: UTF8.self) == "[\n  {\n    \"a\": [\n      1\n    ]\n  }\n]")
    }

    /// Every scalar: escaped if and only if its style says so, and always read back.
    @Test func everyScalar() throws {
        for number in UInt32(0)...0x10ffff {
            guard let scalar = Unicode.Scalar(number) else { continue }
            let string = JSON.string(String(Character(scalar)))
            let isRequired = number < 0x20 || scalar == "\"" || scalar == "\\"
            let file = string.bytes(.file)
            let line = string.bytes(.line)
            let rawCount = UTF8.width(scalar) + 2
            guard (file.count == rawCount + 1) == !isRequired,
                (line.count == rawCount) == !(isRequired || scalar.isUnfitForTerminals),
                try JSON(parsing: line) == string
            else {
                Issue.record("U+\(String(number, radix: 16))")
                return
            }
        }
    }

    @Test func growsBeyondItsFirstMemory() throws {
        let deep: JSON = .array(
            (0..<1_000).map { [.string(String(repeating: "x", count: $0)), .number(JSONNumber($0))] })
        #expect(try JSON(parsing: deep.bytes(.file)) == deep)
    }
}
