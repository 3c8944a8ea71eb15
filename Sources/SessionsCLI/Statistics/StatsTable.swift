import SessionsCore
import Terminal

extension StatsReport {
    /// A line for each row. On a terminal with bars and their sum; columns that say nothing are left out there.
    func printTable(to output: Output) throws {
        let isTerminal = output.isTerminal
        let most = rows.map { tracked($0.tally) }.max() ?? 0
        let bar = Bar(columns: output.width < 100 ? 12 : 20, isPlain: output.isDumb)
        let hasBars = isTerminal && most > 0 && rows.count > 1
        var columns = keys.map {
            Table.Column($0.rawValue.uppercased(), isFlexible: true, minimumWidth: 10, priority: 10)
        }
        columns += [
            Table.Column("SESSIONS", alignment: .right, priority: 8),
            Table.Column("COMPLETED", alignment: .right, priority: 5),
            Table.Column("TRACKED", alignment: .right, priority: 9),
            Table.Column("PLANNED", alignment: .right, priority: 4),
            Table.Column("OF PLAN", alignment: .right, priority: 6),
            Table.Column("CLOCK", alignment: .right, priority: 2),
            Table.Column("MEDIAN", alignment: .right, priority: 3),
            Table.Column("PAUSES", alignment: .right, priority: 1),
        ]
        if keys.contains(.day) {
            columns.append(Table.Column("HOURS", priority: 4))
        }
        if hasBars { columns.append(Table.Column("", priority: 7)) }
        var table = Table(columns, to: output)
        var above: Statistics.Row?
        for row in rows {
            var cells = keys.indices.map { key in
                // The second row of a project, and those after it, need not say it again to a person.
                let isRepeated = isTerminal && key < keys.count - 1 && above?.values[key] == row.values[key]
                if isRepeated, above != nil { return Cell("") }
                return row.values[key].map { Cell($0) } ?? Cell(isTerminal ? "none" : "", .dim)
            }
            cells += self.cells(row.tally, tracked(row.tally), isTerminal: isTerminal)
            if hasBars {
                let share = Double(tracked(row.tally)) / Double(most)
                cells.append(Cell(bar.text(share), .blue))
            }
            try table.add(cells)
            above = row
        }
        if isTerminal, rows.count > 1 {
            let names = keys.indices.map { $0 == 0 ? Cell("total", .bold) : Cell("") }
            try table.add(names + cells(totals, totalTracked, isTerminal: true))
        }
        try table.finish()
    }

    private func cells(_ tally: Tally, _ tracked: Int, isTerminal: Bool) -> [Cell] {
        /// A pipe has the same columns always; a person is spared those without a number.
        func amount(_ seconds: Int, isSaid: Bool, _ tone: Tone = .plain) -> Cell {
            isTerminal && !isSaid ? Cell("") : Cell(TimeAmount(seconds: seconds).description, tone)
        }
        // A plan is that of a session, whatever the days or hours on which it was worked on.
        let hasPlans = totals.plannedSeconds > 0 && !keys.contains(where: \.isOfTime)
        let clocks = [tally.dayStarts, tally.dayEnds].filter { !$0.isEmpty }.map {
            StatsReport.clock($0.median)
        }
        let hours = Cell(clocks.joined(separator: "–"), .dim)
        return [
            Cell("\(tally.sessions)"), Cell(isTerminal && totals.completed == 0 ? "" : "\(tally.completed)"),
            amount(tracked, isSaid: true), amount(tally.plannedSeconds, isSaid: hasPlans, .dim),
            Cell(tally.actualOverPlan.map(percent) ?? ""),
            amount(tally.wallSeconds, isSaid: totals.wallSeconds > 0, .dim),
            Cell(tally.lengths.median.map { TimeAmount(seconds: Int($0)).description } ?? "", .dim),
            Cell(isTerminal && totals.pauses == 0 ? "" : "\(tally.pauses)", .dim),
        ] + (keys.contains(.day) ? [hours] : [])
    }
}
