extension SessionSchema {
    /// Of a session that is planned: how long it will take.
    static var forecast: JSON {
        object("How long it will take, where nothing is tracked yet", required: forecastKeys, ofForecast)
    }

    /// What is said of every forecast.
    package static var ofForecast: JSONObject {
        var members = quantiles
        members["prior"] = share("The share of it that comes from what is usual for any work")
        members["sources"] = list(
            "The finished sessions that it comes from, those that are most alike first",
            object(
                "Some of them", required: ["level", "sessions", "share"],
                [
                    "level": choice(
                        SimilarityLevel.allCases.map(\.name), "In what they are alike, and no more"),
                    "sessions": integer("How many"), "share": share("Their share of the forecast"),
                ]))
        members["tail"] = share("The share that comes from what is usual for work that takes long")
        members["weak"] = boolean("Whether nothing is planned, so that it errs by a third more")
        return members
    }

    package static let forecastKeys = quantileKeys + ["prior", "sources", "tail", "weak"]

    /// Within how many seconds of tracked time so many of a hundred end.
    package static var quantiles: JSONObject {
        [
            "p10Seconds": integer("10 of 100 such sessions end within so many seconds"),
            "p50Seconds": integer("Half of them do"), "p80Seconds": integer("80 of 100 do"),
            "p90Seconds": integer("90 of 100 do"),
        ]
    }

    package static let quantileKeys = ["p10Seconds", "p50Seconds", "p80Seconds", "p90Seconds"]
}
