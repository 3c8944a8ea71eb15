/// The permanent random names of sessions and of what they are made of.
package enum Identifier {
    /// No vowels, and nothing that reads like another: no word is ever spelt by chance.
    static let alphabet = Array("bcdfghjkmnpqrstvwxz23456789".utf8)
    private static let letterCount = 19
    /// Characters of a session's id.
    package static let sessionLength = 12
    private static let elementLength = 11

    /// Whether it could be (the beginning of) a session's id.
    package static func isPrefix(_ text: String) -> Bool {
        guard let first = text.utf8.first, alphabet.prefix(letterCount).contains(first) else { return false }
        return text.utf8.count <= sessionLength && text.utf8.allSatisfy { alphabet.contains($0) }
    }

    /// Whether it is a whole session id.
    package static func isSession(_ text: String) -> Bool {
        text.utf8.count == sessionLength && isPrefix(text)
    }

    /// Whether it is the id of something in a session: a letter for its kind, and random characters.
    static func isElement(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count == elementLength && bytes.first.map { (97...122).contains($0) } ?? false
            && bytes.dropFirst().allSatisfy { alphabet.contains($0) }
    }

    /// The letter an element's id begins with.
    enum Element: String {
        case attachment = "a"
        case comment = "c"
        case event = "e"
        case goal = "g"
        case interval = "i"
        case link = "k"
        case lesson = "l"
        case milestone = "m"
    }

    /// Where ids come from: the kernel, or a repeatable sequence for tests.
    package final class Source {
        private var random: SplitMix64?
        /// Bytes of the kernel that have not been used.
        private var unused: [UInt8] = []

        /// - Parameter seed: makes the sequence repeatable; the kernel's random bytes are used without one.
        package init(seed: UInt64? = nil) {
            random = seed.map(SplitMix64.init)
        }

        package func session() -> String {
            characters(1, from: letterCount) + characters(Identifier.sessionLength - 1, from: alphabet.count)
        }

        func element(_ kind: Element) -> String {
            kind.rawValue + characters(Identifier.elementLength - 1, from: alphabet.count)
        }

        private func characters(_ count: Int, from size: Int) -> String {
            var text: [UInt8] = []
            while text.count < count {
                let byte = Int(nextByte())
                // Every character is equally likely only where the last, incomplete round is left out.
                if byte < 256 / size * size { text.append(alphabet[byte % size]) }
            }
            return String(decoding: text, as: UTF8.self)
        }

        /// Of the sequence where there is a seed; where the kernel has no bytes, of one seeded by the clock.
        private func nextByte() -> UInt8 {
            if random == nil {
                if unused.isEmpty { unused = System.randomBytes(128) ?? [] }
                if let byte = unused.popLast() { return byte }
            }
            var random = random ?? SplitMix64(seed: UInt64(bitPattern: System.now().milliseconds))
            defer { self.random = random }
            return random.byte()
        }
    }

    /// How many characters of each id tell it from all the others, at least `minimum`.
    ///
    /// - Parameter sorted: the ids in ascending order. Linear.
    package static func shortestPrefixes(ofSorted sorted: [String], minimum: Int) -> [Int] {
        var lengths = [Int](repeating: minimum, count: sorted.count)
        for index in sorted.indices.dropFirst() {
            let needed = commonPrefix(sorted[index - 1], sorted[index]) + 1
            lengths[index - 1] = max(lengths[index - 1], needed)
            lengths[index] = max(lengths[index], needed)
        }
        return lengths
    }

    private static func commonPrefix(_ a: String, _ b: String) -> Int {
        var count = 0
        for (x, y) in zip(a.utf8, b.utf8) {
            guard x == y else { break }
            count += 1
        }
        return count
    }
}
