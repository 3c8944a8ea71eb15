import SessionsCore
import Terminal

/// All sessions in a few lines: counts, sums, and on a terminal how they are spread over time and length.
struct StatsOverview {
    private(set) var lines: [String] = []
    private let report: StatsReport
    private let output: Output

    /// From here on a chart of lengths shows more than the numbers above it.
    private static let fewest = 10
    private static let labelWidth = 14

    /// - Parameter report: with days as its rows.
    init(_ report: StatsReport, _ output: Output) {
        self.report = report
        self.output = output
        addFacts()
        guard output.isTerminal else { return }
        addTimeline()
        addLengths()
    }

    private mutating func addFacts() {
        let totals = report.totals
        add("sessions", "\(totals.sessions)")
        add("completed", "\(totals.completed)" + share(totals.completed))
        add("abandoned", "\(totals.abandoned)" + share(totals.abandoned))
        add("archived", "\(totals.archived)")
        add("tracked", amount(Double(report.totalTracked)))
        // Where all time is amounts on a day, no clock ever ran: that need not be said to a person.
        let hasClock = !output.isTerminal || totals.wallSeconds > 0
        if hasClock { add("on the clock", amount(Double(totals.wallSeconds))) }
        if let mean = totals.lengths.mean, let median = totals.lengths.median {
            add("mean", amount(mean) + each)
            add("median", amount(median) + each)
        }
        if totals.lengths.count > 3, let low = totals.lengths.quantile(0.1),
            let high = totals.lengths.quantile(0.9)
        {
            add("most", "\(amount(low)) to \(amount(high))" + (output.isTerminal ? " (80% of sessions)" : ""))
        }
        add("planned", amount(Double(totals.plannedSeconds)))
        if let ratio = totals.actualOverPlan, let median = totals.overPlan.median {
            let (all, middle) = (percent(ratio), percent(median))
            let isOne = totals.overPlan.count == 1 || all == middle
            if output.isTerminal {
                add("took of plan", isOne ? all : "\(all) in all, the median session \(middle)")
            } else {
                add("took of plan", all)
                add("median took", middle)
            }
        }
        if totals.goals > 0 { add("goals", "\(totals.goalsReached) of \(totals.goals)") }
        if hasClock { add("pauses", "\(totals.pauses)") }
        if totals.days > 0 {
            let hours =
                "\(StatsReport.clock(totals.dayStarts.median)) to \(StatsReport.clock(totals.dayEnds.median))"
            add("days", "\(totals.days)" + (output.isTerminal ? " with a clock" : ""))
            add("hours", hours + (output.isTerminal && totals.days > 1 ? " (median day)" : ""))
        }
    }

    private var each: String { output.isTerminal ? " a session" : "" }

    private func amount(_ seconds: Double) -> String { TimeAmount(seconds: Int(seconds)).description }

    private func share(_ count: Int) -> String {
        let all = report.totals.sessions
        return all > 0 && count > 0 ? " (\(percent(Double(count) / Double(all))))" : ""
    }

    private mutating func add(_ name: String, _ value: String) {
        guard output.isTerminal else { return lines.append("\(name)\t\(value)") }
        lines += wrap(
            [Span(value)], after: [Span(name.padded(toColumns: Self.labelWidth), .dim)],
            columns: output.width,
            style: output.style)
    }

    // MARK: Charts

    /// How time is spread over days, weeks or months, in as fine parts as there is room for.
    private mutating func addTimeline() {
        let days = report.rows.compactMap { row in
            row.values.first.flatMap { $0 }.flatMap { CalendarDay($0) }.map { ($0, row.tally.trackedSeconds) }
        }.filter { $0.1 > 0 }
        guard let first = days.first?.0, let last = days.last?.0, days.count > 1 else { return }
        let room = output.width - Self.labelWidth
        func timeline(_ unit: String, _ number: (CalendarDay) -> Int) -> Bool {
            let count = number(last) - number(first) + 1
            guard count > 1, count <= room else { return false }
            var values = [Double](repeating: 0, count: count)
            for (day, seconds) in days { values[number(day) - number(first)] += Double(seconds) }
            let line = Sparkline.text(values, isPlain: output.isDumb)
            lines.append("")
            lines.append(output.style.dim("tracked time"))
            lines.append(
                output.style.dim("by \(unit)".padded(toColumns: Self.labelWidth))
                    + output.style.blue(line))
            addScale("\(first)", "\(last)", columns: count)
            return true
        }
        _ =
            timeline("day") { $0.daysSince1970 }
            || timeline("week") { ($0.daysSince1970 + 3 + 7 * 1_000_000) / 7 }
            || timeline("month") { $0.year * 12 + $0.month }
            || timeline("quarter") { $0.year * 4 + ($0.month - 1) / 3 } || timeline("year") { $0.year }
    }

    /// What the two ends of a line stand for: below them where there is room.
    private mutating func addScale(_ first: String, _ last: String, columns: Int) {
        let gap = columns - first.columns - last.columns
        let text = gap > 0 ? first + String(repeating: " ", count: gap) + last : "\(first) to \(last)"
        let room = output.width - Self.labelWidth
        guard text.columns <= room else { return }
        lines.append(String(repeating: " ", count: Self.labelWidth) + output.style.dim(text))
    }

    /// How long sessions were, in steps that double.
    private mutating func addLengths() {
        let lengths = report.totals.lengths
        let bounds = [15, 30, 60, 120, 240, 480].map { $0 * 60 }
        var counts = [Int](repeating: 0, count: bounds.count + 1)
        for seconds in lengths.values {
            counts[bounds.firstIndex { seconds < Double($0) } ?? bounds.count] += 1
        }
        guard lengths.count >= Self.fewest, counts.count(where: { $0 > 0 }) > 1, let most = counts.max(),
            output.width >= 40
        else { return }
        lines.append("")
        lines.append(output.style.dim("sessions by length"))
        let bar = Bar(columns: min(output.width - Self.labelWidth - 9, 30), isPlain: output.isDumb)
        for (place, count) in counts.enumerated() {
            let label =
                place == 0
                ? "under \(amount(Double(bounds[0])))"
                : place == bounds.count
                    ? "\(amount(Double(bounds[place - 1]))) and more"
                    : "\(amount(Double(bounds[place - 1]))) to \(amount(Double(bounds[place])))"
            let text = bar.text(Double(count) / Double(most))
            let number = "\(count)".padded(toColumns: 7, alignment: .right)
            lines.append(
                output.style.dim(label.padded(toColumns: Self.labelWidth)) + output.style.blue(text) + number)
        }
    }
}
