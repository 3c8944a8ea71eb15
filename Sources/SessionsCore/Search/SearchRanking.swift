/// Finds the sessions that a query means and puts the best first.
///
/// What stands in the title decides, then what stands elsewhere; the last changed comes first among equals.
/// In each place a word is worth the more the fewer sessions have it, and twice as much where it stands as a
/// whole word and not as a part of one.
package struct SearchRanking {
    private let query: Query
    private let context: QueryContext
    private let words: [FoldedText]
    private var visited = 0
    /// How many of the sessions have each word.
    private var holders: [Int]
    private var found: [(session: Session, text: SearchText)] = []

    package init(_ query: Query, _ context: QueryContext) {
        self.query = query
        self.context = context
        words = query.words
        holders = words.map { _ in 0 }
    }

    /// Looks at one session. Those that are not found count too: they tell how rare a word is.
    package mutating func visit(_ session: Session) {
        let text = SearchText(of: session)
        visited += 1
        for (index, word) in words.enumerated() where text.contains(word) { holders[index] += 1 }
        if query.matches(session, context, text: text) { found.append((session, text)) }
    }

    /// What was found, the best first.
    package var hits: [SearchHit] {
        let worths = holders.map { (Double(visited) / Double(max($0, 1))).squareRoot() }
        let weighed = Array(zip(words, worths))
        return found.map { SearchHit($0.session, $0.text, weighed) }.sorted(by: SearchHit.isBetter)
    }
}

/// A session that a search found.
package struct SearchHit: Sendable {
    package let session: Session
    /// The line that holds the most of what was searched for; nil where only qualifiers were given.
    package let line: SearchText.Line?
    private let titleScore: Double
    private let otherScore: Double
    private let updatedAt: Instant

    fileprivate init(_ session: Session, _ text: SearchText, _ words: [(word: FoldedText, worth: Double)]) {
        self.session = session
        updatedAt = session.updatedAt
        var best: (line: SearchText.Line, value: Double)?
        // The best that each word reaches in each kind of place.
        var values = words.map { _ in SearchText.Field.allCases.map { _ in 0.0 } }
        for line in text.lines {
            let field = line.field.index
            var value = 0.0
            for (index, (word, worth)) in words.enumerated() where line.folded.contains(word) {
                let here = word.isWord(in: line.text) ? 2 * worth : worth
                value += here
                values[index][field] = max(values[index][field], here)
            }
            if value > best?.value ?? 0 { best = (line, value) }
        }
        line = best?.line
        titleScore = values.reduce(0) { $0 + $1[SearchText.Field.title.index] }
        otherScore = values.reduce(0) { sum, values in
            sum + SearchText.Field.allCases.reduce(0) { $0 + $1.weight * values[$1.index] }
        }
    }

    fileprivate static func isBetter(_ a: SearchHit, _ b: SearchHit) -> Bool {
        (a.titleScore, a.otherScore, a.updatedAt, b.session.id)
            > (b.titleScore, b.otherScore, b.updatedAt, a.session.id)
    }
}

extension SearchText.Field {
    fileprivate var index: Int { SearchText.Field.allCases.firstIndex(of: self) ?? 0 }

    /// What a word is worth there, the title apart.
    fileprivate var weight: Double {
        switch self {
        case .title: 0
        case .goal: 10
        case .description: 5
        case .attachment: 3
        case .note: 2
        case .comment: 1
        }
    }
}
