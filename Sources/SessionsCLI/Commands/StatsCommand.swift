import CommandKit
import SessionsCore
import Terminal

/// `sessions stats`: counts and sums.
struct StatsCommand: SessionsCommand {
    static let info = CommandInfo(
        "stats", "Count sessions and add up their time",
        discussion: """
            Archived sessions count, under the status they had. Plans are compared with the time that completed \
            sessions took. By tag, a session counts for each of its tags; by day, where its time was tracked. All \
            time of a session counts, also with 'in:', which says which sessions are meant.
            """,
        examples: [
            Example("sessions stats --by project", "a line for each project"),
            Example("sessions stats tag:bug --by day --json | jq '.groups[-1]'", "the last day"),
        ])
    var query = QuerySelection()
    var key: Statistics.Key?

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
        arguments.option("--by <key>", &key, "A line for each of these")
    }

    func run(in context: Context) throws {
        context.usePager()
        var statistics = Statistics(by: key, now: context.now)
        guard try query.eachSummary(context, archived: .counted, { statistics.add($0) }) != nil else {
            return
        }
        if context.isJSON { return try context.print(Self.json(statistics, key)) }
        guard let key else { return try printTotals(statistics.totals, context) }
        try print(statistics.sorted, by: key, context)
    }

    private func printTotals(_ totals: Totals, _ context: Context) throws {
        let share = totals.sessions > 0 ? " (\(totals.completed * 100 / totals.sessions)%)" : ""
        var facts = [
            ("sessions", "\(totals.sessions)"), ("completed", "\(totals.completed)\(share)"),
            ("archived", "\(totals.archived)"),
            ("tracked", TimeAmount(seconds: totals.trackedSeconds).description),
            ("on the clock", totals.wall.description),
            ("planned", TimeAmount(seconds: totals.plannedSeconds).description),
        ]
        if let ratio = totals.actualOverPlan {
            facts.append(("took of plan", "\(Int((ratio * 100).rounded()))%"))
        }
        for (name, value) in facts {
            let isTable = context.output.isTerminal
            try context.print(
                isTable ? context.output.style.dim(name.padded(toColumns: 14)) + value : "\(name)\t\(value)")
        }
    }

    private func print(_ groups: [Statistics.Group], by key: Statistics.Key, _ context: Context) throws {
        let isTerminal = context.output.isTerminal
        let most = groups.map(\.totals.trackedSeconds).max() ?? 0
        let bar = Bar(columns: 20, isPlain: context.output.isDumb)
        // The clock and the bars say nothing where there is nothing to say; a pipe has the same columns always.
        let hasClock = !isTerminal || groups.contains { $0.totals.wall.seconds > 0 }
        var columns = [
            Table.Column(key.rawValue.uppercased(), isFlexible: true, minimumWidth: 10, priority: 10),
            Table.Column("SESSIONS", alignment: .right, priority: 8),
            Table.Column("COMPLETED", alignment: .right, priority: 4),
            Table.Column("TRACKED", alignment: .right, priority: 9),
            Table.Column("PLANNED", alignment: .right, priority: 5),
            Table.Column("TOOK", alignment: .right, priority: 6),
        ]
        if hasClock { columns.append(Table.Column("CLOCK", alignment: .right, priority: 3)) }
        if isTerminal { columns.append(Table.Column("", priority: 2)) }
        var table = Table(columns, to: context.output)
        for group in groups {
            let totals = group.totals
            var cells: [Cell] = [
                group.value.map { Cell($0) } ?? Cell(isTerminal ? "none" : "", .dim),
                Cell("\(totals.sessions)"),
                Cell("\(totals.completed)"), Cell(TimeAmount(seconds: totals.trackedSeconds).description),
                Cell(TimeAmount(seconds: totals.plannedSeconds).description, .dim),
                Cell(totals.actualOverPlan.map { "\(Int(($0 * 100).rounded()))%" } ?? ""),
            ]
            if hasClock { cells.append(Cell(totals.wall.description, .dim)) }
            if isTerminal {
                cells.append(
                    Cell(bar.text(most > 0 ? Double(totals.trackedSeconds) / Double(most) : 0), .blue))
            }
            try table.add(cells)
        }
        try table.finish()
    }

    private static func json(_ statistics: Statistics, _ key: Statistics.Key?) -> JSON {
        var object: JSONObject = ["totals": .object(json(statistics.totals))]
        guard let key else { return .object(object) }
        object["by"] = .string(key.rawValue)
        object["groups"] = .array(
            statistics.sorted.map { group in
                var totals = json(group.totals)
                totals[key.rawValue] = group.value.map(JSON.string) ?? .null
                return .object(totals)
            })
        return .object(object)
    }

    private static func json(_ totals: Totals) -> JSONObject {
        var object: JSONObject = [
            "sessions": .number(JSONNumber(totals.sessions)),
            "completed": .number(JSONNumber(totals.completed)),
            "archived": .number(JSONNumber(totals.archived)),
            "trackedSeconds": .number(JSONNumber(totals.trackedSeconds)),
            "wallSeconds": .number(JSONNumber(totals.wall.seconds)),
            "plannedSeconds": .number(JSONNumber(totals.plannedSeconds)),
            "completedWithPlan": [
                "plannedSeconds": .number(JSONNumber(totals.plannedOfCompleted)),
                "trackedSeconds": .number(JSONNumber(totals.trackedOfCompleted)),
            ],
        ]
        object["actualOverPlan"] = totals.actualOverPlan.flatMap(JSONNumber.init).map(JSON.number)
        return object
    }
}
