import CommandKit
import SessionsCore
import Terminal

/// `sessions search`: find sessions by what is written in them.
struct SearchCommand: SessionsCommand {
    static let info = CommandInfo(
        "search", "Find sessions by their text",
        discussion:
            "Titles, goals, descriptions, names of attachments, notes and comments are searched; the best comes first.",
        examples: [
            Example("sessions search login cookie", "both words"),
            Example("sessions search '\"redirect loop\"' project:web", "exact words, in one project"),
        ])
    var query = QuerySelection()
    var all = false
    var page = Page()
    var options = ListOptions()
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments, required: true)
        arguments.flag("--all", &all, "Archived ones too")
        page.declare(&arguments)
        options.declare(&arguments)
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where nothing matches")
    }

    func run(in context: Context) throws {
        var sessions: [Session] = []
        let read = try query.eachSession(context, archived: all ? .shown : .hidden) { sessions.append($0) }
        guard let query = read else { return }
        let hits = sessions.map { SearchHit($0, for: query) }.sorted(by: SearchHit.isBetter)
        if hits.isEmpty, failsIfNone { context.exitCode = .nothing }
        let shown = page.rows(of: hits, context)
        if context.isJSON { return try context.printArray(shown) { Self.json($0, now: context.now) } }
        if context.isQuiet || options.format != nil {
            return try context.printList(shown.map(\.session), options)
        }
        let display = try context.display()
        var table = Table(
            [
                SessionColumn.id.column,
                Table.Column("TITLE", isFlexible: true, minimumWidth: 16, priority: 9),
                Table.Column("MATCH", isFlexible: true, minimumWidth: 16, priority: 5),
            ], to: context.output)
        for hit in shown {
            let match = hit.line.flatMap { $0.field == .title ? nil : "\($0.field): \($0.text)" } ?? ""
            try table.add([
                SessionColumn.id.cell(hit.session, display, isTerminal: context.output.isTerminal),
                Cell(hit.session.title), Cell(match, .dim),
            ])
        }
        try table.finish()
    }

    private static func json(_ hit: SearchHit, now: Instant) -> JSON {
        var document = hit.session.output(now: now)
        if let line = hit.line {
            document["match"] = ["field": .string(line.field.rawValue), "line": .string(line.text)]
        }
        return .object(document)
    }
}
