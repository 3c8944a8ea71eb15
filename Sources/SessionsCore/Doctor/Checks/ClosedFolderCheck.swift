/// A link or a file where a folder of the workspace should be, or one that cannot be opened.
enum ClosedFolderCheck: WorkspaceCheck {
    static let name = "closed-folder"
    static let consequence =
        "Nothing in it is read; a link is not followed, as it could lead out of the workspace."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        // Those that no other check looks into.
        for name in ["attachments", "templates", "local"] { _ = examination.folder(name) }
        for name in [StagingArea.folderName, "operations", "marks"] { _ = examination.folder("local", name) }
        return examination.closed.sorted { $0.path < $1.path }.map { path, failure in
            finding(
                path, failure.isSpecialFile ? failure.reason : "cannot \(failure.action): \(failure.reason)",
                advice: failure.isSpecialFile
                    ? "put the folder itself in its place" : "check who owns it and its permissions")
        }
    }
}
