/// Decides whether a document is a session: the kinds of everything this program reads from it.
struct SessionChecker {
    /// What is wrong, and where.
    struct Problem: Error, Equatable {
        let pointer: JSONPointer
        let expected: String
    }

    /// Throws the first problem, in the order of the keys.
    static func check(_ document: JSONObject) throws(Problem) {
        try require(document, "id", "a session id") { $0.stringValue.map(Identifier.isSession) ?? false }
        try require(document, "schema", "a whole number from 1") { ($0.intValue ?? 0) >= 1 }
        try require(document, "title", "a text", isText)
        try require(document, "createdAt", "a time", isTime)
        try require(document, "createdBy", "a text", isText)
        try require(document, "status", "draft, active, paused or completed") {
            $0.stringValue.flatMap(Status.init(rawValue:)).map { $0 != .archived } ?? false
        }
        for key in ["description", "project", "template"] { try optional(document, key, "a text", isText) }
        try optional(document, "plannedMinutes", "a number of minutes", isAmount)
        try optional(document, "tags", "a list of texts") { $0.arrayValue?.allSatisfy(isText) ?? false }
        try optional(document, "archived", "an object", isObject)
        try optional(document, "source", "an object", isObject)
        try optional(document, "reflection", "an object", isObject)
        try elements(document, "participants", "a role") {
            $0.stringValue.flatMap(Role.init(rawValue:)) != nil
        }
        try elements(document, "goals", "a goal with a title", isGoal)
        try elements(document, "comments", "a comment with its text and time") {
            isText($0.objectValue?["text"]) && isTime($0.objectValue?["at"])
        }
        try elements(document, "attachments", "an attachment with its name and sha256", isAttachment)
        try elements(document, "intervals", "a start, or a date and seconds", isInterval)
        try elements(document, "events", "an event with its seq and time") {
            $0.objectValue?["seq"]?.intValue != nil && isTime($0.objectValue?["at"])
        }
    }

    private static func require(
        _ document: JSONObject, _ key: String, _ expected: String, _ isRight: (JSON) -> Bool
    ) throws(Problem) {
        guard let value = document[key], isRight(value) else {
            throw Problem(pointer: JSONPointer(key), expected: expected)
        }
    }

    private static func optional(
        _ document: JSONObject, _ key: String, _ expected: String, _ isRight: (JSON) -> Bool
    ) throws(Problem) {
        guard let value = document[key] else { return }
        guard isRight(value) else { throw Problem(pointer: JSONPointer(key), expected: expected) }
    }

    private static func elements(
        _ document: JSONObject, _ key: String, _ expected: String, _ isRight: (JSON) -> Bool
    ) throws(Problem) {
        guard let value = document[key] else { return }
        guard let members = value.objectValue else {
            throw Problem(pointer: JSONPointer(key), expected: "an object")
        }
        for (id, element) in members where !isRight(element) {
            throw Problem(pointer: JSONPointer(key, id), expected: expected)
        }
    }

    private static func isText(_ json: JSON?) -> Bool { json?.stringValue != nil }
    private static func isTime(_ json: JSON?) -> Bool { instant(json) != nil }
    private static func isObject(_ json: JSON) -> Bool { json.objectValue != nil }
    private static func isAmount(_ json: JSON) -> Bool {
        json.doubleValue.flatMap(TimeAmount.init(minutes:)) != nil
    }

    private static func isGoal(_ json: JSON) -> Bool {
        guard let goal = json.objectValue, isText(goal["title"]) else { return false }
        guard let milestones = goal["milestones"] else { return true }
        return milestones.objectValue?.allSatisfy { isText($0.value.objectValue?["title"]) } ?? false
    }

    /// A hash is the name of a file, so it must be one and nothing else.
    private static func isAttachment(_ json: JSON) -> Bool {
        guard let attachment = json.objectValue, isText(attachment["name"]),
            let hash = attachment["sha256"]?.stringValue?.utf8
        else { return false }
        return hash.count == 64
            && hash.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private static func isInterval(_ json: JSON) -> Bool {
        guard let interval = json.objectValue else { return false }
        if let start = interval["start"] { return isTime(start) && (interval["end"].map(isTime) ?? true) }
        return interval["date"]?.stringValue.flatMap { CalendarDay($0) } != nil
            && interval["seconds"]?.intValue.map { $0 >= 0 } ?? false
    }
}
