import Testing

@testable import SessionsCore

extension SplitMix64 {
    mutating func below(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }

    mutating func string() -> String {
        let samples: [Unicode.Scalar] = [
            "a", "b", "z", " ", "/", "\"", "\\", "\0", "\u{1b}", "\n", "\u{7f}", "\u{85}", "\u{e9}", "e",
            "\u{301}",
            "\u{61c}", "\u{2028}", "\u{202e}", "\u{2066}", "\u{feff}", "\u{20ac}", "\u{1f600}", "\u{e0041}",
            "\u{10ffff}", "\u{d7ff}", "\u{e000}", "\u{3a9}", "\u{2126}",
        ]
        var text = ""
        for _ in 0..<below(below(4) == 0 ? 60 : 10) {
            text.unicodeScalars.append(below(3) == 0 ? samples[below(samples.count)] : "k")
        }
        return text
    }

    mutating func number() -> JSONNumber {
        switch below(4) {
        case 0: JSONNumber(Int(truncatingIfNeeded: next()))
        case 1: JSONNumber(Double(bitPattern: next())) ?? JSONNumber(0)
        case 2: JSONNumber(scanned: "-\(below(10)).\(below(1000))E+\(below(500))")
        default: JSONNumber(below(100))
        }
    }

    mutating func value(depth: Int) -> JSON {
        switch below(depth == 0 ? 4 : 6) {
        case 0: .null
        case 1: .bool(below(2) == 0)
        case 2: .number(number())
        case 3: .string(string())
        case 4: .array((0..<below(5)).map { _ in value(depth: depth - 1) })
        default:
            .object(
                JSONObject(
                    (0..<below(below(9) == 0 ? 60 : 7)).map { _ in (string(), value(depth: depth - 1)) }))
        }
    }
}

@Suite struct JSONPropertyTests {
    @Test func whatIsWrittenIsReadBackTheSame() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for round in 0..<3_000 {
            let value = generator.value(depth: 4)
            for style in [JSONWriter.Style.file, .output, .line] {
                let bytes = value.bytes(style)
                let again = try JSON(parsing: bytes)
                #expect(again == value, "seed \(seed), round \(round), \(style)")
                #expect(again.bytes(style) == bytes, "seed \(seed), round \(round), \(style)")
                if style != .file {
                    let raw = String(decoding: bytes, as: UTF8.self).unicodeScalars
                    #expect(
                        !raw.contains { $0 != "\n" && $0.isUnfitForTerminals }, "seed \(seed), round \(round)"
                    )
                }
            }
        }
    }

    /// Objects as a map from bytes to values would have it.
    @Test func objectsAgreeWithASimpleModel() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for round in 0..<200 {
            var object = JSONObject()
            var model: [[UInt8]: JSON] = [:]
            for _ in 0..<100 {
                let key = String(repeating: "k\0é12345678", count: 2).unicodeScalars.prefix(
                    generator.below(22))
                let text = String(String.UnicodeScalarView(key)) + (generator.below(2) == 0 ? "\0" : "")
                let value: JSON? = generator.below(3) == 0 ? nil : .number(JSONNumber(generator.below(1000)))
                object[text] = value
                model[Array(text.utf8)] = value
                #expect(object[text] == value)
            }
            let sorted = model.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            #expect(
                object.map { Array($0.key.utf8) } == sorted.map { $0.key }, "seed \(seed), round \(round)")
            #expect(object.map { $0.value } == sorted.map { $0.value }, "seed \(seed), round \(round)")
            #expect(object == JSONObject(object.map { ($0.key, $0.value) }.shuffled(using: &generator)))
        }
    }

    @Test func noBytesCrashTheReader() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("JSON reader against random bytes: seed \(seed)")
        var generator = SplitMix64(seed: seed)
        let alphabet =
            Array("{}[]\",:\\u0123456789abdeftrnls-+.E \n\t/".utf8) + [
                0, 0x1f, 0x80, 0xc3, 0xa9, 0xed, 0xf0, 0xff,
            ]
        var accepted = 0
        for round in 0..<100_000 {
            var bytes: [UInt8]
            switch round % 4 {
            case 0: bytes = (0..<generator.below(64)).map { _ in UInt8(generator.below(256)) }
            case 1: bytes = (0..<generator.below(64)).map { _ in alphabet[generator.below(alphabet.count)] }
            default:
                bytes = generator.value(depth: 3).bytes(round % 8 < 4 ? .line : .output)
                for _ in 0..<generator.below(4) where !bytes.isEmpty {
                    let index = generator.below(bytes.count)
                    switch generator.below(4) {
                    case 0: bytes[index] = alphabet[generator.below(alphabet.count)]
                    case 1: bytes.remove(at: index)
                    case 2: bytes.insert(alphabet[generator.below(alphabet.count)], at: index)
                    default: bytes.removeLast(bytes.count - index)
                    }
                }
            }
            do throws(JSONError) {
                let value = try JSON(parsing: bytes)
                let canonical = value.bytes(.file)
                #expect(
                    try JSON(parsing: canonical).bytes(.file) == canonical, "seed \(seed), round \(round)")
                accepted += 1
            } catch {
                #expect(
                    error.offset <= bytes.count && !error.description.isEmpty, "seed \(seed), round \(round)")
                #expect(!error.description.unicodeScalars.contains { $0.isUnfitForTerminals }, "seed \(seed)")
            }
        }
        #expect(accepted > 10_000)
    }
}
