/// The JSON Schema of a template's file, by hand: for editors and validators of those who write one.
package enum TemplateSchema {
    package static var document: JSON {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "A template of the sessions command",
            "description": """
            The file templates/NAME.json. '{{name}}' stands for the value of a field, '{{title}}' for the title that \
            is typed. Members that are not named here are kept.
            """,
            "type": "object",
            "required": ["schema"],
            "properties": [
                "description": text("What a session is about, in any number of lines"),
                "fields": each("What is filled with --set, by name", field),
                "goals": each("What is to be reached, by ids of your choice", goal),
                "participants": each(
                    "Who takes part, by address",
                    [
                        "description": "What they may do",
                        "enum": .array(Role.allCases.map { .string($0.rawValue) }), "type": "string",
                    ]),
                "plannedMinutes": plan,
                "project": text("The project, with points between its levels"),
                "schema": [
                    "description": "The number of the format", "maximum": 1, "minimum": 1, "type": "integer",
                ],
                "summary": text("What it is for, in a line"),
                "tags": list("The tags"),
                "title": text("The title of a session; the typed one, where there is none"),
            ],
        ]
    }

    private static var field: JSON {
        [
            "description": "A field", "type": "object",
            "properties": [
                "choices": list("What a choice can be"),
                "default": [
                    "description": "Its value where none is given",
                    "type": ["string", "number", "boolean"],
                ],
                "position": place,
                "required": boolean("Whether it must be given"),
                "summary": text("What to give"),
                "type": [
                    "description": "What its value is; text, where none is named",
                    "enum": .array(TemplateField.Kind.allCases.map { .string($0.rawValue) }),
                    "type": "string",
                ],
            ],
        ]
    }

    private static var goal: JSON {
        [
            "description": "A goal", "type": "object", "required": ["title"],
            "properties": [
                "milestones": each(
                    "Steps on the way, by ids of your choice",
                    [
                        "description": "A step", "type": "object", "required": ["title"],
                        "properties": [
                            "check": text("The command that proves it, without placeholders"),
                            "position": place,
                            "title": text("One line"),
                        ],
                    ]),
                "plannedMinutes": plan,
                "position": place,
                "required": boolean("Whether a session cannot be completed without it"),
                "title": text("One line"),
                "weight": [
                    "description": "What it counts for, 1 where it is left out", "maximum": 1_000_000,
                    "minimum": 0, "type": "number",
                ],
            ],
        ]
    }

    private static var plan: JSON {
        [
            "description": "The planned time in minutes, or '{{name}}' of a field that is a duration",
            "type": ["number", "string"],
        ]
    }

    private static var place: JSON { ["description": "Its place among the others", "type": "number"] }

    private static func text(_ meaning: String) -> JSON {
        ["description": .string(meaning), "type": "string"]
    }

    private static func boolean(_ meaning: String) -> JSON {
        ["description": .string(meaning), "type": "boolean"]
    }

    private static func list(_ meaning: String) -> JSON {
        ["description": .string(meaning), "items": text("One of them"), "type": "array"]
    }

    private static func each(_ meaning: String, _ member: JSON) -> JSON {
        ["additionalProperties": member, "description": .string(meaning), "type": "object"]
    }
}
