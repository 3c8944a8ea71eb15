import CommandKit
import SessionsCore
import Terminal

/// `sessions stats`: counts and sums.
struct StatsCommand: SessionsCommand {
    static let info = CommandInfo(
        "stats", "Count sessions and add up their time",
        discussion: """
            A row for each value of a key, or of two with a comma between them. With --since and --until only the \
            time in between counts, and what was completed then; conditions such as 'in:' choose sessions, of \
            which all time counts. A session that runs counts up to now. 'sessions help statistics' says how time \
            is cut and what each number means.

            --round rounds the tracked time of each row, and the total is the sum of the rounded rows, as on an \
            invoice. Nothing else is rounded, in JSON not even that: there it stands beside the exact number.
            """,
        examples: [
            Example("sessions stats --by project", "a line for each project"),
            Example(
                "sessions stats --since monday --by project --round 15m", "what to invoice for this week"),
            Example("sessions stats tag:bug --by month --csv > bugs.csv", "for a spreadsheet"),
            Example("sessions stats --by day --json | jq '.groups[-1].trackedSeconds'", "the last day"),
        ])
    var query = QuerySelection()
    var by = GroupKeys()
    var since: Moment?
    var until: Moment?
    var round: AmountText?
    var isCSV = false
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
        arguments.option("--by <key>", &by, "A line for each of these, or of two: project,month")
        arguments.option("--since <time>", &since, "Only time from then on")
        arguments.option("--until <time>", &until, "Only time before that")
        arguments.option("--round <amount>", &round, "Round the tracked time of each line to this")
        arguments.flag("--csv", &isCSV, "Print comma-separated values under a line of names")
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where there is nothing to count")
    }

    func run(in context: Context) throws {
        if isCSV, context.isJSON {
            throw UsageError(
                "statistics are printed in one form at a time", hint: "give --json or --csv",
                command: "sessions stats")
        }
        let rounding = try rounding(context)
        let isOverview = by.keys.isEmpty && !isCSV && !context.isJSON
        if !isCSV { context.usePager() }
        let statistics = try statistics(isOverview ? [.day] : by.keys, context)
        guard let (sums, matches) = try query.statistics(statistics, context) else { return }
        let report = StatsReport(by.keys, sums.result(), rounding)
        if report.totals.sessions == 0 {
            context.endWithNothing(if: failsIfNone)
            // A person sees at once from that what a page of zeros says.
            if context.output.isTerminal, !isCSV, !context.isJSON {
                guard matches > 0 else { return try query.noteNothingFound(context) }
                let what = counted(matches, "session")
                return context.note("none of \(what) has time or an end in that period")
            }
        }
        if context.isJSON {
            try context.print(report.json)
        } else if isCSV {
            for line in report.csv { try context.output.write(line) }
        } else if isOverview {
            for line in StatsOverview(report, context.output).lines { try context.print(line) }
        } else {
            if by.keys == [.day] {
                let calendar = StatsCalendar(report.rows, columns: context.output.width, context.output)
                for line in calendar.lines { try context.print(line) }
            }
            try report.printTable(to: context.output)
            guard context.output.isTerminal, !report.rows.isEmpty else { return }
            try context.print()
            let way = "'sessions help statistics' says what each number is."
            try context.print([Span(way, .dim)], after: [])
        }
    }

    private func statistics(_ keys: [GroupKey], _ context: Context) throws -> Statistics {
        let from = since?.resolve(now: context.now, in: context.zone)
        let to = until?.resolve(now: context.now, in: context.zone)
        if let from, let to, to <= from {
            throw UsageError(
                "--until is not after --since",
                hint: "a day or week means its beginning, so --until names the first one left out",
                command: "sessions stats")
        }
        var rename: (String) -> String = { $0 }
        if keys.contains(.person) {
            let (me, isMe) = (try context.user(), try context.isMe())
            rename = { isMe($0) ? me : $0 }
        }
        let withDays = isCSV || context.isJSON || by.keys.isEmpty || by.keys.contains(.day)
        return Statistics(
            by: keys, since: from, until: to, now: context.now, zone: context.zone, withDays: withDays,
            person: rename)
    }

    private func rounding(_ context: Context) throws -> Rounding? {
        guard let round else { return nil }
        let step = try context.amount(round)
        guard step.seconds > 0 else {
            throw UsageError(
                "'\(round.argumentText)' is nothing to round to", hint: "like --round 15m",
                command: "sessions stats")
        }
        return Rounding(to: step)
    }
}

/// `--by project,month`: one key or two.
struct GroupKeys: ArgumentValue {
    var keys: [GroupKey] = []

    init() {}

    init(argument: String) throws(ArgumentProblem) {
        for name in argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            guard let key = GroupKey(rawValue: name) else {
                throw ArgumentProblem(
                    not: "a choice", expected: GroupKeys.choices.joined(separator: ", ") + ", or two of them",
                    hint: Suggestion.hint(for: name, among: GroupKeys.choices))
            }
            keys.append(key)
        }
        guard keys.count < 3, keys.count < 2 || keys[0] != keys[1] else {
            throw ArgumentProblem(not: "one key or two different ones", expected: "like project,month")
        }
    }

    static var choices: [String] { GroupKey.allCases.map(\.rawValue) }
    var argumentText: String { keys.map(\.rawValue).joined(separator: ",") }
}
