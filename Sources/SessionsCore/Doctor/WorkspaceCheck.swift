/// Something that can be wrong in a workspace, beside what is wrong in single sessions.
protocol WorkspaceCheck: SendableMetatype {
    /// As findings call it: `missing-content`.
    static var name: String { get }
    /// Why it matters.
    static var consequence: String { get }

    static func findings(in examination: Examination) throws(SessionsError) -> [Finding]
}

/// Every check of a workspace; nothing else lists them. The last one tells of what was in the way of the others.
let workspaceChecks: [any WorkspaceCheck.Type] = [
    WorkspaceSettingsCheck.self, ConfigurationCheck.self, GitFileCheck.self, TemplateCheck.self,
    StrayFileCheck.self, DuplicateSessionCheck.self, GoneFileCheck.self, MissingContentCheck.self,
    ChangedContentCheck.self, OrphanContentCheck.self, DamagedRecordCheck.self, UnfinishedOperationCheck.self,
    LeftoverCheck.self, LeftContentCheck.self, LockCheck.self, MarkCheck.self, IndexCheck.self,
    ClosedFolderCheck.self,
]

extension WorkspaceCheck {
    static func finding(
        _ path: String, at place: (line: Int, column: Int)? = nil, of sessionID: String? = nil,
        _ problem: String, as severity: Finding.Severity = .damage, advice: String,
        mending: Finding.Mending? = nil
    ) -> Finding {
        Finding(
            check: name, severity: severity, path: path, place: place, sessionID: sessionID,
            problem: problem, consequence: consequence, advice: advice, mending: mending)
    }
}

/// What is known of a workspace when its sessions have been looked at.
final class Examination {
    /// A session that could be read, without all that is in it.
    struct SeenSession {
        let location: SessionLocation
        let attachments: [Attachment]
        /// Whether the workspace no longer keeps its contents.
        let isExpired: Bool
    }

    let workspace: Workspace
    private let transaction: Transaction?
    /// The folder of the workspace.
    let folder: Folder
    /// Where the settings of the person are; nil where they have no home.
    let configurationFolder: String?
    /// Whether contents are read, and their hashes compared.
    let comparesHashes: Bool
    /// What the next lock ends.
    let staged: StagedFiles
    var sessions: [SeenSession] = []
    /// Every file that is named as a session's, be it one or not.
    var locations: [SessionLocation] = []
    /// Whether every session was read, and by a program that knows all that can be in it.
    var isComplete = true
    private var knownHistory: OperationHistory?
    /// The folders that could not be opened, below the workspace.
    private(set) var closed: [(path: String, failure: IOFailure)] = []

    init(
        _ workspace: Workspace, _ folder: Folder, _ transaction: Transaction?, configurationFolder: String?,
        comparesHashes: Bool
    ) throws(SessionsError) {
        self.transaction = transaction
        self.workspace = workspace
        self.folder = folder
        self.configurationFolder = configurationFolder
        self.comparesHashes = comparesHashes
        staged = try StagedFiles(in: workspace)
    }

    /// What the records of operations say, read when it is asked for.
    func history() throws(SessionsError) -> OperationHistory {
        if let knownHistory { return knownHistory }
        var history = OperationHistory()
        if let transaction {
            try transaction.eachOperation { history.add($0) }
        } else {
            try workspace.eachOperation { history.add($0) }
        }
        knownHistory = history
        return history
    }

    /// Whether anything lies at a path, or it cannot be told.
    func holds(_ path: WorkspacePath) -> Bool { (try? workspace.holds(path)) ?? true }

    /// Whether a process is changing the workspace.
    var isAtWork: Bool { folder("local").map(FileLock.isHeld) ?? false }

    /// A folder of the workspace; nil where there is none, or it cannot be opened, which is noted down.
    func folder(_ path: String...) -> Folder? {
        do { return try workspace.folder(at: path) } catch {
            let above = workspace.path + "/"
            let name = error.path.hasPrefix(above) ? String(error.path.dropFirst(above.count)) : error.path
            if !closed.contains(where: { $0.path == name }) { closed.append((name, error)) }
            return nil
        }
    }
}
