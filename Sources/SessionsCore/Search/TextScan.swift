/// Looks for words in the texts of blocks, each time through all texts of a block at once, and only where its
/// signature says that the word may stand there.
///
/// A text is checked as soon as anything is found in it. What a flipped bit hides is not found before the index is
/// made anew.
struct TextScan {
    /// A block, and those of its rows that hold.
    struct Part: Sendable {
        let text: BlockText
        let current: CurrentRows.Part
    }

    /// Which sessions can be meant at all.
    enum Need: Sendable {
        case eachWord, someWord, nothing
    }

    /// How many sessions were looked at.
    private(set) var visited = 0
    /// How many of them have each word.
    private(set) var holders: [Int]
    /// Those that can be meant, by the number of the part and the row.
    private(set) var found: [(part: Int, row: Int)] = []
    /// For each of these where each word stands in it.
    private(set) var presences: [WordPresence] = []
    /// Parts with a text that is not as it was written.
    private(set) var damaged: [Int] = []

    private let words: [(text: FoldedText, triples: [Int])]
    private let need: Need
    /// The same for the rows of a part, word by word.
    private var rows: [WordPresence] = []

    init(for words: [FoldedText], need: Need) {
        self.words = words.map { ($0, TextSignature.triples(of: $0)) }
        self.need = need
        holders = words.map { _ in 0 }
    }

    /// - Parameter number: what to call it.
    mutating func look(through part: Part, number: Int) {
        let count = part.text.count
        visited += part.current.count(of: count)
        let signature = words.contains { !$0.triples.isEmpty } ? part.text.signature : nil
        guard signature?.isSound ?? true else { return damaged.append(number) }
        func canHold(_ triples: [Int]) -> Bool { signature?.holds(triples) ?? true }
        if need != .nothing, !words.isEmpty, !words.contains(where: { canHold($0.triples) }) { return }

        rows.removeAll(keepingCapacity: true)
        rows.append(contentsOf: repeatElement(WordPresence(), count: count * words.count))
        for (index, word) in words.enumerated() where canHold(word.triples) {
            guard find(word.text, in: part, into: index * count) else { return damaged.append(number) }
        }
        for row in 0..<count where part.current.isCurrent(row) {
            var held = 0
            for index in words.indices where rows[index * count + row].isThere {
                holders[index] += 1
                held += 1
            }
            switch need {
            case .eachWord where held < words.count, .someWord where held == 0: continue
            default: break
            }
            found.append((number, row))
            for index in words.indices { presences.append(rows[index * count + row]) }
        }
    }

    /// Puts down where a word stands.
    ///
    /// - Parameter first: where the first row of the part stands among those of all words.
    /// - Returns: whether each text that has it is as it was written.
    private mutating func find(_ word: FoldedText, in part: Part, into first: Int) -> Bool {
        guard !word.bytes.isEmpty else {
            for row in 0..<part.text.count { rows[first + row].insertEverywhere() }
            return true
        }
        return part.text.withBytes { bytes in
            func place(from start: Int) -> Int {
                ByteSearch.firstIndex(of: word.bytes, in: bytes, from: start) ?? bytes.count
            }
            // The first place from `searched` on. Only an index that somebody made by hand has its texts in another
            // order than its rows.
            var (searched, next) = (0, place(from: 0))
            for row in 0..<part.text.count {
                let text = part.text.place(of: row)
                if next < text.lowerBound || text.lowerBound < searched {
                    (searched, next) = (text.lowerBound, place(from: text.lowerBound))
                }
                guard next + word.bytes.count <= text.upperBound, part.current.isCurrent(row) else {
                    continue
                }
                guard part.text.isSound(row) else { return false }
                repeat {
                    rows[first + row].insert(
                        field: FoldedLines.field(of: next, in: bytes, from: text.lowerBound),
                        isWord: word.isWord(in: bytes, at: next))
                    (searched, next) = (next + 1, place(from: next + 1))
                } while next + word.bytes.count <= text.upperBound
            }
            return true
        }
    }
}
