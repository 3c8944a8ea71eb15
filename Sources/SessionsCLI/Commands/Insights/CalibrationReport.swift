import CommandKit
import SessionsCore
import Terminal

/// How often forecasts would have held, and what they would have been: an option of `insights`.
struct CalibrationReport {
    private var isNamed = false
    private var predictions: String?

    /// Whether it is asked for.
    var isWanted: Bool { isNamed || predictions != nil }

    mutating func declare(_ arguments: inout Arguments) {
        arguments.flag(
            "--calibration", &isNamed, "Say how often forecasts of these sessions would have held instead")
        arguments.option(
            "--predictions <file>", &predictions,
            "The same, and write what was forecast: lines of id,p50,p80 in minutes ('-' for standard output)",
            completion: .file)
    }

    /// A finished session of the workspace, and whether the query means it.
    private struct Finished {
        let session: FinishedSession
        let summary: SessionSummary
        let isMeant: Bool
    }

    /// Forecasts every session that a query means from what was finished before it began, and says how that went.
    func print(_ query: QuerySelection, _ context: Context, failsIfNone: Bool) throws {
        var meant: Set<SessionLocation> = []
        let catalog = try query.eachSummary(context, archived: .counted) { summary in
            if summary.statusBefore == .completed { meant.insert(summary.location) }
        }
        guard let catalog else { return }
        var history: [Finished] = []
        catalog.forEach { summary in
            guard let session = summary.finished else { return }
            history.append(
                Finished(session: session, summary: summary, isMeant: meant.contains(summary.location)))
        }
        let calibration = Calibration(of: history.map(\.session)) { history[$0].isMeant }
        if calibration.overall.sessions == 0 { context.endWithNothing(if: failsIfNone) }
        if let predictions {
            let (head, text) = Self.predictions(calibration, history)
            if predictions == "-" { return try context.output.write(head + text) }
            try ResultFile.write(
                Array((head + text).utf8), to: context.path(predictions), overFilesBeginning: Array(head.utf8)
            )
        }
        let kinds = calibration.kinds.map { (history[$0.example].summary.template, $0.record) }
        if context.isJSON { return try context.print(Self.json(calibration.overall, kinds)) }
        try printTable(calibration.overall, kinds, context)
    }

    /// A line of names, and one for each forecast: the id that the session had where it came from, else its own, and
    /// minutes.
    private static func predictions(
        _ calibration: Calibration, _ history: [Finished]
    ) -> (head: String, text: String) {
        var text = ""
        for replay in calibration.replays {
            let summary = history[replay.position].summary
            text += CSVRow.text([
                summary.source?.id ?? summary.id, minutes(replay.p50), minutes(replay.p80),
            ])
        }
        return (CSVRow.text(["id", "p50", "p80"]), text)
    }

    /// To a billionth, so that what is equal to a whole number of seconds stays so, and without the noise behind that.
    private static func minutes(_ minutes: Double) -> String {
        let rounded = (minutes * 1e9).rounded() / 1e9
        return JSONNumber(minutes < 1e6 ? rounded : minutes)?.text ?? "\(minutes)"
    }

    // MARK: For a person

    /// Fewer sessions than this are not judged.
    private static let fewest = 10

    private func printTable(
        _ overall: ForecastRecord, _ kinds: [(template: String?, record: ForecastRecord)], _ context: Context
    ) throws {
        let isTerminal = context.output.isTerminal
        if overall.sessions == 0, isTerminal {
            return context.note("no finished session with a plan and tracked time: nothing to compare yet")
        }
        context.usePager()
        if isTerminal {
            let count = counted(overall.sessions, "finished session")
            let text =
                "Each of \(count) with a plan was forecast once more from what was completed before it began. "
                + "This many took no longer than said:"
            try context.print([Span(text)], after: [])
            try context.print()
        }
        var table = Table(
            [
                Table.Column("TEMPLATE", isFlexible: true, minimumWidth: 10, priority: 10),
                Table.Column("SESSIONS", alignment: .right, priority: 6),
                Table.Column("HALF END BY", alignment: .right, priority: 8),
                Table.Column("80% END BY", alignment: .right, priority: 9),
                Table.Column("THE PLAN", alignment: .right, priority: 7),
                Table.Column("TWICE THE PLAN", alignment: .right, priority: 5),
            ], to: context.output)
        for (template, record) in kinds {
            let name = template.map { Cell($0) } ?? Cell(isTerminal ? "none" : "", .dim)
            try table.add([name] + cells(record, isTerminal: isTerminal))
        }
        try table.add([Cell("all", .bold)] + cells(overall, isTerminal: isTerminal))
        try table.finish()
        guard isTerminal else { return }
        try context.print()
        try context.print([Span(judgement(overall))], after: [])
    }

    private func cells(_ record: ForecastRecord, isTerminal: Bool) -> [Cell] {
        let isJudged = !isTerminal || record.sessions >= Self.fewest
        return [Cell("\(record.sessions)")]
            + [record.p50, record.p80, record.plan, record.twicePlan].map { score in
                guard isJudged, let share = score.share else { return Cell(isTerminal ? "–" : "", .dim) }
                return Cell(percent(share))
            }
    }

    private func judgement(_ record: ForecastRecord) -> String {
        guard record.sessions >= Self.fewest, let p50 = record.p50.loss, let plan = record.plan.loss,
            let p80 = record.p80.loss, let twice = record.twicePlan.loss
        else { return "Fewer than \(Self.fewest) sessions are too few to judge forecasts by." }
        func words(_ loss: Double, _ other: Double, _ what: String) -> String {
            let share = other > 0 ? 1 - loss / other : 0
            return "\(percent(abs(share))) \(share >= 0 ? "less" : "more") than \(what)"
        }
        return
            "Right would be 50% and 80%. The first number missed by \(words(p50, plan, "the plans did")), the second by "
            + words(p80, twice, "twice the plan would have") + "."
    }

    // MARK: For programs

    private static func json(
        _ overall: ForecastRecord, _ kinds: [(template: String?, record: ForecastRecord)]
    ) -> JSON {
        var object = json(overall)
        object["templates"] = .array(
            kinds.map { template, record in
                var object = json(record)
                object["template"] = template.map(JSON.string) ?? .null
                return .object(object)
            })
        return .object(object)
    }

    private static func json(_ record: ForecastRecord) -> JSONObject {
        var object: JSONObject = ["sessions": .number(JSONNumber(record.sessions))]
        for (name, score) in [
            ("p50", record.p50), ("p80", record.p80), ("plan", record.plan), ("twicePlan", record.twicePlan),
        ] {
            var members: JSONObject = ["held": .number(JSONNumber(score.held))]
            members["loss"] = score.loss.flatMap(JSONNumber.init).map(JSON.number)
            members["share"] = score.share.map(JSON.share)
            object[name] = .object(members)
        }
        return object
    }
}
