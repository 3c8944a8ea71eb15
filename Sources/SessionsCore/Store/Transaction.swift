/// One operation on a workspace while it is being made: every change of a file goes through here.
///
/// What it reads it reads again under the lock; what it is given it writes beside the files; `commit` makes it
/// happen, all of it or nothing.
package final class Transaction {
    /// A session that is being made or changed.
    struct Draft {
        let location: SessionLocation
        /// As its file has it; nil for a new one.
        let stored: (session: Session, content: FileContent)?
        var session: Session
        var isDeleted = false
    }

    package let workspace: Workspace
    /// Whether it only tries what would happen.
    package let isDryRun: Bool
    let header: (by: String, at: Instant, command: String)
    private(set) var drafts: [Draft] = []
    /// Where in them a session is; of a few it is looked up there, as to make a dictionary takes longer.
    private var draftIndexes: [String: Int] = [:]
    private static let mostSearchedDrafts = 8
    /// The record of the operation; nil before its first file, and for one that only tries.
    private var record: OperationRecordWriter?
    /// Where its new files lie, but for sessions that are not kept here.
    var paths = NewPaths()
    private var purpose = OperationRecord.Purpose.change
    /// The sessions that parts of the operation were about alone, the last first.
    private(set) var recentIDs: [String] = []
    /// Where all sessions lie as things stand here; nil before somebody asked.
    var directory: SessionDirectory?
    /// Those whose clock runs as things stand here; nil before somebody asked.
    var running: [SessionLocation]?
    /// The note of what ran when the operation began; nil before somebody asked.
    var runningNote: RunningNote?
    /// How many files of sessions it writes or removes.
    private(set) var sessionFileCount = 0
    /// Why the session could not be noted down as the next `@`, which is the one of before then.
    package private(set) var recentFailure: SessionsError?
    private(set) var storage: Storage?

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
            // Where the log was removed, the copies of before are still there under their numbers.
            let number = try max(log.lastNumber(as: lock.message), Transaction.lastBackup(in: local)) + 1
            let staging = try StagingArea(in: local, operation: number)
            return Storage(
                lock: lock, local: local, log: log,
                header: .init(number: number, at: now, by: user, command: command), staging: staging,
                leftovers: leftovers)
        }
    }

    // MARK: Sessions

    /// A session as it is now, with what was changed here.
    package func session(at location: SessionLocation) throws(SessionsError) -> Session {
        if let index = draftIndex(of: location.id) {
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
        drafts.append(draft)
        if drafts.count == Transaction.mostSearchedDrafts + 1 {
            for (index, draft) in drafts.enumerated() { draftIndexes[draft.location.id] = index }
        } else if drafts.count > Transaction.mostSearchedDrafts {
            draftIndexes[draft.location.id] = drafts.count - 1
        }
    }

    func draftIndex(of id: String) -> Int? {
        drafts.count > Transaction.mostSearchedDrafts
            ? draftIndexes[id] : drafts.lastIndex { $0.location.id == id }
    }

    /// Has a session that was read here written as it is given.
    package func update(_ session: Session) throws(SessionsError) {
        guard let index = draftIndex(of: session.id), !drafts[index].isDeleted else { return }
        try requireWritable(drafts[index])
        drafts[index].session = session
        noteRunning(session, at: drafts[index].location)
    }

    /// Has the file of a session that was read here removed; undo brings the whole of it back.
    package func delete(_ session: Session) throws(SessionsError) {
        guard let index = draftIndex(of: session.id), !drafts[index].isDeleted else { return }
        let draft = drafts[index]
        try requireWritable(draft)
        if let stored = draft.stored {
            try put(nil, at: draft.location.path, replacing: stored.content)
        }
        drafts[index].isDeleted = true
        directory?.remove(draft.location)
        running?.removeAll { $0 == draft.location }
    }

    func requireWritable(_ draft: Draft) throws(SessionsError) {
        guard let stored = draft.stored, stored.session.schema > Session.schema else { return }
        let path = workspace.path + "/" + draft.location.path.description
        throw .newerSchema(path: path, schema: stored.session.schema)
    }

    /// Has a new session written.
    ///
    /// - Parameter isKept: whether it can be changed again in this operation. Where many are made, it is better
    ///   not to have them all in memory; that no two have one id, and none that of a session that is there, is
    ///   then for the caller to see to.
    package func create(_ session: Session, isKept: Bool = true) throws(SessionsError) {
        let location = SessionLocation(of: session)
        guard isKept else {
            let bytes = try SessionFile.bytes(of: session)
            return try write(bytes, mode: nil, .new(bytes, at: location.path))
        }
        add(Draft(location: location, stored: nil, session: session))
        directory?.insert(location)
        noteRunning(session, at: location)
    }

    /// Whether a session of that id is there, or was until this operation.
    package func knows(_ id: String) throws(SessionsError) -> Bool {
        if draftIndex(of: id) != nil { return true }
        return try workspace.location(ofID: id) != nil
    }

    /// Says that a part of the operation is about this session alone: the next `@`.
    package func setRecent(_ id: String) {
        recentIDs = [id] + recentIDs.filter { $0 != id }.prefix(RecentSessions.mostKept - 1)
    }

    /// What it comes to so far: each session as it was, nil for a new one, and as it is, nil for one that goes.
    /// None where it takes back another operation.
    var changes: [(before: Session?, after: Session?)] {
        guard purpose == .change else { return [] }
        return drafts.map { ($0.stored?.session, $0.isDeleted ? nil : $0.session) }
    }

    // MARK: Taking back

    /// The operations of before, newest first.
    func eachOperation(_ visit: (OperationLog.Entry) throws(SessionsError) -> Bool) throws(SessionsError) {
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
        if let record {
            try storage.commit(record, purpose, in: workspace, runningNoteKeeper(in: storage.local))
        }
        if !recentIDs.isEmpty {
            do { try RecentSessions.note(recentIDs, of: header.by, in: storage.local) } catch {
                // The operation has happened all the same.
                recentFailure = .io(error)
            }
        }
        return record.map(\.header.number)
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
        // One change more seldom makes it so much longer.
        let bytes = try SessionFile.bytes(of: draft.session, expecting: content.bytes.count + 4096)
        let steps = DocumentChange(from: original.document, to: draft.session.document)
        var back = draft.session.document
        let leadsBack =
            (try? steps.revert(in: &back)) != nil && JSON.object(back).isWritten(.file, as: content.bytes)
        try stage(
            bytes, mode: content.mode,
            .init(
                path: draft.location.path, before: SHA256.hex(of: content.bytes),
                after: SHA256.hex(of: bytes), undo: .steps(steps, old: leadsBack ? nil : content.bytes)))
    }

    private func stageNew(_ session: Session, at location: SessionLocation) throws(SessionsError) {
        let bytes = try SessionFile.bytes(of: session)
        try stage(bytes, mode: nil, .new(bytes, at: location.path))
    }

    /// - Throws: `refused`, for a new file whose place is taken.
    func stage(
        _ bytes: [UInt8], mode: FileMode?, _ change: OperationRecord.FileChange
    ) throws(SessionsError) {
        var isTaken = change.before == nil && paths.contains(change.path)
        if change.before == nil, !isTaken {
            isTaken = try SessionsError.wrap { () throws(IOFailure) in try workspace.holds(change.path) }
        }
        if isTaken {
            throw .refused(
                action: "write", subject: workspace.path + "/" + change.path.description,
                reason: "there is such a file already", way: "look at it, and move it away or remove it")
        }
        try write(bytes, mode: mode, change)
        if change.before == nil { paths.insert(change.path) }
    }

    private func write(
        _ bytes: [UInt8], mode: FileMode?, _ change: OperationRecord.FileChange
    ) throws(SessionsError) {
        try SessionsError.wrap { () throws(IOFailure) in
            if change.after == nil {
                storage?.staging.skip()
            } else {
                try storage?.staging.add(bytes, mode: mode)
            }
            try add(change)
        }
    }

    /// Puts a file into the record whose content is staged.
    func add(_ change: OperationRecord.FileChange) throws(IOFailure) {
        if change.path.components.first == SessionLocation.folderName { sessionFileCount += 1 }
        guard let storage else { return }
        if record == nil {
            record = OperationRecordWriter(storage.header, to: try storage.staging.makeRecord())
        }
        try record?.add(change)
    }
}

extension OperationRecord.FileChange {
    /// A session that was not there before.
    fileprivate static func new(_ bytes: [UInt8], at path: WorkspacePath) -> Self {
        .init(path: path, before: nil, after: SHA256.hex(of: bytes), undo: .remove)
    }
}
