import SessionsCore

/// What is learned from the history.
extension OutputSchema {
    static var insights: JSON {
        anyOf([
            Of.list("With --skills: what was practised, most often first", skill),
            Of.list("With --learned: what was learned, the newest first", learned),
        ])
    }

    private static var skill: JSON {
        Of.object(
            "One", required: ["change", "first", "last", "months", "name", "query", "sessions"],
            [
                "change": Of.integer("The sum of the changes that were noted"),
                "first": Of.string("The day on which it was first practised"),
                "last": Of.string("The day on which it was last practised"),
                "months": Of.list(
                    "Those in which it was practised",
                    Of.object(
                        "One", required: ["change", "month", "sessions"],
                        [
                            "change": Of.integer("The sum of the changes"),
                            "month": Of.string("As 2026-11"), "sessions": Of.integer("How many"),
                        ])),
                "name": text, "query": Of.string("What lists the sessions"),
                "sessions": Of.integer("In how many it was practised"),
            ])
    }

    private static var learned: JSON {
        Of.object(
            "One", required: ["at", "by", "id", "session", "text", "title"],
            [
                "at": Of.time("When it was noted down"), "by": Of.person("Who noted it down"), "id": text,
                "session": sessionID, "text": text, "title": Of.string("The title of the session"),
            ])
    }
}
