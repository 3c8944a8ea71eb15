/// Finds the sessions that a query means and puts the best first.
///
/// What stands in the title decides, then what stands elsewhere; the last changed comes first among equals.
/// In each place a word is worth the more the fewer sessions have it, and twice as much where it stands as a
/// whole word and not as a part of one.
package struct SearchRanking {
    private let matcher: QueryMatcher
    private let words: [FoldedText]
    private var visited = 0
    /// How many of the sessions have each word.
    private var holders: [Int]
    private var found: [SessionSummary] = []
    /// Whether no session is meant that has not each of the words.
    private let needsEachWord: Bool

    package init(_ query: Query, _ context: QueryContext) {
        matcher = QueryMatcher(query, context)
        words = query.words
        holders = words.map { _ in 0 }
        needsEachWord = query.isConjunction
    }

    /// Looks at one session. Those that are not found count too: they tell how rare a word is.
    package mutating func visit(_ summary: SessionSummary) {
        visited += 1
        let text = FoldedLines(of: summary)
        var hasEachWord = true
        for (index, word) in words.enumerated() {
            if text.contains(word) { holders[index] += 1 } else { hasEachWord = false }
        }
        if hasEachWord || !needsEachWord, matcher.matches(summary) { found.append(summary) }
    }

    /// What was found, the best first.
    package var hits: [SearchHit] {
        let worths = holders.map { (Double(visited) / Double(max($0, 1))).squareRoot() }
        var scores = SearchScores(words, worths)
        return found.map { SearchHit($0, &scores) }.sorted(by: SearchHit.isBetter)
    }
}

/// A session that a search found.
package struct SearchHit {
    package let summary: SessionSummary
    /// The number of the line that holds the most of what was searched for; nil where only qualifiers were given.
    private let lineNumber: Int?
    private let titleScore: Double
    private let otherScore: Double
    private let updatedAt: Instant

    fileprivate init(_ summary: SessionSummary, _ scores: inout SearchScores) {
        self.summary = summary
        updatedAt = summary.updatedAt
        lineNumber = scores.read(FoldedLines(of: summary))
        titleScore = scores.titleScore
        otherScore = scores.otherScore
    }

    /// Whether that line is another than the title.
    package var isBeyondTitle: Bool { lineNumber.map { $0 > 0 } ?? false }

    /// That line as it stands in the file.
    package func line(of session: Session) -> SearchText.Line? {
        guard let lineNumber else { return nil }
        let lines = SearchText(of: session).lines
        return lines.indices.contains(lineNumber) ? lines[lineNumber] : nil
    }

    fileprivate static func isBetter(_ a: SearchHit, _ b: SearchHit) -> Bool {
        (a.titleScore, a.otherScore, a.updatedAt, b.summary.key)
            > (b.titleScore, b.otherScore, b.updatedAt, a.summary.key)
    }
}

/// What each word is worth in a session.
private struct SearchScores {
    private let words: [(word: FoldedText, worth: Double)]
    /// The best that each word reaches in each kind of place, word by word.
    private var values: [Double]
    private let fields = SearchText.Field.allCases

    init(_ words: [FoldedText], _ worths: [Double]) {
        self.words = Array(zip(words, worths))
        values = Array(repeating: 0, count: words.count * SearchText.Field.allCases.count)
    }

    /// Looks at the lines of the next session.
    ///
    /// - Returns: the number of the best line; nil where none holds anything.
    mutating func read(_ text: FoldedLines) -> Int? {
        for index in values.indices { values[index] = 0 }
        var best: (number: Int, value: Double)?
        text.eachLine { number, field, folded in
            guard field < fields.count else { return }
            var value = 0.0
            for (index, (word, worth)) in words.enumerated() {
                let presence = word.presence(in: folded)
                guard presence.isThere else { continue }
                let here = presence.isWord ? 2 * worth : worth
                value += here
                let place = index * fields.count + field
                values[place] = max(values[place], here)
            }
            if value > best?.value ?? 0 { best = (number, value) }
        }
        return best?.number
    }

    var titleScore: Double {
        stride(from: 0, to: values.count, by: fields.count).reduce(0) {
            $0 + values[$1 + SearchText.Field.title.number]
        }
    }

    var otherScore: Double {
        values.indices.reduce(0) { $0 + fields[$1 % fields.count].weight * values[$1] }
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
