import SessionsCore
import Terminal

/// What `stats` found, for people and for programs.
struct StatsReport {
    let keys: [GroupKey]
    let totals: Tally
    let rows: [Statistics.Row]
    private let rounding: Rounding?

    /// - Parameter keys: what was asked for; without any, the rows are days for charts.
    init(_ keys: [GroupKey], _ result: Statistics.Result, _ rounding: Rounding?) {
        self.keys = keys
        totals = result.totals
        rows = result.rows
        self.rounding = rounding
    }

    /// Tracked seconds as they are shown.
    func tracked(_ tally: Tally) -> Int { rounding?.rounded(tally.trackedSeconds) ?? tally.trackedSeconds }

    /// What the rows come to as they are shown. Where a session can stand in several for the same time, their
    /// sum would count that several times: it is all time, rounded.
    var totalTracked: Int {
        guard rounding != nil, !keys.isEmpty, !keys.contains(where: \.isShared) else {
            return tracked(totals)
        }
        return rows.reduce(0) { $0 + tracked($1.tally) }
    }

    // MARK: For programs

    var json: JSON {
        var object: JSONObject = ["totals": .object(json(totals, rounded: totalTracked))]
        if !keys.isEmpty {
            object["by"] = .string(keys.map(\.rawValue).joined(separator: ","))
            object["groups"] = .array(
                rows.map { row in
                    var members = json(row.tally, rounded: tracked(row.tally))
                    for (key, value) in zip(keys, row.values) {
                        members[key.rawValue] = value.map(JSON.string)
                    }
                    return .object(members)
                })
        }
        return .object(object)
    }

    private func json(_ tally: Tally, rounded: Int) -> JSONObject {
        var object: JSONObject = [
            "abandoned": .number(JSONNumber(tally.abandoned)),
            "archived": .number(JSONNumber(tally.archived)),
            "completed": .number(JSONNumber(tally.completed)),
            "completedWithPlan": [
                "plannedSeconds": .number(JSONNumber(tally.plannedOfCompleted)),
                "trackedSeconds": .number(JSONNumber(tally.trackedOfCompleted)),
            ],
            "goals": .number(JSONNumber(tally.goals)),
            "goalsReached": .number(JSONNumber(tally.goalsReached)),
            "pauses": .number(JSONNumber(tally.pauses)),
            "plannedSeconds": .number(JSONNumber(tally.plannedSeconds)),
            "sessions": .number(JSONNumber(tally.sessions)),
            "trackedSeconds": .number(JSONNumber(tally.trackedSeconds)),
            "wallSeconds": .number(JSONNumber(tally.wallSeconds)),
        ]
        if rounding != nil { object["roundedSeconds"] = .number(JSONNumber(rounded)) }
        object["actualOverPlan"] = tally.actualOverPlan.flatMap(JSONNumber.init).map(JSON.number)
        object["sessionSeconds"] = Self.json(tally.lengths)
        object["sessionOverPlan"] = Self.json(tally.overPlan)
        object["dayStartSeconds"] = Self.json(tally.dayStarts)
        object["dayEndSeconds"] = Self.json(tally.dayEnds)
        return object
    }

    /// The shares of which values are given.
    static let quantiles = [
        ("least", 0), ("p10", 0.1), ("p25", 0.25), ("median", 0.5), ("p75", 0.75), ("p90", 0.9), ("most", 1),
    ]

    private static func json(_ distribution: Distribution) -> JSON? {
        guard !distribution.isEmpty else { return nil }
        let distribution = distribution.ordered
        var object: JSONObject = ["count": .number(JSONNumber(distribution.count))]
        object["mean"] = distribution.mean.flatMap(JSONNumber.init).map(JSON.number)
        for (name, share) in quantiles {
            object[name] = distribution.quantile(share).flatMap(JSONNumber.init).map(JSON.number)
        }
        return .object(object)
    }

    /// A line of names and one for each row, or one for all.
    var csv: [String] {
        let columns = csvColumns
        var lines = [CSVRow.text(keys.map(\.rawValue) + columns.map(\.name))]
        func add(_ values: [String?], _ tally: Tally) {
            lines.append(CSVRow.text(values.map { $0 ?? "" } + columns.map { $0.value(tally) }))
        }
        if keys.isEmpty { add([], totals) } else { for row in rows { add(row.values, row.tally) } }
        return lines
    }

    private var csvColumns: [(name: String, value: (Tally) -> String)] {
        var columns: [(name: String, value: (Tally) -> String)] = [
            ("sessions", { "\($0.sessions)" }), ("completed", { "\($0.completed)" }),
            ("abandoned", { "\($0.abandoned)" }), ("archived", { "\($0.archived)" }),
        ]
        func add(_ name: String, _ seconds: @escaping (Tally) -> Int) {
            columns.append((name + "Seconds", { "\(seconds($0))" }))
            columns.append((name + "Hours", { Self.hours(seconds($0)) }))
        }
        add("tracked") { $0.trackedSeconds }
        if rounding != nil { add("rounded", tracked) }
        add("wall") { $0.wallSeconds }
        add("planned") { $0.plannedSeconds }
        columns += [
            ("actualOverPlan", { Self.text($0.actualOverPlan) }),
            ("medianOverPlan", { Self.text($0.overPlan.median) }), ("goals", { "\($0.goals)" }),
            ("goalsReached", { "\($0.goalsReached)" }), ("pauses", { "\($0.pauses)" }),
            ("meanSessionSeconds", { Self.text($0.lengths.mean) }),
        ]
        for (name, share) in Self.quantiles {
            columns.append((name + "SessionSeconds", { Self.text($0.lengths.quantile(share)) }))
        }
        columns.append(("medianDayStart", { Self.clock($0.dayStarts.median) }))
        columns.append(("medianDayEnd", { Self.clock($0.dayEnds.median) }))
        return columns
    }

    private static func text(_ number: Double?) -> String {
        number.flatMap(JSONNumber.init)?.text ?? ""
    }

    /// Decimal hours, to the nearest of ten thousand parts: a third of a second.
    static func hours(_ seconds: Int) -> String {
        let parts = (seconds % 3600 * 10_000 + 1800) / 3600
        var text = "\(seconds / 3600 + parts / 10_000)." + decimal(parts % 10_000, digits: 4)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// Seconds after midnight as a clock shows them.
    static func clock(_ seconds: Double?) -> String {
        guard let seconds else { return "" }
        let minutes = Int(seconds) / 60
        return "\(decimal(minutes / 60, digits: 2)):\(decimal(minutes % 60, digits: 2))"
    }
}
