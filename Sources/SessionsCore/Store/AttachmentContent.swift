/// The content of an attachment, which lies in the workspace under its hash.
package struct AttachmentContent {
    /// Whether what lies there is what was put there.
    package enum Condition: String, Sendable {
        case good, changed, missing
        /// It is not there because the session was archived so long ago that the workspace no longer keeps it.
        case expired
    }

    /// Bytes that are read at a time.
    private static let pieceSize = 1 << 18

    private let attachment: Attachment
    private let path: WorkspacePath
    private let workspace: Workspace
    private let session: Session
    private let now: Instant

    package init(of attachment: Attachment, in session: Session, _ workspace: Workspace, now: Instant) {
        self.attachment = attachment
        self.workspace = workspace
        path = WorkspacePath(["attachments", session.id, attachment.sha256])
        self.session = session
        self.now = now
    }

    private func isExpired() throws(SessionsError) -> Bool {
        try workspace.settings().hasDroppedContents(of: session, now: now)
    }

    /// Reads all of it and compares its hash.
    package func condition() throws(SessionsError) -> Condition {
        let file: InputFile?
        do throws(SessionsError) { file = try self.file() } catch {
            // Something else stands where the content should.
            guard error.code == .damaged else { throw error }
            return .changed
        }
        guard let file else { return try isExpired() ? .expired : .missing }
        guard attachment.canBe(file.size) else { return .changed }
        let hash = try SessionsError.wrap { () throws(IOFailure) in try SHA256.hex(of: file) }
        return hash == attachment.sha256 ? .good : .changed
    }

    /// Opens it for reading, once all of it was found to be what was attached.
    ///
    /// - Throws: `contentDamaged`.
    package func open() throws(SessionsError) -> InputFile {
        let condition = try condition()
        guard condition == .good, let file = try file() else { throw failure(condition) }
        return file
    }

    /// Copies it to a folder under the attachment's name, whole or not at all.
    ///
    /// - Parameter isOverwriting: whether a file of that name is replaced.
    /// - Returns: the name.
    /// - Throws: `contentDamaged`; `refused` where the name is taken, or is none for a file.
    package func copy(toFolder path: String, overwriting isOverwriting: Bool) throws(SessionsError) -> String
    {
        let folder = try SessionsError.wrap { () throws(IOFailure) in try Folder(opening: path) }
        return try copy(to: folder, mode: nil, overwriting: isOverwriting)
    }

    /// Copies it to a new folder that nobody else can look into, for a program to show it; it is not there to
    /// be changed.
    ///
    /// - Parameter path: where folders for a short time belong.
    /// - Returns: the path of the copy.
    package func copyToPrivateFolder(in path: String) throws(SessionsError) -> String {
        let folder = try SessionsError.wrap { () throws(IOFailure) in try Folder.makePrivate(in: path) }
        do {
            return folder.pathOf(try copy(to: folder, mode: 0o400, overwriting: false))
        } catch {
            folder.removeIfEmpty()
            throw error
        }
    }

    /// Takes back what `copyToPrivateFolder` made.
    package static func removePrivateCopy(_ path: String) {
        guard let slash = path.lastIndex(of: "/"), let folder = try? Folder(opening: String(path[..<slash]))
        else { return }
        try? folder.remove(String(path[path.index(after: slash)...]))
        folder.removeIfEmpty()
    }

    private func copy(
        to folder: Folder, mode: FileMode?, overwriting isOverwriting: Bool
    ) throws(SessionsError) -> String {
        let name = try fileName
        // Looked for first, so that a large file is not copied in vain.
        let isTaken = try SessionsError.wrap { () throws(IOFailure) in try folder.size(of: name) != nil }
        guard !isTaken || isOverwriting else { throw taken(folder.pathOf(name)) }
        guard let file = try file() else { throw failure(try isExpired() ? .expired : .missing) }
        guard attachment.canBe(file.size) else { throw failure(.changed) }
        let temporary = ".sessions.\(System.processID)"
        do throws(SessionsError) {
            let hash = try SessionsError.wrap { () throws(IOFailure) in
                try folder.remove(temporary)
                let output = try folder.create(temporary, mode: mode)
                var hash = SHA256()
                while true {
                    let piece = try file.read(upTo: Self.pieceSize)
                    if piece.isEmpty { break }
                    hash.update(piece)
                    try output.write(piece)
                }
                try output.sync()
                return hash.finish()
            }
            guard hash == attachment.sha256 else { throw failure(.changed) }
            let isDone = try SessionsError.wrap { () throws(IOFailure) in
                guard isOverwriting else { return try folder.renameIfFree(temporary, to: name, in: folder) }
                try folder.rename(temporary, to: name, in: folder)
                return true
            }
            guard isDone else { throw taken(folder.pathOf(name)) }
            try SessionsError.wrap(folder.sync)
        } catch {
            try? folder.remove(temporary)
            throw error
        }
        return name
    }

    /// The attachment's name, which in a file that came from elsewhere can be anything: one that programs look for
    /// by themselves, like `.git`, or take for an option.
    private var fileName: String {
        get throws(SessionsError) {
            guard let name = try? SessionRules.attachmentName(attachment.name), name.first != ".",
                name.first != "-"
            else {
                throw .refused(
                    action: "copy", subject: attachment.name, reason: "a file of that name could do harm",
                    way: "'-o -' writes the content to standard output")
            }
            return name
        }
    }

    private func file() throws(SessionsError) -> InputFile? {
        try SessionsError.reading { () throws(IOFailure) in
            try workspace.folder(at: path.folders)?.file(path.name)
        }
    }

    private func taken(_ path: String) -> SessionsError {
        .refused(
            action: "write", subject: path, reason: "there is such a file already",
            way: "--force replaces it, -o names another folder")
    }

    private func failure(_ condition: Condition) -> SessionsError {
        let problem =
            switch condition {
            case .good, .missing: "is missing"
            case .changed: "is not what was attached"
            case .expired: "was cleared away long after the session was archived"
            }
        return .contentDamaged(
            name: attachment.name, path: workspace.path + "/" + path.description, problem: problem)
    }
}

extension WorkspaceSettings {
    /// Whether a session was archived longer ago than the contents of such sessions are kept.
    func hasDroppedContents(of session: Session, now: Instant) -> Bool {
        guard let days = daysAttachmentsKept, let archivedAt = session.archivedAt else { return false }
        return archivedAt.advanced(bySeconds: days * 86_400) < now
    }
}
