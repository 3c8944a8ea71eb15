/// What the records of a workspace's operations say together.
struct OperationHistory {
    /// Who did last what to a file.
    struct LastOperation {
        let number: Int
        let command: String
        /// Whether it left a file there.
        let leavesFile: Bool
    }

    /// The hashes of all contents that taking an operation back could need.
    private(set) var contentHashes: Set<String> = []
    private(set) var damaged: [DamagedRecord] = []
    /// By the path of the file.
    private(set) var lastOperations: [WorkspacePath: LastOperation] = [:]

    /// Takes up the next older one; whether to go on.
    mutating func add(_ entry: OperationLog.Entry) -> Bool {
        switch entry {
        case .success(let record): add(record)
        case .failure(let record): damaged.append(record)
        }
        return true
    }

    private mutating func add(_ record: OperationRecord) {
        contentHashes.formUnion(record.contentHashes)
        for file in record.files where lastOperations[file.path] == nil {
            lastOperations[file.path] = LastOperation(
                number: record.number, command: record.command, leavesFile: file.after != nil)
        }
    }
}
