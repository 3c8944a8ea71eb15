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
            .string(try Engine.comment(reference, in: session).id)
        }
        let people = session.participants.map(\.person) + membership.members.map(\.person)
        let mentions = SessionRules.sortedSet(Mention.people(named: text, among: people))
        if !mentions.isEmpty { comment["mentions"] = .array(mentions.map(JSON.string)) }
        return try edit(&session, needing: .contribute) { edit throws(SessionsError) in
            guard text.utf8.count <= Limits.text else {
                throw .limit(what: "a comment of \(text.utf8.count) bytes", limit: "\(Limits.text) bytes")
            }
            let path = JSONPointer("comments", edit.newID(.comment, in: "comments"))
            try edit.store(.object(comment), at: path)
            edit.record(.added, at: path)
        }
    }

    private static func comment(_ reference: String, in session: Session) throws(SessionsError) -> Comment {
        let comments = session.comments
        if let number = Int(reference), comments.indices.contains(number - 1) { return comments[number - 1] }
        let found = comments.filter { reference.utf8.count >= 2 && $0.id.hasPrefix(reference) }
        guard let first = found.first else {
            throw .elementNotFound(kind: "comment", reference: reference, session: session.id)
        }
        guard found.count == 1 else { throw .ambiguous(reference: reference, candidates: found.map(\.id)) }
        return first
    }
}

/// `@name` in a text.
enum Mention {
    /// The people a text names by their address, or by what stands before its `@`.
    static func people(named text: String, among people: [String]) -> [String] {
        words(after: UInt8(ascii: "@"), in: text).compactMap { word in
            people.first { $0 == word }
                ?? people.first { $0.split(separator: "@").first.map(String.init) == word }
        }
    }

    /// The words that follow a mark at the beginning of a word.
    private static func words(after mark: UInt8, in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var words: [String] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == mark, index == 0 || !isPartOfWord(bytes[index - 1]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.count, isPartOfWord(bytes[end]) || bytes[end] == mark { end += 1 }
            while end > index + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
            words.append(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
            index = max(end, index + 1)
        }
        return words
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), 0x80...0xff:
            true
        default: false
        }
    }
}
