/// `local/tmp`: the new content of an operation's files, before it is renamed into place.
///
/// The files are named by the number of their operation and their place in its record. An empty one stands for
/// a file that is to be removed, as the mark that this is still to be done. The record is written here, too.
final class StagingArea {
    static let folderName = "tmp"
    /// With more files than this, one sync of the whole file system is cheaper than one of each.
    static let mostSingleSyncs = 32

    private let folder: Folder
    private let number: Int
    private var count = 0
    /// The files so far, as long as each is to be synced on its own.
    private var unsynced: [OutputFile] = []
    /// Whether there were ever more than that.
    private var syncsAll = false

    init(in local: Folder, operation number: Int) throws(IOFailure) {
        folder = try local.makeFolder(StagingArea.folderName)
        self.number = number
    }

    /// Writes the content of the next file, none for one that is to be removed.
    func add(_ bytes: [UInt8], mode: FileMode?) throws(IOFailure) {
        try add(mode: mode) { (file: OutputFile) throws(IOFailure) in try file.write(bytes) }
    }

    /// Makes the next file and has it written piece by piece.
    func add(mode: FileMode?, _ write: (OutputFile) throws(IOFailure) -> Void) throws(IOFailure) {
        let file = try folder.create(StagingArea.fileName(number, count), mode: mode)
        count += 1
        try write(file)
        if count > StagingArea.mostSingleSyncs {
            (unsynced, syncsAll) = ([], true)
        } else {
            unsynced.append(file)
        }
    }

    /// Takes the last file back.
    func removeLast() throws(IOFailure) {
        guard count > 0 else { return }
        count -= 1
        if unsynced.count > count { unsynced.removeLast() }
        try folder.remove(StagingArea.fileName(number, count))
    }

    /// Makes the file of the record.
    func makeRecord() throws(IOFailure) -> OutputFile { try folder.create(recordName) }

    /// Puts the record, which is whole, into the log.
    func append(_ header: OperationRecord.Header, to log: OperationLog) throws(IOFailure) {
        try log.append(header, from: recordName, in: folder)
    }

    private var recordName: String { "\(number).record" }

    /// Leaves nothing behind, as far as that is possible; the next operation clears away the rest.
    func removeAll() {
        for index in 0..<count { try? folder.remove(StagingArea.fileName(number, index)) }
        (count, unsynced) = (0, [])
        try? folder.remove(recordName)
    }

    /// Puts everything on disk.
    func sync() throws(IOFailure) {
        guard !syncsAll else { return try folder.syncFileSystem() }
        for file in unsynced { try file.sync() }
        unsynced = []
        try folder.sync()
    }

    /// Renames every file into place, or removes those that are to go, and syncs the folders. Contents come before
    /// the sessions that name them.
    ///
    /// - Parameter done: how many files are as they are to be, when this returns and when it throws.
    func carryOut(
        _ files: FileChanges, in workspace: Workspace, done: inout Int
    ) throws(IOFailure) {
        var targets = TargetFolders(in: workspace)
        for file in files { _ = try targets.make(for: file.path) }
        let syncsEach = count <= StagingArea.mostSingleSyncs
        for areContents in [true, false] {
            var changed: [Folder] = []
            for (index, file) in files.enumerated() where (file.undo == .keep) == areContents {
                let target = try targets.make(for: file.path)
                let name = StagingArea.fileName(number, index)
                guard try StagingArea.carryOut(file, name, in: folder, to: target) else {
                    throw .taken(target.pathOf(file.path.name))
                }
                done += 1
                if syncsEach, !changed.contains(where: { $0 === target }) { changed.append(target) }
            }
            for folder in changed { try folder.sync() }
        }
        if !syncsEach { try folder.syncFileSystem() }
        // Marks go when what they stand for is on disk: before that the next operation may have to do it again.
        for (index, file) in files.enumerated() where file.after == nil {
            try folder.remove(StagingArea.fileName(number, index))
        }
    }

    /// Renames one staged file into place, or removes the file that it marks, whose mark stays.
    ///
    /// - Returns: false where something else lies by now in the place of a new file; then nothing was done.
    @discardableResult
    static func carryOut(
        _ file: OperationRecord.FileChange, _ stagedName: String, in staging: Folder, to target: Folder
    ) throws(IOFailure) -> Bool {
        guard file.after != nil else {
            try target.remove(file.path.name)
            return true
        }
        guard file.before != nil else {
            return try staging.renameIfFree(stagedName, to: file.path.name, in: target)
        }
        try staging.rename(stagedName, to: file.path.name, in: target)
        return true
    }

    static func fileName(_ number: Int, _ index: Int) -> String { "\(number).\(index)" }

    /// What lies in it that nobody will put into place any more: all but the index that a reader, who takes no
    /// lock, may be writing.
    static func leftovers(in folder: Folder) throws(IOFailure) -> [(name: String, size: Int)] {
        try folder.files().filter { !IndexWriter.isAtWork(on: $0.name, in: folder) }
    }

    /// The number of the operation that a staged file belongs to; nil for any other file.
    static func operation(ofFileName name: String) -> Int? { Int(name.prefix { $0 != "." }) }
}
