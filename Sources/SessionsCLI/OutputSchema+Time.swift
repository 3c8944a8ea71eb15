import SessionsCore

extension OutputSchema {
    static var gaps: JSON {
        Of.list(
            "Gaps",
            Of.object(
                "A gap", required: ["day", "end", "seconds", "start"],
                [
                    "after": Of.string("The session that ended before it"),
                    "before": Of.string("The session that began after it"), "day": text,
                    "end": Of.time("Its end"), "seconds": seconds, "start": Of.time("Its beginning"),
                ]))
    }

    static var timeProblems: JSON {
        Of.list(
            "What is wrong",
            Of.object(
                "A problem", required: ["command", "interval", "kind", "problem", "session"],
                [
                    "command": Of.string("What mends it"), "interval": Of.string("The id of the stretch"),
                    "kind": text, "problem": text, "session": sessionID,
                ]))
    }
}
