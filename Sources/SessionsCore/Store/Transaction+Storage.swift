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
    /// Ends the record, carries the operation out and puts the record into the log.
    ///
    /// It has happened when contents, record and their names are on disk. Where it fails before any file is in place, it
    /// did not happen: the record goes, and only when it is gone what was staged. In all other cases the next
    /// transaction ends it.
    ///
    /// - Parameter running: what runs afterwards.
    /// - Throws: `unfinished` where it happened all the same, or will.
    func commit(
        _ record: OperationRecordWriter, _ purpose: OperationRecord.Purpose, in workspace: Workspace,
        _ running: RunningNoteKeeper
    ) throws(SessionsError) {
        var done = 0
        var running = running
        do throws(IOFailure) {
            let day = try log.makeDay(for: header)
            try staging.sync()
            try record.finish(purpose)
            try staging.syncNames()
            guard let files = try staging.record()?.files else {
                throw .damagedRecord(staging.recordPath)
            }
            try staging.carryOut(files, in: workspace, done: &done, &running)
            try staging.moveRecord(to: log, day)
            running.write()
            if let last = OperationLog.saying(number, isLastOf: day) { lock.leave(last) }
        } catch {
            guard done == 0 else { throw .unfinished(operation: number, error) }
            if (try? staging.removeRecord()) != nil {
                staging.removeAll()
            } else if (try? staging.record() == nil) != true {
                throw .unfinished(operation: number, error)
            }
            throw .io(error)
        }
    }
}
