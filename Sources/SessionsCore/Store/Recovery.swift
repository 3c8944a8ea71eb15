/// Ends what a process that died began: an operation that has a record is carried out, any other is dropped.
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
            if let record = try StagingArea.record(number, in: staging) {
                guard try recovery.hasHappened(record, with: staging) else { continue }
                RunningNote.remove(in: local)
                try recovery.finish(record, from: staging)
                let name = StagingArea.recordName(number)
                try log.append(number, to: log.makeDay(for: record.header), from: name, in: staging)
            } else if let record = try log.record(number) {
                // A disk may have kept the last of the new names and lost one before it.
                try recovery.finish(record, from: staging)
            }
        }
        let left = try StagingArea.leftovers(in: staging)
        for file in left { try staging.remove(file.name) }
        return left
    }

    /// Whether all that belongs to an operation was on disk before a power cut. Where not even the names of its files
    /// were, nothing was in place either: what is missing was not yet used.
    private func hasHappened(_ record: OperationRecord, with staging: Folder) throws(IOFailure) -> Bool {
        var targets = TargetFolders(in: workspace)
        var isMissing = false
        for (index, file) in record.files.enumerated() where file.after != nil {
            if try staging.holds(StagingArea.fileName(record.number, index)) { continue }
            isMissing = true
            if try state(of: file, &targets) != .before { return true }
        }
        return !isMissing
    }

    /// Puts the files into place that are not there yet. One that has become something else meanwhile is left
    /// alone, and its new content kept in `local/left`.
    private func finish(_ record: OperationRecord, from staging: Folder) throws(IOFailure) {
        var targets = TargetFolders(in: workspace)
        for (index, file) in record.files.enumerated() {
            let name = StagingArea.fileName(record.number, index)
            if file.after != nil, try staging.file(name) == nil {
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
            case .other: if file.after != nil { try leave(name, from: staging) }
            }
        }
        if targets.areMore {
            try staging.syncFileSystem()
        } else {
            for (_, folder) in targets.folders { try folder.sync() }
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
