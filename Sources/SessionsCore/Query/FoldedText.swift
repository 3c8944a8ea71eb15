/// Text made ready to be compared without regard to case.
package struct FoldedText: Equatable, Sendable {
    package let bytes: [UInt8]

    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            bytes = text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        } else {
            bytes = Array(text.lowercased().utf8)
        }
    }

    /// Where it stands in a text: whole characters, from left to right, no two places overlapping. Slower than
    /// `contains`; for text that holds it.
    package func places(in text: String) -> [Range<String.Index>] {
        guard !bytes.isEmpty else { return [] }
        var folded: [UInt8] = []
        var characters: [(index: String.Index, end: String.Index, offset: Int)] = []
        for index in text.indices {
            characters.append((index, text.index(after: index), folded.count))
            folded += FoldedText(String(text[index])).bytes
        }
        var places: [Range<String.Index>] = []
        for (position, start) in characters.enumerated() {
            guard start.index >= places.last?.upperBound ?? text.startIndex,
                folded[start.offset...].starts(with: bytes)
            else { continue }
            let end = start.offset + bytes.count
            let last = characters[position...].last { $0.offset < end }
            places.append(start.index..<(last?.end ?? start.end))
        }
        return places
    }

    /// Whether it stands in a text as a whole word at least once.
    func isWord(in text: String) -> Bool {
        places(in: text).contains { place in
            let before = place.lowerBound > text.startIndex ? text[text.index(before: place.lowerBound)] : " "
            let after = place.upperBound < text.endIndex ? text[place.upperBound] : " "
            return !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber
        }
    }

    package func contains(_ other: FoldedText) -> Bool { ByteSearch.contains(bytes, other.bytes) }
}
