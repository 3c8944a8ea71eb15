/// Something in a session that names what is not there.
enum BrokenReferenceCheck: FileCheck {
    static let name = "broken-reference"
    static let consequence = "What it belongs to cannot be shown with it."

    static func problems(in file: ExaminedFile) -> [FileProblem] {
        guard let session = file.knownSession else { return [] }
        let advice = "make it a comment of its own by taking 'inReplyTo' out"
        var problems = brokenReplies(in: session).map { reply in
            let text =
                reply.isLoop
                ? "comment '\(reply.id)' answers, by way of others, itself"
                : "comment '\(reply.id)' answers '\(reply.target)', which is not there"
            return FileProblem(
                pointer: JSONPointer("comments", reply.id, "inReplyTo"), text: text,
                advice: advice, remedy: .edit)
        }
        for (id, event) in session.document["events"]?.objectValue ?? JSONObject() {
            guard let path = event.objectValue?["path"]?.stringValue,
                path.utf8.first != UInt8(ascii: "/") || path.utf8.contains(UInt8(ascii: "~")),
                JSONPointer(parsing: path) == nil
            else { continue }
            problems.append(
                FileProblem(
                    severity: .note, pointer: JSONPointer("events", id, "path"),
                    text: "event '\(id)' is about '\(path)', which is no path",
                    advice: "no command is kept from working by it; mend it in an editor"))
        }
        for participant in session.participants where (try? SessionRules.person(participant.person)) == nil {
            problems.append(
                FileProblem(
                    severity: .note, pointer: JSONPointer("participants", participant.person),
                    text: "participant '\(participant.person)' is no address or name",
                    advice: "nobody can be this person; give the right address in an editor"))
        }
        return problems
    }

    static func mend(_ session: inout Session, _ engine: Engine) throws(SessionsError) {
        let broken = brokenReplies(in: session)
        guard !broken.isEmpty else { return }
        _ = try engine.edit(&session, needing: .change) { edit throws(SessionsError) in
            for reply in broken { try edit.set(nil, at: JSONPointer("comments", reply.id, "inReplyTo")) }
        }
    }

    /// Replies to comments that are not there; of those that go round in a circle, the first by id.
    private static func brokenReplies(
        in session: Session
    ) -> [(id: String, target: String, isLoop: Bool)] {
        let comments = session.document["comments"]?.objectValue ?? JSONObject()
        func target(_ id: String) -> String? {
            comments[id]?.objectValue?["inReplyTo"]?.stringValue
        }
        var broken: [(id: String, target: String, isLoop: Bool)] = []
        for id in comments.keys {
            guard let answered = target(id) else { continue }
            guard comments[answered] != nil else {
                broken.append((id, answered, false))
                continue
            }
            // On the way up each is met once, or the way ends where it began.
            var way = [id]
            var next: String? = answered
            while let comment = next, comment > id, way.count <= comments.count {
                way.append(comment)
                next = target(comment)
            }
            if next == id { broken.append((id, answered, true)) }
        }
        return broken
    }
}
