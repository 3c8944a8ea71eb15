/// Something outside the workspace that a session has to do with.
package struct Link: Equatable, Sendable {
    /// What this program records by itself; other kinds may stand in files.
    package enum Kind: String, Sendable {
        case branch, commit
    }

    package let id: String
    /// `branch`, `commit` or what somebody else has put there.
    package let kind: String
    package let target: String
    /// When it was recorded.
    package let at: Instant?

    init?(id: String, _ json: JSON) {
        guard let object = json.objectValue, let target = object["target"]?.stringValue else { return nil }
        self.id = id
        self.target = target
        kind = object["kind"]?.stringValue ?? ""
        at = instant(object["at"])
    }
}

extension Session {
    /// In the order in which they were recorded.
    package var links: [Link] {
        (document["links"]?.objectValue ?? JSONObject()).compactMap { Link(id: $0, $1) }.sorted {
            ($0.at ?? createdAt, $0.kind, $0.id) < ($1.at ?? createdAt, $1.kind, $1.id)
        }
    }
}
