/// Something in place of the file by which processes keep out of each other's way.
enum LockCheck: WorkspaceCheck {
    static let name = "lock"
    static let consequence = "Nothing can be changed in the workspace."

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding] {
        guard let local = examination.folder("local") else { return [] }
        do throws(IOFailure) {
            // A second name would be that of somebody else's file, which the note of who holds it would overwrite.
            guard let file = try local.file(FileLock.name), file.linkCount != 1 else { return [] }
            return [
                finding("local/\(FileLock.name)", "it has other names", advice: "remove it: it is made again")
            ]
        } catch {
            return [
                finding(
                    "local/\(FileLock.name)", "cannot \(error.action) it: \(error.reason)",
                    advice: "remove it: it is made again")
            ]
        }
    }
}
