extension SessionCatalog {
    /// Every tag and every project there is, in order.
    package var labels: (tags: [String], projects: [String]) {
        if let all = unchangedIndex?.allLabels() { return all }
        var (tags, projects) = (DistinctTexts(), DistinctTexts())
        forEach { $0.addLabels(to: &tags, &projects) }
        return (tags.sorted, projects.sorted)
    }

    /// Sessions whose ids begin so, each id as short as it is unique: those first that a person changed last,
    /// then the newest months.
    ///
    /// - Parameters:
    ///   - titles: how many titles are read; the others are left empty.
    ///   - limit: how many sessions at most.
    package func candidates(
        beginning prefix: String, for user: String, titles: Int, limit: Int
    ) -> [(id: String, title: String)] {
        // What cannot stand in an id is the beginning of none.
        guard Identifier.isPrefix(prefix) || prefix.isEmpty else { return [] }
        let recent = recentIDs(of: user).filter { $0.hasPrefix(prefix) }.map { SessionKey($0) }
        return answer { candidates(beginning: prefix, recent, titles: titles, limit: limit) }
    }

    private func candidates(
        beginning prefix: String, _ recent: [SessionKey], titles: Int, limit: Int
    ) -> [(id: String, title: String)] {
        let begin = SessionKey(prefix)
        let count = prefix.utf8.count
        var found: [(month: Int, summary: SessionSummary)] = []
        eachRowInMonth { month, summary in
            if summary.key.begins(with: begin, characters: count) { found.append((month, summary)) }
        }
        found.sort { ($1.month, $0.summary.key) < ($0.month, $1.summary.key) }

        // Those that begin otherwise have no more in common with them than that.
        let shortIDs = ShortIDs(
            found.map(\.summary.key) + unreadableKeys.filter { $0.begins(with: begin, characters: count) })
        var chosen: [SessionSummary] = []
        for key in recent where chosen.count < limit {
            if let session = found.first(where: { $0.summary.key == key }) { chosen.append(session.summary) }
        }
        for (_, summary) in found where chosen.count < limit {
            if !recent.contains(summary.key) { chosen.append(summary) }
        }
        return chosen.enumerated().map { index, summary in
            let length = max(shortIDs.length(of: summary.id), count)
            return (String(summary.id.prefix(length)), index < titles ? summary.title : "")
        }
    }
}
