/// What tells git how to treat the files of a workspace, and does not.
enum GitFileCheck: WorkspaceCheck {
    static let name = "git-file"
    static let consequence =
        "Once the workspace is in a repository, git shares what belongs to one machine, or merges sessions as text."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        Workspace.gitFiles.compactMap { file in
            do throws(IOFailure) {
                let bytes = try examination.folder.read(file.name, limit: Limits.settings)
                let lines = String(decoding: bytes ?? [], as: UTF8.self).split(whereSeparator: \.isNewline)
                guard !lines.contains(where: { $0 == file.line }) else { return nil }
                return finding(
                    file.name, "it does not have the line '\(file.line)'", as: .note, advice: "add it")
            } catch {
                // What cannot be read may well have the line.
                return finding(
                    file.name, "cannot \(error.action) it: \(error.reason)",
                    as: error.explanation == nil ? .damage : .note,
                    advice: "put a plain file in its place that can be read")
            }
        }
    }
}
