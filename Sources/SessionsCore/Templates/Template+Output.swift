extension Template {
    /// The template as programs are shown it: what its file holds under names and ids as lists in their natural
    /// order, with its name and whose it is.
    package var output: JSONObject {
        var output = document
        let stored = { (id: String, key: String) in
            document[JSONPointer(key, id)]?.objectValue ?? JSONObject()
        }
        output["fields"] = .array(
            fields.map { field in
                var object = stored(field.name, "fields")
                object["name"] = .string(field.name)
                object["type"] = .string(field.kind.rawValue)
                object["required"] = .bool(field.isRequired)
                return .object(object)
            })
        output["goals"] = .array(
            goals.map { goal in
                var object = stored(goal.id, "goals")
                let steps = object["milestones"]?.objectValue
                object["id"] = .string(goal.id)
                object["milestones"] = .array(
                    goal.milestones.map { milestone in
                        var step = steps?[milestone.id]?.objectValue ?? JSONObject()
                        step["id"] = .string(milestone.id)
                        return .object(step)
                    })
                return .object(object)
            })
        output["participants"] = .array(
            participants.map { ["id": .string($0.person), "role": .string($0.role.rawValue)] })
        output["tags"] = .array(tags.map { .string($0.source) })
        output["name"] = .string(name)
        output["origin"] = .string(origin.rawValue)
        return output
    }

    /// The text of a template to begin with, in an editor.
    package static var example: String {
        let document: JSONObject = [
            "description": "What a customer saw, and how often.",
            "fields": [
                "severity": [
                    "choices": ["high", "low"], "default": "low", "position": 2, "type": "choice",
                ],
                "ticket": [
                    "position": 1, "required": true, "summary": "the number of the ticket", "type": "text",
                ],
            ],
            "goals": [
                "fix": [
                    "milestones": [
                        "tests": ["check": "make test", "position": 1, "title": "The tests pass"]
                    ], "plannedMinutes": 60, "position": 1, "required": true, "title": "Fix {{ticket}}",
                ]
            ],
            "plannedMinutes": 90,
            "schema": 1,
            "summary": "mend what a customer reported",
            "tags": ["bug", "{{severity}}"],
            "title": "{{ticket}}: {{title}}",
        ]
        return String(decoding: JSON.object(document).bytes(.file), as: UTF8.self)
    }
}
