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

    enum Key: String, CaseIterable, ArgumentValue {
        case updated, created, title, status, project, tracked, plan
    }

    var query = QuerySelection()
    var key = Key.updated
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
        var found: [Session] = []
        guard try query.eachSession(context, archived: all ? .shown : .hidden, { found.append($0) }) != nil
        else {
            return
        }
        var sessions = Self.sorted(found, by: key, now: context.now)
        if isReversed { sessions.reverse() }
        if sessions.isEmpty, failsIfNone, context.exitCode == .done { context.exitCode = .nothing }
        if sessions.isEmpty, case .table = form, context.output.isTerminal {
            context.note(
                query.words.isEmpty
                    ? "no sessions yet: plan one with 'sessions new TITLE'" : "nothing matches")
        }
        try context.printList(page.rows(of: sessions, context, isData: form.isData), options)
    }

    private static func sorted(_ sessions: [Session], by key: Key, now: Instant) -> [Session] {
        guard sessions.count > 1 else { return sessions }
        return switch key {
        case .updated: descending(sessions) { $0.updatedAt }
        case .created: descending(sessions) { $0.createdAt }
        case .tracked: descending(sessions) { $0.tracked(now: now) }
        case .plan: descending(sessions) { $0.planned ?? TimeAmount(seconds: 0) }
        case .title: ascending(sessions) { $0.title.lowercased() }
        case .project: ascending(sessions) { $0.project ?? "" }
        case .status: ascending(sessions) { Status.allCases.firstIndex(of: $0.status) ?? 0 }
        }
    }

    /// Each key is computed once; equal ones are in the order of their ids.
    private static func ascending<Value: Comparable>(
        _ sessions: [Session], _ value: (Session) -> Value
    ) -> [Session] {
        sessions.map { (key: value($0), id: $0.id, session: $0) }
            .sorted { ($0.key, $0.id) < ($1.key, $1.id) }
            .map(\.session)
    }

    /// Of equal ones the newest comes first.
    private static func descending<Value: Comparable>(
        _ sessions: [Session], _ value: (Session) -> Value
    ) -> [Session] {
        sessions.map { (key: value($0), created: $0.createdAt, id: $0.id, session: $0) }
            .sorted { ($1.key, $1.created, $0.id) < ($0.key, $0.created, $1.id) }
            .map(\.session)
    }
}
