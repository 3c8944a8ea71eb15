/// Gives texts numbers, the same text the same number, without making a `String` of each.
struct DistinctTexts {
    /// In the order of their numbers.
    private(set) var texts: [IndexBytes] = []
    private var hashes: [UInt64] = []
    /// The number of a text where its hash leads, or behind that; -1 where there is none. A power of two.
    private var slots = [Int32](repeating: -1, count: 64)

    mutating func number(of text: IndexBytes) -> Int {
        let hash = DistinctTexts.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, texts[number].isSame(as: text) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(texts.count)
        texts.append(text)
        hashes.append(hash)
        if texts.count * 2 > slots.count { grow() }
        return texts.count - 1
    }

    /// FNV-1a (Fowler, Noll, Vo), with its higher bits, the better ones, brought down: names are short.
    private static func hash(_ text: IndexBytes) -> UInt64 {
        text.withBytes { bytes in
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
            return hash ^ hash >> 32
        }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// As texts in their order, those that are equal once.
    var sorted: [String] {
        let all = texts.map(\.text).sorted()
        return all.indices.compactMap { $0 > 0 && all[$0] == all[$0 - 1] ? nil : all[$0] }
    }
}
