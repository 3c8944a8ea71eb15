/// The sessions a person changed last from this copy, the newest first: what `@` and `@-` stand for.
///
/// Kept in `local/marks/`, a file for each person; nothing is lost with it.
struct RecentSessions {
    private static let mostKept = 32

    private(set) var ids: [String]

    /// As they were noted down; none where that cannot be read.
    init(of user: String, in workspace: Workspace) {
        let folder = try? workspace.folder(at: ["local", "marks"])
        let bytes = try? folder?.read(RecentSessions.fileName(user), limit: Limits.settings)
        ids = String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
            .filter(Identifier.isSession)
    }

    /// Puts a session before all others and notes it down. A failure is none of the operation's, which has
    /// happened: the next `@` is the one of before.
    static func note(_ id: String, of user: String, in workspace: Workspace) {
        var recent = RecentSessions(of: user, in: workspace)
        guard recent.ids.first != id else { return }
        recent.ids = Array(([id] + recent.ids.filter { $0 != id }).prefix(mostKept))
        let text = recent.ids.joined(separator: "\n") + "\n"
        try? workspace.makeFolder(at: ["local", "marks"]).replace(fileName(user), with: Array(text.utf8))
    }

    private static func fileName(_ user: String) -> String {
        String(SHA256.hex(of: Array(user.utf8)).prefix(16))
    }
}
