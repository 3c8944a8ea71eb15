extension Engine {
    /// Adds a comment.
    ///
    /// - Parameter reply: the comment it answers, by its number as listed or the beginning of its id.
    package func comment(
        on session: inout Session, _ text: String, inReplyTo reply: String? = nil
    ) throws(SessionsError) -> Bool {
        guard let text = SessionRules.optional(text) else {
            throw .invalid(what: "a comment", value: text, expected: "some text")
        }
        var comment: JSONObject = [
            "at": .string(now.rfc3339), "by": .string(user), "text": .string(text),
        ]
        comment["inReplyTo"] = try reply.map { reference throws(SessionsError) in
            .string(try ElementReference(reference).comment(in: session).id)
        }
        let people = session.participants.map(\.person) + membership.members.map(\.person)
        let mentions = SessionRules.sortedSet(Mention.people(named: text, among: people))
        if !mentions.isEmpty { comment["mentions"] = .array(mentions.map(JSON.string)) }
        return try edit(&session, needing: .contribute) { edit throws(SessionsError) in
            let path = JSONPointer("comments", edit.newID(.comment, in: "comments"))
            try edit.store(.object(comment), at: path)
            edit.record(.added, at: path)
        }
    }
}

/// `@name` in a text.
enum Mention {
    /// The people a text names by their address, or by what stands before its `@`.
    static func people(named text: String, among people: [String]) -> [String] {
        names(in: text).compactMap { name in
            people.first { $0 == name } ?? people.first { $0.prefix { $0 != "@" } == name }
        }
    }

    /// What follows each `@` that does not stand inside a word, as that of an address does.
    private static func names(in text: String) -> [Substring] {
        var names: [Substring] = []
        var rest = text[...]
        while let mark = rest.firstIndex(of: "@") {
            let isInside = text[..<mark].last.map(isPartOfName) ?? false
            rest = rest[rest.index(after: mark)...]
            guard !isInside else { continue }
            var name = rest.prefix { isPartOfName($0) || $0 == "@" }
            rest = rest[name.endIndex...]
            // The end of a sentence is not part of the name.
            while name.last == "." { name.removeLast() }
            names.append(name)
        }
        return names
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "._-+".contains(character)
    }
}
