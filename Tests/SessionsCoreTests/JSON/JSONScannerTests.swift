import Testing

@testable import SessionsCore

@Suite struct JSONScannerTests {
    @Test func yieldsTokensAndSkipsValues() throws {
        let text = #" {"a":[1,[true]],"b\n":{"c":[]},"d":"x","e":null} "#
        try Array(text.utf8).withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            #expect(try scanner.next() == .beginObject)
            var seen: [String] = []
            while case .key(let key) = try scanner.next() {
                let name = scanner.string(key)
                seen.append(name)
                #expect(key.hasEscapes == (name == "b\n"))
                if name == "d" {
                    guard case .string(let text) = try scanner.next() else { throw WrongToken() }
                    #expect(scanner.rawBytes(text).elementsEqual("x".utf8))
                } else {
                    try scanner.skipValue()
                }
                #expect(scanner.depth == 1)
            }
            #expect(seen == ["a", "b\n", "d", "e"])
            for _ in 0..<3 { #expect(try scanner.next() == .end) }
            #expect(scanner.position == bytes.count)
        }
    }

    @Test func skipsElementsUntilTheArrayEnds() throws {
        try Array("[1,[2,{\"a\":3}],\"x\"]".utf8).withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            #expect(try scanner.next() == .beginArray)
            var count = 0
            while try scanner.skipValue() != .endArray { count += 1 }
            #expect(count == 3)
            #expect(try scanner.next() == .end)
        }
    }

    @Test func checksWhatItSkips() {
        Array("[[1,{\"a\":[01]}]]".utf8).withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            #expect(throws: JSONError(.leadingZero, at: 10, in: bytes)) { try scanner.skipValue() }
        }
    }

    /// A plain check of a byte at a time, against the one that takes eight.
    @Test func findsEndsOfRunsWhereverTheyAre() {
        var generator = SplitMix64(seed: 8)
        let choices: [UInt8] = [
            0x00, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x5b, 0x5c, 0x5d, 0x7e, 0x7f, 0x80, 0xa2, 0xdc, 0xff,
        ]
        for length in 0..<40 {
            for _ in 0..<200 {
                let bytes = (0..<length).map { _ in
                    UInt8.random(in: 0..<8, using: &generator) == 0
                        ? choices[Int.random(in: 0..<choices.count, using: &generator)] : 0x61
                }
                let start = Int.random(in: 0...length, using: &generator)
                bytes.withUnsafeBytes { buffer in
                    let required: (UInt8) -> Bool = { $0 < 0x20 || $0 == 0x22 || $0 == 0x5c }
                    let rest = bytes[start...]
                    #expect(
                        buffer.endOfRun(from: start, at: .required) == rest.firstIndex(where: required)
                            ?? length)
                    #expect(
                        buffer.endOfRun(from: start, at: .nonASCII)
                            == rest.firstIndex { required($0) || $0 >= 0x80 } ?? length)
                    #expect(
                        buffer.endOfRun(from: start, at: .delete)
                            == rest.firstIndex { required($0) || $0 >= 0x7f } ?? length)
                }
            }
        }
    }

    private struct WrongToken: Error {}
}
