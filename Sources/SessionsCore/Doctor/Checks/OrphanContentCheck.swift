/// Contents that no session names, and no operation that can be taken back.
enum OrphanContentCheck: WorkspaceCheck {
    static let name = "orphan-content"
    static let consequence = "It takes up room, and no command leads to it."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        // A session that could not be read may name any content.
        guard examination.isComplete, let contents = examination.folder("attachments") else { return [] }
        let named = Set(
            examination.sessions.flatMap { session in
                session.attachments.map { "\(session.location.id)/\($0.sha256)" }
            })
        var orphans: [String] = []
        for id in try SessionsError.wrap(contents.names).sorted() where Identifier.isSession(id) {
            let names = try examination.folder("attachments", id).map { folder throws(SessionsError) in
                try SessionsError.wrap(folder.names)
            }
            for name in (names ?? []).sorted() where isHash(name) && !named.contains("\(id)/\(name)") {
                orphans.append("\(id)/\(name)")
            }
        }
        guard !orphans.isEmpty else { return [] }
        let recorded = try examination.history().contentHashes
        return orphans.filter { !recorded.contains(String($0.suffix(64))) }.map { orphan in
            finding(
                "attachments/\(orphan)", "no session names this content",
                as: .note, advice: "'sessions gc' removes it")
        }
    }
}
