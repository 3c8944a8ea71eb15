import CommandKit
import SessionsCore

/// `sessions estimate`: how long work will take.
struct EstimateCommand: SessionsCommand {
    static let info = CommandInfo(
        "estimate", "Say how long work will take",
        discussion: """
            Words are the title of a new session, which is not made. Where each of them can be an id, or is '@' or \
            '-', they name sessions there are, unless an option such as --plan says that they are a title; without \
            any the current one is meant. Words with a condition such as status:draft are a query.

            What is said comes from finished sessions and the time they took for what was planned: the more one \
            has in common with this one (title, person, project, template, tags, length) and the later it was \
            completed, the more it counts. The fewer there are, the more of the answer is what is usual for any \
            work. Where there is no plan, it comes from the time alone, and errs by a third more. All is told in \
            tracked time, from the beginning on. How long several take together is found by drawing lots, as \
            half-way marks do not add up.
            """,
        examples: [
            Example("sessions estimate Fix the login redirect -t bug-fix", "before you promise anything"),
            Example(
                "sessions estimate --plan 90m --tag auth -p web --json | jq .p80Seconds", "for a program"),
            Example("sessions estimate", "the current session, from how far it has come"),
            Example("sessions estimate status:draft,paused", "all of them together"),
        ])
    var words: [String] = []
    var options = PlanOptions()
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<title>…", &words, "What is to be done; or ids, '-' for those on standard input; or a query",
            completion: .dynamic("query"))
        options.declare(&arguments)
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where a query matches nothing")
    }

    /// What the words are about.
    private enum Subject {
        case new
        case one(String)
        case several([String])
        case query
    }

    private func subject(_ context: Context) throws -> Subject {
        let isQuery = try isQuery()
        guard !options.saysAnything else {
            guard isQuery else { return .new }
            throw UsageError(
                "a query takes no template, project, tag or plan",
                hint: "leave those out, or put words that hold a colon in double quotes inside single ones",
                command: "sessions estimate")
        }
        if isQuery { return .query }
        if words.count == 1, words[0] != "-", Self.isReference(words[0]) { return .one(words[0]) }
        if words.isEmpty { return .one("@") }
        guard words.allSatisfy(Self.isReference) else { return .new }
        return .several(try words.flatMap { $0 == "-" ? try context.idsFromStandardInput() : [$0] })
    }

    /// Whether there is a condition among the words. What only looks like one is told rather than taken for a
    /// title: nobody would see that it was not read.
    private func isQuery() throws(UsageError) -> Bool {
        let names = QueryParser.qualifiers(in: words)
        // How one in capitals is to be written, the query itself says.
        if names.contains(where: { QueryParser.qualifiers.contains($0.lowercased()) }) { return true }
        for name in names {
            let known = QueryParser.qualifiers.map { $0 + ":" }
            guard let hint = Suggestion.hint(for: name + ":", among: known) else { continue }
            throw UsageError(
                "no condition is called '\(name):'",
                hint: "\(hint) In a title, put it in double quotes inside single ones",
                command: "sessions estimate")
        }
        return false
    }

    /// No word of a language is one: ids have no vowels.
    private static func isReference(_ word: String) -> Bool {
        ["@", "@-", "-"].contains(word) || word.utf8.count >= 3 && Identifier.isPrefix(word)
    }

    func run(in context: Context) throws {
        switch try subject(context) {
        case .new: try printNew(context)
        case .one(let reference):
            let session = try SessionSummary(of: session(reference, context))
            let catalog = try context.catalog()
            try EstimateReport(catalog, context).print(session)
            context.report(damaged: catalog.damaged)
        case .several(let references):
            var sessions: [SessionSummary] = []
            for location in try context.locations(of: references) {
                if let session = try context.session(at: location) {
                    sessions.append(SessionSummary(of: session))
                }
            }
            let catalog = try context.catalog()
            try print(sessions, of: catalog, context)
            context.report(damaged: catalog.damaged)
        case .query:
            var sessions: [SessionSummary] = []
            let query = QuerySelection(words: words)
            let catalog = try query.eachSummary(context, archived: .counted) { sessions.append($0) }
            guard let catalog else { return }
            if sessions.isEmpty, !context.isJSON, !context.isQuiet { try query.noteNothingFound(context) }
            try print(sessions, of: catalog, context)
        }
    }

    /// A word such as `css` can be an id, and need not have been meant as one.
    private func session(_ reference: String, _ context: Context) throws -> Session {
        do throws(SessionsError) { return try context.session(reference) } catch {
            guard case .sessionNotFound = error, !reference.hasPrefix("@") else { throw error }
            throw SessionsError.sessionNotFound(
                reference: reference,
                otherwise:
                    "for work that is called so, add an option such as --plan 1h; ids are in 'sessions list --all'"
            )
        }
    }

    private func printNew(_ context: Context) throws {
        var plan = try options.plan(titled: words.joined(separator: " "), context)
        try options.complete(&plan, from: options.template(context), context)
        let query = try ForecastQuery(of: plan, owner: context.user())
        let catalog = try context.catalog()
        context.report(damaged: catalog.damaged)
        try EstimateReport(catalog, context).print(plan, query)
    }

    private func print(
        _ sessions: [SessionSummary], of catalog: SessionCatalog, _ context: Context
    ) throws {
        let sessions = SessionOrder.updated.sorted(
            sessions, now: context.now, isReversed: false, first: sessions.count)
        if sessions.isEmpty { context.endWithNothing(if: failsIfNone) }
        try EstimateReport(catalog, context).print(sessions)
    }
}
