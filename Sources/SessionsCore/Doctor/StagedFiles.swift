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

    /// None where a process is at work, whose they are.
    package init(in workspace: Workspace) throws(SessionsError) {
        do throws(IOFailure) {
            guard let local = try workspace.folder(at: ["local"]),
                let staging = try local.folder(StagingArea.folderName)
            else { return }
            let names = try StagingArea.leftovers(in: staging).map(\.name)
            guard !names.isEmpty, !FileLock.isHeld(in: local) else { return }
            self.names = names
            let log = try OperationLog(readingIn: local)
            let all = Set(names)
            for number in Set(names.compactMap(StagingArea.operation(ofFileName:))).sorted() {
                guard let record = try log?.record(number) else { continue }
                let targets = record.files.enumerated().filter { index, _ in
                    all.contains(StagingArea.fileName(number, index))
                }
                operations.append(
                    Operation(
                        number: number, command: record.command,
                        targets: targets.map(\.element.path.description)))
            }
        } catch {
            // A link or a file in place of a folder is a finding of its own.
            guard error.isSpecialFile else { throw .io(error) }
        }
    }

    /// The files that the next lock puts into place or removes: what is wrong with them is mended then.
    var targets: Set<String> { Set(operations.flatMap(\.targets)) }
}
