/// One operation on a workspace while it is being made: every change of a file goes through here.
///
/// What it reads it reads again under the lock; what it is given it writes beside the files; `commit` makes it
/// happen, all of it or nothing.
package final class Transaction {
    private struct Loaded {
        let bytes: [UInt8]
        let session: Session
        let location: SessionLocation
        let mode: UInt32
    }

    package let workspace: Workspace
    /// Whether it only tries what would happen.
    package let isDryRun: Bool
    private let header: (by: String, at: Instant, command: String)
    private var loaded: [String: Loaded] = [:]
    private var files: [OperationRecord.FileChange] = []
    private var purpose = OperationRecord.Purpose.change
    private var storage: Storage?

    private struct Storage {
        let lock: FileLock
        let local: Folder
        let log: OperationLog
        let number: Int
        var staging: StagingArea
    }

    /// Seconds to wait for another process.
    private static let patience = 10

    /// Takes the lock and ends what a process that died left undone. A dry run takes no lock and writes nothing.
    package init(
        on workspace: Workspace, by user: String, at now: Instant, command: String, isDryRun: Bool = false
    ) throws(SessionsError) {
        self.workspace = workspace
        self.isDryRun = isDryRun
        header = (user, now, command)
        guard !isDryRun else { return }
        guard workspace.settings.format <= Workspace.format else {
            throw .newerSchema(path: workspace.path, schema: workspace.settings.format)
        }
        let local = try SessionsError.wrap { () throws(IOFailure) in
            try workspace.makeFolder(at: ["local"])
        }
        let lock = try FileLock.acquire(in: local, for: command, at: now, waiting: Transaction.patience)
        var log = try SessionsError.wrap { () throws(IOFailure) in try OperationLog(in: local) }
        try StagingArea.recover(in: workspace, local, log)
        storage = try SessionsError.wrap { () throws(IOFailure) in
            log = try OperationLog(in: local)
            let number = try log.lastNumber() + 1
            return Storage(
                lock: lock, local: local, log: log, number: number,
                staging: try StagingArea(in: local, operation: number))
        }
    }

    // MARK: Sessions

    /// A session as it is now.
    package func session(at location: SessionLocation) throws(SessionsError) -> Session {
        if let known = loaded[location.id] { return known.session }
        let path = workspace.path + "/" + location.path.description
        let content = try SessionsError.wrap { () throws(IOFailure) -> (bytes: [UInt8], mode: UInt32)? in
            guard let file = try workspace.folder(at: location.path.folders)?.file(location.fileName) else {
                return nil
            }
            return (try file.readAll(limit: Limits.sessionFile), UInt32(file.mode))
        }
        guard let content else { throw .sessionNotFound(reference: location.id) }
        let session = try SessionFile.parse(content.bytes, id: location.id, path: path)
        loaded[location.id] = Loaded(
            bytes: content.bytes, session: session, location: location, mode: content.mode)
        return session
    }

    /// Has a session that was read here written as it is given.
    package func update(_ session: Session) throws(SessionsError) {
        guard let old = loaded[session.id], session != old.session else { return }
        guard session.schema <= Session.schema else {
            throw .newerSchema(path: old.location.path.description, schema: session.schema)
        }
        let bytes = try checkedBytes(of: session)
        let steps = DocumentChange(from: old.session.document, to: session.document)
        var back = session.document
        let leadsBack = (try? steps.revert(in: &back)) != nil && JSON.object(back).bytes(.file) == old.bytes
        try stage(
            bytes, mode: old.mode,
            OperationRecord.FileChange(
                path: old.location.path, before: SHA256.hex(of: old.bytes), after: SHA256.hex(of: bytes),
                undo: leadsBack ? .steps(steps) : .whole(old.bytes)))
    }

    /// Has a new session written.
    package func create(_ session: Session) throws(SessionsError) {
        let bytes = try checkedBytes(of: session)
        let path = SessionLocation(of: session).path
        try stage(
            bytes, mode: nil,
            OperationRecord.FileChange(path: path, before: nil, after: SHA256.hex(of: bytes), undo: .remove))
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
        try SessionsError.wrap { () throws(IOFailure) in
            guard storage != nil else { return try copy(to: nil) }
            try storage?.staging.add(mode: nil, copy)
        }
        let content = StoredContent(sha256: hash.finish(), size: size)
        let path = WorkspacePath(["attachments", sessionID, content.sha256])
        let isThere = try SessionsError.wrap { () throws(IOFailure) in
            try workspace.folder(at: path.folders)?.file(path.name) != nil
        }
        if isThere || files.contains(where: { $0.path == path }) {
            try SessionsError.wrap { () throws(IOFailure) in try storage?.staging.removeLast() }
        } else {
            files.append(.init(path: path, before: nil, after: content.sha256, undo: .keep))
        }
        return content
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
    func put(_ bytes: [UInt8]?, at path: WorkspacePath, replacing old: [UInt8]?) throws(SessionsError) {
        let undo: OperationRecord.Undo = old.map { .whole($0) } ?? .remove
        try stage(
            bytes ?? [], mode: nil,
            .init(path: path, before: old.map(SHA256.hex), after: bytes.map(SHA256.hex), undo: undo))
    }

    // MARK: The end

    /// Makes it happen. When this returns, everything is on disk.
    ///
    /// - Returns: the number of the operation; nil where nothing was changed.
    package func commit() throws(SessionsError) -> Int? {
        guard let storage, !files.isEmpty else {
            abandon()
            return nil
        }
        let record = OperationRecord(
            number: storage.number, at: header.at, by: header.by, command: header.command, purpose: purpose,
            files: files)
        do {
            try SessionsError.wrap { () throws(IOFailure) in
                try storage.staging.sync()
                try storage.log.append(record)
            }
        } catch {
            try? storage.log.drop(record.number)
            abandon()
            throw error
        }
        try StagingArea.carryOut(record, in: workspace, storage.local)
        files = []
        return record.number
    }

    /// Leaves everything as it was.
    package func abandon() {
        storage?.staging.removeAll()
        files = []
    }

    private func checkedBytes(of session: Session) throws(SessionsError) -> [UInt8] {
        let bytes = SessionFile.bytes(of: session)
        guard bytes.count <= Limits.sessionFile else {
            throw .limit(
                what: "the file of '\(session.id)', \(bytes.count) bytes,",
                limit: "\(Limits.sessionFile) bytes")
        }
        return bytes
    }

    private func stage(
        _ bytes: [UInt8], mode: UInt32?, _ change: OperationRecord.FileChange
    ) throws(SessionsError) {
        try SessionsError.wrap { () throws(IOFailure) in try storage?.staging.add(bytes, mode: mode) }
        files.append(change)
    }
}

extension Workspace {
    /// Visits the operations made with this copy, newest first, until told to stop. Takes no lock.
    package func eachOperation(
        _ visit: (OperationRecord) throws(SessionsError) -> Bool
    ) throws(SessionsError) {
        let log = try SessionsError.wrap { () throws(IOFailure) in
            try folder(at: ["local", "operations"]) == nil
                ? nil : try OperationLog(in: makeFolder(at: ["local"]))
        }
        try log?.eachFromNewest(visit)
    }
}
