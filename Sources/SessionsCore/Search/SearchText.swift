/// The text of a session that can be searched, line by line.
package struct SearchText {
    package enum Field: String, Sendable {
        case title, goal, description, attachment, note, comment
    }

    package struct Line: Sendable {
        package let field: Field
        package let text: String
        let folded: FoldedText

        init(_ field: Field, _ text: String) {
            self.field = field
            self.text = text
            folded = FoldedText(text)
        }
    }

    package let lines: [Line]

    package init(of session: Session) {
        var lines = [Line(.title, session.title)]
        func add(_ field: Field, _ text: String) {
            for line in text.split(whereSeparator: \.isNewline) { lines.append(Line(field, String(line))) }
        }
        for goal in session.goals {
            add(.goal, goal.title)
            for milestone in goal.milestones { add(.goal, milestone.title) }
        }
        if let description = session.description { add(.description, description) }
        for attachment in session.attachments { add(.attachment, attachment.name) }
        for interval in session.intervals { if let note = interval.note { add(.note, note) } }
        for comment in session.comments { add(.comment, comment.text) }
        self.lines = lines
    }

    func contains(_ word: FoldedText) -> Bool {
        lines.contains { $0.folded.contains(word) }
    }
}

/// A session that a search found.
package struct SearchHit: Sendable {
    package let session: Session
    /// The higher the better.
    package let score: Int
    /// The line that holds the most of what was searched for; nil where only qualifiers were given.
    package let line: SearchText.Line?
    private let updatedAt: Instant

    /// Ranks a session that the query matches: each word counts once for every kind of place it is found in.
    package init(_ session: Session, for query: Query) {
        self.session = session
        updatedAt = session.updatedAt
        let words = query.words
        var best: (line: SearchText.Line, hits: Int)?
        var score = 0
        var counted: [(word: Int, field: SearchText.Field)] = []
        for line in SearchText(of: session).lines {
            let hits = words.indices.filter { line.folded.contains(words[$0]) }
            if hits.count > best?.hits ?? 0 { best = (line, hits.count) }
            for word in hits where !counted.contains(where: { $0 == (word, line.field) }) {
                counted.append((word, line.field))
                score += SearchHit.weight(line.field)
            }
        }
        self.score = score
        line = best?.line
    }

    /// What a word is worth: in the title more than in all other places together.
    private static func weight(_ field: SearchText.Field) -> Int {
        switch field {
        case .title: 100
        case .goal: 10
        case .description: 5
        case .attachment: 3
        case .note: 2
        case .comment: 1
        }
    }

    /// By score, the last changed first among equals.
    package static func isBetter(_ a: SearchHit, _ b: SearchHit) -> Bool {
        (a.score, a.updatedAt, b.session.id) > (b.score, b.updatedAt, a.session.id)
    }
}
