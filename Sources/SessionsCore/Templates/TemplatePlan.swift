/// What a new template is to hold; nil and nothing leave things as they are.
package struct TemplatePlan: Sendable {
    package struct Field: Equatable, Sendable {
        package var name: String
        package var kind: TemplateField.Kind
        package var choices: [String]
        package var defaultText: String?

        package init(
            name: String, kind: TemplateField.Kind = .text, choices: [String] = [], defaultText: String? = nil
        ) {
            self.name = name
            self.kind = kind
            self.choices = choices
            self.defaultText = defaultText
        }
    }

    package var summary: String?
    package var title: String?
    package var description: String?
    package var project: String?
    package var planned: TimeAmount?
    package var tags: [String] = []
    package var goals: [String] = []
    package var participants: [Participant] = []
    package var fields: [Field] = []
    /// Those that must be given, which stand before the others.
    package var requiredFields: [Field] = []

    package init() {}

    package var saysAnything: Bool {
        summary != nil || title != nil || description != nil || project != nil || planned != nil
            || !tags.isEmpty || !goals.isEmpty || !participants.isEmpty || !fields.isEmpty
            || !requiredFields.isEmpty
    }
}

extension Template {
    /// The document of a template with what a plan says, added to that of another one.
    package static func document(
        of plan: TemplatePlan, on base: JSONObject = [:], ids: Identifier.Source
    ) -> JSONObject {
        var document = base
        document["schema"] = .number(JSONNumber(schema))
        for (key, text) in [
            ("summary", plan.summary), ("title", plan.title), ("description", plan.description),
            ("project", plan.project),
        ] {
            if let text { document[key] = .string(text) }
        }
        if let planned = plan.planned { document["plannedMinutes"] = .number(.minutes(planned)) }
        if !plan.tags.isEmpty {
            let old = document["tags"]?.arrayValue?.compactMap(\.stringValue) ?? []
            document["tags"] = .array(SessionRules.sortedSet(old + plan.tags).map(JSON.string))
        }
        for participant in plan.participants {
            _ = document.set(
                .string(participant.role.rawValue), at: JSONPointer("participants", participant.person))
        }
        for goal in plan.goals {
            let position = document.lastPosition(in: "goals") + 1
            _ = document.set(
                ["position": .number(JSONNumber(position)), "title": .string(goal)],
                at: JSONPointer("goals", ids.element(.goal)))
        }
        for (field, isRequired) in plan.requiredFields.map({ ($0, true) }) + plan.fields.map({ ($0, false) })
        {
            var object: JSONObject = [
                "position": .number(JSONNumber(document.lastPosition(in: "fields") + 1)),
                "type": .string(field.kind.rawValue),
            ]
            if !field.choices.isEmpty { object["choices"] = .array(field.choices.map(JSON.string)) }
            object["default"] = field.defaultText.map(JSON.string)
            if isRequired { object["required"] = true }
            _ = document.set(.object(object), at: JSONPointer("fields", field.name))
        }
        return document
    }
}

extension JSONObject {
    /// The highest position among the elements that a key holds, as far as a whole number can tell it; 0 where
    /// there are none.
    fileprivate func lastPosition(in key: String) -> Int {
        var last = 0
        for (_, element) in self[key]?.objectValue ?? JSONObject() {
            let position = element.objectValue?["position"]?.doubleValue ?? 0
            if (0..<1_000_000).contains(position) { last = Swift.max(last, Int(position)) }
        }
        return last
    }
}
