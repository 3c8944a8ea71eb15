import SessionsCore
import Terminal

/// A year of days as a calendar: a column for each week, the darker the more time a day has.
struct StatsCalendar {
    private(set) var lines: [String] = []

    /// Fewer weeks than this are seen better in the table.
    private static let fewest = 4
    private static let labelWidth = 5
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// - Parameters:
    ///   - rows: the days.
    ///   - columns: how wide it may be; the latest weeks that have room are shown.
    init(_ rows: [Statistics.Row], columns: Int, _ output: Output) {
        var days: [(day: CalendarDay, seconds: Int)] = []
        for row in rows {
            guard let text = row.values.first.flatMap({ $0 }), let day = CalendarDay(text) else { continue }
            days.append((day, row.tally.trackedSeconds))
        }
        guard output.isTerminal, let first = days.first?.day, let last = days.last?.day,
            columns > Self.labelWidth + Self.fewest
        else { return }
        func monday(_ day: CalendarDay) -> Int { day.daysSince1970 - day.weekday + 1 }
        let weeks = (monday(last) - monday(first)) / 7 + 1
        guard weeks >= Self.fewest else { return }
        let shown = min(weeks, columns - Self.labelWidth, 53)
        let start = monday(last) - (shown - 1) * 7

        var grid = [[Int]](repeating: [Int](repeating: 0, count: shown), count: 7)
        for (day, seconds) in days where day.daysSince1970 >= start {
            grid[day.weekday - 1][(day.daysSince1970 - start) / 7] += seconds
        }
        let most = grid.map { $0.max() ?? 0 }.max() ?? 0
        guard most > 0 else { return }

        let style = output.style
        lines.append(style.dim(String(repeating: " ", count: Self.labelWidth) + Self.monthLine(start, shown)))
        for (weekday, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated() {
            var cells = ""
            for (week, seconds) in grid[weekday].enumerated() {
                let day = start + week * 7 + weekday
                let isThere = day >= first.daysSince1970 && day <= last.daysSince1970
                let share = Double(seconds) / Double(most)
                cells.append(isThere ? Shade.of(share, isPlain: output.isDumb) : " ")
            }
            while cells.last == " " { cells.removeLast() }
            lines.append(style.dim(name.padded(toColumns: Self.labelWidth)) + style.green(cells))
        }
        let shades = String(Shade.all(isPlain: output.isDumb))
        let legend = "\(shades) up to \(TimeAmount(seconds: most)) a day"
        let before = weeks > shown ? ", the last \(shown) of \(weeks) weeks" : ""
        for line in wrap(
            [Span(legend + before, .dim)], after: [Span(String(repeating: " ", count: Self.labelWidth))],
            columns: columns, style: style)
        { lines.append(line) }
        lines.append("")
    }

    /// The names of months over the weeks in which they begin.
    private static func monthLine(_ start: Int, _ weeks: Int) -> String {
        var line = ""
        for week in 0..<weeks {
            let sunday = CalendarDay(daysSince1970: start + week * 7 + 6)
            // Behind the name of the month before, if that leaves it a week too far to the right at most.
            let place = max(week, line.columns)
            guard sunday.day <= 7 || week == 0, place <= week + 1, place + 3 <= weeks else { continue }
            // The month that the first week shows the end of may have no room before the next one.
            if week == 0, sunday.day > 14 { continue }
            line = line.padded(toColumns: place) + months[sunday.month - 1] + " "
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
