import CommandKit
import SessionsCore
import Terminal

/// `sessions search`: find sessions by what is written in them.
struct SearchCommand: SessionsCommand {
    static let info = CommandInfo(
        "search", "Find sessions by their text",
        discussion: """
            Titles, goals, descriptions, names of files, notes, comments and what was learned are searched. \
            Hits in titles come first; rare words count for more than common ones, and whole words for more than parts of words.
            """,
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
        let isData = form.isData
        let found = try query.hits(
            context, archived: all ? .shown : .hidden, first: page.last(context, isData: isData))
        guard let (query, hits, catalog) = found else { return }
        if hits.count == 0 { context.endWithNothing(if: failsIfNone) }
        if hits.count == 0, !isData { try self.query.noteNothingFound(context) }
        let rows = page.range(of: hits.count, context, isData: isData)
        page.note(rows, of: hits.count, context, isData: isData)
        let shown = Array(hits.first[rows])
        switch form {
        case .records(let form):
            var records = try SessionRecords(form, options.fields, context, catalog: catalog)
            for hit in shown {
                guard let session = try context.session(hit.summary, in: catalog) else { continue }
                try records.add(session, extra: Self.match(hit, session))
            }
            try records.finish()
        case .table where options.fields == nil: try printTable(shown, query, catalog, context)
        default: try context.printList(shown.map(\.summary), of: catalog, options)
        }
    }

    private func printTable(
        _ shown: [SearchHit], _ query: Query, _ catalog: SessionCatalog, _ context: Context
    ) throws {
        let display = context.display(catalog)
        let isFitted = context.output.isTerminal
        // Side by side, neither could be read in a narrow window: there a match stands below the title.
        let isStacked = context.output.isNarrow
        var columns = [
            SessionColumn.id.column, Table.Column("TITLE", isFlexible: true, minimumWidth: 16, priority: 9),
        ]
        if !isStacked {
            columns.append(Table.Column("MATCH", isFlexible: true, minimumWidth: 16, priority: 5))
        }
        var table = Table(columns, to: context.output)
        for hit in shown {
            var match: Cell?
            if hit.isBeyondTitle, let session = try context.session(hit.summary, in: catalog),
                let line = hit.line(of: session)
            {
                let found = FoundText(line.text, query.words)
                match = Cell([Span("\(line.field): ", .dim)] + (isFitted ? found.fromFirst : found.spans))
            }
            let title = [
                SessionColumn.id.cell(hit.summary, display, isTerminal: isFitted),
                Cell(FoundText(hit.summary.title, query.words).spans),
            ]
            try table.add(isStacked ? title : title + [match ?? ""])
            if isStacked, let match { try table.add(["", match]) }
        }
        try table.finish()
    }

    private static func match(_ hit: SearchHit, _ session: Session) -> (key: String, value: JSON)? {
        hit.line(of: session).map {
            ("match", ["field": .string($0.field.rawValue), "line": .string($0.text)])
        }
    }
}
