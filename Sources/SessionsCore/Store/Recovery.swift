/// Ends what a process that died began: an operation that has a record is carried out, any other is dropped. Where the
/// record was damaged since, the new contents are kept in `local/left`, and the record for `doctor`.
struct Recovery {
    /// The folder in `local` for new contents that could not be put into place.
    static let leftFolderName = "left"

    private let workspace: Workspace
    private let local: Folder
    private let log: OperationLog

    /// Leaves `local/tmp` empty but for what readers write. To be run under the lock, before anything else.
    ///
    /// - Returns: the files that were dropped, and their bytes.
    @discardableResult
    static func run(
        in workspace: Workspace, _ local: Folder, _ log: OperationLog
    ) throws(IOFailure) -> [(name: String, size: Int)] {
        guard let staging = try local.folder(StagingArea.folderName) else { return [] }
        let names = try staging.names()
        guard !names.isEmpty else { return [] }
        let recovery = Recovery(workspace: workspace, local: local, log: log)
        for number in Set(names.compactMap(StagingArea.operation(ofFileName:))).sorted() {
            switch try log.entry(number) {
            case .success(let record)?: try recovery.finish(record, from: staging)
            case .failure?:
                for name in names where StagingArea.operation(ofFileName: name) == number {
                    try recovery.leave(name, from: staging)
                }
            case nil: break
            }
        }
        let left = try StagingArea.leftovers(in: staging)
        for file in left { try staging.remove(file.name) }
        return left
    }

    /// Puts the files into place that are not there yet. One that has become something else meanwhile is left
    /// alone, and its new content kept in `local/left`.
    private func finish(_ record: OperationRecord, from staging: Folder) throws(IOFailure) {
        var targets = TargetFolders(in: workspace)
        for (index, file) in record.files.enumerated() {
            let name = StagingArea.fileName(record.number, index)
            guard try staging.file(name) != nil else {
                // In place already, but perhaps not on disk.
                _ = try targets.find(for: file.path)
                continue
            }
            switch try state(of: file, &targets) {
            case .after: break
            case .before:
                let target = try targets.make(for: file.path)
                guard try StagingArea.carryOut(file, name, in: staging, to: target) else {
                    try leave(name, from: staging)
                    continue
                }
            case .other: try leave(name, from: staging)
            }
        }
        for (_, folder) in targets.folders { try folder.sync() }
        // Marks go when what they stand for is on disk.
        for (index, _) in record.files.enumerated() {
            try staging.remove(StagingArea.fileName(record.number, index))
        }
    }

    private func leave(_ name: String, from staging: Folder) throws(IOFailure) {
        let left = try local.makeFolder(Recovery.leftFolderName)
        try staging.rename(name, to: name, in: left)
        try left.sync()
    }

    private enum State {
        case before, after, other
    }

    private func state(
        of file: OperationRecord.FileChange, _ targets: inout TargetFolders
    ) throws(IOFailure) -> State {
        let hash: String?
        do throws(IOFailure) {
            hash = try targets.find(for: file.path)?.file(file.path.name).map(SHA256.hex)
        } catch {
            guard error.explanation != nil else { throw error }
            return .other
        }
        return hash == file.after ? .after : hash == file.before ? .before : .other
    }
}

extension Workspace {
    /// Ends what a process that died left undone, so that what is read next is how things stand.
    ///
    /// Every change does so before it reads again under the lock. This is for what it reads before: which session is
    /// meant, what is open in it. Where somebody is at work, or nothing can be written, the change will tell.
    package func endUnfinished(at now: Instant) {
        guard let local = try? folder(at: ["local"]),
            let staging = try? local.folder(StagingArea.folderName),
            let leftovers = try? StagingArea.leftovers(in: staging), !leftovers.isEmpty,
            let settings = try? settings(), settings.format <= Workspace.format,
            let lock = try? FileLock.acquire(in: local, for: "recovery", at: now, waiting: 0)
        else { return }
        defer { withExtendedLifetime(lock) {} }
        if let log = try? OperationLog(in: local) { _ = try? Recovery.run(in: self, local, log) }
    }
}
