/// How many columns a terminal gives to text. There is no standard; this follows what most terminals do: UAX
/// #11 for wide characters (ambiguous ones are narrow), nothing for combining marks, two columns for an emoji
/// sequence.
enum TextWidth {
    /// Columns of a string. Controls count as nothing: text is made `visible` before it is measured.
    static func columns(of text: String) -> Int {
        if text.isPrintableASCII { return text.utf8.count }
        var total = 0
        for scalar in text.unicodeScalars {
            guard isSimple(scalar) else { return text.reduce(0) { $0 + columns(of: $1) } }
            total += columns(of: scalar)
        }
        return total
    }

    /// Columns of one grapheme cluster: 0, 1 or 2.
    static func columns(of character: Character) -> Int {
        var total = 0
        var base: Unicode.Scalar?
        for scalar in character.unicodeScalars {
            if scalar == "\u{fe0f}", let base, base.properties.isEmoji { return 2 }
            total += columns(of: scalar)
            base = base ?? scalar
        }
        return min(total, 2)
    }

    /// Columns of one scalar that stands by itself.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7e, 0xa0...0xac, 0xae...0x2ff: return 1
        case 0x00...0x9f, 0xad: return 0
        case 0x3041...0x3096, 0x30a1...0x30fa, 0x4e00...0x9fff, 0xac00...0xd7a3: return 2
        case 0x1160...0x11ff, 0xd7b0...0xd7ff: return 0  // vowels and finals that follow a Hangul initial
        // Format characters that do show: they stand before or around digits.
        case 0x600...0x605, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd: return 1
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        if scalar.value < 0x1100 { return 1 }
        if isInWideRange(scalar.value) { return 2 }
        // Emoji younger than the table; the letters of flags are wide only in pairs.
        let isFlagLetter = (0x1f1e6...0x1f1ff).contains(scalar.value)
        return scalar.value >= 0x1f000 && !isFlagLetter && scalar.properties.isEmojiPresentation ? 2 : 1
    }

    /// Scalars that are never part of a cluster narrower than the sum of its scalars, so that the string need
    /// not be split: Latin, general punctuation, kana, ideographs, Hangul syllables, full-width forms.
    private static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x2ff, 0x2010...0x2027, 0x3000...0x3029, 0x3041...0x3096, 0x30a1...0x30ff,
            0x4e00...0x9fff,
            0xac00...0xd7a3, 0xff01...0xff60:
            true
        default: false
        }
    }

    private static func isInWideRange(_ value: UInt32) -> Bool {
        var low = 0
        var high = wideRanges.count
        while low < high {
            let middle = (low + high) / 2
            if wideRanges[middle].last < value { low = middle + 1 } else { high = middle }
        }
        return low < wideRanges.count && wideRanges[low].first <= value
    }
}
