import CommandKit
import SessionsCore
import Terminal

/// `sessions time gaps`: when nothing was tracked between the first and the last of a day.
struct TimeGapsCommand: SessionsCommand {
    static let info = CommandInfo(
        "gaps", "Show when nothing of yours was tracked within a day",
        discussion: """
            Between the first and the last time of yours on a day, in all sessions, gaps of a minute or more are \
            shown. Plain amounts \
            have no place on the clock and fill none.
            """,
        examples: [
            Example("sessions time gaps", "today"), Example("sessions time gaps last week", "day by day"),
        ])
    var period: [String] = []

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<period>…", &period, "A day or more, like yesterday or 2026-W47 (default: today)")
    }

    func run(in context: Context) throws {
        var search = GapSearch(
            in: try chosen(), now: context.now, zone: context.zone, isMe: try context.isMe())
        context.report(damaged: try context.workspace().eachSession { search.add($0) })
        let gaps = search.gaps
        if context.isJSON { return try context.printArray(gaps, Self.json) }
        if context.isQuiet { return }
        let display = try context.display()
        let (after, before) = (Table.Column("AFTER", priority: 5), Table.Column("BEFORE", priority: 4))
        var table = Table(
            [
                Table.Column("DAY", priority: 9), Table.Column("FROM", priority: 8),
                Table.Column("TO", priority: 7), Table.Column("GAP", alignment: .right, priority: 8), after,
                before,
            ], to: context.output)
        for gap in gaps {
            try table.add([
                Cell(gap.day.description), Cell(display.clock(gap.start)), Cell(display.clock(gap.end)),
                Cell(gap.amount.description, .yellow), Cell(display.shortIDs.short(gap.after), .dim),
                Cell(display.shortIDs.short(gap.before), .dim),
            ])
        }
        try table.finish()
        if gaps.isEmpty, context.output.isTerminal { context.note("no gaps") }
    }

    private func chosen() throws(SessionsError) -> Period {
        guard !period.isEmpty else { return .relative(.day, back: 0) }
        let text = period.joined(separator: " ")
        guard let period = Period(text) else {
            throw .invalid(what: "a day or period", value: text, expected: Period.forms)
        }
        return period
    }

    private static func json(_ gap: GapSearch.Gap) -> JSON {
        [
            "after": .string(gap.after), "before": .string(gap.before), "day": .string(gap.day.description),
            "end": .string(gap.end.rfc3339), "seconds": .number(JSONNumber(gap.amount.seconds)),
            "start": .string(gap.start.rfc3339),
        ]
    }
}

extension SessionDisplay {
    /// The time of day.
    fileprivate func clock(_ instant: Instant) -> String { String(time(instant).suffix(5)) }
}
