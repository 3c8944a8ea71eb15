extension Transaction {
    /// What only a transaction that writes has.
    struct Storage {
        let lock: FileLock
        let local: Folder
        let log: OperationLog
        let header: OperationRecord.Header
        let staging: StagingArea
        /// What a process that died had staged and did not come to.
        let leftovers: [(name: String, size: Int)]

        var number: Int { header.number }
    }
}

extension Transaction.Storage {
    /// Ends the record, puts it into the log and carries the operation out.
    ///
    /// Where that fails before any file is in place, it did not happen: the record goes, and only when it is gone
    /// what was staged. In all other cases the next transaction ends it.
    ///
    /// - Throws: `unfinished` where it happened all the same, or will.
    func commit(
        _ record: OperationRecordWriter, _ purpose: OperationRecord.Purpose, in workspace: Workspace
    ) throws(SessionsError) {
        var done = 0
        do throws(IOFailure) {
            try staging.sync()
            try record.finish(purpose)
            try staging.append(header, to: log)
            guard let files = try log.record(number)?.files else {
                throw .damagedRecord(number)
            }
            try staging.carryOut(files, in: workspace, done: &done)
        } catch {
            guard done == 0 else { throw .unfinished(operation: number, error) }
            if (try? log.drop(number)) != nil {
                staging.removeAll()
            } else if (try? log.record(number) == nil) != true {
                throw .unfinished(operation: number, error)
            }
            throw .io(error)
        }
    }
}
