import SessionsCore
import Terminal

/// What `estimate` prints.
struct EstimateReport {
    private let catalog: SessionCatalog
    private let context: Context
    private let margin = [Span("      ")]

    /// - Parameter catalog: what forecasts are made from.
    init(_ catalog: SessionCatalog, _ context: Context) {
        self.catalog = catalog
        self.context = context
    }

    // MARK: One

    /// A session there is.
    func print(_ session: SessionSummary) throws {
        let query = session.forecastQuery(now: context.now)
        let forecast = Estimate.isOpen(session) ? catalog.forecast(query) : nil
        let estimate = Estimate(of: session, forecast, now: context.now)
        if context.isJSON { return try context.print(.object(estimate.json)) }
        if context.isQuiet { return try context.print(session.id) }
        let display = context.display(catalog)
        let id = display.shortIDs.short(session.id)
        try context.print([Span(session.title, .bold)], after: [Span(id, .yellow), Span("  ")])
        guard let forecast else {
            let plan = estimate.planned.map { " of \($0)" } ?? ""
            let end = session.statusBefore == .completed ? "It is over, and took" : "It was archived after"
            return try context.print([Span("\(end) \(estimate.tracked)\(plan).")], after: margin)
        }
        let owner = session.participants.first { $0.role == .owner }?.person ?? session.createdBy
        let isMine = try context.isMe()(owner)
        try print(
            estimate, forecast, owner: isMine ? nil : owner, clock(session, estimate, forecast, display))
        try printAdvice(query, forecast, way: "'sessions edit \(id) --plan TIME'")
    }

    /// A session that is only thought of.
    func print(_ plan: SessionPlan, _ query: ForecastQuery) throws {
        let forecast = catalog.forecast(query)
        let estimate = Estimate(of: plan, forecast)
        if context.isJSON { return try context.print(.object(estimate.json)) }
        if context.isQuiet { return }
        if !plan.title.isEmpty { try context.print([Span(plan.title, .bold)], after: []) }
        try print(estimate, forecast, owner: nil, nil)
        try printAdvice(query, forecast, way: "--plan TIME")
    }

    /// - Parameters:
    ///   - owner: whose it is, where it is not of the one who asks.
    ///   - clock: what clocks will show.
    private func print(_ estimate: Estimate, _ forecast: Forecast, owner: String?, _ clock: String?) throws {
        let words = ForecastWords(
            forecast, template: estimate.template, project: estimate.project, owner: owner)
        try context.print(words.sentence, after: margin)
        // A plan of no time is none.
        let planned = forecast.isWeak ? nil : estimate.planned
        var facts = planned.map { "The plan is \($0)" } ?? "Nothing is planned"
        if estimate.tracked.seconds > 0 { facts += ", \(estimate.tracked) tracked so far" }
        try context.print([Span("\(facts). \(words.edges)")], after: margin)
        if let clock { try context.print([Span(clock)], after: margin) }
        try context.print([Span(words.origin, .dim)], after: margin)
    }

    /// What clocks will show, where one person's clock runs.
    private func clock(
        _ session: SessionSummary, _ estimate: Estimate, _ forecast: Forecast, _ display: SessionDisplay
    ) -> String? {
        guard session.intervals.count(where: \.isOpen) == 1 else { return nil }
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

    /// What a plan would change of a forecast without one, and the other way round: each learns from its own kind. It
    /// takes another look at the history, for which only a person has the time.
    private func printAdvice(_ query: ForecastQuery, _ forecast: Forecast, way: String) throws {
        guard context.output.isTerminal else {
            if forecast.isWeak {
                try context.print([Span("A weak forecast: nothing is planned.")], after: margin)
            }
            return
        }
        let text: String
        if forecast.isWeak {
            let planned = catalog.forecast(query.planned(forecast.p50)).explanation
            let best = forecast.explanation.sources.first
            let isPlanned = best.map { planned.sessions($0.level) * 2 >= $0.sessions } ?? true
            text =
                isPlanned
                ? "A weak forecast: your own estimate, with \(way), makes a better one."
                : "A weak forecast, as what is most like it had no plan: with plans, later ones are better."
        } else {
            guard forecast.explanation.sessions(.title) == 0 else { return }
            let unplanned = catalog.forecast(query.planned(nil))
            let count = unplanned.explanation.sessions(.title)
            guard count > 0 else { return }
            let words = ForecastWords(unplanned, template: nil, project: nil)
            text =
                "\(count) with this title had no plan, and do not count; by their time alone, "
                + words.range.reduce("") { $0 + $1.text } + "."
        }
        try context.print([Span(text, .yellow)], after: margin)
    }

    // MARK: Several

    /// Each of several, and all of them together.
    func print(_ sessions: [SessionSummary]) throws {
        if context.isQuiet, !context.isJSON { return try sessions.forEach { try context.print($0.id) } }
        let open = sessions.filter(Estimate.isOpen)
        var forecasts = catalog.forecasts(open.map { $0.forecastQuery(now: context.now) })[...]
        let estimates = sessions.map { session in
            Estimate(of: session, Estimate.isOpen(session) ? forecasts.popFirst() : nil, now: context.now)
        }
        let sum = EstimateSum(of: estimates)
        if context.isJSON {
            return try context.print([
                "sessions": .array(estimates.map { .object($0.json) }), "together": .object(sum.json),
            ])
        }
        context.usePager()
        guard !estimates.isEmpty else { return }
        try printTable(estimates, sum)
        guard context.output.isTerminal else { return }
        var text = "In half of all cases they take up to \(sum.amount(forShare: 0.5).toTheMinute) together, "
        text += "in 80% up to \(sum.amount(forShare: 0.8).toTheMinute)"
        if sum.tracked.seconds > 0 { text += "; \(sum.tracked) of that is tracked already" }
        try context.print()
        try context.print([Span(text + ".")], after: [])
    }

    /// On a terminal with a line for all of them; a pipe gets those that have an id.
    private func printTable(_ estimates: [Estimate], _ sum: EstimateSum) throws {
        let display = context.display(catalog)
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
            guard let session = estimate.session else { continue }
            let tone: Tone = estimate.forecast == nil ? .dim : .plain
            let ends = [0.5, 0.8].map { share in
                estimate.forecast.map { $0.amount(forShare: share).toTheMinute.description }
            }
            // What is over takes what it took, and of what was given up nobody knows.
            let over = session.statusBefore == .completed ? estimate.tracked.description : ""
            try table.add(
                [
                    Cell(isTerminal ? display.shortIDs.short(session.id) : session.id, .yellow),
                    Cell(estimate.title, tone), Cell(estimate.tracked.description, tone),
                    Cell(estimate.planned?.description ?? "", .dim),
                ] + ends.map { Cell($0 ?? over, tone) })
        }
        if isTerminal {
            try table.add([
                Cell(""), Cell("together", .bold), Cell(sum.tracked.description), Cell(""),
                Cell(sum.amount(forShare: 0.5).toTheMinute.description, .bold),
                Cell(sum.amount(forShare: 0.8).toTheMinute.description, .bold),
            ])
        }
        try table.finish()
    }
}
