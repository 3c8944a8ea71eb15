import Testing

@testable import SessionsCore

/// What reading a text comes to: the value written on one line, or the error.
private func read(_ bytes: [UInt8], _ limits: JSONLimits = JSONLimits()) -> String {
    do throws(JSONError) {
        return String(decoding: try JSON(parsing: bytes, limits: limits).bytes(.line), as: UTF8.self)
    } catch {
        return error.description
    }
}

private func read(_ text: String, _ limits: JSONLimits = JSONLimits()) -> String {
    read(Array(text.utf8), limits)
}

@Suite struct JSONParsingTests {
    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("\t\r\nfalse\n", "false"), ("0", "0"), ("-0", "-0"),
        ("[]", "[]"),
        ("{}", "{}"), ("{ }", "{}"), ("[\n        ]", "[]"), ("[1 , 2]", "[1,2]"),
        (#"{"b":1,"a":{"d":[],"c":null}}"#, #"{"a":{"c":null,"d":[]},"b":1}"#), (#""""#, #""""#),
        (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\b\f\n\r\t""#), (#""\u0041\u00e9\u20AC\ud83d\uDE00""#, #""Aé€😀""#),
        (#""\u0000""#, #""\u0000""#), (#""\u007f\u2028""#, #""\u007f\u2028""#), (#"{"":1}"#, #"{"":1}"#),
        (#"{"\u0061":1}"#, #"{"a":1}"#),
        ("\"\u{10ffff}\u{d7ff}\u{e000}\u{800}\u{80}\"", "\"\u{10ffff}\u{d7ff}\u{e000}\u{800}\\u0080\""),
    ])
    func accepts(text: String, line: String) {
        #expect(read(text) == line)
    }

    @Test(arguments: [
        ("", "line 1, column 1: expected a value, found the end of the text"),
        ("  \n ", "line 2, column 2: expected a value, found the end of the text"),
        ("[1,]", "line 1, column 4: expected a value, found ']'"),
        ("[,1]", "line 1, column 2: expected a value or ']', found ','"),
        ("[1 2]", "line 1, column 4: expected ',' or ']', found '2'"),
        ("[1}", "line 1, column 3: expected ',' or ']', found '}'"),
        ("[1", "line 1, column 3: expected ',' or ']', found the end of the text"),
        ("{\"a\":1,\n}", "line 2, column 1: expected a key, found '}'"),
        ("{a:1}", "line 1, column 2: expected a key or '}', found 'a'"),
        ("{,}", "line 1, column 2: expected a key or '}', found ','"),
        ("{\"a\" 1}", "line 1, column 6: expected ':', found '1'"),
        ("{\"a\":}", "line 1, column 6: expected a value, found '}'"),
        ("{\"a\":1 \"b\":2}", "line 1, column 8: expected ',' or '}', found '\"'"),
        ("{\"a\"", "line 1, column 5: expected ':', found the end of the text"),
        ("{", "line 1, column 2: expected a key or '}', found the end of the text"),
        ("{]", "line 1, column 2: expected a key or '}', found ']'"),
        ("[]]", "line 1, column 3: expected the end of the text, found ']'"),
        ("1 2", "line 1, column 3: expected the end of the text, found '2'"),
        ("1\u{0}", "line 1, column 2: expected the end of the text, found '\\u{0}'"),
        ("\u{feff}{}", "line 1, column 1: expected a value, found a byte order mark (U+FEFF)"),
        ("[\u{feff}]", "line 1, column 2: expected a value or ']', found '\\u{feff}'"),
        ("[é, \u{1b}]", "line 1, column 2: expected a value or ']', found 'é'"),
        ("[\u{1b}]", "line 1, column 2: expected a value or ']', found '\\u{1b}'"),
        ("\u{a0}1", "line 1, column 1: expected a value, found '\u{a0}'"),
        ("/* */1", "line 1, column 1: expected a value, found '/'"),
        ("'a'", "line 1, column 1: expected a value, found '''"),
        ("NaN", "line 1, column 1: expected a value, found 'N'"),
        ("nul", "line 1, column 4: expected 'null', found the end of the text"),
        ("nuLl", "line 1, column 3: expected 'null', found 'L'"),
        ("truex", "line 1, column 5: expected the end of the text, found 'x'"),
        ("fals\u{1}", "line 1, column 5: expected 'false', found '\\u{1}'"),
        ("012", "line 1, column 1: expected a number without leading zeros"),
        ("[-00]", "line 1, column 3: expected a number without leading zeros"),
        ("-", "line 1, column 2: expected a digit, found the end of the text"),
        ("-a", "line 1, column 2: expected a digit, found 'a'"),
        ("+1", "line 1, column 1: expected a value, found '+'"),
        (".5", "line 1, column 1: expected a value, found '.'"),
        ("1.", "line 1, column 3: expected a digit, found the end of the text"),
        ("1.e1", "line 1, column 3: expected a digit, found 'e'"),
        ("[1e+]", "line 1, column 5: expected a digit, found ']'"),
        ("0x10", "line 1, column 2: expected the end of the text, found 'x'"),
        ("\"a", "line 1, column 3: expected '\"', found the end of the text"),
        ("\"é\n\"", "line 1, column 3: expected '\"' or an escape, found the control character '\\u{a}'"),
        ("\"\\x\"", "line 1, column 3: expected one of \"\\/bfnrtu after '\\', found 'x'"),
        ("\"\\", "line 1, column 3: expected one of \"\\/bfnrtu after '\\', found the end of the text"),
        ("\"\\u12G4\"", "line 1, column 6: expected four hexadecimal digits after '\\u', found 'G'"),
        (
            "\"\\u12",
            "line 1, column 6: expected four hexadecimal digits after '\\u', found the end of the text"
        ),
        ("\"a\\ud800\"", "line 1, column 3: expected a pair of surrogate escapes, found half of one"),
        ("\"\\udc00\"", "line 1, column 2: expected a pair of surrogate escapes, found half of one"),
        ("\"\\ud800\\u0041\"", "line 1, column 2: expected a pair of surrogate escapes, found half of one"),
        ("\"\\ud800\\ud800\"", "line 1, column 2: expected a pair of surrogate escapes, found half of one"),
        ("{\"a\":1,\n \"\\u0061\":2}", "line 2, column 2: the key 'a' is there twice"),
        ("[{\"b\":{\"b\":0},\"a\":1,\"b\":2,\"a\":3}]", "line 1, column 21: the key 'b' is there twice"),
        (
            "{\"\u{1b}\"",
            "line 1, column 3: expected '\"' or an escape, found the control character '\\u{1b}'"
        ),
        ("{\"\\u001b\":1,\"\\u001B\":2}", "line 1, column 13: the key '\\u{1b}' is there twice"),
    ])
    func refuses(text: String, description: String) {
        #expect(read(text) == description)
    }

    @Test(
        arguments: [
            ([0xff], 1, 0xff), ([0x22, 0x80, 0x22], 2, 0x80), ([0x22, 0xc0, 0x80, 0x22], 2, 0xc0),
            ([0x22, 0xc1, 0xbf, 0x22], 2, 0xc1), ([0x22, 0xe0, 0x9f, 0xbf, 0x22], 2, 0xe0),
            ([0x22, 0xed, 0xa0, 0x80, 0x22], 2, 0xed), ([0x22, 0xf0, 0x8f, 0xbf, 0xbf, 0x22], 2, 0xf0),
            ([0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], 2, 0xf4), ([0x22, 0xf5, 0x80, 0x80, 0x80, 0x22], 2, 0xf5),
            ([0x22, 0xc3, 0x22], 2, 0xc3), ([0x22, 0xe2, 0x82, 0x22], 2, 0xe2),
            ([0x22, 0xc3, 0xa9, 0xf0, 0x9f], 3, 0xf0),
            ([0x7b, 0x22, 0x61, 0xff, 0x22, 0x3a, 0x31, 0x7d], 4, 0xff), ([0xfe, 0xff, 0x00, 0x31], 1, 0xfe),
            ([0x22, 0xf1, 0x80, 0x80, 0x41, 0x22], 2, 0xf1), ([0x22, 0xe1, 0x80, 0xc0, 0x22], 2, 0xe1),
        ] as [([UInt8], Int, Int)])
    func refusesInvalidUTF8(bytes: [UInt8], column: Int, byte: Int) {
        #expect(
            read(bytes) == "line 1, column \(column): expected UTF-8, found byte 0x\(String(byte, radix: 16))"
        )
    }

    @Test func countsLinesInBytesAndColumnsInScalars() {
        #expect(read("{\"e\":1,\r\n \"😀é\"x") == "line 2, column 6: expected ':', found 'x'")
        Array("\n😀é".utf8).withUnsafeBytes { bytes in
            let error = JSONError(.byteOrderMark, at: bytes.count, in: bytes)
            #expect(error.offset == 7 && error.line == 2 && error.column == 3)
        }
    }

    @Test func endsAtTheDepthLimit() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(read(nested(64)) == nested(64))
        #expect(read(nested(65)) == "line 1, column 65: nested deeper than 64 levels")
        #expect(read("[]", JSONLimits(depth: 0)) == "line 1, column 1: nested deeper than 0 levels")
        #expect(read(nested(128), JSONLimits(depth: 5_000)) == nested(128))
        #expect(read(nested(129), JSONLimits(depth: 5_000)).hasSuffix("nested deeper than 128 levels"))
        for count in [512, 513, 514, 1_000_000] {
            #expect(read([UInt8](repeating: 0x5b, count: count)).hasSuffix("nested deeper than 64 levels"))
        }
    }

    /// Arrays and objects mixed so that a wrong bit in the scanner's record of them shows.
    @Test func remembersTheKindsOfAllLevels() {
        var generator = SplitMix64(seed: 128)
        let isObject = (0..<128).map { _ in Bool.random(using: &generator) }
        let open = isObject.map { $0 ? "{\"k\":" : "[" }.joined()
        let close = isObject.reversed().map { $0 ? "}" : "]" }
        let limits = JSONLimits(depth: 128)
        let text = open + "0" + close.joined()
        #expect(read(text, limits) == text)
        for index in close.indices {
            var wrong = close
            wrong[index] = close[index] == "}" ? "]" : "}"
            #expect(
                read(open + "0" + wrong.joined(), limits).contains(
                    "column \(open.utf8.count + 2 + index): expected ','"))
        }
    }

    @Test func endsAtTheStringLimit() {
        let limit = 1_048_576
        let longest = "\"" + String(repeating: "x", count: limit) + "\""
        #expect(read(longest) == longest)
        #expect(
            read("[" + longest.dropLast() + "x\"]")
                == "line 1, column 2: a string is longer than \(limit) bytes")
        let small = JSONLimits(stringBytes: 4)
        // Counted unescaped, so that what is written can be read again.
        #expect(read(#""\u00e9\ud83d""#, small).contains("surrogate"))
        #expect(read(#""\ud83d\ude00""#, small) == "\"😀\"")
        #expect(read(#""\u0800a""#, small) == "\"\u{800}a\"")
        #expect(read(#""\u07ff\n\u0041""#, small) == "\"\u{7ff}\\nA\"")
        #expect(read(#""\u0800ab""#, small) == "line 1, column 1: a string is longer than 4 bytes")
        #expect(read(#"{"abcde":1}"#, small) == "line 1, column 2: a string is longer than 4 bytes")
    }

    @Test func keepsTextsOfNumbers() {
        let texts = [
            "0", "-0", "0.0", "1.0", "2.50", "1e-400", "1E+400", "-1.5e0007",
            "123456789012345678901234567890",
            String(repeating: "9", count: 400), "0." + String(repeating: "0", count: 397) + "1",
        ]
        for text in texts { #expect(read(text) == text) }
        #expect(read("[" + texts.joined(separator: ",") + "]") == "[" + texts.joined(separator: ",") + "]")
    }

    @Test func refusesNumbersThatNobodyMeans() {
        for text in [
            String(repeating: "9", count: 401), "0." + String(repeating: "0", count: 399),
            "1e-" + String(repeating: "1", count: 398),
        ] {
            #expect(read("[\(text)]") == "line 1, column 2: a number is longer than 400 characters")
        }
    }

    @Test func keepsKeysApartThatSwiftTakesForOne() throws {
        // Spelt out, because tools may normalise source text.
        let text = "{\"\u{e9}\":1,\"e\u{301}\":2,\"\u{3a9}\":3,\"\u{2126}\":4}"
        let object = try #require(try JSON(parsing: text).objectValue)
        #expect(object.count == 4)
        #expect(object["\u{e9}"] == 1)
        #expect(object["e\u{301}"] == 2)
        #expect(object["\u{3a9}"] == 3)
        #expect(object["\u{2126}"] == 4)
        #expect(JSON.string("\u{e9}") != JSON.string("e\u{301}"))
        #expect(JSON.object(["\u{3a9}": 1]) != JSON.object(["\u{2126}": 1]))
    }

    @Test(arguments: [31, 32, 33, 34, 10_000])
    func findsOneDuplicateAmongManyKeys(count: Int) throws {
        var generator = SplitMix64(seed: UInt64(count))
        var keys = (0..<count).map { "a long key \($0)" }
        for order in 0..<3 {
            if order == 1 { keys.shuffle(using: &generator) }
            if order == 2 { keys.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
            let members = keys.map { "\"\($0)\":0" }
            let text = "{" + members.joined(separator: ",\n") + "}"
            #expect(try JSON(parsing: text).objectValue?.count == count)
            let twice = "{" + (members + [members[7]]).joined(separator: ",\n") + "}"
            #expect(read(twice) == "line \(count + 1), column 1: the key '\(keys[7])' is there twice")
        }
    }

    @Test func shortensAKeyInAMessage() {
        let key = String(repeating: "k", count: 1_000)
        let message = read("{\"\(key)\":1,\"\(key)\":2}")
        #expect(message == "line 1, column 1007: the key '\(key.prefix(60))…' is there twice")
    }
}
