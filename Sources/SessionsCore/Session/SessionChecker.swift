/// Decides whether a document is a session: the kinds of everything this program reads from it.
struct SessionChecker {
    /// What is wrong, and where.
    struct Problem: Error, Equatable {
        let pointer: JSONPointer
        let expected: String

        /// The same, seen from the object around it.
        func inside(_ key: String) -> Problem {
            Problem(pointer: JSONPointer(components: [key] + pointer.components), expected: expected)
        }
    }

    /// Throws the first problem.
    static func check(_ document: JSONObject) throws(Problem) {
        try require(document, "id", "a session id") { $0.stringValue.map(Identifier.isSession) ?? false }
        try require(document, "schema", "a whole number from 1") { ($0.intValue ?? 0) >= 1 }
        try require(document, "title", text, isText)
        try require(document, "createdAt", time, isTime)
        try require(document, "createdBy", text, isText)
        try require(document, "status", "draft, active, paused or completed") {
            $0.stringValue.flatMap(Status.init(rawValue:)).map { $0 != .archived } ?? false
        }
        for key in ["description", "project", "template"] { try optional(document, key, text, isText) }
        try optional(document, "plannedMinutes", minutes, isAmount)
        try optional(document, "tags", "a list of texts", isTexts)
        try inside(document, "archived") { mark throws(Problem) in try optional(mark, "at", time, isTime) }
        try inside(document, "source") { source throws(Problem) in
            for key in ["name", "id"] { try require(source, key, text, isText) }
        }
        try inside(document, "reflection", checkReflection)
        try inside(document, "participants") { people throws(Problem) in
            for person in people.keys {
                try require(people, person, "viewer, commenter, editor or owner") {
                    $0.stringValue.flatMap(Role.init(rawValue:)) != nil
                }
            }
        }
        try elements(document, "goals", checkGoal)
        try elements(document, "comments", checkComment)
        try elements(document, "attachments", checkAttachment)
        try elements(document, "intervals", checkInterval)
        try elements(document, "events", checkEvent)
        try inside(document, "links") { links throws(Problem) in
            // There may be others than those that this program records.
            for id in links.keys where links[id]?.objectValue != nil { try inside(links, id, checkLink) }
        }
    }

    private static func checkReflection(_ reflection: JSONObject) throws(Problem) {
        try optional(reflection, "outcome", text, isText)
        try optional(reflection, "rating", "a whole number") { $0.intValue != nil }
        try inside(reflection, "learned") { lessons throws(Problem) in
            for id in lessons.keys { try require(lessons, id, text, isText) }
        }
        try inside(reflection, "skills") { skills throws(Problem) in
            for name in skills.keys { try require(skills, name, "a whole number") { $0.intValue != nil } }
        }
    }

    private static func checkGoal(_ goal: JSONObject) throws(Problem) {
        try checkStep(goal)
        try optional(goal, "plannedMinutes", minutes, isAmount)
        try optional(goal, "required", "true or false") { $0.boolValue != nil }
        try optional(goal, "weight", "a number from 0 to 1,000,000") {
            $0.doubleValue.map(Goal.weights.contains) ?? false
        }
        try elements(goal, "milestones") { milestone throws(Problem) in
            try checkStep(milestone)
            try optional(milestone, "check", text, isText)
            try inside(milestone, "evidence", checkEvidence)
        }
    }

    private static func checkEvidence(_ evidence: JSONObject) throws(Problem) {
        try require(evidence, "at", time, isTime)
        try optional(evidence, "seconds", "a number of seconds") {
            $0.doubleValue.map { (0..<Double(TimeAmount.limit)).contains($0) } ?? false
        }
        for key in ["exit", "signal"] { try optional(evidence, key, "a whole number") { $0.intValue != nil } }
        try optional(evidence, "timedOut", "true or false") { $0.boolValue != nil }
        for key in ["by", "commit"] { try optional(evidence, key, text, isText) }
    }

    /// What goals and milestones share.
    private static func checkStep(_ step: JSONObject) throws(Problem) {
        try require(step, "title", text, isText)
        try optional(step, "position", "a number") { $0.doubleValue != nil }
        try optional(step, "doneAt", time, isTime)
    }

    private static func checkComment(_ comment: JSONObject) throws(Problem) {
        try require(comment, "text", text, isText)
        try require(comment, "at", time, isTime)
        for key in ["by", "inReplyTo"] { try optional(comment, key, text, isText) }
        try optional(comment, "mentions", "a list of texts", isTexts)
    }

    private static func checkAttachment(_ attachment: JSONObject) throws(Problem) {
        try require(attachment, "name", text, isText)
        // It is the name of a file, so it must be a hash and nothing else.
        try require(attachment, "sha256", "64 hexadecimal digits") {
            guard let hash = $0.stringValue?.utf8 else { return false }
            return hash.count == 64
                && hash.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        }
        try optional(attachment, "at", time, isTime)
        for key in ["by", "mediaType"] { try optional(attachment, key, text, isText) }
        try optional(attachment, "size", "a whole number") { ($0.intValue ?? -1) >= 0 }
    }

    private static func checkInterval(_ interval: JSONObject) throws(Problem) {
        let hasStart = interval["start"] != nil
        guard hasStart || interval["date"] != nil else {
            throw Problem(pointer: JSONPointer(), expected: "a start, or a date and seconds,")
        }
        if !hasStart {
            try require(interval, "date", "a day like 2026-11-22") {
                $0.stringValue.flatMap { CalendarDay($0) } != nil
            }
            try require(interval, "seconds", "a number of seconds") {
                $0.intValue.map((0..<TimeAmount.limit).contains) ?? false
            }
        } else {
            try require(interval, "start", time, isTime)
            try optional(interval, "end", time, isTime)
        }
        for key in ["by", "note"] { try optional(interval, key, text, isText) }
        try optional(interval, "utcOffset", "an offset like +02:00") {
            $0.stringValue.flatMap { Zone.offset(of: $0) } != nil
        }
    }

    private static func checkLink(_ link: JSONObject) throws(Problem) {
        for key in ["by", "kind", "target"] { try optional(link, key, text, isText) }
        try optional(link, "at", time, isTime)
    }

    private static func checkEvent(_ event: JSONObject) throws(Problem) {
        // Not so large that no number could follow it.
        try require(event, "seq", "a whole number") { $0.intValue.map((0..<1 << 53).contains) ?? false }
        try require(event, "at", time, isTime)
        for key in ["by", "path", "type"] { try optional(event, key, text, isText) }
        try optional(event, "for", time, isTime)
    }
}

// MARK: Members

extension SessionChecker {
    private static let text = "a text"
    private static let time = "a time"
    private static let minutes = "a number of minutes"

    static func require(
        _ object: JSONObject, _ key: String, _ expected: String, _ isRight: (JSON) -> Bool
    ) throws(Problem) {
        guard let value = object[key], isRight(value) else {
            throw Problem(pointer: JSONPointer(key), expected: expected)
        }
    }

    static func optional(
        _ object: JSONObject, _ key: String, _ expected: String, _ isRight: (JSON) -> Bool
    ) throws(Problem) {
        guard object[key].map(isRight) ?? true else {
            throw Problem(pointer: JSONPointer(key), expected: expected)
        }
    }

    /// Checks the object that a key holds, where there is one.
    static func inside(
        _ object: JSONObject, _ key: String, _ check: (JSONObject) throws(Problem) -> Void
    ) throws(Problem) {
        guard let value = object[key] else { return }
        guard let inner = value.objectValue else {
            throw Problem(pointer: JSONPointer(key), expected: "an object")
        }
        do throws(Problem) { try check(inner) } catch { throw error.inside(key) }
    }

    /// Checks each object in the object that a key holds.
    private static func elements(
        _ object: JSONObject, _ key: String, _ check: (JSONObject) throws(Problem) -> Void
    ) throws(Problem) {
        try inside(object, key) { members throws(Problem) in
            for (id, element) in members {
                guard let element = element.objectValue else {
                    throw Problem(pointer: JSONPointer(id), expected: "an object")
                }
                do throws(Problem) { try check(element) } catch { throw error.inside(id) }
            }
        }
    }

    private static func isText(_ json: JSON) -> Bool { json.stringValue != nil }
    private static func isTexts(_ json: JSON) -> Bool { json.arrayValue?.allSatisfy(isText) ?? false }
    private static func isTime(_ json: JSON) -> Bool { instant(json) != nil }
    private static func isAmount(_ json: JSON) -> Bool {
        json.doubleValue.flatMap(TimeAmount.init(minutes:)) != nil
    }
}
