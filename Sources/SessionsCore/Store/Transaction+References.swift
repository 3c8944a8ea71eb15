extension Transaction {
    /// The session a person names by its id, a unique beginning of it, `@` or `@-`, as things stand in the
    /// operation: what it has made so far is there, and what it was about last is `@`.
    ///
    /// - Throws: `sessionNotFound`, `ambiguous`, `noCurrentSession`.
    package func resolve(_ reference: String, for user: String) throws(SessionsError) -> SessionLocation {
        switch reference {
        case "@": try recent(0, reference, for: user)
        case "@-": try recent(1, reference, for: user)
        default: try currentDirectory().location(named: reference)
        }
    }

    private func recent(
        _ index: Int, _ reference: String, for user: String
    ) throws(SessionsError) -> SessionLocation {
        let directory = try currentDirectory()
        let earlier = try SessionsError.wrap { () throws(IOFailure) in
            try RecentSessions(of: user, in: workspace.folder(at: ["local"])).ids
        }.filter { !recentIDs.contains($0) }
        var skipped = 0
        for id in recentIDs + earlier {
            guard let location = try? directory.location(named: id), !(try session(at: location).isArchived)
            else { continue }
            if skipped == index { return location }
            skipped += 1
        }
        throw .noCurrentSession(reference: reference)
    }

    /// Where all sessions lie, new ones among them and deleted ones not.
    func currentDirectory() throws(SessionsError) -> SessionDirectory {
        if let directory { return directory }
        var current = SessionDirectory(try workspace.locations())
        for draft in drafts where draft.stored == nil || draft.isDeleted {
            if draft.isDeleted { current.remove(draft.location) } else { current.insert(draft.location) }
        }
        directory = current
        return current
    }
}
