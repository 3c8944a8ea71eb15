extension Transaction {
    /// What only a transaction that writes has.
    struct Storage {
        let lock: FileLock
        let local: Folder
        let log: OperationLog
        let number: Int
        let staging: StagingArea
        /// What a process that died had staged and did not come to.
        let leftovers: [(name: String, size: Int)]
    }
}

extension Transaction.Storage {
    /// Writes the record and carries the operation out.
    ///
    /// Where that fails before any file is in place, it did not happen: the record goes, and only when it is gone
    /// what was staged. In all other cases the next transaction ends it.
    ///
    /// - Throws: `unfinished` where it happened all the same, or will.
    func commit(_ record: OperationRecord, in workspace: Workspace) throws(SessionsError) {
        var done = 0
        do throws(IOFailure) {
            try staging.sync()
            try log.append(record)
            try staging.carryOut(record.files, in: workspace, done: &done)
        } catch {
            guard done == 0 else { throw .unfinished(operation: record.number, error) }
            if (try? log.drop(record.number)) != nil {
                staging.removeAll()
            } else if (try? log.record(record.number) == nil) != true {
                throw .unfinished(operation: record.number, error)
            }
            throw .io(error)
        }
    }
}
