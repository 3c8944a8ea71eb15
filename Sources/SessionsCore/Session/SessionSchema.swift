/// The JSON Schema of a session as `--json` prints it, by hand: what programs may rely on.
///
/// Everywhere more members may stand than are named here; whoever reads a session passes over what it does not
/// know.
package enum SessionSchema {
    package static var document: JSON {
        var document = session.objectValue ?? JSONObject()
        document["$schema"] = .string(draft)
        return .object(document)
    }

    /// The draft of JSON Schema that all of these are written in.
    package static let draft = "https://json-schema.org/draft/2020-12/schema"

    /// One session, as a part of what a command prints.
    package static var session: JSON {
        [
            "title": "A session of the sessions command",
            "description": """
            What --json prints of one session; of several it prints an array of these. Times are RFC 3339 in UTC. \
            Members that are not named here may be there too.
            """,
            "type": "object",
            "required": [
                "attachments", "comments", "createdAt", "createdBy", "events", "goals", "id", "intervals",
                "links", "participants", "running", "schema", "status", "tags", "title", "trackedSeconds",
                "updatedAt", "wallSeconds",
            ],
            "properties": .object(JSONObject(properties + ofSomeCommands)),
        ]
    }

    /// What every command that prints sessions says of them, by key.
    package static var keys: [String] { properties.map(\.0) }

    private static var properties: [(String, JSON)] { stored + lists + derived }

    private static var stored: [(String, JSON)] {
        [
            ("archived", archived),
            ("createdAt", time("When it was made")),
            ("createdBy", person("Who made it")),
            ("description", string("What it is about, in any number of lines")),
            ("id", string("Its id, whole")),
            ("plannedMinutes", number("The planned time in minutes")),
            ("project", string("The project, with points between its levels")),
            ("reflection", reflection),
            ("schema", integer("The number of the format")),
            ("source", source),
            ("status", choice(Status.allCases.map(\.rawValue), "Where it stands")),
            ("tags", list("The tags, in the order of their bytes", string("A tag"))),
            ("template", string("The template it was made from")),
            ("title", string("One line")),
        ]
    }

    private static var lists: [(String, JSON)] {
        [
            ("attachments", attachments), ("comments", comments), ("events", events), ("goals", goals),
            ("intervals", intervals), ("links", links), ("participants", participants),
        ]
    }

    private static var derived: [(String, JSON)] {
        [
            ("archivedAt", time("When it was archived")),
            ("completedAt", time("When it was completed")),
            ("overBudget", boolean("Whether it took more than planned; left out without a plan")),
            ("progress", share("The weighted share of the goals reached; left out without goals")),
            ("running", boolean("Whether anybody's clock runs")),
            ("startedAt", time("When work first began")),
            (
                "statusBefore",
                choice(
                    Status.allCases.filter { $0 != .archived }.map(\.rawValue),
                    "The status of an archived one")
            ),
            ("trackedSeconds", integer("Everybody's time added up")),
            ("updatedAt", time("When anything in it last changed")),
            ("wallSeconds", integer("The time on the clock, overlaps counted once")),
        ]
    }

    private static var ofSomeCommands: [(String, JSON)] {
        [
            ("changed", boolean("Of commands that change sessions: whether this one did")),
            ("dryRun", boolean("Of --dry-run: that nothing was changed")),
            ("forecast", forecast),
            (
                "match",
                object(
                    "Of search: where the words were found", required: ["field", "line"],
                    ["field": string("What the line is of"), "line": string("The line")])
            ),
        ]
    }

    // MARK: Parts of a session

    private static var archived: JSON {
        object("Who archived it, and when", ["at": time("When"), "by": person("Who")])
    }

    private static var source: JSON {
        object(
            "Where it was imported from", required: ["id", "name"],
            ["id": string("The id it has there"), "name": string("What that is called")])
    }

    private static var reflection: JSON {
        object(
            "What was learned",
            [
                "learned": list(
                    "In the order in which it was noted down",
                    object(
                        "A lesson", required: ["id", "text"], ["id": elementID, "text": string("Its text")])),
                "outcome": string("success, partial or failed"),
                "rating": number("How well it went, 1 to 5"),
                "skills": [
                    "additionalProperties": integer("By how much it grew, 0 where nothing was said of that"),
                    "description": "What was practised", "type": "object",
                ],
            ])
    }

    package static var attachments: JSON {
        list(
            "Files, in the order in which they were added",
            object(
                "A file", required: ["id", "name", "sha256"],
                [
                    "id": elementID, "at": time("When it was added"), "by": person("Who added it"),
                    "mediaType": string("Its media type"), "name": string("Its name"),
                    "sha256": string("The hash of its content"), "size": integer("Its bytes"),
                ]))
    }

    private static var comments: JSON {
        list(
            "By time",
            object(
                "A comment", required: ["id", "text"],
                [
                    "id": elementID, "at": time("When it was made"), "by": person("Who made it"),
                    "inReplyTo": string("The id of the comment it answers"),
                    "mentions": list("The people it names", person("One of them")),
                    "text": string("Its text"),
                ]))
    }

    package static var events: JSON {
        list(
            "What happened, in its order",
            object(
                "A change", required: ["id"],
                [
                    "id": elementID, "at": time("When it was recorded"), "by": person("Who made it"),
                    "for": time("The time claimed for it"),
                    "path": string("The JSON Pointer of what was set"),
                    "seq": integer("Its number; merged sessions can have two of one number"),
                    "type": string("created, edited, started, paused, completed and so on"),
                ]))
    }

    package static var goals: JSON {
        list(
            "By position",
            object(
                "What is to be reached", required: ["done", "id", "milestones", "progress", "title"],
                [
                    "id": elementID, "done": boolean("Whether it is reached"),
                    "doneAt": time("When it was reached, where it has no milestones"),
                    "doneBy": person("Who reached it"), "milestones": milestones,
                    "plannedMinutes": number("The planned time in minutes"), "position": number("Its place"),
                    "progress": share("The share of its milestones that are done"),
                    "required": boolean("Whether the session cannot be completed without it"),
                    "title": string("One line"),
                    "weight": number("What it counts for, 1 where it is left out"),
                ]))
    }

    private static var milestones: JSON {
        list(
            "By position",
            object(
                "A step", required: ["id", "title"],
                [
                    "id": elementID, "check": string("The command that proves it"),
                    "evidence": evidence, "doneAt": time("When it was done"), "doneBy": person("Who did it"),
                    "position": number("Its place"), "title": string("One line"),
                ]))
    }

    private static var evidence: JSON {
        object(
            "What came of running the check last", required: ["at"],
            [
                "at": time("When"), "by": person("Who ran it"),
                "commit": string("What was checked out, inside a git checkout"),
                "exit": integer("Its exit status, 0 where it passed"),
                "seconds": number("How long it took"), "signal": integer("The signal that ended it"),
                "timedOut": boolean("Whether it ran out of time"),
            ])
    }

    package static var intervals: JSON {
        list(
            "Tracked time, by its beginning: stretches have a start and an end, plain amounts a date and seconds",
            object(
                "A piece of it", required: ["by", "id"],
                [
                    "id": elementID, "by": person("Whose time it is"),
                    "date": string("The day, as 2026-11-22"),
                    "end": time("Its end"), "note": string("What it was spent on"),
                    "seconds": integer("How much it is"), "start": time("Its beginning"),
                    "utcOffset": string("Where local clocks stood, as +01:00"),
                ]))
    }

    private static var links: JSON {
        list(
            "What it has to do with",
            object(
                "A link", required: ["id"],
                [
                    "id": elementID, "at": time("When it was recorded"), "by": person("Who recorded it"),
                    "kind": string("What it leads to: branch, commit or another thing"),
                    "target": string("Where it leads"),
                ]))
    }

    private static var participants: JSON {
        list(
            "Who takes part, by name",
            object(
                "A person", required: ["id", "role"],
                [
                    "id": person("Who"),
                    "role": choice(Role.allCases.map(\.rawValue), "What they may do"),
                ]))
    }

    // MARK: Words of the schema

    private static var elementID: JSON { string("Its id within the session") }

    package static func string(_ meaning: String) -> JSON {
        ["description": .string(meaning), "type": "string"]
    }

    package static func person(_ meaning: String) -> JSON { string(meaning + ", as an address") }

    package static func time(_ meaning: String) -> JSON {
        ["description": .string(meaning), "format": "date-time", "type": "string"]
    }

    package static func integer(_ meaning: String) -> JSON {
        ["description": .string(meaning), "type": "integer"]
    }

    package static func number(_ meaning: String) -> JSON {
        ["description": .string(meaning), "type": "number"]
    }

    static func share(_ meaning: String) -> JSON {
        ["description": .string(meaning), "maximum": 1, "minimum": 0, "type": "number"]
    }

    package static func boolean(_ meaning: String) -> JSON {
        ["description": .string(meaning), "type": "boolean"]
    }

    package static func choice(_ values: [String], _ meaning: String) -> JSON {
        ["description": .string(meaning), "enum": .array(values.map(JSON.string)), "type": "string"]
    }

    package static func list(_ meaning: String, _ items: JSON) -> JSON {
        ["description": .string(meaning), "items": items, "type": "array"]
    }

    package static func object(
        _ meaning: String, required: [String] = [], _ properties: JSONObject
    ) -> JSON {
        var schema: JSONObject = ["description": .string(meaning), "type": "object"]
        if !properties.isEmpty { schema["properties"] = .object(properties) }
        if !required.isEmpty { schema["required"] = .array(required.map(JSON.string)) }
        return .object(schema)
    }
}
