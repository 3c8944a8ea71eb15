extension Workspace {
    /// The session a person names by its id, a unique beginning of it, `@` or `@-`.
    ///
    /// - Throws: `sessionNotFound`, `ambiguous`, `noCurrentSession`.
    package func resolve(_ reference: String, for user: String) throws(SessionsError) -> SessionLocation {
        switch reference {
        case "@": return try recent(0, reference, for: user)
        case "@-": return try recent(1, reference, for: user)
        default: break
        }
        try SessionDirectory.check(reference)
        guard Identifier.isSession(reference) else {
            return try SessionDirectory(names(beginning: reference)).location(named: reference)
        }
        guard let location = try location(ofID: reference) else {
            throw .sessionNotFound(reference: reference)
        }
        return location
    }

    private func recent(
        _ index: Int, _ reference: String, for user: String
    ) throws(SessionsError) -> SessionLocation {
        var skipped = 0
        let recent = try SessionsError.reading { () throws(IOFailure) in
            try RecentSessions(of: user, in: folder(at: ["local"]))
        }
        for id in recent.ids {
            guard let location = try location(ofID: id), let session = try session(at: location),
                !session.isArchived
            else { continue }
            if skipped == index { return location }
            skipped += 1
        }
        throw .noCurrentSession(reference: reference)
    }

}

extension Workspace {
    /// Where the sessions lie whose ids begin so, in order. Looks only into folders that have changed since the
    /// index was written and at few of its rows, and opens no file.
    func names(beginning prefix: String) throws(SessionsError) -> [SessionLocation] {
        let begin = SessionKey(prefix)
        let count = prefix.utf8.count
        let local = try? folder(at: ["local"])
        var index = local.flatMap { SessionIndex(in: $0, checksRows: false) }
        let rows = index?.rows(beginning: begin, characters: count)
        if rows == nil { index = nil }
        let scan = try WorkspaceScan(of: self, index, check: .folders, namesOnly: true)
        try scan.requireListings()
        var found: [SessionLocation] = []
        if let index, let rows {
            let isUnchanged = scan.unchangedMonths(of: index)
            for row in rows where isUnchanged[index.month(ofRow: row)] {
                found.append(
                    SessionLocation(
                        id: index.key(ofRow: row).text, month: index.months[index.month(ofRow: row)]))
            }
        }
        for month in scan.months {
            for file in month.listing?.unknown ?? []
            where file.key.begins(with: begin, characters: count) {
                found.append(SessionLocation(id: file.key.text, month: month.name))
            }
        }
        return found.sorted()
    }

    /// The shortest ids, looked up in the same way.
    package func shortIDs() throws(SessionsError) -> ShortIDs {
        let local = try? folder(at: ["local"])
        let index = local.flatMap { SessionIndex(in: $0) }
        let scan = try WorkspaceScan(of: self, index, check: .folders, namesOnly: true)
        try scan.requireListings()
        let rows = index.map { index in
            guard !scan.isUnchanged(since: index) else { return CurrentRows(of: index, nil) }
            let isUnchanged = scan.unchangedMonths(of: index)
            return CurrentRows(of: index, (0..<index.count).map { isUnchanged[index.month(ofRow: $0)] })
        }
        let keys = scan.months.flatMap { $0.listing?.unknown.map(\.key) ?? [] }
        return ShortIDs(keys, rows)
    }
}

extension Workspace {
    /// Where the sessions lie in which my clock runs, and what is damaged. Where the note of them holds, nothing else is
    /// looked at.
    ///
    /// - Returns: with the note as it is or should be; nil where there can be none.
    /// - Throws: `io`, where a file could not be read.
    func running(_ engine: Engine) throws(SessionsError) -> (
        locations: [SessionLocation], damaged: [SessionsError], note: RunningNote?
    ) {
        let sessions = try SessionsError.reading { () throws(IOFailure) in
            try folder(at: [SessionLocation.folderName])
        }
        let isMine: (Session) -> Bool = { engine.myOpenStart(in: $0) != nil }
        if let sessions, let note = noteOfRunning(in: sessions),
            let running = try? self.sessions(at: note.locations, where: isMine)
        {
            return (running.map(\.location), [], note)
        }
        var note = sessions.flatMap(RunningNote.init(of:))
        var rules = IndexRules(check: .folders)
        rules.isWritten = false
        let catalog = try SessionCatalog(of: self, rules)
        let candidates = catalog.chosen { $0.isRunning }.map(\.location)
        for location in candidates { note?.set(location, isRunning: true) }
        let running = try self.sessions(
            at: candidates.sorted { ($0.month, $0.id) < ($1.month, $1.id) }, where: isMine)
        // What is damaged can be told and left alone; where the machine failed nobody knows what runs.
        let damaged = catalog.damaged(mentioning: Workspace.activeMarks)
        for error in damaged where error.code == .io { throw error }
        return (running.map(\.location), damaged, catalog.damaged.isEmpty ? note : nil)
    }

    /// The running sessions that are meant, where the note of them holds; nil where it takes a look at all sessions.
    package func notedAsRunning(where isMeant: (Session) -> Bool) -> [Session]? {
        guard let sessions = try? folder(at: [SessionLocation.folderName]),
            let note = noteOfRunning(in: sessions)
        else { return nil }
        return try? self.sessions(at: note.locations, where: isMeant).map(\.session)
    }

    private func noteOfRunning(in sessions: Folder) -> RunningNote? {
        guard let local = try? folder(at: ["local"]), let note = RunningNote(in: local),
            note.holds(in: sessions)
        else { return nil }
        return note
    }

    /// Those of them that are there and are meant.
    private func sessions(
        at locations: [SessionLocation], where isMeant: (Session) -> Bool
    ) throws(SessionsError) -> [(location: SessionLocation, session: Session)] {
        var found: [(location: SessionLocation, session: Session)] = []
        for location in locations {
            if let session = try session(at: location), isMeant(session) { found.append((location, session)) }
        }
        return found
    }

    /// What the file of an active session holds: the word itself, or an escape that could spell it.
    package static var activeMarks: [String] { ["\"active\"", "\\u"] }
}
