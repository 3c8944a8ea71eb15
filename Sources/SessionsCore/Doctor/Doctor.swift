/// Looks at everything in a workspace, and says what is not as it should be. It takes no lock and changes nothing.
package struct Doctor {
    /// What was found.
    package struct Report: Sendable {
        package fileprivate(set) var findings: [Finding] = []
        /// How many files of sessions were looked at.
        package fileprivate(set) var fileCount = 0

        package var isHealthy: Bool { !findings.contains { $0.severity == .damage } }
    }

    let workspace: Workspace
    private let now: Instant
    private let comparesHashes: Bool
    private let configurationFolder: String?

    /// - Parameters:
    ///   - comparesHashes: whether the contents of attachments are read, which takes as long as that takes.
    ///   - configurationFolder: where the settings of the person are; nil where they have no home.
    package init(
        _ workspace: Workspace, now: Instant, comparesHashes: Bool = false, configurationFolder: String? = nil
    ) {
        self.workspace = workspace
        self.now = now
        self.comparesHashes = comparesHashes
        self.configurationFolder = configurationFolder
    }

    /// Runs every check.
    ///
    /// - Parameter transaction: that of the caller; nil where somebody else may be at work.
    package func examine(in transaction: Transaction? = nil) throws(SessionsError) -> Report {
        var report = Report()
        guard let folder = workspace.folder else { return report }
        let examination = try Examination(
            workspace, folder, transaction, configurationFolder: configurationFolder,
            comparesHashes: comparesHashes)
        try lookThroughSessions(examination, &report)
        var findings: [Finding] = []
        for check in workspaceChecks { findings += try check.findings(in: examination) }
        // Where there are two of a session, neither can be put in its place, nor changed before one has gone.
        let twice = findings.filter { $0.check == DuplicateSessionCheck.name }.compactMap(\.sessionID)
        for index in report.findings.indices {
            switch report.findings[index].mending {
            case .place(let location), .edit(let location):
                if twice.contains(location.id) { report.findings[index].mending = nil }
            case .move, .remove, .lock, nil: break
            }
        }
        report.findings = (findings + report.findings).filter {
            !examination.staged.targets.contains($0.path)
        }
        return report
    }

    private func lookThroughSessions(
        _ examination: Examination, _ report: inout Report
    ) throws(SessionsError) {
        guard let sessions = examination.folder("sessions") else { return }
        let settings: WorkspaceSettings?
        do throws(SessionsError) { settings = try workspace.settings() } catch {
            // That they are damaged or gone is a finding of its own.
            guard error.code == .damaged || error.code == .notFound else { throw error }
            settings = nil
        }
        for month in try SessionsError.wrap(sessions.names).sorted() where CalendarDay(month + "-01") != nil {
            guard let folder = examination.folder("sessions", month) else {
                examination.isComplete = false
                continue
            }
            for name in try SessionsError.wrap(folder.names).sorted() {
                guard let location = SessionLocation(fileName: name, month: month) else { continue }
                let file = ExaminedFile(
                    path: location.path.description, name: name, month: month, location: location
                ) { () throws(IOFailure) in
                    try folder.read(name, limit: Limits.sessionFile)
                }
                guard let file else { continue }
                report.fileCount += 1
                report.findings += file.findings
                examination.locations.append(location)
                guard let session = file.knownSession, session.id == location.id else {
                    examination.isComplete = false
                    continue
                }
                let isExpired = settings?.hasDroppedContents(of: session, now: now) ?? false
                examination.sessions.append(
                    .init(
                        location: location,
                        attachments: session.document["attachments"] == nil ? [] : session.attachments,
                        isExpired: isExpired))
            }
        }
    }

    /// Looks at files alone, wherever they are: session files, templates where they lie in a folder of such, and
    /// settings by their name.
    ///
    /// - Parameter files: what each is called in findings, and its path.
    /// - Throws: `io`, for the first that is not there.
    package static func examine(files: [(name: String, path: String)]) throws(SessionsError) -> Report {
        var report = Report()
        for (shown, path) in files {
            let parts = path.split(separator: "/").map(String.init)
            let folder = parts.dropLast().last ?? ""
            let file = ExaminedFile(
                path: shown, name: parts.last ?? "",
                month: CalendarDay(folder + "-01") == nil ? nil : folder, location: nil
            ) { () throws(IOFailure) in
                // A link that a person names is followed, as everywhere.
                try InputFile(opening: path).readAll(limit: Limits.sessionFile)
            }
            guard let file else { continue }
            if let failure = file.failure, failure.isNotThere { throw .io(failure) }
            report.fileCount += 1
            report.findings += file.failure == nil ? findings(in: file, of: folder) : file.findings
        }
        return report
    }

    /// What is wrong in a file that could be read, as the kind of file it is.
    private static func findings(in file: ExaminedFile, of folder: String) -> [Finding] {
        switch (folder, file.name) {
        case (_, WorkspaceSettings.fileName): WorkspaceSettingsCheck.findings(in: file.bytes, file.path)
        case (_, UserConfiguration.fileName): ConfigurationCheck.findings(in: file.bytes, file.path)
        case (TemplateFile.folderName, _): TemplateCheck.findings(in: file.bytes, file.path)
        default: file.findings
        }
    }
}
