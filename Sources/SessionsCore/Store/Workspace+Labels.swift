extension Workspace {
    /// Where the sessions lie whose ids begin so: those first that a person changed last, then the newest months.
    /// Lists the folders, opens no session.
    package func locations(
        beginning prefix: String, for user: String
    ) throws(SessionsError) -> (locations: [SessionLocation], shortIDs: ShortIDs) {
        let all = try locations()
        let recent = RecentSessions(of: user, in: self).ids
        let found = all.filter { $0.id.hasPrefix(prefix) }
            .map { (rank: recent.firstIndex(of: $0.id) ?? recent.count, location: $0) }
            .sorted { a, b in
                if a.rank != b.rank { return a.rank < b.rank }
                return (b.location.month, a.location.id) < (a.location.month, b.location.id)
            }
        return (found.map(\.location), ShortIDs(all))
    }

    /// What the session that lies there is called; nil where it cannot be read.
    package func labels(at location: SessionLocation) -> SessionLabels? {
        let bytes = try? folder(at: location.path.folders)?.read(
            location.fileName, limit: Limits.sessionFile)
        return bytes.flatMap { SessionLabels($0) }
    }

    /// Visits what sessions are called and sorted under, those of the newest months first. Files that cannot
    /// be read are passed over.
    ///
    /// - Parameter limit: how many at most, so that a list made while somebody types never takes long.
    package func eachLabels(limit: Int, _ visit: (SessionLabels) -> Void) throws(SessionsError) {
        let locations = try locations().sorted { ($1.month, $0.id) < ($0.month, $1.id) }
        var month: (name: String, folder: Folder)?
        for location in locations.prefix(limit) {
            if month?.name != location.month {
                month = (try? folder(at: location.path.folders)).map { (location.month, $0) }
            }
            let bytes = try? month?.folder.read(location.fileName, limit: Limits.sessionFile)
            if let bytes, let labels = SessionLabels(bytes) { visit(labels) }
        }
    }
}
