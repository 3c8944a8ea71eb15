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
            return try SessionDirectory(locations()).location(named: reference)
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

/// The shortest beginnings that tell the ids of a workspace apart.
package struct ShortIDs: Sendable {
    static let shortest = 4

    private let ids: [String]
    private let lengths: [Int]

    /// - Parameter locations: all of the workspace, in order.
    package init(_ locations: [SessionLocation]) {
        ids = locations.map(\.id)
        lengths = Identifier.shortestPrefixes(ofSorted: ids, minimum: ShortIDs.shortest)
    }

    /// How many characters name the session; all of them for one that is not there.
    package func length(of id: String) -> Int {
        index(of: id).map { lengths[$0] } ?? Identifier.sessionLength
    }

    package func contains(_ id: String) -> Bool { index(of: id) != nil }

    private func index(of id: String) -> Int? {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }

    package func short(_ id: String) -> String { String(id.prefix(length(of: id))) }
}

extension Workspace {
    /// Where the sessions lie in which my clock runs, and what is damaged. Reads every file, but parses only
    /// those that could be.
    ///
    /// - Throws: `io`, where a file could not be read.
    func running(_ engine: Engine) throws(SessionsError) -> (
        locations: [SessionLocation], damaged: [SessionsError]
    ) {
        var running: [SessionLocation] = []
        let damaged = try eachLocatedSession(mentioning: Workspace.activeMarks) { session, location in
            if engine.myOpenStart(in: session) != nil { running.append(location) }
        }
        // What is damaged can be told and left alone; where the machine failed nobody knows what runs.
        for error in damaged where error.code == .io { throw error }
        return (running, damaged)
    }

    /// What the file of an active session holds: the word itself, or an escape that could spell it.
    package static var activeMarks: [String] { ["\"active\"", "\\u"] }
}
