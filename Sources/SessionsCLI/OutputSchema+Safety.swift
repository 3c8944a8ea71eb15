import SessionsCore

extension OutputSchema {
    /// Commands in sessions or, with `--list`, those that are trusted; with `--print` one hash over all.
    static var trust: JSON {
        anyOf([
            Of.list(
                "Commands",
                Of.object(
                    "One", required: ["command", "hash"],
                    [
                        "at": Of.time("Since when it is trusted"), "command": text, "hash": text,
                        "sessions": Of.list(
                            "Where it stands",
                            Of.object("One", required: ["id", "milestone"], ["id": text, "milestone": text])),
                        "trusted": Of.boolean("Whether it may run here"),
                    ])),
            Of.object(
                "All of them", required: ["commands", "hash"],
                [
                    "commands": Of.list("Commands", text),
                    "hash": Of.string("What 'goal check --trusted' takes"),
                ]),
        ])
    }

    static var hooks: JSON {
        Of.object(
            "Your hooks", required: ["folders", "hooks"],
            [
                "folders": Of.object(
                    "Where they lie", required: ["all", "workspace"], ["all": text, "workspace": text]),
                "hooks": Of.list(
                    "Hooks",
                    Of.object(
                        "One", required: ["name", "path"],
                        ["name": text, "path": text, "runs": Of.boolean("Whether it is executable")])),
            ])
    }

    static var doctor: JSON {
        let finding = Of.object(
            "A finding",
            required: ["advice", "check", "consequence", "fixable", "fixed", "message", "path", "severity"],
            [
                "advice": text, "check": Of.string("The name of the check"), "column": Of.integer("From 1"),
                "consequence": text, "fixable": Of.boolean("Whether --fix mends it"),
                "fixed": Of.boolean("Whether it was mended"), "line": Of.integer("From 1"), "message": text,
                "path": text, "session": sessionID,
                "severity": Of.choice(["damage", "note"], "How bad it is"),
            ])
        return Of.object(
            "What was found", required: ["changed", "files", "findings", "healthy"],
            [
                "backup": Of.string("Where the files lie as they were"),
                "changed": Of.boolean("Whether anything was mended"),
                "dryRun": Of.boolean("That nothing was changed"),
                "files": Of.integer("How many were looked at"),
                "findings": Of.list("What was mended, then what is left", finding),
                "healthy": Of.boolean("Whether nothing is damaged"),
                "operation": Of.integer("What 'undo' takes"),
            ])
    }
}
