extension Workspace {
    /// Sessions whose ids begin so, each id as short as it is unique: those first that a person changed last,
    /// then the newest months.
    ///
    /// Made for lists that are shown while somebody types. Lists the folders and opens the first sessions.
    /// - Parameters:
    ///   - titles: how many titles are read; the others are left empty.
    ///   - limit: how many sessions at most.
    package func candidates(
        beginning prefix: String, for user: String, titles: Int, limit: Int
    ) throws(SessionsError) -> [(id: String, title: String)] {
        let months = try monthFolders()
        var keys: [UInt64] = []
        var found: [(name: String, month: Int)] = []
        for (month, folder) in months.enumerated() {
            // Other ids than these cannot make one of these any longer.
            let names = try SessionsError.wrap { () throws(IOFailure) in
                try folder.names(beginning: prefix)
            }
            for name in names {
                keys.append(Self.key(name))
                found.append((name, month))
            }
        }
        keys.sort()

        var candidates: [(id: String, title: String)] = []
        func add(_ name: String, _ month: Int) {
            guard let location = SessionLocation(fileName: name, month: "") else { return }
            let bytes =
                candidates.count < titles
                ? try? months[month].read(name, limit: Limits.sessionFile) : nil
            let length = max(Self.length(of: name, among: keys), prefix.utf8.count)
            let title = bytes.flatMap { SessionLabels($0) }?.title ?? ""
            candidates.append((String(location.id.prefix(length)), title))
        }
        let marks = try? RecentSessions(of: user, in: folder(at: ["local"]))
        let recent = (marks?.ids ?? []).map { $0 + ".json" }
        for name in recent where candidates.count < limit {
            if let session = found.first(where: { $0.name == name }) { add(name, session.month) }
        }
        for session in found.reversed() where candidates.count < limit {
            if !recent.contains(session.name) { add(session.name, session.month) }
        }
        return candidates
    }

    /// Visits what sessions are called and sorted under, those of the newest months first. Files that cannot
    /// be read are passed over.
    ///
    /// - Parameter limit: how many at most, so that a list made while somebody types never takes long.
    package func eachLabels(limit: Int, _ visit: (SessionLabels) -> Void) throws(SessionsError) {
        var left = limit
        for folder in try monthFolders().reversed() where left > 0 {
            let names = try SessionsError.wrap { () throws(IOFailure) in try folder.names() }
            for name in names where left > 0 {
                left -= 1
                let bytes = try? folder.read(name, limit: Limits.sessionFile)
                if let bytes, let labels = SessionLabels(bytes) { visit(labels) }
            }
        }
    }

    /// The folders that sessions lie in, the oldest month first.
    private func monthFolders() throws(SessionsError) -> [Folder] {
        let names = try months()
        return try SessionsError.wrap { () throws(IOFailure) in
            let sessions = try folder(at: ["sessions"])
            var folders: [Folder] = []
            for name in names {
                if let folder = try sessions?.folder(name) { folders.append(folder) }
            }
            return folders
        }
    }

    // MARK: Short ids

    /// The first eight characters of a name, in the order of names: a thousand of these are compared and
    /// sorted in a tenth of the time that strings take.
    private static func key(_ name: String) -> UInt64 {
        var key: UInt64 = 0
        for byte in name.utf8.prefix(8) { key = key << 8 | UInt64(byte) }
        return key
    }

    /// How many characters tell a name from all others; the whole id where eight do not.
    private static func length(of name: String, among keys: [UInt64]) -> Int {
        let key = key(name)
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        let neighbours = [low - 1, low + 1].filter(keys.indices.contains).map { keys[$0] }
        let shared = neighbours.map { ($0 ^ key).leadingZeroBitCount / 8 }.max() ?? 0
        return shared == 8 ? Identifier.sessionLength : max(ShortIDs.shortest, shared + 1)
    }
}
