/// The folder that holds sessions.
package final class Workspace: Sendable {
    /// The format of workspaces this program writes.
    static let format = 1

    package let path: String
    /// Whether it is the one that is there without being asked for.
    package let isPersonal: Bool
    /// Nil for the personal workspace before the first write.
    let folder: Folder?
    package let settings: WorkspaceSettings

    /// Opens a workspace that is there.
    package init(opening path: String, isPersonal: Bool = false) throws(SessionsError) {
        let folder: Folder
        do { folder = try Folder(opening: path) } catch {
            if error.isNotThere { throw .noWorkspace(path: path) }
            throw .io(error)
        }
        guard let settings = try WorkspaceSettings(in: folder) else { throw .noWorkspace(path: path) }
        self.path = path
        self.folder = folder
        self.isPersonal = isPersonal
        self.settings = settings
    }

    /// The personal workspace before it is made.
    init(notYetMadeAt path: String) {
        self.path = path
        folder = nil
        isPersonal = true
        settings = WorkspaceSettings()
    }

    package var exists: Bool { folder != nil }

    /// Makes a workspace: the settings file last, which is what makes a folder one.
    ///
    /// - Throws: `workspaceExists`.
    package static func make(
        at path: String, name: String?, isPersonal: Bool = false
    ) throws(SessionsError) -> Workspace {
        try SessionsError.wrap { () throws(IOFailure) in
            try Folder.makePath(path, mode: isPersonal ? 0o700 : 0o777)
        }
        let folder = try SessionsError.wrap { () throws(IOFailure) in try Folder(opening: path) }
        if try WorkspaceSettings(in: folder) != nil { throw .workspaceExists(path: path) }
        try SessionsError.wrap { () throws(IOFailure) in
            _ = try folder.makeFolder("sessions")
            for (name, text) in [
                (".gitignore", "local/\n"), (".gitattributes", "sessions/**/*.json merge=sessions\n"),
            ] {
                try folder.writeNew(name, Array(text.utf8))
            }
            try folder.writeNew(WorkspaceSettings.fileName, WorkspaceSettings.initial(name: name))
            try folder.sync()
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

    func read(_ path: WorkspacePath, limit: Int) throws(SessionsError) -> [UInt8]? {
        try SessionsError.wrap { () throws(IOFailure) in
            try folder(at: path.folders)?.read(path.name, limit: limit)
        }
    }
}

extension Folder {
    /// Makes a folder by its path, and those above it that are missing.
    static func makePath(_ path: String, mode: UInt32) throws(IOFailure) {
        let parts = path.split(separator: "/").map(String.init)
        var folder = try Folder(opening: path.hasPrefix("/") ? "/" : ".")
        for (index, part) in parts.enumerated() {
            if let next = try? Folder(opening: folder.pathOf(part)) {
                folder = next
            } else {
                folder = try folder.makeFolder(part, mode: index == parts.count - 1 ? mode : 0o777)
            }
        }
    }

    /// Writes a file that is not there yet to disk; one that is stays as it is.
    func writeNew(_ name: String, _ bytes: [UInt8]) throws(IOFailure) {
        guard try file(name) == nil else { return }
        let file = try create(name)
        try file.write(bytes)
        try file.sync()
    }
}
