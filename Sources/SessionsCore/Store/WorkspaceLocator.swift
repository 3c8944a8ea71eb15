#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where to look for a workspace.
package struct WorkspaceLocator: Sendable {
    /// The folder inside a project that holds its sessions.
    package static let folderName = ".sessions"

    /// A folder that was named, on the command line or in the environment.
    package var named: String?
    /// Where the search upward begins.
    package var currentFolder: String
    /// Where the personal workspace is or will be; nil where the person has no home.
    package var personalPath: String?

    package init(named: String?, currentFolder: String, personalPath: String?) {
        self.named = named
        self.currentFolder = currentFolder
        self.personalPath = personalPath
    }

    /// The named workspace, else the nearest one from the current folder upward, else the personal one.
    package func open() throws(SessionsError) -> Workspace {
        if let named {
            guard let path = WorkspaceLocator.workspace(in: named) else { throw .noWorkspace(path: named) }
            return try Workspace(opening: path, isPersonal: path == personalPath)
        }
        if let path = try nearest() { return try Workspace(opening: path) }
        guard let personalPath else { throw .noHome }
        if WorkspaceLocator.holdsWorkspace(personalPath) {
            return try Workspace(opening: personalPath, isPersonal: true)
        }
        return Workspace(notYetMadeAt: personalPath)
    }

    /// The nearest `.sessions` upward. One in a folder where anybody may put one is passed over.
    private func nearest() throws(SessionsError) -> String? {
        var folder = System.realPath(currentFolder) ?? currentFolder
        while true {
            let path = (folder == "/" ? "" : folder) + "/" + WorkspaceLocator.folderName
            if WorkspaceLocator.holdsWorkspace(path), try !WorkspaceLocator.isWorldWritable(folder) {
                return path
            }
            // To pass over what is left of one would be to write somewhere else.
            if access(path + "/" + SessionLocation.folderName, F_OK) == 0,
                access(path + "/" + WorkspaceSettings.fileName, F_OK) != 0,
                try !WorkspaceLocator.isWorldWritable(folder)
            {
                throw .settingsMissing(path: path + "/" + WorkspaceSettings.fileName)
            }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private static func workspace(in path: String) -> String? {
        let inside = path + (path.hasSuffix("/") ? "" : "/") + folderName
        return holdsWorkspace(path) ? path : holdsWorkspace(inside) ? inside : nil
    }

    /// One that cannot be looked into counts too: to pass over it would be to write somewhere else.
    private static func holdsWorkspace(_ path: String) -> Bool {
        access(path + "/" + WorkspaceSettings.fileName, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR
    }

    /// Whether anybody may put something there: a workspace in it is only used where it is named.
    package static func isWorldWritable(_ path: String) throws(SessionsError) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .io(IOFailure("read", path)) }
        return status.st_mode & S_IWOTH != 0
    }
}
