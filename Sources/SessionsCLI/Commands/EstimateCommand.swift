import CommandKit
import SessionsCore
import Terminal

/// `sessions estimate`: how long work will take.
struct EstimateCommand: SessionsCommand {
    static let info = CommandInfo(
        "estimate", "Say how long work will take",
        discussion: """
            Words are the title of a new session, which is not made. Where each of them can be an id, or is '@' or \
            '-', they name sessions there are; without any the current one is meant. Words with a condition such as \
            status:draft are a query. With an option such as --plan they are a title, whatever they look like.

            What is said comes from finished sessions and the time they took for what was planned: the more one \
            has in common with this one (title, person, project, template, tags, length) and the later it was \
            completed, the more it counts. The fewer there are, the more of the answer is what is usual for any \
            work. All is told in tracked time, from the beginning on. How long several take together is found by \
            drawing lots, as half-way marks do not add up.
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

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<title>…", &words, "What is to be done; or ids, '-' for those on standard input; or a query",
            completion: .dynamic("query"))
        options.declare(&arguments)
    }

    /// What the words are about.
    private enum Subject {
        case new
        case one(String)
        case several([String])
        case query
    }

    private func subject(_ context: Context) throws -> Subject {
        let isQuery = QueryParser.hasCondition(words)
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

    /// No word of a language is one: ids have no vowels.
    private static func isReference(_ word: String) -> Bool {
        ["@", "@-", "-"].contains(word) || word.utf8.count >= 3 && Identifier.isPrefix(word)
    }

    func run(in context: Context) throws {
        switch try subject(context) {
        case .new: try printNew(context)
        case .one(let reference):
            let session = try SessionSummary(of: context.session(reference))
            let catalog = try context.catalog()
            for estimate in Self.estimates([session], catalog, context) {
                if context.isJSON {
                    try context.print(.object(estimate.json))
                } else {
                    try print(estimate, in: context.display(catalog), context)
                }
            }
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
            try print(sessions, of: catalog, context)
        }
    }

    private static func estimates(
        _ sessions: [SessionSummary], _ catalog: SessionCatalog, _ context: Context
    ) -> [Estimate] {
        let open = sessions.filter(Estimate.isOpen)
        var forecasts = catalog.forecasts(open.map { $0.forecastQuery(now: context.now) })[...]
        return sessions.map { session in
            Estimate(of: session, Estimate.isOpen(session) ? forecasts.popFirst() : nil, now: context.now)
        }
    }

    // MARK: One

    private func printNew(_ context: Context) throws {
        var plan = try options.plan(titled: words.joined(separator: " "), context)
        try options.complete(&plan, from: options.template(context), context)
        let query = try ForecastQuery(of: plan, owner: context.user())
        let catalog = try context.catalog()
        let estimate = Estimate(of: plan, catalog.forecast(query))
        context.report(damaged: catalog.damaged)
        if context.isJSON { return try context.print(.object(estimate.json)) }
        try print(estimate, in: nil, context)
    }

    private func print(_ estimate: Estimate, in display: SessionDisplay?, _ context: Context) throws {
        let id = estimate.session?.id
        if context.isQuiet { return try id.map { try context.print($0) } ?? () }
        let short = id.flatMap { id in display.map { $0.shortIDs.short(id) } }
        if !estimate.title.isEmpty {
            let lead = short.map { [Span($0, .yellow), Span("  ")] } ?? []
            try context.print([Span(estimate.title, .bold)], after: lead)
        }
        let margin = [Span("      ")]
        guard let forecast = estimate.forecast else {
            let plan = estimate.planned.map { " of \($0)" } ?? ""
            return try context.print(
                [Span("It is over, and took \(estimate.tracked)\(plan).")], after: margin)
        }
        let owner = try owner(of: estimate, context)
        let words = ForecastWords(forecast, template: estimate.template, owner: owner)
        try context.print(words.sentence, after: margin)
        // A plan of no time is none.
        let planned = forecast.isWeak ? nil : estimate.planned
        var facts = planned.map { "The plan is \($0)" } ?? "Nothing is planned"
        if estimate.tracked.seconds > 0 { facts += ", \(estimate.tracked) tracked so far" }
        try context.print([Span("\(facts). \(words.edges)")], after: margin)
        if let display, let line = Self.clock(estimate, forecast, display) {
            try context.print([Span(line)], after: margin)
        }
        try context.print([Span(words.origin, .dim)], after: margin)
        if forecast.isWeak {
            let way = short.map { "'sessions edit \($0) --plan TIME'" } ?? "--plan TIME"
            try context.print(
                [Span("A weak forecast: your own estimate, with \(way), makes a better one.", .yellow)],
                after: margin)
        }
    }

    /// Whose session it is, where it is not of the one who asks.
    private func owner(of estimate: Estimate, _ context: Context) throws -> String? {
        guard let session = estimate.session else { return nil }
        let owner = session.participants.first { $0.role == .owner }?.person ?? session.createdBy
        return try context.isMe()(owner) ? nil : owner
    }

    /// What clocks will show, where one person's clock runs.
    private static func clock(
        _ estimate: Estimate, _ forecast: Forecast, _ display: SessionDisplay
    ) -> String? {
        guard let session = estimate.session, session.intervals.count(where: \.isOpen) == 1 else {
            return nil
        }
        func time(_ share: Double) -> String {
            let left = forecast.amount(forShare: share).seconds - estimate.tracked.seconds
            let (whole, today) = (
                display.time(display.now.advanced(bySeconds: left)), display.time(display.now)
            )
            // Today's day goes without saying.
            return whole.prefix(10) == today.prefix(10) ? String(whole.suffix(5)) : whole
        }
        return "Without a pause that is \(time(0.5)) and \(time(0.8))."
    }

    // MARK: Several

    private func print(
        _ sessions: [SessionSummary], of catalog: SessionCatalog, _ context: Context
    ) throws {
        let sessions = SessionOrder.updated.sorted(
            sessions, now: context.now, isReversed: false, first: sessions.count)
        if context.isQuiet, !context.isJSON { return try sessions.forEach { try context.print($0.id) } }
        let estimates = Self.estimates(sessions, catalog, context)
        let sum = EstimateSum(of: estimates)
        if context.isJSON {
            return try context.print([
                "sessions": .array(estimates.map { .object($0.json) }), "together": .object(sum.json),
            ])
        }
        context.usePager()
        guard !estimates.isEmpty else {
            if context.output.isTerminal { context.note("nothing matches") }
            return
        }
        try printTable(estimates, sum, context.display(catalog), context)
        guard context.output.isTerminal else { return }
        var text = "In half of all cases they take up to \(sum.amount(forShare: 0.5).toTheMinute) together, "
        text += "in 80% up to \(sum.amount(forShare: 0.8).toTheMinute)"
        if sum.tracked.seconds > 0 { text += "; \(sum.tracked) of that is tracked already" }
        try context.print()
        try context.print([Span(text + ".")], after: [])
    }

    private func printTable(
        _ estimates: [Estimate], _ sum: EstimateSum, _ display: SessionDisplay, _ context: Context
    ) throws {
        let isTerminal = context.output.isTerminal
        var table = Table(
            [
                Table.Column("ID", priority: 10),
                Table.Column("TITLE", isFlexible: true, minimumWidth: 16, priority: 7),
                Table.Column("TRACKED", alignment: .right, priority: 5),
                Table.Column("PLAN", alignment: .right, priority: 6),
                Table.Column("HALF BY", alignment: .right, priority: 8),
                Table.Column("80% BY", alignment: .right, priority: 9),
            ], to: context.output)
        for estimate in estimates {
            guard let id = estimate.session?.id else { continue }
            let tone: Tone = estimate.forecast == nil ? .dim : .plain
            try table.add([
                Cell(isTerminal ? display.shortIDs.short(id) : id, .yellow), Cell(estimate.title, tone),
                Cell(estimate.tracked.description, tone), Cell(estimate.planned?.description ?? "", .dim),
                Cell(estimate.amount(forShare: 0.5).toTheMinute.description, tone),
                Cell(estimate.amount(forShare: 0.8).toTheMinute.description, tone),
            ])
        }
        try table.add([
            Cell(""), Cell("together", .bold), Cell(sum.tracked.description), Cell(""),
            Cell(sum.amount(forShare: 0.5).toTheMinute.description, .bold),
            Cell(sum.amount(forShare: 0.8).toTheMinute.description, .bold),
        ])
        try table.finish()
    }
}
