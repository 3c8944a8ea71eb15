/// What lies in `local/tmp` while nobody is at work.
package struct StagedFiles {
    /// An operation whose record is whole: the next lock finishes it.
    package struct Operation: Sendable {
        package let number: Int
        package let command: String
        /// The files, below the workspace, that are still to be put into place or removed.
        let targets: [String]
    }

    private(set) var names: [String] = []
    /// Those that happened, in their order.
    package private(set) var operations: [Operation] = []
    /// The files that the next lock puts into place or removes: what is wrong with them is mended then.
    private(set) var targets: Set<String> = []

    /// None where a process is at work, whose they are.
    package init(in workspace: Workspace) throws(SessionsError) {
        do throws(IOFailure) {
            guard let local = try workspace.folder(at: ["local"]),
                let staging = try local.folder(StagingArea.folderName)
            else { return }
            let before = try StagingArea.leftovers(in: staging).map(\.name)
            guard !before.isEmpty, !FileLock.isHeld(in: local) else { return }
            // Who was at work at the first look may have ended since: what is still there is nobody's.
            let all = Set(before).intersection(try StagingArea.leftovers(in: staging).map(\.name))
            names = all.sorted()
            let log = try OperationLog(readingIn: local)
            for number in Set(names.compactMap(StagingArea.operation(ofFileName:))).sorted() {
                var known = try StagingArea.record(number, in: staging)
                if known == nil { known = try log?.record(number) }
                guard let record = known else { continue }
                var waiting: [String] = []
                for (index, file) in record.files.enumerated() {
                    let isWaiting =
                        try file.after == nil
                        ? workspace.holds(file.path) : all.contains(StagingArea.fileName(number, index))
                    if isWaiting { waiting.append(file.path.description) }
                }
                operations.append(Operation(number: number, command: record.command, targets: waiting))
            }
            targets = Set(operations.flatMap(\.targets))
        } catch {
            // A link or a file in place of a folder is a finding of its own.
            guard error.isSpecialFile else { throw .io(error) }
        }
    }
}
