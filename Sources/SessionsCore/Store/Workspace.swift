/// The folder that holds sessions.
package final class Workspace: Sendable {
    /// The format of workspaces this program writes.
    static let format = 1

    package let path: String
    /// Whether it is the one that is there without being asked for.
    package let isPersonal: Bool
    /// Nil for the personal workspace before the first write.
    let folder: Folder?

    /// Opens a workspace that is there.
    package init(opening path: String, isPersonal: Bool = false) throws(SessionsError) {
        let folder: Folder
        do { folder = try Folder(opening: path) } catch {
            if error.isNotThere { throw .noWorkspace(path: path) }
            throw .io(error)
        }
        let isWorkspace = try SessionsError.wrap { () throws(IOFailure) in
            try folder.holds(WorkspaceSettings.fileName)
        }
        guard isWorkspace else { throw .noWorkspace(path: path) }
        self.path = path
        self.folder = folder
        self.isPersonal = isPersonal
    }

    /// The personal workspace before it is made.
    init(notYetMadeAt path: String) {
        self.path = path
        folder = nil
        isPersonal = true
    }

    /// What everybody shares, read anew: only who writes needs it.
    package func settings() throws(SessionsError) -> WorkspaceSettings {
        guard let folder else { return WorkspaceSettings() }
        guard let settings = try WorkspaceSettings(in: folder) else { throw .noWorkspace(path: path) }
        return settings
    }

    package var exists: Bool { folder != nil }

    /// What tells git to keep from others what is of this machine, and to have sessions merged as what they are.
    static let gitFiles = [
        (name: ".gitignore", line: "local/"),
        (name: ".gitattributes", line: "sessions/**/*.json merge=sessions"),
    ]

    /// Makes a workspace: the settings file last, which is what makes a folder one. The personal one may have
    /// been made meanwhile by another process.
    ///
    /// - Throws: `workspaceExists`.
    package static func make(
        at path: String, name: String?, isPersonal: Bool = false
    ) throws(SessionsError) -> Workspace {
        let (folder, local) = try SessionsError.wrap { () throws(IOFailure) in
            let folder = try Folder.makePath(path, mode: isPersonal ? 0o700 : 0o777)
            return (folder, try folder.makeFolder("local"))
        }
        let lock = try FileLock.acquire(in: local, for: "init", at: System.now())
        defer { withExtendedLifetime(lock) {} }
        if try WorkspaceSettings(in: folder) != nil {
            guard isPersonal else { throw .workspaceExists(path: path) }
            return try Workspace(opening: path, isPersonal: true)
        }
        try SessionsError.wrap { () throws(IOFailure) in
            _ = try folder.makeFolder("sessions")
            let staging = try local.makeFolder(StagingArea.folderName)
            for file in gitFiles { try folder.add(file.name, file.line + "\n", by: staging) }
            let settings = String(decoding: WorkspaceSettings.initial(name: name), as: UTF8.self)
            try folder.add(WorkspaceSettings.fileName, settings, by: staging)
        }
        return try Workspace(opening: path, isPersonal: isPersonal)
    }

    /// The folder a path leads to; nil where a part of it is not there.
    func folder(at path: some Sequence<String>) throws(IOFailure) -> Folder? {
        guard var current = folder else { return nil }
        for name in path {
            guard let next = try current.folder(name) else { return nil }
            current = next
        }
        return current
    }

    /// The folder a path leads to, made where it is not there.
    func makeFolder(at path: some Sequence<String>) throws(IOFailure) -> Folder {
        guard var current = folder else { throw IOFailure("open the folder", self.path) }
        for name in path { current = try current.makeFolder(name) }
        return current
    }
}

extension Folder {
    /// Puts a file there, whole and on disk when this returns; one that is there stays as it is.
    ///
    /// - Parameter staging: where it is written before it gets its name.
    fileprivate func add(_ name: String, _ text: String, by staging: Folder) throws(IOFailure) {
        guard try file(name) == nil else { return }
        try staging.remove(name)
        let file = try staging.create(name)
        try file.write(Array(text.utf8))
        try file.sync()
        try staging.rename(name, to: name, in: self)
        try sync()
        try staging.sync()
    }
}
