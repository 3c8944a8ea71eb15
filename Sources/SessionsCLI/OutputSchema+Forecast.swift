import SessionsCore

extension OutputSchema {
    /// One session, or several and what they take together.
    static var estimate: JSON {
        var members = Of.ofForecast
        members["session"] = Of.string("The id of the session; left out for a new one")
        members["status"] = text
        members["plannedSeconds"] = Of.integer("The plan; left out without one")
        members["template"] = text
        members["title"] = text
        members["trackedSeconds"] = Of.integer("What it has taken, up to now")
        let required = Of.quantileKeys + ["title", "trackedSeconds"]
        let one = Of.object(
            "How long a session will take; of one that is over only what it took", required: required, members
        )
        var together = Of.quantiles
        together["remaining"] = Of.object(
            "The same without what is tracked already", required: Of.quantileKeys, Of.quantiles)
        together["sessions"] = Of.integer("How many")
        together["trackedSeconds"] = Of.integer("What they have taken, up to now")
        let several = Of.object(
            "Of a query or several ids", required: ["sessions", "together"],
            [
                "sessions": Of.list("Each of them", one),
                "together": Of.object(
                    "All of them, by simulation: quantiles do not add up",
                    required: Of.quantileKeys + ["remaining", "sessions", "trackedSeconds"], together),
            ])
        return anyOf([one, several])
    }

    /// How often forecasts held.
    static var calibration: JSON {
        let score = Of.object(
            "How one way did of saying how long sessions take", required: ["held"],
            [
                "held": Of.integer("How many took no longer"),
                "loss": Of.number("The mean quantile loss of the logarithms; left out without any session"),
                "share": Of.number("How many of all took no longer, from 0 to 1"),
            ])
        let record: JSONObject = [
            "p50": score, "p80": score, "plan": score, "sessions": Of.integer("How many were forecast"),
            "twicePlan": score,
        ]
        let required = ["p50", "p80", "plan", "sessions", "twicePlan"]
        var ofTemplate = record
        ofTemplate["template"] = ["description": "Its name; null for sessions without one"]
        var whole = record
        whole["templates"] = Of.list(
            "The same by template, the most frequent first",
            Of.object("One", required: required + ["template"], ofTemplate))
        return Of.object("With --calibration: how they held", required: required + ["templates"], whole)
    }
}
