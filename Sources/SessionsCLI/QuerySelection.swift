import CommandKit
import SessionsCore

/// The query of a command that is about many sessions.
struct QuerySelection {
    var words: [String] = []

    mutating func declare(_ arguments: inout Arguments, required: Bool = false) {
        arguments.argument(
            "<query>…", &words, "Words to find, and status: tag: project: template: with values",
            required: required,
            completion: .dynamic("query"))
    }

    /// The sessions that match, in no order. Files that cannot be read are told of.
    func sessions(_ context: Context, _ rule: Query.ArchiveRule) throws -> [Session] {
        try filter(context, rule).sessions
    }

    /// The sessions that match, and the query as it was read.
    func filter(_ context: Context, _ rule: Query.ArchiveRule) throws -> (sessions: [Session], query: Query) {
        let query = try QueryParser.parse(words)
        var found: [Session] = []
        let damaged = try context.workspace().eachSession { session in
            if query.matches(session, rule) { found.append(session) }
        }
        context.report(damaged: damaged)
        return (found, query)
    }
}
