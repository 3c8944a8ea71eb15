extension Transaction {
    /// Has a session that was read here lie where it belongs, as it is given.
    func move(_ session: Session) throws(SessionsError) {
        guard let index = draftIndex(of: session.id), !drafts[index].isDeleted,
            let (original, content) = drafts[index].stored
        else { return }
        try requireWritable(drafts[index])
        let bytes = session == original ? content.bytes : try SessionFile.bytes(of: session)
        try stage(
            bytes, mode: content.mode,
            .init(
                path: SessionLocation(of: session).path, before: nil, after: SHA256.hex(of: bytes),
                undo: .remove))
        // Only what has its new place leaves the old one.
        try delete(session)
    }

    /// Has a file lie somewhere else as it is.
    func move(
        _ content: FileContent, from path: WorkspacePath, to target: WorkspacePath
    ) throws(SessionsError) {
        try stage(
            content.bytes, mode: content.mode,
            .init(path: target, before: nil, after: SHA256.hex(of: content.bytes), undo: .remove))
        try put(nil, at: path, replacing: content)
    }

    /// Keeps a copy of a file as it was before the operation, in `local/backups`. No undo takes it away.
    func keepCopy(of content: FileContent, at path: WorkspacePath) throws(SessionsError) {
        let backup = backupFolder.components + path.components
        try stage(
            content.bytes, mode: content.mode,
            .init(
                path: WorkspacePath(backup), before: nil, after: SHA256.hex(of: content.bytes), undo: .keep))
    }

    /// Where the copies of this operation are kept, below the workspace.
    package var backupPath: String { backupFolder.description }

    private var backupFolder: WorkspacePath {
        WorkspacePath(Transaction.backups + [header.at.day.description, "\(storage?.number ?? 0)"])
    }

    /// The folder of the copies, those of each operation under its day and number.
    static let backups = ["local", "backups"]

    /// The number of the last operation that left copies, 0 where there is none.
    static func lastBackup(in local: Folder) throws(IOFailure) -> Int {
        var last = 0
        guard let backups = try local.folder(backups[1]) else { return last }
        for day in try backups.names() where CalendarDay(day) != nil {
            last = try backups.folder(day)?.names().compactMap { Int($0) }.reduce(last, max) ?? last
        }
        return last
    }
}
