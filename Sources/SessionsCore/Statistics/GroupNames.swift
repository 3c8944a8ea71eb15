/// Gives the names of a key numbers; names that are the same to people have the same number.
struct GroupNames {
    private var known = DistinctTexts()
    /// For each text the number of its name.
    private var numbers: [Int] = []
    /// By those numbers.
    private(set) var names: [String] = []
    private var hashes: [Int] = []
    private let rename: (String) -> String

    /// - Parameter rename: what a text is called: all the names of one person are one.
    init(rename: @escaping (String) -> String) {
        self.rename = rename
    }

    mutating func number(of text: IndexBytes) -> Int {
        let place = known.number(of: text)
        if place == numbers.count { numbers.append(number(ofNew: rename(text.text))) }
        return numbers[place]
    }

    /// The text may be written with other bytes than an equal one: é in two ways.
    private mutating func number(ofNew name: String) -> Int {
        let hash = name.hashValue
        for number in names.indices where hashes[number] == hash && names[number] == name { return number }
        names.append(name)
        hashes.append(hash)
        return names.count - 1
    }
}

/// Gives pairs of numbers numbers, the same pair the same one, from 0.
struct DistinctPairs {
    struct Pair: Equatable {
        let first: Int
        let second: Int
    }

    /// In the order of their numbers.
    private(set) var pairs: [Pair] = []
    /// The number of a pair where its hash leads, or behind that; -1 where there is none. A power of two.
    private var slots = [Int32](repeating: -1, count: 64)

    mutating func number(of pair: Pair) -> Int {
        var slot = place(of: pair)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if pairs[number] == pair { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(pairs.count)
        pairs.append(pair)
        if pairs.count * 2 > slots.count { grow() }
        return pairs.count - 1
    }

    /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the higher bits are the better ones.
    private func place(of pair: Pair) -> Int {
        let mixed =
            (UInt64(bitPattern: Int64(pair.first)) &* 0x9e37_79b9_7f4a_7c15)
            ^ UInt64(bitPattern: Int64(pair.second))
        return Int(truncatingIfNeeded: (mixed &* 0x9e37_79b9_7f4a_7c15) >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, pair) in pairs.enumerated() {
            var slot = place(of: pair)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
