/// Finds the sessions that a query means and puts the best first.
///
/// What stands in the title decides, then what stands elsewhere; the last changed comes first among equals.
/// In each place a word is worth the more the fewer sessions have it (those that are not found count too), and
/// twice as much where it stands as a whole word and not as a part of one.
package struct SearchRanking {
    private let words: [FoldedText]
    private let need: TextScan.Need
    /// What is left to be asked of those that have the words they need.
    private let matcher: QueryMatcher

    package init(_ query: Query, _ context: QueryContext) {
        words = query.words
        need = query.isConjunction ? .eachWord : query.needsWord ? .someWord : .nothing
        matcher = QueryMatcher(query.isConjunction ? query.withoutWords : query, context)
    }

    /// What is found in these sessions.
    ///
    /// - Parameters:
    ///   - parts: blocks, each with those of its rows that hold.
    ///   - most: how many are wanted, the best ones; nil for all.
    func hits(
        in parts: [(block: SummaryBlock, current: CurrentRows.Part)], first most: Int?
    ) -> SearchHits {
        let texts = parts.map { TextScan.Part(text: $0.block.text, current: $0.current) }
        let scans = System.inHalves(texts.indices) { [words, need] numbers in
            var scan = TextScan(for: words, need: need)
            for number in numbers { scan.look(through: texts[number], number: number) }
            return scan
        }
        for number in scans.flatMap(\.damaged) { parts[number].block.noteDamage() }

        let visited = scans.reduce(0) { $0 + $1.visited }
        let worths = words.indices.map { index in
            let holders = scans.reduce(0) { $0 + $1.holders[index] }
            return (Double(visited) / Double(max(holders, 1))).squareRoot()
        }
        var best = BestHits(most: most)
        for scan in scans {
            var (part, block) = (-1, SummaryBuilder.empty)
            for (number, place) in scan.found.enumerated() {
                if place.part != part { (part, block) = (place.part, parts[place.part].block) }
                let summary = SessionSummary(block, place.row)
                guard matcher.matches(summary) else { continue }
                let score = SearchScore(
                    scan.presences[number * words.count..<(number + 1) * words.count], worths)
                best.add(summary, score)
            }
        }
        let weighed = Array(zip(words, worths))
        return SearchHits(
            first: best.sorted.map { SearchHit(summary: $0, words: weighed) }, count: best.count)
    }
}

/// What a search found.
package struct SearchHits {
    /// The best ones, as many as were wanted.
    package let first: [SearchHit]
    /// How many there are.
    package let count: Int
}

/// A session that a search found.
package struct SearchHit {
    package let summary: SessionSummary
    /// The number of the line that holds the most of what was searched for; nil where only qualifiers were given.
    private let lineNumber: Int?

    fileprivate init(summary: SessionSummary, words: [(word: FoldedText, worth: Double)]) {
        self.summary = summary
        lineNumber = FoldedLines(of: summary).best(for: words)
    }

    /// Whether that line is another than the title.
    package var isBeyondTitle: Bool { lineNumber.map { $0 > 0 } ?? false }

    /// That line as it stands in the file.
    package func line(of session: Session) -> SearchText.Line? {
        guard let lineNumber else { return nil }
        let lines = SearchText(of: session).lines
        return lines.indices.contains(lineNumber) ? lines[lineNumber] : nil
    }
}

extension FoldedLines {
    /// The number of the line that holds the most; nil where none holds anything.
    fileprivate func best(for words: [(word: FoldedText, worth: Double)]) -> Int? {
        var best: (number: Int, value: Double)?
        eachLine { number, _, folded in
            var value = 0.0
            for (word, worth) in words {
                let presence = word.presence(in: folded)
                if presence.isThere { value += presence.isWord ? 2 * worth : worth }
            }
            if value > best?.value ?? 0 { best = (number, value) }
        }
        return best?.number
    }
}

/// What the words in a session are worth.
private struct SearchScore {
    let title: Double
    let other: Double

    /// What a word is worth in each field, the title apart.
    private static let weights = SearchText.Field.allCases.map(\.weight)

    /// - Parameters:
    ///   - presences: where each word stands.
    ///   - worths: what each is worth anywhere.
    init(_ presences: ArraySlice<WordPresence>, _ worths: [Double]) {
        var (title, other) = (0.0, 0.0)
        for (presence, worth) in zip(presences, worths) {
            title += worth * presence[SearchText.Field.title.number]
            for (field, weight) in SearchScore.weights.enumerated() {
                other += weight * (worth * presence[field])
            }
        }
        (self.title, self.other) = (title, other)
    }
}

/// Sessions that are put in order as they are found, no more of them held on to than are wanted.
private struct BestHits {
    private let most: Int?
    private var held: [Place] = []
    /// Behind this one nobody is wanted any more.
    private var last: Place?
    /// How many were found.
    private(set) var count = 0

    private struct Place {
        let summary: SessionSummary
        let score: SearchScore

        static func isBetter(_ a: Place, _ b: Place) -> Bool {
            if a.score.title != b.score.title { return a.score.title > b.score.title }
            if a.score.other != b.score.other { return a.score.other > b.score.other }
            let (first, second) = (a.summary.updatedAt, b.summary.updatedAt)
            return first == second ? a.summary.key < b.summary.key : first > second
        }
    }

    init(most: Int?) {
        self.most = most
    }

    mutating func add(_ summary: SessionSummary, _ score: SearchScore) {
        count += 1
        let place = Place(summary: summary, score: score)
        if let last, !Place.isBetter(place, last) { return }
        held.append(place)
        if let most, held.count / 2 - 16 >= most {
            held.sort(by: Place.isBetter)
            held.removeLast(held.count - most)
            last = held.last
        }
    }

    var sorted: [SessionSummary] {
        held.sorted(by: Place.isBetter).prefix(most ?? count).map(\.summary)
    }
}

extension SearchText.Field {
    /// What a word is worth there, the title apart.
    fileprivate var weight: Double {
        switch self {
        case .title: 0
        case .goal: 10
        case .description: 5
        case .lesson: 4
        case .attachment: 3
        case .note: 2
        case .comment: 1
        }
    }
}

extension SessionCatalog {
    /// What a search finds, its details and texts checked.
    ///
    /// - Parameter most: how many are wanted, the best ones; nil for all.
    package func hits(_ ranking: SearchRanking, first most: Int? = nil) -> SearchHits {
        answer {
            let hits = ranking.hits(in: parts, first: most)
            for hit in hits.first { hit.summary.block.check() }
            return hits
        }
    }
}
