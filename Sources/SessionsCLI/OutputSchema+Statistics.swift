import SessionsCore

extension OutputSchema {
    static var stats: JSON {
        var totals: JSONObject = [
            "abandoned": Of.integer("How many were archived before they were completed"),
            "actualOverPlan": Of.number("The time completed sessions took, over their plans, all together"),
            "archived": Of.integer("How many are archived"),
            "completed": Of.integer("How many were completed"),
            "completedWithPlan": Of.object(
                "Completed sessions with a plan", required: ["plannedSeconds", "trackedSeconds"],
                ["plannedSeconds": seconds, "trackedSeconds": seconds]),
            "dayEndSeconds": distribution("When the last clock of each day ended, seconds after midnight"),
            "dayStartSeconds": distribution("When the first clock of each day began, seconds after midnight"),
            "goals": Of.integer("How many goals the sessions have"),
            "goalsReached": Of.integer("How many of them are reached"),
            "pauses": Of.integer("How often a clock was stopped and went on later"),
            "plannedSeconds": seconds,
            "roundedSeconds": Of.integer("The tracked seconds, rounded; with --round only"),
            "sessionOverPlan": distribution("What each completed session took over its plan"),
            "sessionSeconds": distribution("The time of each session that has any"),
            "sessions": Of.integer("How many"),
            "trackedSeconds": Of.integer("Everybody's time added up"),
            "wallSeconds": Of.integer("The same on the clock, overlaps counted once"),
        ]
        let required = [
            "abandoned", "archived", "completed", "completedWithPlan", "goals", "goalsReached", "pauses",
            "plannedSeconds", "sessions", "trackedSeconds", "wallSeconds",
        ]
        let all = Of.object("Of all", required: required, totals)
        for key in GroupKey.allCases {
            totals[key.rawValue] = Of.string("The \(key.rawValue); not there where there is none")
        }
        return Of.object(
            "Counts and sums", required: ["totals"],
            [
                "by": Of.string("What the groups are by, one key or two with a comma between them"),
                "groups": Of.list(
                    "One for each value, or each pair", Of.object("A group", required: required, totals)),
                "totals": all,
            ])
    }

    private static func distribution(_ text: String) -> JSON {
        var members: JSONObject = ["count": Of.integer("How many values"), "mean": Of.number("Their mean")]
        for (name, share) in StatsReport.quantiles { members[name] = Of.number("The quantile of \(share)") }
        return Of.object(
            text, required: ["count", "mean"] + StatsReport.quantiles.map(\.0), members)
    }
}
