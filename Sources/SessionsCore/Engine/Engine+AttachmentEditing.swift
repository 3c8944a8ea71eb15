extension Session {
    /// An attachment as a person names it: its number as listed, its name, or the beginning of its id.
    ///
    /// - Throws: `elementNotFound`, `ambiguous`.
    package func attachment(_ reference: String) throws(SessionsError) -> Attachment {
        let attachments = attachments
        if let number = Int(reference), attachments.indices.contains(number - 1) {
            return attachments[number - 1]
        }
        let named = attachments.filter { $0.name == reference }
        let found =
            named.isEmpty
            ? attachments.filter { reference.utf8.count > 1 && $0.id.hasPrefix(reference) } : named
        guard let first = found.first else {
            throw .elementNotFound(kind: "attachment", reference: reference, session: id)
        }
        guard found.count == 1 else {
            throw .ambiguous(kind: "attachment", reference: reference, candidates: found.map(\.id))
        }
        return first
    }
}

extension Engine {
    /// Takes attachments out of a session. Their content stays until nothing names it any more and it is
    /// cleared away. Those of others take the right to change the session.
    ///
    /// - Parameter references: as a person names them, all of them in the session as it is given.
    package func removeAttachments(
        _ references: [String], from session: inout Session
    ) throws(SessionsError) -> Bool {
        var attachments: [Attachment] = []
        for reference in references {
            let attachment = try session.attachment(reference)
            if !attachments.contains(attachment) { attachments.append(attachment) }
        }
        let areMine = attachments.allSatisfy { isMe($0.by) }
        return try edit(&session, needing: areMine ? .contribute : .change) { edit throws(SessionsError) in
            for attachment in attachments {
                let path = JSONPointer("attachments", attachment.id)
                try edit.store(nil, at: path)
                edit.record(.removed, at: path, from: .string(attachment.name))
            }
        }
    }

    /// Notes down that an attachment was opened, which everybody may who can read the session.
    package func noteOpening(
        _ attachment: Attachment, in session: inout Session
    ) throws(SessionsError) -> Bool {
        try edit(&session, needing: .look) { edit in
            let path = JSONPointer("attachments", attachment.id)
            edit.record(.checked, at: path, to: .string(attachment.name))
        }
    }
}
