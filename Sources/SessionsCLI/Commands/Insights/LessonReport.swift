import SessionsCore
import Terminal

/// `insights --learned`: what was learned, the newest first, each with its session.
struct LessonReport {
    let lessons: [LearnedLesson]
    let words: [FoldedText]
    let context: Context

    func print(_ page: Page, shortIDs: ShortIDs) throws {
        let rows = page.rows(of: lessons, context)
        if context.isJSON { return try context.printArray(rows, Self.json) }
        if context.isQuiet {
            // Lessons are found in their sessions: no command takes the id of one.
            var ids: [String] = []
            for lesson in rows where !ids.contains(lesson.sessionID) { ids.append(lesson.sessionID) }
            return try ids.forEach { try context.print($0) }
        }
        if lessons.isEmpty, context.output.isTerminal {
            context.note("nothing was learned there: see 'sessions help reflect'")
        }
        let display = SessionDisplay(now: context.now, zone: context.zone, shortIDs: shortIDs)
        guard context.output.isTerminal else { return try printTable(rows, display) }
        for (number, row) in rows.enumerated() {
            if number > 0 { try context.print() }
            let lead = [
                Span(context.zone.wallClock(at: row.at).day.description, .dim), Span("  "),
                Span(shortIDs.short(row.sessionID), .yellow), Span("  "),
            ]
            try context.print(FoundText(Self.line(row.text), words).spans, after: lead)
            let margin = lead.reduce(0) { $0 + $1.text.columns }
            try context.print(
                [Span(row.sessionTitle, .dim)], after: [Span(String(repeating: " ", count: margin))])
        }
    }

    private func printTable(_ rows: [LearnedLesson], _ display: SessionDisplay) throws {
        var table = Table(
            [
                Table.Column("NOTED"), Table.Column("ID"), Table.Column("LEARNED"), Table.Column("SESSION"),
            ], to: context.output)
        for row in rows {
            try table.add([
                Cell(display.time(row.at)), Cell(row.sessionID), Cell(row.text), Cell(row.sessionTitle),
            ])
        }
        try table.finish()
    }

    /// A lesson may have lines of its own.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func json(_ lesson: LearnedLesson) -> JSON {
        [
            "at": .string(lesson.at.rfc3339), "by": .string(lesson.by), "id": .string(lesson.lesson.id),
            "session": .string(lesson.sessionID), "text": .string(lesson.text),
            "title": .string(lesson.sessionTitle),
        ]
    }
}
