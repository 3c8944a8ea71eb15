import SessionsCore

extension OutputSchema {
    /// A template, with its elements in their order, each with its id or name.
    static var template: JSON {
        let step = Of.object(
            "A step", required: ["id", "title"],
            ["check": text, "id": text, "position": Of.number("Its place"), "title": text])
        let goal = Of.object(
            "A goal", required: ["id", "milestones", "title"],
            [
                "id": text, "milestones": Of.list("Steps on the way", step), "plannedMinutes": planned,
                "position": Of.number("Its place"), "required": Of.boolean("Whether a session needs it"),
                "title": text, "weight": Of.number("What it counts for"),
            ])
        let field = Of.object(
            "A field", required: ["name"],
            [
                "choices": Of.list("What it can be", text), "default": [:], "name": text,
                "position": Of.number("Its place"), "required": Of.boolean("Whether it must be given"),
                "summary": text, "type": text,
            ])
        return Of.object(
            "A template", required: ["name", "origin"],
            [
                "changed": Of.boolean("Whether the command changed it"), "description": text,
                "dryRun": Of.boolean("That nothing was changed"), "fields": Of.list("Its fields", field),
                "goals": Of.list("Its goals", goal), "name": text, "origin": origin,
                "participants": Of.list(
                    "Who takes part",
                    Of.object("One", required: ["person", "role"], ["person": text, "role": text])),
                "path": path, "plannedMinutes": planned, "project": text,
                "schema": Of.integer("The number of the format"),
                "shadowed": Of.boolean("Whether another of its name goes before it"), "summary": text,
                "tags": Of.list("Its tags", text), "title": text,
            ])
    }

    static var templateChecks: JSON {
        Of.list(
            "Templates, checked",
            Of.object(
                "One", required: ["name", "origin", "remarks"],
                ["name": text, "origin": origin, "path": path, "remarks": Of.list("What is odd", text)]))
    }

    private static var origin: JSON {
        Of.choice(["built-in", "workspace", "personal"], "Where it comes from")
    }
    private static var path: JSON { Of.string("Its file") }
    private static var planned: JSON {
        ["description": "Minutes, or the field that gives them", "type": ["number", "string"]]
    }
}
