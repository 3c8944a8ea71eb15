/// The folders that the files of an operation go to. The last ones stay open: of many, each has a few files in a row.
struct TargetFolders {
    /// Open at a time: a process may not have many.
    static let mostOpen = 32

    private let workspace: Workspace
    private(set) var folders: [(path: [String], folder: Folder)] = []
    /// Whether some were closed again for others.
    private(set) var areMore = false
    /// That of the last file, which is that of the next one mostly.
    private var last = 0

    init(in workspace: Workspace) {
        self.workspace = workspace
    }

    /// The folder of a file, made where it is not there.
    mutating func make(for file: WorkspacePath) throws(IOFailure) -> Folder {
        if let folder = opened(for: file) { return folder }
        return add(try workspace.makeFolder(at: file.folders), file)
    }

    /// The folder of a file; nil where it is not there.
    mutating func find(for file: WorkspacePath) throws(IOFailure) -> Folder? {
        if let folder = opened(for: file) { return folder }
        return try workspace.folder(at: file.folders).map { add($0, file) }
    }

    private mutating func opened(for file: WorkspacePath) -> Folder? {
        if folders.indices.contains(last), file.folders.elementsEqual(folders[last].path) {
            return folders[last].folder
        }
        guard let index = folders.firstIndex(where: { file.folders.elementsEqual($0.path) }) else {
            return nil
        }
        last = index
        return folders[index].folder
    }

    private mutating func add(_ folder: Folder, _ file: WorkspacePath) -> Folder {
        let entry = (Array(file.folders), folder)
        if folders.count < TargetFolders.mostOpen {
            last = folders.count
            folders.append(entry)
        } else {
            // Behind the last one is the one that was opened first.
            areMore = true
            last = (last + 1) % folders.count
            folders[last] = entry
        }
        return folder
    }
}
