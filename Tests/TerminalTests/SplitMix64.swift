/// A small seeded generator (Steele, Lea, Flood 2014), so that a failing property test can be run again.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Text of up to `length` pieces that are awkward to measure, cut or show.
    mutating func text(upTo length: Int) -> String {
        let pieces = [
            "a", "Z", " ", "  ", "é", "e\u{301}", "日", "本", "ｗ", "👩‍👩‍👧‍👦", "🇩🇪", "❤️", "👍🏽", "1️⃣", "각",
            "\u{1112}\u{1161}\u{11ab}", "क्ष", "की", "می‌", "\u{301}", "\u{200d}", "\u{200c}", "\u{fe0f}",
            "\u{1f1e9}", "\n", "\r\n", "\t", "\u{1b}[2J", "\u{9b}", "\u{202e}", "\u{200b}", "\u{e0041}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            if Int.random(in: 0..<8, using: &self) == 0,
                let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10ffff, using: &self))
            {
                text.unicodeScalars.append(scalar)
            } else {
                text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Said by the standard library's own tables, not by the code under test.
    var isUnsafeToShow: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: break
        }
        switch value {
        case 0x61c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff, 0xe0000...0xe007f: return true
        default: return false
        }
    }
}

extension String {
    var isSafeToShow: Bool { !unicodeScalars.contains { $0.isUnsafeToShow } }
}
