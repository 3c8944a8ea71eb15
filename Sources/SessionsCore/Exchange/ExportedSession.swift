/// Turns what `export` prints of a session back into the document that it was printed of: lists become objects
/// again, each element under its id, and what was only derived goes.
///
/// A document as it lies in a file is taken too. Whether the result is a session is for `SessionChecker` to say.
enum ExportedSession {
    typealias Problem = SessionChecker.Problem

    private static let derived = [
        "archivedAt", "changed", "completedAt", "dryRun", "forecast", "match", "overBudget", "progress",
        "running",
        "startedAt", "statusBefore", "trackedSeconds", "updatedAt", "wallSeconds",
    ]

    static func document(of output: JSONObject) throws(Problem) -> JSONObject {
        var document = output
        if document["status"]?.stringValue == Status.archived.rawValue, let before = document["statusBefore"]
        {
            document["status"] = before
        }
        for key in derived { document[key] = nil }
        if document["tags"]?.arrayValue?.isEmpty ?? false { document["tags"] = nil }
        for key in ["attachments", "comments", "events", "intervals", "links"] {
            try takeApart(&document, key)
        }
        try takeApart(&document, "participants", plain: "role")
        try takeApart(&document, "goals") { goal throws(Problem) in
            goal["done"] = nil
            goal["progress"] = nil
            try takeApart(&goal, "milestones")
        }
        if var reflection = document["reflection"]?.objectValue {
            do throws(Problem) { try takeApart(&reflection, "learned", plain: "text") } catch {
                throw error.inside("reflection")
            }
            document["reflection"] = .object(reflection)
        }
        return document
    }

    /// What a session that this program made cannot hold. Of a file that is here it would be shown as it is; what
    /// comes from elsewhere is not taken.
    static func checkValues(of session: Session) throws(Problem) {
        let reflection = session.document["reflection"]?.objectValue
        if let rating = reflection?["rating"]?.intValue, !(1...5).contains(rating) {
            throw Problem(
                pointer: JSONPointer("reflection", "rating"), expected: "a whole number from 1 to 5")
        }
        if let outcome = reflection?["outcome"]?.stringValue, Reflection.Outcome(rawValue: outcome) == nil {
            throw Problem(
                pointer: JSONPointer("reflection", "outcome"), expected: "success, partial or failed")
        }
        for interval in session.intervals {
            if case .stretch(let start, let end?) = interval.extent, end < start {
                throw Problem(
                    pointer: JSONPointer("intervals", interval.id, "end"),
                    expected: "a time from its start on")
            }
        }
    }

    /// Makes the list that a key holds an object by id, none where it is empty.
    ///
    /// - Parameters:
    ///   - plain: the only member of an element that is stored as that alone.
    ///   - change: is given each element.
    private static func takeApart(
        _ object: inout JSONObject, _ key: String, plain: String? = nil,
        _ change: (inout JSONObject) throws(Problem) -> Void = { _ throws(Problem) in }
    ) throws(Problem) {
        guard let list = object[key]?.arrayValue else { return }
        var members: [(String, JSON)] = []
        members.reserveCapacity(list.count)
        for element in list {
            guard var element = element.objectValue, let id = element["id"]?.stringValue else {
                throw Problem(pointer: JSONPointer(key), expected: "objects that each have an id")
            }
            element["id"] = nil
            do throws(Problem) { try change(&element) } catch { throw error.inside(id).inside(key) }
            members.append((id, plain.flatMap { element[$0] } ?? .object(element)))
        }
        let byID = JSONObject(members)
        guard byID.count == list.count else {
            throw Problem(pointer: JSONPointer(key), expected: "ids that differ")
        }
        object[key] = byID.isEmpty ? nil : .object(byID)
    }
}
