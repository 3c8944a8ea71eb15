/// Text made ready to be compared without regard to case, accents and width: `É`, `é` and `ｅ` are `e`, and
/// `ß` is `ss`.
///
/// Each scalar is folded by itself, so a text is folded to what its parts are folded to, one after the other.
package struct FoldedText: Equatable, Sendable {
    package let bytes: [UInt8]

    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            bytes = text.utf8.map(FoldedText.folded)
        } else {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(text.utf8.count)
            for scalar in text.unicodeScalars { FoldedText.append(scalar, to: &bytes) }
            self.bytes = bytes
        }
    }

    /// A character of ASCII folded.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let value = scalar.value
        if value < 0x80 {
            bytes.append(folded(UInt8(value)))
        } else if (0x300...0x36f).contains(value) {
            return
        } else if let entry = entry(of: value) {
            for shift in [32, 16, 0] {
                let part = UInt32(truncatingIfNeeded: entry >> UInt64(shift)) & 0xffff
                if part != 0, let scalar = Unicode.Scalar(part) { bytes += UTF8.encode(scalar) ?? .init() }
            }
        } else {
            for scalar in scalar.properties.lowercaseMapping.unicodeScalars {
                bytes += UTF8.encode(scalar) ?? .init()
            }
        }
    }

    private static func entry(of value: UInt32) -> UInt64? {
        guard value <= 0xffff else { return nil }
        let key = UInt64(value) << 48
        let entries = FoldingTable.entries
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low] >> 48 == UInt64(value) ? entries[low] : nil
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
}
