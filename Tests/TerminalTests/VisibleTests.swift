import Testing

@testable import Terminal

@Suite struct VisibleTests {
    @Test(arguments: [
        ("plain text ~!", "plain text ~!"),
        ("", ""),
        ("\u{1b}[31mred\u{1b}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
        ("\u{1b}]0;owned\u{7}", "\\u{1b}]0;owned\\u{7}"),
        ("ok\rNO", "ok\\u{d}NO"),
        ("a\r\nb", "a\\u{d}\\u{a}b"),
        ("a\tb\nc", "a\\u{9}b\\u{a}c"),
        ("a\u{0}b\u{7f}", "a\\u{0}b\\u{7f}"),
        ("\u{9b}31m\u{85}", "\\u{9b}31m\\u{85}"),
        ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
        ("\u{202e}gnp.exe", "\\u{202e}gnp.exe"),
        ("\u{61c}\u{200e}\u{200f}\u{2066}\u{2069}", "\\u{61c}\\u{200e}\\u{200f}\\u{2066}\\u{2069}"),
        (
            "a\u{200b}b\u{200c}c\u{200d}d\u{2060}e\u{feff}",
            "a\\u{200b}b\\u{200c}c\\u{200d}d\\u{2060}e\\u{feff}"
        ),
        ("\u{ad}\u{fff9}a\u{fffa}b\u{fffb}", "\\u{ad}\\u{fff9}a\\u{fffa}b\\u{fffb}"),
        ("x\u{e0041}\u{e0042}", "x\\u{e0041}\\u{e0042}"),
        ("\u{3164}\u{ffa0}\u{115f}\u{1160}\u{34f}", "\\u{3164}\\u{ffa0}\\u{115f}\\u{1160}\\u{34f}"),
        ("日本語 é e\u{301} Ж \u{a0}\u{3000}", "日本語 é e\u{301} Ж \u{a0}\u{3000}"),
        ("日\u{7}本", "日\\u{7}本"),
        // Joiners and selectors where emoji and scripts need them.
        ("👩‍👩‍👧‍👦 ❤️ ❤️‍🔥 1️⃣ #️⃣", "👩‍👩‍👧‍👦 ❤️ ❤️‍🔥 1️⃣ #️⃣"),
        ("می\u{200c}خواهم क्\u{200d}ष 葛\u{e0100}", "می\u{200c}خواهم क्\u{200d}ष 葛\u{e0100}"),
        // And where they only hide something.
        ("\u{200d}👩", "\\u{200d}👩"),
        ("👩\u{200d}", "👩\\u{200d}"),
        ("👩\u{200d}\u{200d}👧", "👩\u{200d}\\u{200d}👧"),
        ("\u{fe0f}a\u{fe0f}1\u{fe01}❤\u{fe0f}\u{fe0f}", "\\u{fe0f}a\\u{fe0f}1\\u{fe01}❤\u{fe0f}\\u{fe0f}"),
        ("❤\u{202e}\u{fe0f}", "❤\\u{202e}\\u{fe0f}"),
    ])
    func isOneSafeLine(text: String, expected: String) {
        #expect(Array(text.visible.unicodeScalars) == Array(expected.unicodeScalars))
    }

    /// Every byte at every place of a word and of what is left behind it.
    @Test func printableASCIIIsToldByByte() {
        for length in 1...20 {
            for place in 0..<length {
                for byte in UInt8.min...UInt8.max {
                    var bytes = [UInt8](repeating: UInt8(ascii: "~"), count: length)
                    bytes[place] = byte
                    let isPrintable = bytes.withUnsafeBufferPointer(VisibleText.isPrintableASCII)
                    if isPrintable != (0x20...0x7e).contains(byte) {
                        Issue.record("byte \(byte) at \(place) of \(length)")
                    }
                }
            }
        }
        #expect("".isPrintableASCII)
    }

    @Test(arguments: [
        ("a\nb\tc", "a\nb\tc"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\rb\r\r\n", "a\\u{d}b\\u{d}\n"),
        ("\u{1b}\n\u{85}\u{b}\u{c}", "\\u{1b}\n\\u{85}\\u{b}\\u{c}"),
    ])
    func keepsLinesWhenAsked(text: String, expected: String) {
        #expect(Array(text.visible(keepingLines: true).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func noScalarPassesRawByItself() {
        var escaped = 0
        var wrong: [String] = []
        for value in UInt32(0)...0x10ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let visible = text.visible
            // By itself, nothing stays that a terminal may show as nothing.
            if scalar.isUnsafeToShow || scalar.properties.isDefaultIgnorableCodePoint {
                escaped += 1
                if visible != "\\u{\(String(value, radix: 16))}" { wrong.append(visible) }
            } else if visible != text && !(0xfff9...0xfffb).contains(value) {
                wrong.append(visible)
            }
        }
        #expect(wrong.prefix(20) == [])
        #expect(escaped > 4_000)
    }

    @Test(arguments: ["x", "1", "日", "👩", "\u{200d}", "\u{fe0f}"])
    func noScalarPassesRawBeside(neighbour: String) {
        var wrong: [UInt32] = []
        for block in stride(from: UInt32(0), through: 0x10ffff, by: 256) {
            var text = ""
            for value in block..<block + 256 {
                guard let scalar = Unicode.Scalar(value) else { continue }
                text.unicodeScalars.append(scalar)
                text += neighbour
            }
            let visible = text.visible
            if !visible.isSafeToShow || visible.visible != visible { wrong.append(block) }
        }
        #expect(wrong == [])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func randomTextIsSafeAndStable(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let text = random.text(upTo: 20)
            let line = text.visible
            #expect(
                line.isSafeToShow,
                "seed \(seed): \(line.debugDescription)")
            #expect(line.visible == line, "seed \(seed)")
            let lines = text.visible(keepingLines: true)
            let raw = lines.unicodeScalars.filter { $0.isUnsafeToShow && $0 != "\n" && $0 != "\t" }
            #expect(raw.isEmpty, "seed \(seed): \(lines.debugDescription)")
        }
    }
}
