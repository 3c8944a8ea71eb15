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
        let form = try options.form(context)
        if !form.isData { context.usePager() }
        var sessions: [Session] = []
        let read = try query.eachSession(context, archived: all ? .shown : .hidden) { sessions.append($0) }
        guard let query = read else { return }
        let hits = sessions.map { SearchHit($0, for: query) }.sorted(by: SearchHit.isBetter)
        if hits.isEmpty, failsIfNone { context.exitCode = .nothing }
        let shown = page.rows(of: hits, context, isData: form.isData)
        switch form {
        case .records(let form):
            var records = try SessionRecords(form, options.fields, context)
            for hit in shown { try records.add(hit.session, extra: Self.match(hit)) }
            try records.finish()
        case .table where options.fields == nil: try printTable(shown, context)
        default: try context.printList(shown.map(\.session), options)
        }
    }

    private func printTable(_ shown: [SearchHit], _ context: Context) throws {
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

    private static func match(_ hit: SearchHit) -> (key: String, value: JSON)? {
        hit.line.map { ("match", ["field": .string($0.field.rawValue), "line": .string($0.text)]) }
    }
}
