import SessionsCore
import Terminal

/// `insights`: what the history shows, each with what it stands on.
struct InsightReport {
    let insights: Insights
    let context: Context

    func print(_ page: Page) throws {
        let shown = page.rows(of: insights.found, context)
        if context.isJSON { return try context.print(json(shown)) }
        if context.isQuiet {
            for insight in shown { try context.print(insight.kind) }
            return
        }
        guard context.output.isTerminal else { return try printTable(shown) }
        try context.print([Span(summary, .dim)], after: [])
        for insight in shown {
            try context.print()
            try context.print([Span(insight.sentence)], after: [])
            if let advice = insight.advice {
                try context.print([Span(advice, .green)], after: [Span("  → ")])
            }
            let origin =
                "\(counted(insight.sessions, "session")); chance alone shows as much \(Self.odds(insight.p)):"
            try context.print([Span(origin, .dim)], after: [Span("    ")])
            try context.print([Span(Self.command(insight.query), .dim)], after: [Span("    ")])
        }
    }

    /// What was looked at, and what came of it.
    private var summary: String {
        let count = counted(insights.sessions, "session")
        guard insights.sessions >= Insights.fewestSessions else {
            return "\(count): nothing is said from fewer than \(Insights.fewestSessions)."
        }
        guard insights.tested > 0 else {
            return "\(count): too few of them have plans, ratings, goals, pauses or skills to compare."
        }
        let looked = "\(count) looked at in \(counted(insights.tested, "way"))"
        return insights.found.isEmpty
            ? "\(looked): nothing there that is more than chance."
            : "\(looked). What follows is more than chance, the surest first."
    }

    private func printTable(_ shown: [Insight]) throws {
        var table = Table(
            ["KIND", "SESSIONS", "CHANCE", "WHAT", "ADVICE", "QUERY"].map { Table.Column($0) },
            to: context.output)
        for insight in shown {
            try table.add([
                Cell(insight.kind), Cell("\(insight.sessions)"), Cell("\(insight.p)"), Cell(insight.sentence),
                Cell(insight.advice ?? ""), Cell(insight.query.description),
            ])
        }
        try table.finish()
    }

    /// `1 time in 3,000`: one digit is as much as such a number is worth.
    static func odds(_ p: Double) -> String {
        guard p > 1e-6 else { return "less than 1 time in 1,000,000" }
        var (digits, zeros) = (1 / p, 0)
        while digits >= 9.5 {
            digits /= 10
            zeros += 1
        }
        var text = "\(Int(digits.rounded()))" + String(repeating: "0", count: zeros)
        if text.count > 3 { text.insert(",", at: text.index(text.endIndex, offsetBy: -3)) }
        return "1 time in \(text)"
    }

    /// What lists the sessions, for a shell.
    private static func command(_ query: Query) -> String {
        let parts = query.description.split(separator: "'", omittingEmptySubsequences: false)
        return "sessions list --all '\(parts.joined(separator: #"'\''"#))'"
    }

    private func json(_ shown: [Insight]) -> JSON {
        [
            "insights": .array(shown.map(Self.json)),
            "sessions": .number(JSONNumber(insights.sessions)),
            "tested": .number(JSONNumber(insights.tested)),
        ]
    }

    private static func json(_ insight: Insight) -> JSON {
        var object: JSONObject = [
            "kind": .string(insight.kind), "n": .number(JSONNumber(insight.sessions)),
            "query": .string(insight.query.description), "sentence": .string(insight.sentence),
        ]
        object["advice"] = insight.advice.map(JSON.string)
        object["p"] = JSONNumber(insight.p).map(JSON.number)
        object["numbers"] = .object(
            JSONObject(
                insight.numbers.compactMap { number in
                    JSONNumber(number.value).map { (number.name, .number($0)) }
                }))
        return .object(object)
    }
}
