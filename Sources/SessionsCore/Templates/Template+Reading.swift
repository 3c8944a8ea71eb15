extension Template {
    typealias Problem = SessionChecker.Problem

    /// What this program knows in a template, in its goals, milestones and fields.
    private static let keys = [
        "description", "fields", "goals", "participants", "plannedMinutes", "project", "schema", "summary",
        "tags", "title",
    ]
    private static let goalKeys = ["milestones", "plannedMinutes", "position", "required", "title", "weight"]
    private static let milestoneKeys = ["check", "position", "title"]
    private static let fieldKeys = ["choices", "default", "position", "required", "summary", "type"]

    /// Reads a document.
    ///
    /// - Throws: the first thing in it that is wrong, and where.
    init(_ document: JSONObject, name: String, origin: Origin) throws(Problem) {
        self.init(name: name, origin: origin, document: document)
        try SessionChecker.require(document, "schema", "a whole number from 1") { ($0.intValue ?? 0) >= 1 }
        try SessionChecker.optional(document, "summary", "one line") {
            $0.stringValue.map { (try? SessionRules.title($0)) != nil } ?? false
        }
        summary = document["summary"]?.stringValue
        fields = try Template.read("fields", in: document, Template.field)
            .sorted { ($0.position, $0.name) < ($1.position, $1.name) }
        title = try text(document, "title", "a title of one line") { text throws(SessionsError) in
            _ = try SessionRules.title(text)
        }
        description = try text(document, "description", "a text") { _ in }
        project = try text(document, "project", "words joined by points, like web.auth") {
            text throws(SessionsError) in _ = try SessionRules.project(text)
        }
        planned = try plan(document)
        tags = try tags(document)
        participants = try Template.participants(document)
        goals = try Template.read("goals", in: document) { id, goal throws(Problem) in
            (try number(goal, "position"), try self.goal(id, goal))
        }.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
    }

    /// Members that this program does not know, each by its path: kept, but nothing comes of them.
    var unknownMembers: [String] {
        func unknown(_ object: JSONObject?, _ known: [String], _ path: JSONPointer) -> [JSONPointer] {
            (object?.keys ?? []).filter { !known.contains($0) && $0 != "$schema" }.map(path.appending)
        }
        func each(_ pointer: JSONPointer, _ visit: (JSONObject, JSONPointer) -> [JSONPointer])
            -> [JSONPointer]
        {
            (document[pointer]?.objectValue ?? JSONObject()).flatMap { id, member in
                member.objectValue.map { visit($0, pointer.appending(id)) } ?? []
            }
        }
        let pointers =
            unknown(document, Template.keys, JSONPointer())
            + each(JSONPointer("fields")) { unknown($0, Template.fieldKeys, $1) }
            + each(JSONPointer("goals")) { goal, path in
                unknown(goal, Template.goalKeys, path)
                    + each(path.appending("milestones")) { unknown($0, Template.milestoneKeys, $1) }
            }
        return pointers.map(\.description)
    }

    // MARK: Parts

    private func goal(_ id: String, _ goal: JSONObject) throws(Problem) -> PlannedGoal {
        try SessionChecker.optional(goal, "required", "true or false") { $0.boolValue != nil }
        try SessionChecker.optional(goal, "weight", "a number from 0 to 1,000,000") {
            $0.doubleValue.map(Goal.weights.contains) ?? false
        }
        let milestones = try Template.read("milestones", in: goal) { id, milestone throws(Problem) in
            try SessionChecker.optional(
                milestone, "check",
                "a command without placeholders, which a shell would take for more than a value"
            ) { $0.stringValue.map { TemplateText($0).placeholders.isEmpty } ?? false }
            let step = PlannedMilestone(
                id: id, title: try title(milestone), check: milestone["check"]?.stringValue)
            return (try number(milestone, "position"), step)
        }
        return PlannedGoal(
            id: id, title: try title(goal), isRequired: goal["required"]?.boolValue ?? false,
            weight: goal["weight"]?.doubleValue, planned: try plan(goal),
            milestones: milestones.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1))
    }

    /// The title of a goal or a milestone, which must have one.
    private func title(_ step: JSONObject) throws(Problem) -> TemplateText {
        let expected = "a title of one line"
        let text = try text(step, "title", expected) { text throws(SessionsError) in
            _ = try SessionRules.title(text)
        }
        guard let text else { throw Problem(pointer: JSONPointer("title"), expected: expected) }
        return text
    }

    private func number(_ object: JSONObject, _ key: String) throws(Problem) -> Double {
        try SessionChecker.optional(object, key, "a number") { $0.doubleValue != nil }
        return object[key]?.doubleValue ?? 0
    }

    private func plan(_ object: JSONObject) throws(Problem) -> Plan? {
        let key = "plannedMinutes"
        guard let value = object[key] else { return nil }
        if let amount = value.doubleValue.flatMap(TimeAmount.init(minutes:)) { return .amount(amount) }
        let name = value.stringValue.flatMap { TemplateText($0).onlyPlaceholder }
        guard let name, fields.contains(where: { $0.name == name && $0.kind == .duration }) else {
            throw Problem(
                pointer: JSONPointer(key), expected: "a number of minutes, or '{{name}}' of a duration")
        }
        return .field(name)
    }

    private func tags(_ document: JSONObject) throws(Problem) -> [TemplateText] {
        guard let value = document["tags"] else { return [] }
        let pointer = JSONPointer("tags")
        var tags: [TemplateText] = []
        for element in value.arrayValue ?? [.null] {
            guard let source = element.stringValue else {
                throw Problem(pointer: pointer, expected: "a list of texts")
            }
            let tag = TemplateText(source)
            try checkPlaceholders(of: tag, at: pointer)
            guard (try? SessionRules.tags([tag.filled { _ in "x" }])) != nil else {
                throw Problem(pointer: pointer, expected: "tags of one word without commas")
            }
            tags.append(tag)
        }
        return tags
    }

    /// The text that a key holds.
    ///
    /// - Parameter check: what must hold of it once there is a word in every place.
    private func text(
        _ object: JSONObject, _ key: String, _ expected: String,
        _ check: (String) throws(SessionsError) -> Void
    ) throws(Problem) -> TemplateText? {
        guard let value = object[key] else { return nil }
        guard let text = value.stringValue.map(TemplateText.init) else {
            throw Problem(pointer: JSONPointer(key), expected: expected)
        }
        try checkPlaceholders(of: text, at: JSONPointer(key))
        do throws(SessionsError) { try check(text.filled { _ in "x" }) } catch {
            throw Problem(pointer: JSONPointer(key), expected: expected)
        }
        return text
    }

    private func checkPlaceholders(of text: TemplateText, at pointer: JSONPointer) throws(Problem) {
        let known = fields.map(\.name) + [TemplateText.title]
        for name in text.placeholders where !known.contains(name) {
            throw Problem(
                pointer: pointer,
                expected: "one of its fields (\(known.joined(separator: ", "))) instead of '{{\(name)}}'")
        }
    }

    private static func participants(_ document: JSONObject) throws(Problem) -> [Participant] {
        var participants: [Participant] = []
        try SessionChecker.inside(document, "participants") { people throws(Problem) in
            for (person, role) in people {
                guard let role = role.stringValue.flatMap(Role.init(rawValue:)) else {
                    throw Problem(
                        pointer: JSONPointer(person), expected: "viewer, commenter, editor or owner")
                }
                let isPerson = (try? SessionRules.person(person)) != nil
                guard isPerson, TemplateText(person).placeholders.isEmpty else {
                    throw Problem(pointer: JSONPointer(person), expected: "an e-mail address as a key")
                }
                participants.append(Participant(person: person, role: role))
            }
        }
        return participants
    }

    // MARK: Fields

    private static func field(_ name: String, _ object: JSONObject) throws(Problem) -> TemplateField {
        guard TemplateName.isField(name) else {
            throw Problem(pointer: JSONPointer(), expected: TemplateName.ofField + ", other than title,")
        }
        let kinds = TemplateField.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        try SessionChecker.optional(object, "type", "one of \(kinds)") {
            $0.stringValue.flatMap(TemplateField.Kind.init(rawValue:)) != nil
        }
        try SessionChecker.optional(object, "required", "true or false") { $0.boolValue != nil }
        try SessionChecker.optional(object, "position", "a number") { $0.doubleValue != nil }
        try SessionChecker.optional(object, "summary", "a text") { $0.stringValue != nil }
        let kind = object["type"]?.stringValue.flatMap(TemplateField.Kind.init(rawValue:)) ?? .text
        let choices = object["choices"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let isRight =
            kind == .choice
            ? !choices.isEmpty && choices.count == object["choices"]?.arrayValue?.count
                && !choices.contains("")
            : object["choices"] == nil
        guard isRight else {
            throw Problem(
                pointer: JSONPointer("choices"),
                expected: kind == .choice ? "a list of texts to choose from" : "choices for a choice only")
        }
        let field = TemplateField(
            name: name, kind: kind, isRequired: object["required"]?.boolValue ?? false,
            defaultText: try defaultText(object), choices: SessionRules.sortedSet(choices),
            summary: object["summary"]?.stringValue, position: object["position"]?.doubleValue ?? 0)
        do throws(SessionsError) {
            _ = try field.defaultText.map { text throws(SessionsError) in
                try field.value(of: text, today: CalendarDay(daysSince1970: 0))
            }
        } catch {
            guard case .invalid(let what, _, let expected) = error else { return field }
            let kind = what.prefix { $0 != "'" }.dropLast(5)
            throw Problem(pointer: JSONPointer("default"), expected: "\(kind) (\(expected))")
        }
        return field
    }

    /// What stands there where no value is given: a text, a number, or true or false.
    private static func defaultText(_ field: JSONObject) throws(Problem) -> String? {
        switch field["default"] {
        case nil: return nil
        case .string(let text)?: return text
        case .number(let number)?: return number.text
        case .bool(let isTrue)?: return isTrue ? "yes" : "no"
        default:
            throw Problem(
                pointer: JSONPointer("default"), expected: "a text, a number, or true or false")
        }
    }

    /// Reads each object in the object that a key holds.
    private static func read<Element>(
        _ key: String, in object: JSONObject,
        _ read: (String, JSONObject) throws(Problem) -> Element
    ) throws(Problem) -> [Element] {
        var elements: [Element] = []
        try SessionChecker.inside(object, key) { members throws(Problem) in
            for id in members.keys {
                try SessionChecker.inside(members, id) { member throws(Problem) in
                    elements.append(try read(id, member))
                }
            }
        }
        return elements
    }
}
