import CommandKit
import SessionsCore

/// `sessions list`: the sessions, one a line.
struct ListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List sessions",
        discussion: """
            Archived sessions are left out unless the query names a status or --all is given. A terminal is shown \
            the newest 50; a pipe gets all of them, with tabs between the columns.
            """,
        examples: [
            Example("sessions list status:active,paused project:web", "work at hand in web and below"),
            Example("sessions list --json | jq -r '.[].title'", "for another program"),
            Example("sessions list --sort title --format '{short} {title}'", "in a form of your own"),
        ])

    var query = QuerySelection()
    var key = SessionOrder.updated
    var isReversed = false
    var all = false
    var page = Page()
    var options = ListOptions()
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
        arguments.option("--sort <key>", &key, "In the order of this; times and amounts the largest first")
        arguments.flag("--reverse", &isReversed, "The other way round")
        arguments.flag("--all", &all, "Archived ones too")
        page.declare(&arguments)
        options.declare(&arguments)
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where nothing matches")
    }

    func run(in context: Context) throws {
        let form = try options.form(context)
        if !form.isData { context.usePager() }
        let isData = form.isData
        let order = OrderedSessions(
            by: key, now: context.now, isReversed: isReversed, first: page.last(context, isData: isData))
        let found = try query.chosen(context, archived: all ? .shown : .hidden, in: order)
        guard let (first, count, catalog) = found else { return }
        if count == 0 { context.endWithNothing(if: failsIfNone) }
        if count == 0, case .table = form { try query.noteNothingFound(context) }
        let rows = page.range(of: count, context, isData: isData)
        page.note(rows, of: count, context, isData: isData)
        try context.printList(Array(first[rows]), of: catalog, options)
    }
}

extension SessionOrder: ArgumentValue {}
