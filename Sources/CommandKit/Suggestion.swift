/// "Did you mean": the one known word that a mistyped one stands for, if it is plain enough.
package enum Suggestion {
    /// The only candidate that `word` begins, else the nearest within a third of the longer word's
    /// length (at least one edit); among equals the first. Case does not count.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let typed = word.lowercased()
        guard typed.utf8.count > 1 else { return nil }
        let begun = candidates.filter { $0.lowercased().hasPrefix(typed) }
        if begun.count == 1 { return begun.first }

        let letters = Array(typed)
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased())
            let limit = best.map { $0.distance - 1 } ?? max(1, max(letters.count, other.count) / 3)
            // Lengths further apart than the limit cannot be near, and very long words are never compared.
            guard other.count > 1, abs(letters.count - other.count) <= limit else { continue }
            let distance = distance(letters, other)
            if distance <= limit { best = (candidate, distance) }
        }
        return best?.word
    }

    /// A hint that names the candidate meant; nil where none is near.
    package static func hint(for word: String, among candidates: [String]) -> String? {
        nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// Damerau–Levenshtein distance in its "optimal string alignment" form: insertions, deletions,
    /// substitutions and swaps of neighbours. O(n·m) time, O(m) space.
    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
