import SessionsCore

/// What is learned from the history.
extension OutputSchema {
    static var insights: JSON {
        anyOf([
            Of.object(
                "What the sessions show", required: ["insights", "sessions", "tested"],
                [
                    "insights": Of.list("The surest first", insight),
                    "sessions": Of.integer("How many were looked at"),
                    "tested": Of.integer("In how many ways"),
                ]),
            Of.list("With --skills: what was practised, most often first", skill),
            Of.list("With --learned: what was learned, the newest first", learned),
            calibration,
        ])
    }

    private static var insight: JSON {
        Of.object(
            "One", required: ["kind", "n", "numbers", "p", "query", "sentence"],
            [
                "advice": Of.string("What follows from it, where anything does"),
                "kind": Of.string("What it is about, as estimate-drift"),
                "n": Of.integer("How many sessions it stands on"),
                "numbers": Of.object("What it says, in numbers", [:]),
                "p": Of.number("How likely chance alone shows as much"),
                "query": Of.string("What lists these sessions with 'sessions list --all'"),
                "sentence": Of.string("What it says, in words"),
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

    static var suggestions: JSON {
        let count = Of.integer("How many sessions")
        return Of.list(
            "Templates, the one that fits best first",
            Of.object(
                "One",
                required: [
                    "completed", "probability", "projectSessions", "projectUses", "template", "uses", "words",
                ],
                [
                    "completed": Of.integer("How many of its sessions were completed"),
                    "lastUsed": Of.time("When it was last used; left out where it never was"),
                    "probability": Of.number("How likely it is the one, 0 to 1"),
                    "projectSessions": Of.integer("Sessions in the project with any template"),
                    "projectUses": Of.integer("How many of these used it"), "template": text, "uses": count,
                    "words": Of.list("Words and tags that speak for it", text),
                ]))
    }
}
