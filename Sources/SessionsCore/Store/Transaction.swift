/// One operation on a workspace while it is being made: every change of a file goes through here.
///
/// What it reads it reads again under the lock; what it is given it writes beside the files; `commit` makes it
/// happen, all of it or nothing.
package final class Transaction {
    /// A session that is being changed.
    private struct Draft {
        let location: SessionLocation
        let original: Session
        let content: FileContent
        var session: Session
        /// The new file; nil as long as nothing was changed.
        var bytes: [UInt8]?
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
    private var recentID: String?
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
        draftIndexes[location.id] = drafts.count
        drafts.append(Draft(location: location, original: session, content: content, session: session))
        return session
    }

    /// Has a session that was read here written as it is given.
    package func update(_ session: Session) throws(SessionsError) {
        guard let index = draftIndexes[session.id], session != drafts[index].session else { return }
        let draft = drafts[index]
        try requireWritable(draft)
        drafts[index].bytes = session == draft.original ? nil : try SessionFile.bytes(of: session)
        drafts[index].session = session
    }

    /// Has the file of a session that was read here removed; undo brings the whole of it back.
    package func delete(_ session: Session) throws(SessionsError) {
        guard let index = draftIndexes[session.id], !drafts[index].isDeleted else { return }
        let draft = drafts[index]
        try requireWritable(draft)
        try put(nil, at: draft.location.path, replacing: draft.content)
        drafts[index].bytes = nil
        drafts[index].isDeleted = true
    }

    private func requireWritable(_ draft: Draft) throws(SessionsError) {
        guard draft.original.schema <= Session.schema else {
            let path = workspace.path + "/" + draft.location.path.description
            throw .newerSchema(path: path, schema: draft.original.schema)
        }
    }

    /// Has a new session written.
    package func create(_ session: Session) throws(SessionsError) {
        let bytes = try SessionFile.bytes(of: session)
        let path = SessionLocation(of: session).path
        try stage(
            bytes, mode: nil, .init(path: path, before: nil, after: SHA256.hex(of: bytes), undo: .remove))
    }

    /// Says that the operation is about this session alone: the next `@`, once it has happened.
    package func setRecent(_ id: String) {
        recentID = id
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
    func put(_ bytes: [UInt8]?, at path: WorkspacePath, replacing old: FileContent?) throws(SessionsError) {
        try stage(
            bytes ?? [], mode: old?.mode,
            .init(
                path: path, before: old.map { SHA256.hex(of: $0.bytes) }, after: bytes.map(SHA256.hex),
                undo: old.map { .whole($0.bytes) } ?? .remove))
    }

    // MARK: The end

    /// Makes it happen and gives the lock back. When this returns, everything is on disk.
    ///
    /// - Returns: the number of the operation; nil where nothing was changed.
    package func commit() throws(SessionsError) -> Int? {
        guard let storage else { return nil }
        do { for draft in drafts { try stage(draft) } } catch {
            abandon()
            throw error
        }
        self.storage = nil
        // The lock is held until everything here is done, and not only as long as somebody mentions it.
        defer { withExtendedLifetime(storage.lock) {} }
        if !files.isEmpty {
            let record = OperationRecord(
                number: storage.number, at: header.at, by: header.by, command: header.command,
                purpose: purpose, files: files)
            try SessionsError.wrap { () throws(IOFailure) in try storage.commit(record, in: workspace) }
        }
        if let recentID { RecentSessions.note(recentID, of: header.by, in: storage.local) }
        return files.isEmpty ? nil : storage.number
    }

    /// Leaves everything as it was and gives the lock back. Once it has happened, nothing more.
    package func abandon() {
        storage?.staging.removeAll()
        storage = nil
    }

    private func stage(_ draft: Draft) throws(SessionsError) {
        guard let bytes = draft.bytes else { return }
        let steps = DocumentChange(from: draft.original.document, to: draft.session.document)
        var back = draft.session.document
        let leadsBack =
            (try? steps.revert(in: &back)) != nil && JSON.object(back).bytes(.file) == draft.content.bytes
        try stage(
            bytes, mode: draft.content.mode,
            .init(
                path: draft.location.path, before: SHA256.hex(of: draft.content.bytes),
                after: SHA256.hex(of: bytes),
                undo: .steps(steps, old: leadsBack ? nil : draft.content.bytes)))
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
    fileprivate func commit(_ record: OperationRecord, in workspace: Workspace) throws(IOFailure) {
        var done = 0
        do {
            try staging.sync()
            try log.append(record)
            try staging.carryOut(record.files, in: workspace, done: &done)
        } catch {
            if done == 0, (try? log.drop(record.number)) != nil { staging.removeAll() }
            throw error
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
