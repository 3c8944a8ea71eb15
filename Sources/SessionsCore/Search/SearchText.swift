/// The text of a session that can be searched, line by line.
package struct SearchText {
    package enum Field: String, CaseIterable, Sendable {
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
