/// One operation on a workspace while it is being made: every change of a file goes through here.
///
/// What it reads it reads again under the lock; what it is given it writes beside the files; `commit` makes it
/// happen, all of it or nothing.
package final class Transaction {
    /// A session that is being made or changed.
    private struct Draft {
        let location: SessionLocation
        /// As its file has it; nil for a new one.
        let stored: (session: Session, content: FileContent)?
        var session: Session
        var isDeleted = false
    }

    /// What only a transaction that writes has.
    fileprivate struct Storage {
        let lock: FileLock
        let local: Folder
        let log: OperationLog
        let number: Int
        let staging: StagingArea
        /// What a process that died had staged and did not come to.
        let leftovers: [(name: String, size: Int)]
    }

    package let workspace: Workspace
    /// Whether it only tries what would happen.
    package let isDryRun: Bool
    private let header: (by: String, at: Instant, command: String)
    private var drafts: [Draft] = []
    private var draftIndexes: [String: Int] = [:]
    /// The files of the operation, in the order in which they were staged.
    private var files: [OperationRecord.FileChange] = []
    private var purpose = OperationRecord.Purpose.change
    /// The sessions that parts of the operation were about alone, the last first.
    private(set) var recentIDs: [String] = []
    /// Where all sessions lie as things stand here; nil before somebody asked.
    private var directory: SessionDirectory?
    /// Those whose clock runs as things stand here; nil before somebody asked.
    private var running: [SessionLocation]?
    /// Why the session could not be noted down as the next `@`, which is the one of before then.
    package private(set) var recentFailure: SessionsError?
    private var storage: Storage?

    /// Takes the lock and ends what a process that died left undone. A dry run takes no lock and writes nothing.
    ///
    /// - Parameter patience: seconds to wait for another process.
    package init(
        on workspace: Workspace, by user: String, at now: Instant, command: String, isDryRun: Bool = false,
        patience: Int = FileLock.patience
    ) throws(SessionsError) {
        self.workspace = workspace
        self.isDryRun = isDryRun
        header = (user, now, command)
        guard !isDryRun else { return }
        let format = try workspace.settings().format
        guard format <= Workspace.format else { throw .newerSchema(path: workspace.path, schema: format) }
        let local = try SessionsError.wrap { () throws(IOFailure) in
            try workspace.makeFolder(at: ["local"])
        }
        let lock = try FileLock.acquire(in: local, for: command, at: now, waiting: patience)
        storage = try SessionsError.wrap { () throws(IOFailure) in
            let log = try OperationLog(in: local)
            let leftovers = try Recovery.run(in: workspace, local, log)
            let number = try log.lastNumber() + 1
            let staging = try StagingArea(in: local, operation: number)
            return Storage(
                lock: lock, local: local, log: log, number: number, staging: staging, leftovers: leftovers)
        }
    }

    // MARK: Sessions

    /// A session as it is now, with what was changed here.
    package func session(at location: SessionLocation) throws(SessionsError) -> Session {
        if let index = draftIndexes[location.id] {
            guard !drafts[index].isDeleted else { throw .sessionNotFound(reference: location.id) }
            return drafts[index].session
        }
        guard let folder = try workspace.folder(of: location),
            let (session, content) = try SessionFile.read(location, in: folder)
        else { throw .sessionNotFound(reference: location.id) }
        add(Draft(location: location, stored: (session, content), session: session))
        return session
    }

    private func add(_ draft: Draft) {
        draftIndexes[draft.location.id] = drafts.count
        drafts.append(draft)
    }

    /// Has a session that was read here written as it is given.
    package func update(_ session: Session) throws(SessionsError) {
        guard let index = draftIndexes[session.id], !drafts[index].isDeleted else { return }
        try requireWritable(drafts[index])
        drafts[index].session = session
        noteRunning(session, at: drafts[index].location)
    }

    /// Has the file of a session that was read here removed; undo brings the whole of it back.
    package func delete(_ session: Session) throws(SessionsError) {
        guard let index = draftIndexes[session.id], !drafts[index].isDeleted else { return }
        let draft = drafts[index]
        try requireWritable(draft)
        if let stored = draft.stored {
            try put(nil, at: draft.location.path, replacing: stored.content)
        }
        drafts[index].isDeleted = true
        directory?.remove(draft.location)
        running?.removeAll { $0 == draft.location }
    }

    private func requireWritable(_ draft: Draft) throws(SessionsError) {
        guard let stored = draft.stored, stored.session.schema > Session.schema else { return }
        let path = workspace.path + "/" + draft.location.path.description
        throw .newerSchema(path: path, schema: stored.session.schema)
    }

    /// Has a session that was read here lie where it belongs, as it is given.
    func move(_ session: Session) throws(SessionsError) {
        guard let index = draftIndexes[session.id], !drafts[index].isDeleted,
            let (original, content) = drafts[index].stored
        else { return }
        let bytes = session == original ? content.bytes : try SessionFile.bytes(of: session)
        try delete(session)
        try stage(
            bytes, mode: content.mode,
            .init(
                path: SessionLocation(of: session).path, before: nil, after: SHA256.hex(of: bytes),
                undo: .remove))
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
        let backup = Transaction.backups + ["\(storage?.number ?? 0)"] + path.components
        try stage(
            content.bytes, mode: content.mode,
            .init(
                path: WorkspacePath(backup), before: nil, after: SHA256.hex(of: content.bytes), undo: .keep))
    }

    /// The folder of the copies, each operation's under its number.
    static let backups = ["local", "backups"]

    /// Has a new session written.
    ///
    /// - Parameter isKept: whether it can be changed again in this operation. Where many are made, it is better
    ///   not to have them all in memory.
    package func create(_ session: Session, isKept: Bool = true) throws(SessionsError) {
        let location = SessionLocation(of: session)
        guard isKept else { return try stageNew(session, at: location) }
        add(Draft(location: location, stored: nil, session: session))
        directory?.insert(location)
        noteRunning(session, at: location)
    }

    /// Whether a session of that id is there, or was until this operation.
    package func knows(_ id: String) throws(SessionsError) -> Bool {
        if draftIndexes[id] != nil { return true }
        return try workspace.location(ofID: id) != nil
    }

    /// Says that a part of the operation is about this session alone: the next `@`.
    package func setRecent(_ id: String) {
        recentIDs = [id] + recentIDs.filter { $0 != id }.prefix(RecentSessions.mostKept - 1)
    }

    // MARK: As things stand here

    /// Where all sessions lie, new ones among them and deleted ones not.
    func currentDirectory() throws(SessionsError) -> SessionDirectory {
        if let directory { return directory }
        var current = SessionDirectory(try workspace.locations())
        for draft in drafts where draft.stored == nil || draft.isDeleted {
            if draft.isDeleted { current.remove(draft.location) } else { current.insert(draft.location) }
        }
        directory = current
        return current
    }

    /// Where the sessions lie in which a clock runs that may be mine, and what is damaged, the first time.
    func currentlyRunning(_ engine: Engine) throws(SessionsError) -> (
        locations: [SessionLocation], damaged: [SessionsError]
    ) {
        if let running { return (running, []) }
        let found = try workspace.running(engine)
        running = found.locations
        for draft in drafts { noteRunning(draft.session, at: draft.location, isDeleted: draft.isDeleted) }
        return (running ?? [], found.damaged)
    }

    private func noteRunning(_ session: Session, at location: SessionLocation, isDeleted: Bool = false) {
        guard let index = running?.firstIndex(of: location) else {
            if running != nil, session.isRunning, !isDeleted { running?.append(location) }
            return
        }
        if isDeleted || !session.isRunning { running?.remove(at: index) }
    }

    /// What it comes to so far: each session as it was, nil for a new one, and as it is, nil for one that goes.
    /// None where it takes back another operation.
    var changes: [(before: Session?, after: Session?)] {
        guard purpose == .change else { return [] }
        return drafts.map { ($0.stored?.session, $0.isDeleted ? nil : $0.session) }
    }

    // MARK: Attachments

    /// Copies a file's content in, to lie under its hash in the folder of a session.
    package func takeIn(_ file: InputFile, for sessionID: String) throws(SessionsError) -> StoredContent {
        var hash = SHA256()
        var size = 0
        func copy(to output: OutputFile?) throws(IOFailure) {
            while true {
                let piece = try file.read(upTo: 1 << 18)
                if piece.isEmpty { return }
                hash.update(piece)
                size += piece.count
                try output?.write(piece)
            }
        }
        return try SessionsError.wrap { () throws(IOFailure) in
            if let storage { try storage.staging.add(mode: nil, copy) } else { try copy(to: nil) }
            let content = StoredContent(sha256: hash.finish(), size: size)
            let path = WorkspacePath(["attachments", sessionID, content.sha256])
            let isThere = try workspace.folder(at: path.folders)?.file(path.name) != nil
            if isThere || files.contains(where: { $0.path == path }) {
                try storage?.staging.removeLast()
            } else {
                files.append(.init(path: path, before: nil, after: content.sha256, undo: .keep))
            }
            return content
        }
    }

    /// The staged files of a process that died, in bytes: cleared away when this began, and in a dry run still
    /// there, along with those of a process that is at work.
    var leftovers: [(name: String, size: Int)] {
        get throws(SessionsError) {
            if let storage { return storage.leftovers }
            return try SessionsError.wrap { () throws(IOFailure) in
                try workspace.folder(at: ["local", StagingArea.folderName])?.files() ?? []
            }
        }
    }

    // MARK: Taking back

    /// The operations of before, newest first.
    func eachOperation(_ visit: (OperationRecord) throws(SessionsError) -> Bool) throws(SessionsError) {
        if let storage { return try storage.log.eachFromNewest(visit) }
        try workspace.eachOperation(visit)
    }

    /// Says that this operation takes back another.
    func setPurpose(_ purpose: OperationRecord.Purpose) {
        self.purpose = purpose
    }

    /// Has a file written, or removed where there are no bytes, so that the old content can come back.
    ///
    /// - Parameter mode: its permissions where none is replaced, which leaves it its own.
    func put(
        _ bytes: [UInt8]?, at path: WorkspacePath, replacing old: FileContent?, mode: FileMode? = nil
    ) throws(SessionsError) {
        try stage(
            bytes ?? [], mode: old?.mode ?? mode,
            .init(
                path: path, before: old.map { SHA256.hex(of: $0.bytes) }, after: bytes.map(SHA256.hex),
                undo: old.map { .whole($0.bytes) } ?? .remove, mode: old?.mode))
    }

    // MARK: The end

    /// Makes it happen and gives the lock back. When this returns, everything is on disk.
    ///
    /// - Returns: the number of the operation; nil where nothing was changed.
    package func commit() throws(SessionsError) -> Int? {
        do { for draft in drafts { try stage(draft) } } catch {
            abandon()
            throw error
        }
        guard let storage else { return nil }
        self.storage = nil
        // The lock is held until everything here is done, and not only as long as somebody mentions it.
        defer { withExtendedLifetime(storage.lock) {} }
        if !files.isEmpty {
            let record = OperationRecord(
                number: storage.number, at: header.at, by: header.by, command: header.command,
                purpose: purpose, files: files)
            try storage.commit(record, in: workspace)
        }
        if !recentIDs.isEmpty {
            do { try RecentSessions.note(recentIDs, of: header.by, in: storage.local) } catch {
                // The operation has happened all the same.
                recentFailure = .io(error)
            }
        }
        return files.isEmpty ? nil : storage.number
    }

    /// Leaves everything as it was and gives the lock back. Once it has happened, nothing more.
    package func abandon() {
        storage?.staging.removeAll()
        storage = nil
    }

    private func stage(_ draft: Draft) throws(SessionsError) {
        guard !draft.isDeleted else { return }
        guard let (original, content) = draft.stored else {
            return try stageNew(draft.session, at: draft.location)
        }
        guard draft.session != original else { return }
        let bytes = try SessionFile.bytes(of: draft.session)
        let steps = DocumentChange(from: original.document, to: draft.session.document)
        var back = draft.session.document
        let leadsBack =
            (try? steps.revert(in: &back)) != nil && JSON.object(back).bytes(.file) == content.bytes
        try stage(
            bytes, mode: content.mode,
            .init(
                path: draft.location.path, before: SHA256.hex(of: content.bytes),
                after: SHA256.hex(of: bytes), undo: .steps(steps, old: leadsBack ? nil : content.bytes)))
    }

    private func stageNew(_ session: Session, at location: SessionLocation) throws(SessionsError) {
        let bytes = try SessionFile.bytes(of: session)
        try stage(
            bytes, mode: nil,
            .init(path: location.path, before: nil, after: SHA256.hex(of: bytes), undo: .remove))
    }

    private func stage(
        _ bytes: [UInt8], mode: FileMode?, _ change: OperationRecord.FileChange
    ) throws(SessionsError) {
        try SessionsError.wrap { () throws(IOFailure) in try storage?.staging.add(bytes, mode: mode) }
        files.append(change)
    }
}

extension Transaction.Storage {
    /// Writes the record and carries the operation out.
    ///
    /// Where that fails before any file is in place, it did not happen: the record goes, and only when it is gone
    /// what was staged. In all other cases the next transaction ends it.
    ///
    /// - Throws: `unfinished` where it happened all the same, or will.
    fileprivate func commit(_ record: OperationRecord, in workspace: Workspace) throws(SessionsError) {
        var done = 0
        do throws(IOFailure) {
            try staging.sync()
            try log.append(record)
            try staging.carryOut(record.files, in: workspace, done: &done)
        } catch {
            guard done == 0 else { throw .unfinished(operation: record.number, error) }
            if (try? log.drop(record.number)) != nil {
                staging.removeAll()
            } else if (try? log.record(record.number) == nil) != true {
                throw .unfinished(operation: record.number, error)
            }
            throw .io(error)
        }
    }
}

extension Workspace {
    /// Visits the operations made with this copy, newest first, until told to stop. Takes no lock.
    package func eachOperation(
        _ visit: (OperationRecord) throws(SessionsError) -> Bool
    ) throws(SessionsError) {
        let log = try SessionsError.wrap { () throws(IOFailure) in
            try folder(at: ["local"]).flatMap(OperationLog.init(readingIn:))
        }
        try log?.eachFromNewest(visit)
    }
}
