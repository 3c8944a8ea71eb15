/// `local/tmp`: new content of files before it is renamed into place, and what a process that died left there.
struct StagingArea {
    /// With more files than this, one sync of the whole file system is cheaper than one of each.
    static let mostSingleSyncs = 32

    private let folder: Folder
    private let number: Int
    private(set) var count = 0

    init(in local: Folder, operation number: Int) throws(IOFailure) {
        folder = try local.makeFolder("tmp")
        self.number = number
    }

    /// Writes the content of the next file.
    mutating func add(_ bytes: [UInt8], mode: UInt32?) throws(IOFailure) {
        try add(mode: mode) { (file: OutputFile) throws(IOFailure) in try file.write(bytes) }
    }

    /// Makes the next file and has it written piece by piece.
    mutating func add(
        mode: UInt32?, _ write: (OutputFile) throws(IOFailure) -> Void
    ) throws(IOFailure) {
        let name = StagingArea.name(number, count)
        try folder.remove(name)
        let file = try folder.create(name)
        count += 1
        if let mode { try file.setMode(mode) }
        try write(file)
        if count <= StagingArea.mostSingleSyncs { try file.sync() }
    }

    /// Takes the last file back.
    mutating func removeLast() throws(IOFailure) {
        guard count > 0 else { return }
        count -= 1
        try folder.remove(StagingArea.name(number, count))
    }

    /// Puts everything on disk.
    func sync() throws(IOFailure) {
        if count > StagingArea.mostSingleSyncs {
            guard System.syncFileSystem(of: folder.descriptor) else { throw IOFailure("sync", folder.path) }
        } else {
            try folder.sync()
        }
    }

    func removeAll() {
        for index in 0..<count { try? folder.remove(StagingArea.name(number, index)) }
    }

    /// Renames every file of an operation into place, or removes those that are to go, and syncs the folders.
    static func carryOut(_ record: OperationRecord, in workspace: Workspace, _ local: Folder)
        throws(SessionsError)
    {
        try SessionsError.wrap { () throws(IOFailure) in
            let tmp = try local.makeFolder("tmp")
            var folders: [ArraySlice<String>: Folder] = [:]
            for (index, file) in record.files.enumerated() {
                let known = folders[file.path.folders]
                let folder = if let known { known } else { try workspace.makeFolder(at: file.path.folders) }
                folders[file.path.folders] = folder
                let name = StagingArea.name(record.number, index)
                if file.after != nil {
                    try tmp.rename(name, to: file.path.name, in: folder)
                } else {
                    try folder.remove(file.path.name)
                    try tmp.remove(name)
                }
            }
            if record.files.count > mostSingleSyncs {
                guard System.syncFileSystem(of: tmp.descriptor) else { throw IOFailure("sync", tmp.path) }
            } else {
                for folder in folders.values { try folder.sync() }
            }
        }
    }

    /// Ends what a process that died began: an operation whose record is whole is carried out, any other is
    /// dropped. A file that has become something else meanwhile is left alone, its new content kept in
    /// `local/left`.
    static func recover(in workspace: Workspace, _ local: Folder, _ log: OperationLog) throws(SessionsError) {
        let names = try SessionsError.wrap { () throws(IOFailure) in try local.folder("tmp")?.names() ?? [] }
        guard !names.isEmpty else { return }
        for number in Set(names.compactMap { Int($0.prefix { $0 != "." }) }).sorted() {
            let record = try SessionsError.wrap { () throws(IOFailure) in try log.record(number) }
            if let record {
                try finish(record, in: workspace, local)
            } else {
                try SessionsError.wrap { () throws(IOFailure) in try log.drop(number) }
            }
        }
        try SessionsError.wrap { () throws(IOFailure) in
            guard let tmp = try local.folder("tmp") else { return }
            for name in try tmp.names() { try tmp.remove(name) }
        }
    }

    private static func finish(
        _ record: OperationRecord, in workspace: Workspace, _ local: Folder
    ) throws(SessionsError) {
        for (index, file) in record.files.enumerated() {
            let current = try workspace.read(file.path, limit: Limits.sessionFile).map(SHA256.hex)
            let name = StagingArea.name(record.number, index)
            try SessionsError.wrap { () throws(IOFailure) in
                guard let tmp = try local.folder("tmp"), try tmp.file(name) != nil, current != file.after
                else {
                    return
                }
                let folder = try workspace.makeFolder(at: file.path.folders)
                if current != file.before {
                    try tmp.rename(name, to: name, in: local.makeFolder("left"))
                } else if file.after != nil {
                    try tmp.rename(name, to: file.path.name, in: folder)
                } else {
                    try folder.remove(file.path.name)
                }
                try folder.sync()
            }
        }
    }

    private static func name(_ number: Int, _ index: Int) -> String { "\(number).\(index)" }
}

extension Workspace {
    /// The folder a path leads to, made where it is not there.
    func makeFolder(at path: some Sequence<String>) throws(IOFailure) -> Folder {
        guard var current = folder else { throw IOFailure("open the folder", self.path) }
        for name in path { current = try current.makeFolder(name) }
        return current
    }
}
