/// A mark of what somebody changed last, which `@` stands for, that is not as it was written.
enum MarkCheck: WorkspaceCheck {
    static let name = "mark"
    static let consequence = "'@' does not stand for what was changed last."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        guard let folder = examination.folder("local", RecentSessions.folderName) else { return [] }
        var findings: [Finding] = []
        for name in try SessionsError.wrap(folder.names).sorted() {
            let path = "local/\(RecentSessions.folderName)/\(name)"
            do throws(IOFailure) {
                guard let bytes = try folder.read(name, limit: Limits.settings),
                    !RecentSessions.isSound(bytes)
                else { continue }
                findings.append(
                    finding(
                        path, "it does not name sessions", as: .note,
                        advice: "the next command that changes one session writes it anew"))
            } catch {
                findings.append(
                    finding(
                        path, "cannot \(error.action) it: \(error.reason)",
                        advice: "remove it: it is made again"))
            }
        }
        return findings
    }
}
