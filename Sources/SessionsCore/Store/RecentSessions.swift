/// The sessions a person changed last from this copy, the newest first: what `@` and `@-` stand for.
///
/// Kept in `local/marks/`, a file for each person; nothing is lost with it.
struct RecentSessions {
    static let mostKept = 32
    static let folderName = "marks"

    private(set) var ids: [String]

    /// As they were noted down.
    init(of user: String, in local: Folder?) throws(IOFailure) {
        let folder = try local?.folder(RecentSessions.folderName)
        let bytes = try folder?.read(RecentSessions.fileName(user), limit: Limits.settings)
        ids = (bytes ?? []).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            .filter(Identifier.isSession)
    }

    /// Whether the bytes of a mark are as they were written.
    static func isSound(_ bytes: [UInt8]) -> Bool {
        bytes.last == UInt8(ascii: "\n")
            && bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .allSatisfy {
                    Identifier.isSession(String(decoding: $0, as: UTF8.self))
                }
    }

    /// Puts sessions, the last one first, before all others and notes them down; to be done under the lock.
    /// What cannot be read is not written anew with less in it.
    static func note(_ latest: [String], of user: String, in local: Folder) throws(IOFailure) {
        let earlier = try RecentSessions(of: user, in: local).ids
        guard !earlier.starts(with: latest) else { return }
        let ids = (latest + earlier.filter { !latest.contains($0) }).prefix(mostKept)
        let text = Array(ids).joined(by: "\n") + "\n"
        let staging = try local.makeFolder(StagingArea.folderName)
        try staging.create("recent").write(Array(text.utf8))
        try staging.rename("recent", to: fileName(user), in: local.makeFolder(folderName))
    }

    private static func fileName(_ user: String) -> String {
        String(SHA256.hex(of: Array(user.utf8)).prefix(16))
    }
}
