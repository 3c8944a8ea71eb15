/// What lies in a workspace and is of no use to anybody any more.
///
/// Contents of attachments stay as long as a session names them, and as long as an operation does that can be
/// taken back. Whatever is not named as this program names contents is not its own and stays too.
package struct Sweep {
    /// Why a file can go.
    package enum Reason: String, CaseIterable, Sendable {
        /// No session names it.
        case unnamed
        /// Its session was archived longer ago than the workspace keeps such contents.
        case expired
        /// A process that died left it.
        case leftover
        /// What `doctor` kept of a file before it mended it, as long ago as records of operations are kept.
        case backup
    }

    package struct File: Sendable {
        /// Below the workspace.
        package let path: String
        /// Bytes.
        package let size: Int
        package let reason: Reason
        /// The session whose content it is.
        package let sessionID: String?
    }

    package private(set) var files: [File] = []
    /// Folders that are empty, or will be, below the workspace.
    package private(set) var folders: [String] = []
    /// Contents that no session names, but an operation that can be taken back.
    package private(set) var kept: (count: Int, bytes: Int) = (0, 0)

    private let workspace: Workspace
    private let settings: WorkspaceSettings
    /// By id: where a merge left several versions of one, all of them.
    private var sessions: [String: [Session]] = [:]
    private var recorded: Set<String> = []

    /// Looks for it. Nothing can be said as long as a session cannot be read, or was written by a later version.
    ///
    /// - Parameter damaged: is given such sessions; nothing else is looked for then.
    package init(
        in transaction: Transaction, now: Instant, damaged: inout [SessionsError]
    ) throws(SessionsError) {
        workspace = transaction.workspace
        settings = try workspace.settings()
        var sessions: [String: [Session]] = [:]
        var newer: [SessionsError] = []
        let path = workspace.path
        damaged = try workspace.eachSession { session in
            if session.schema > Session.schema {
                let location = SessionLocation(of: session).path
                newer.append(.newerSchema(path: "\(path)/\(location)", schema: session.schema))
            }
            sessions[session.id, default: []].append(session)
        }
        damaged += newer
        guard damaged.isEmpty else { return }
        self.sessions = sessions
        var recorded: Set<String> = []
        try transaction.eachOperation { entry in
            if case .success(let record) = entry { recorded.formUnion(record.contentHashes) }
            return true
        }
        self.recorded = recorded
        for file in try transaction.leftovers {
            add(["local", StagingArea.folderName, file.name], file.size, .leftover, of: nil)
        }
        try SessionsError.reading { () throws(IOFailure) in
            try lookThroughContents(now)
            try lookThroughMonths()
            try lookThroughBackups(now)
        }
    }

    private mutating func lookThroughContents(_ now: Instant) throws(IOFailure) {
        guard let contents = try workspace.folder(at: ["attachments"]) else { return }
        for id in try contents.names().sorted() where Identifier.isSession(id) {
            // Something else in its place is none of ours.
            guard let folder = try Sweep.folder(id, in: contents) else { continue }
            let versions = sessions[id] ?? []
            let named = Set(versions.flatMap(\.attachments).map(\.sha256))
            let isExpired = versions.allSatisfy { settings.hasDroppedContents(of: $0, now: now) }
            var left = try folder.entryCount()
            for file in try folder.files() where isHash(file.name) {
                if named.contains(file.name) {
                    guard isExpired else { continue }
                    add(["attachments", id, file.name], file.size, .expired, of: id)
                } else if recorded.contains(file.name) {
                    kept = (kept.count + 1, kept.bytes + file.size)
                    continue
                } else {
                    add(["attachments", id, file.name], file.size, .unnamed, of: id)
                }
                left -= 1
            }
            if left == 0 { folders.append("attachments/" + id) }
        }
    }

    private mutating func lookThroughMonths() throws(IOFailure) {
        guard let months = try workspace.folder(at: ["sessions"]) else { return }
        for month in try months.names().sorted() where CalendarDay(month + "-01") != nil {
            if try months.folder(month)?.entryCount() == 0 { folders.append("sessions/" + month) }
        }
    }

    private mutating func lookThroughBackups(_ now: Instant) throws(IOFailure) {
        guard let backups = try workspace.folder(at: Transaction.backups) else { return }
        let oldest = now.day.advanced(by: -OperationLog.daysKept)
        for name in try backups.names().sorted() {
            if let day = CalendarDay(name), day < oldest { try addAll(Transaction.backups + [name]) }
        }
    }

    /// All files below a folder, and the folders once they are empty.
    private mutating func addAll(_ path: [String]) throws(IOFailure) {
        guard let folder = try workspace.folder(at: path) else { return }
        for (name, size) in try folder.files() {
            if try Sweep.folder(name, in: folder) != nil {
                try addAll(path + [name])
            } else {
                add(path + [name], size, .backup, of: nil)
            }
        }
        folders.append(WorkspacePath(path).description)
    }

    /// A folder in another; nil where something else has its name.
    private static func folder(_ name: String, in above: Folder) throws(IOFailure) -> Folder? {
        do { return try above.folder(name) } catch {
            guard error.isSpecialFile else { throw error }
            return nil
        }
    }

    /// Removes it all, for good: no undo brings it back.
    package func carryOut(in transaction: Transaction) throws(SessionsError) {
        guard !transaction.isDryRun else { return }
        try SessionsError.wrap { () throws(IOFailure) in
            // What was left over went when the transaction began.
            for file in files where file.reason != .leftover {
                guard let path = WorkspacePath(file.path), let folder = try workspace.folder(at: path.folders)
                else { continue }
                try folder.remove(path.name)
            }
            for folder in folders {
                guard let path = WorkspacePath(folder), let above = try workspace.folder(at: path.folders)
                else { continue }
                above.removeEmptyFolder(path.name)
            }
            if !files.isEmpty || !folders.isEmpty { try workspace.folder?.syncFileSystem() }
        }
    }

    private mutating func add(_ path: [String], _ size: Int, _ reason: Reason, of sessionID: String?) {
        let path = WorkspacePath(path).description
        files.append(File(path: path, size: size, reason: reason, sessionID: sessionID))
    }
}

/// Whether a name is one that content has.
func isHash(_ name: String) -> Bool {
    name.utf8.count == 64 && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
}

extension OperationRecord {
    /// The hashes of all contents that taking it back, or back again, could need.
    var contentHashes: Set<String> {
        var hashes: Set<String> = []
        func collect(_ json: JSON) {
            switch json {
            case .string(let text): if isHash(text) { hashes.insert(text) }
            case .array(let elements): elements.forEach(collect)
            case .object(let object): for (_, value) in object { collect(value) }
            case .null, .bool, .number: break
            }
        }
        func collect(_ file: [UInt8]) {
            let json = try? JSON(parsing: file, limits: JSONLimits(stringBytes: Limits.text))
            if let json { collect(json) }
        }
        for file in files {
            switch file.undo {
            case .remove: break
            case .keep: hashes.insert(file.path.name)
            case .steps(let change, let old):
                collect(change.json)
                if let old { collect(old) }
            case .whole(let bytes): collect(bytes)
            }
        }
        return hashes
    }
}
