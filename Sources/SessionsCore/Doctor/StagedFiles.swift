/// What lies in `local/tmp` while nobody is at work.
struct StagedFiles {
    private(set) var names: [String] = []
    /// The operations among them whose record is whole.
    private(set) var numbersWithRecord: [Int] = []
    /// The files, below the workspace, that the next lock puts into place or removes. What is wrong with them is
    /// mended then.
    private(set) var targets: Set<String> = []

    /// None where a process is at work, whose they are.
    init(in workspace: Workspace) throws(SessionsError) {
        do throws(IOFailure) {
            guard let local = try workspace.folder(at: ["local"]),
                let staging = try local.folder(StagingArea.folderName),
                !FileLock.isHeld(in: local)
            else { return }
            names = try StagingArea.leftovers(in: staging).map(\.name)
            guard !names.isEmpty else { return }
            let log = try OperationLog(readingIn: local)
            for number in Set(names.compactMap(StagingArea.operation(ofFileName:))).sorted() {
                guard let record = try log?.record(number) else { continue }
                numbersWithRecord.append(number)
                for (index, file) in record.files.enumerated()
                where names.contains(StagingArea.fileName(number, index)) {
                    targets.insert(file.path.description)
                }
            }
        } catch {
            // A link or a file in place of a folder is a finding of its own.
            guard error.isSpecialFile else { throw .io(error) }
        }
    }
}
