/// `local/tmp`: the new content of an operation's files, before it is renamed into place, and the record of it, before
/// that goes into the log.
///
/// The files are named by the number of their operation and their place in its record. As soon as all of them and the
/// record are on disk, with their names, the operation has happened. The record stays until everything is in place:
/// until then it says what is still to be done.
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

    /// Says that the next file is to be removed: there is nothing to write.
    func skip() {
        count += 1
    }

    /// Writes the content of the next file.
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

    /// Takes back the file that was just written.
    func removeLast() throws(IOFailure) {
        guard count > 0 else { return }
        count -= 1
        if !unsynced.isEmpty { unsynced.removeLast() }
        try folder.remove(StagingArea.fileName(number, count))
    }

    /// Makes the file of the record.
    func makeRecord() throws(IOFailure) -> OutputFile { try folder.create(recordName) }

    /// The record; nil where there is none that is whole.
    func record() throws(IOFailure) -> OperationRecord? {
        try StagingArea.record(number, in: folder)
    }

    /// Removes the record, so that the operation has not happened.
    func removeRecord() throws(IOFailure) {
        try folder.remove(recordName)
        try folder.sync()
    }

    /// Puts the record into the log, as everything is in place.
    func moveRecord(to log: OperationLog, _ day: OperationLog.Day) throws(IOFailure) {
        guard try log.append(number, to: day, from: recordName, in: folder) else { throw .taken(recordPath) }
    }

    var recordPath: String { folder.pathOf(recordName) }

    private var recordName: String { StagingArea.recordName(number) }

    /// Leaves nothing behind, as far as that is possible; the next operation clears away the rest.
    func removeAll() {
        for index in 0..<count { try? folder.remove(StagingArea.fileName(number, index)) }
        (count, unsynced) = (0, [])
        try? folder.remove(recordName)
    }

    /// Puts the contents on disk.
    func sync() throws(IOFailure) {
        guard !syncsAll else { return try folder.syncFileSystem() }
        for file in unsynced { try file.sync() }
        unsynced = []
    }

    /// Puts the names on disk, that of the record among them.
    func syncNames() throws(IOFailure) { try folder.sync() }

    /// Renames every file into place, or removes those that are to go, and syncs the folders. Contents come before
    /// the sessions that name them.
    ///
    /// - Parameters:
    ///   - done: how many files are as they are to be, when this returns and when it throws.
    ///   - running: the note of what runs, told before and after the files of sessions are renamed.
    func carryOut(
        _ files: FileChanges, in workspace: Workspace, done: inout Int, _ running: inout RunningNoteKeeper
    ) throws(IOFailure) {
        var targets = TargetFolders(in: workspace)
        for file in files { _ = try targets.make(for: file.path) }
        let syncsEach = count <= StagingArea.mostSingleSyncs
        for areContents in [true, false] {
            var changed: [Folder] = []
            if !areContents { running.begin() }
            var index = -1
            for file in files {
                index += 1
                guard (file.undo == .keep) == areContents else { continue }
                let target = try targets.make(for: file.path)
                let name = StagingArea.fileName(number, index)
                guard try StagingArea.carryOut(file, name, in: folder, to: target) else {
                    throw .taken(target.pathOf(file.path.name))
                }
                done += 1
                if syncsEach, !changed.contains(where: { $0 === target }) { changed.append(target) }
            }
            if !areContents { running.end() }
            for folder in changed { try folder.sync() }
        }
        if !syncsEach { try folder.syncFileSystem() }
    }

    /// Renames one staged file into place, or removes a file.
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

    static func recordName(_ number: Int) -> String { "\(number).record" }

    /// The record of an operation that has happened, and may not be in place to its end; nil where there is none that
    /// is whole, as it is while it is written.
    static func record(_ number: Int, in folder: Folder) throws(IOFailure) -> OperationRecord? {
        do throws(IOFailure) {
            guard let bytes = try OperationLog.read(recordName(number), in: folder),
                let record = OperationRecord(bytes), record.number == number
            else { return nil }
            return record
        } catch {
            guard error.isSpecialFile else { throw error }
            return nil
        }
    }

    /// What lies in it that nobody will put into place any more: all but the index that a reader, who takes no
    /// lock, may be writing.
    static func leftovers(in folder: Folder) throws(IOFailure) -> [(name: String, size: Int)] {
        try folder.files().filter { !IndexWriter.isAtWork(on: $0.name, in: folder) }
    }

    /// The number of the operation that a staged file belongs to; nil for any other file.
    static func operation(ofFileName name: String) -> Int? { Int(name.prefix { $0 != "." }) }

    /// The numbers of the operations that have a record among these files, whole or not, in order.
    static func recorded(in names: [String]) -> [Int] {
        names.compactMap { name in
            operation(ofFileName: name).flatMap { recordName($0) == name ? $0 : nil }
        }.sorted()
    }
}
