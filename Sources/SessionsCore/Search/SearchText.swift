/// The text of a session that can be searched, line by line.
package struct SearchText {
    package enum Field: String, Sendable {
        case title, description, goal, comment
    }

    package struct Line: Sendable {
        package let field: Field
        package let text: String
    }

    package let lines: [Line]

    package init(of session: Session) {
        var lines = [Line(field: .title, text: session.title)]
        func add(_ field: Field, _ text: String) {
            for line in text.split(whereSeparator: \.isNewline) {
                lines.append(Line(field: field, text: String(line)))
            }
        }
        if let description = session.description { add(.description, description) }
        for goal in session.goals {
            add(.goal, goal.title)
            for milestone in goal.milestones { add(.goal, milestone.title) }
        }
        for comment in session.comments { add(.comment, comment.text) }
        self.lines = lines
    }

    func contains(_ word: FoldedText) -> Bool {
        lines.contains { FoldedText($0.text).contains(word) }
    }
}

/// A session that a search found.
package struct SearchHit: Sendable {
    package let session: Session
    /// The higher the better.
    package let score: Int
    /// The line that holds the most of what was searched for; nil where only qualifiers were given.
    package let line: SearchText.Line?

    /// Ranks a session that the query matches.
    package init(_ session: Session, for query: Query) {
        self.session = session
        let words = query.words
        var best: (line: SearchText.Line, hits: Int)?
        var score = 0
        for line in SearchText(of: session).lines {
            let folded = FoldedText(line.text)
            let hits = words.count { folded.contains($0) }
            guard hits > 0 else { continue }
            score += hits * SearchHit.weight(line.field)
            if hits > best?.hits ?? 0 { best = (line, hits) }
        }
        self.score = score
        line = best?.line
    }

    /// What a word is worth: far more in the title than anywhere else.
    private static func weight(_ field: SearchText.Field) -> Int {
        switch field {
        case .title: 100
        case .goal: 10
        case .description: 5
        case .comment: 1
        }
    }

    /// By score, the last changed first among equals.
    package static func isBetter(_ a: SearchHit, _ b: SearchHit) -> Bool {
        (a.score, a.session.updatedAt, b.session.id) > (b.score, b.session.updatedAt, a.session.id)
    }
}
