extension Doctor {
    /// Mends what can be mended without choosing for the person. Files are copied to `local/backups` first.
    ///
    /// What the lock alone mends is done when the transaction has begun. Everything is looked at again under it: what
    /// is mended is what is there now.
    ///
    /// - Returns: why sessions were left as they are: the person may not change them, or somebody just did.
    package func mend(in transaction: Transaction, _ engine: Engine) throws(SessionsError) -> [SessionsError]
    {
        let findings = try examine(in: transaction).findings
        var left: [SessionsError] = []
        // A file can have several findings.
        var done: Set<WorkspacePath> = []
        for finding in findings {
            switch finding.mending {
            case .edit(let location), .place(let location):
                guard done.insert(location.path).inserted else { continue }
                do throws(SessionsError) { try mend(location, findings, in: transaction, engine) } catch {
                    guard error.code == .refused || error.code == .notFound else { throw error }
                    left.append(error)
                }
            case .move(let path, let target):
                guard done.insert(path).inserted, try isFree(target),
                    let content = try workspace.content(at: path)
                else { continue }
                try transaction.keepCopy(of: content, at: path)
                try transaction.move(content, from: path, to: target)
            case .remove(let path):
                guard done.insert(path).inserted, let content = try workspace.content(at: path) else {
                    continue
                }
                try transaction.keepCopy(of: content, at: path)
                try transaction.put(nil, at: path, replacing: content)
            case .lock, nil: break
            }
        }
        return left
    }

    private func isFree(_ path: WorkspacePath) throws(SessionsError) -> Bool {
        try SessionsError.reading { () throws(IOFailure) in try !workspace.holds(path) }
    }

    private func mend(
        _ location: SessionLocation, _ findings: [Finding], in transaction: Transaction, _ engine: Engine
    ) throws(SessionsError) {
        let original = try transaction.session(at: location)
        var session = original
        if findings.contains(where: { $0.mending == .edit(location) }) {
            for check in fileChecks { try check.mend(&session, engine) }
        }
        let isMoving = findings.contains { $0.mending == .place(location) }
        guard isMoving || session != original, let content = try workspace.content(at: location.path) else {
            return
        }
        // What lies in its place by now is for the person to compare with it.
        if isMoving, try !isFree(SessionLocation(of: session).path) { return }
        try engine.permit(.change, in: original, to: "mend")
        try transaction.keepCopy(of: content, at: location.path)
        if isMoving { try transaction.move(session) } else { try transaction.update(session) }
    }
}
