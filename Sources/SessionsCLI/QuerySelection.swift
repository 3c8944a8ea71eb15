import CommandKit
import SessionsCore
import Terminal

/// The query of a command that is about many sessions.
struct QuerySelection {
    var words: [String] = []
    var isExplained = false

    mutating func declare(_ arguments: inout Arguments, required: Bool = false) {
        arguments.argument(
            "<query>…", &words,
            "Words to find, and conditions such as status:active (see 'sessions help query')",
            required: required, completion: .dynamic("query"))
        arguments.flag("--explain", &isExplained, "Show how the query was read, and do nothing else")
    }

    /// The query as it is read. Where it is only to be explained, that is printed and there is none.
    func query(_ context: Context) throws -> Query? {
        let configuration = try words.contains { $0.contains("view:") } ? context.configuration() : nil
        let texts = words + (configuration?.views.map(\.query) ?? [])
        let day = try context.dayOfWork(for: texts.filter { $0.contains("plan:") || $0.contains("tracked:") })
        let clock = QueryClock(now: context.now, zone: context.zone)
        let query = try QueryParser.parse(words, day: day, clock: clock) { configuration?.view($0) }
        guard isExplained else { return query }
        if context.isJSON {
            try context.print(["query": .string(query.description)])
        } else {
            for line in QueryExplanation(of: query).lines {
                let text = line.drop { $0 == " " }
                let margin = String(line.prefix(line.count - text.count))
                try context.print([Span(String(text))], after: [Span(margin)])
            }
        }
        return nil
    }

    /// Visits every session that the query means, in no order. Files that cannot be read are told of.
    ///
    /// - Returns: what they are of; nil where the query was only explained.
    func eachSummary(
        _ context: Context, archived: QueryContext.ArchiveRule, _ visit: (SessionSummary) -> Void
    ) throws -> SessionCatalog? {
        guard let query = try query(context) else { return nil }
        let matcher = QueryMatcher(query, try queryContext(of: query, context, archived: archived))
        let catalog = try context.catalog(searchable: query.searchesText)
        catalog.forEach { if matcher.matches($0) { visit($0) } }
        context.report(damaged: catalog.damaged)
        return catalog
    }

    /// The sessions that the query means, in an order. Files that cannot be read are told of.
    ///
    /// - Parameter order: without any session in it.
    /// - Returns: the first ones, how many there are and what they are of; nil where the query was only explained.
    func chosen(
        _ context: Context, archived: QueryContext.ArchiveRule, in order: OrderedSessions
    ) throws -> (first: [SessionSummary], count: Int, catalog: SessionCatalog)? {
        guard let query = try query(context) else { return nil }
        let matcher = QueryMatcher(query, try queryContext(of: query, context, archived: archived))
        let catalog = try context.catalog(searchable: query.searchesText)
        let (first, count) = catalog.chosen(by: matcher, in: order)
        context.report(damaged: catalog.damaged)
        return (first, count, catalog)
    }

    /// Adds the sessions that the query means to statistics. Files that cannot be read are told of.
    ///
    /// - Parameter empty: without any session in them.
    /// - Returns: with how many there were; nil where the query was only explained.
    func statistics(_ empty: Statistics, _ context: Context) throws -> (sums: Statistics, count: Int)? {
        guard let query = try query(context) else { return nil }
        let matcher = QueryMatcher(query, try queryContext(of: query, context, archived: .counted))
        let catalog = try context.catalog(searchable: query.searchesText)
        let (sums, count) = catalog.statistics(empty, of: matcher)
        context.report(damaged: catalog.damaged)
        return (sums, count)
    }

    /// Visits every session that a query means in the order of their ids, holding some hundred at a time. Files that
    /// cannot be read are told of.
    func eachBatchByID(
        _ context: Context, _ query: Query, archived: QueryContext.ArchiveRule,
        _ visit: ([Session]) throws -> Void
    ) throws {
        let matcher = QueryMatcher(query, try queryContext(of: query, context, archived: archived))
        let isSearched = query.searchesText
        let isEverything = query == .everything && archived != .hidden
        let damaged = try context.workspace().eachBatchByID { sessions in
            try visit(
                isEverything
                    ? sessions
                    : sessions.filter { matcher.matches(SessionSummary(of: $0, searchable: isSearched)) })
        }
        context.report(damaged: damaged)
    }

    /// The same, one session at a time.
    func eachSessionByID(
        _ context: Context, _ query: Query, archived: QueryContext.ArchiveRule,
        _ visit: (Session) throws -> Void
    ) throws {
        try eachBatchByID(context, query, archived: archived) { for session in $0 { try visit(session) } }
    }

    /// What the query finds in text, the best first. Files that cannot be read are told of.
    ///
    /// - Parameter most: how many are wanted; nil for all.
    /// - Returns: with the query and what they are of; nil where it was only explained.
    func hits(
        _ context: Context, archived: QueryContext.ArchiveRule, first most: Int?
    ) throws -> (query: Query, hits: SearchHits, catalog: SessionCatalog)? {
        guard let query = try query(context) else { return nil }
        let ranking = SearchRanking(query, try queryContext(of: query, context, archived: archived))
        let catalog = try context.catalog(searchable: true)
        let hits = catalog.hits(ranking, first: most)
        context.report(damaged: catalog.damaged)
        return (query, hits, catalog)
    }

    /// Says on a terminal that nothing matched, and what could be the reason.
    func noteNothingFound(_ context: Context) throws {
        guard context.output.isTerminal else { return }
        guard !words.isEmpty else {
            return context.note("no sessions yet: plan one with 'sessions new TITLE'")
        }
        context.note("nothing matches")
        guard let word = try query(context)?.likelyOperators.first else { return }
        context.hint(
            word == "and"
                ? "'and' was searched for as a word; without it, both sides must match all the same"
                : "'\(word)' was searched for as a word; the operator is '\(word.uppercased())'")
    }

    private func queryContext(
        of query: Query, _ context: Context, archived: QueryContext.ArchiveRule
    ) throws(SessionsError) -> QueryContext {
        let isMe: (String) -> Bool = try query.namesPeople ? context.isMe() : { _ in false }
        return QueryContext(
            now: context.now, zone: context.zone, archived: archived,
            longestWatch: try query.namesPeople ? context.longestWatch() : Interval.longestWatch, isMe: isMe)
    }
}

extension Context {
    /// Every session as it is now.
    ///
    /// - Parameter searchable: whether the text of sessions is wanted, too.
    func catalog(searchable: Bool = false) throws(SessionsError) -> SessionCatalog {
        let workspace = try workspace()
        // Settings that cannot be read are no reason not to list: every file is looked at then.
        let index = workspace.index
        let setting = index == nil ? nil : (try? configuration())?[.indexCheck]
        let check = setting.flatMap(IndexRules.Check.init) ?? .files
        return try SessionCatalog(of: workspace, index, IndexRules(check: check), searchable: searchable)
    }
}
