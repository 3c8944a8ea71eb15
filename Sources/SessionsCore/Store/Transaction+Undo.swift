extension Transaction {
    /// Which way through the history.
    package enum Direction: String, Sendable {
        case undo, redo
    }

    /// Takes back my last operation, or the one of that number; redo takes back my last undo.
    ///
    /// Where a file is still as the operation left it, its old bytes return. Otherwise each path the operation
    /// set is put back if it still holds the operation's value.
    ///
    /// - Parameter visit: is given each session as it is afterwards; those that are gone then it is not.
    /// - Returns: the operation taken back.
    /// - Throws: `refused`, naming the path that holds something else by now.
    package func takeBack(
        _ direction: Direction, number: Int? = nil, _ engine: Engine, visit: ((Session) -> Void)? = nil
    ) throws(SessionsError) -> OperationRecord {
        var search = UndoSearch(direction, number: number, isMe: engine.isMe)
        try eachOperation { search.visit($0) }
        guard let target = search.found else { throw search.failure }
        setPurpose(direction == .undo ? .undo(target.number) : .redo(target.number))
        for file in target.files {
            if let obstacle = try takeBack(file, of: target, engine, visit) {
                throw .refused(
                    action: direction.rawValue, subject: target.command, reason: obstacle,
                    way: "see what happened since with 'sessions log'")
            }
        }
        return target
    }

    /// - Returns: what is in the way; nil where it is done.
    private func takeBack(
        _ file: OperationRecord.FileChange, of target: OperationRecord, _ engine: Engine,
        _ visit: ((Session) -> Void)?
    ) throws(SessionsError) -> String? {
        // Content lies under its hash: it harms nobody, and the way back may need it.
        if file.undo == .keep { return nil }
        let current = try workspace.content(at: file.path)
        let isUntouched = current.map { SHA256.hex(of: $0.bytes) } == file.after
        switch file.undo {
        case .keep: break
        case .remove where isUntouched: try put(nil, at: file.path, replacing: current)
        case .whole(let old) where isUntouched, .steps(_, let old?) where isUntouched:
            try put(old, at: file.path, replacing: current, mode: file.mode)
            // What cannot be read comes back all the same.
            if let visit, let id = SessionLocation(file.path)?.id,
                let session = try? SessionFile.parse(old, id: id, path: file.path.description)
            {
                visit(session)
            }
        case .steps(let steps, _):
            guard current != nil, let location = SessionLocation(file.path) else {
                return "'\(file.path)' is gone"
            }
            var session = try session(at: location)
            let faultBefore = session.timeFault(isMe: engine.isMe)
            do throws(DocumentChange.Conflict) {
                if isUntouched {
                    try steps.revert(in: &session.document)
                } else {
                    try steps.withoutEvents.revert(in: &session.document)
                    try session.requireSound()
                }
            } catch {
                return "'\(error.pointer)' of '\(file.path)' holds something else by now"
            }
            // Each path alone may be free and the whole wrong by now; what was wrong before is no obstacle.
            if !isUntouched, faultBefore == nil, let fault = session.timeFault(isMe: engine.isMe) {
                return "'\(file.path)' " + fault.description
            }
            if !isUntouched { try engine.recordUndo(of: target.number, steps, in: &session) }
            try update(session)
            visit?(session)
        case .remove, .whole:
            return "'\(file.path)' " + (current == nil ? "is gone" : "was changed since")
        }
        return nil
    }
}

extension Session.TimeFault {
    /// What would be wrong after an undo, after the name of the file.
    fileprivate var description: String {
        switch self {
        case .status: "would have a status that does not fit to the clocks that run in it by now"
        case .overlap(let id): "would have '/intervals/\(id)' overlap other time by now"
        }
    }
}

extension Session {
    /// What is put back path by path must fit to the rest.
    fileprivate func requireSound() throws(DocumentChange.Conflict) {
        do { try SessionChecker.check(document) } catch {
            throw DocumentChange.Conflict(pointer: error.pointer)
        }
    }
}

extension Engine {
    /// Says in an event that these steps were taken back. Who could only add comments and attachments can only
    /// take those back.
    fileprivate func recordUndo(
        of number: Int, _ steps: DocumentChange, in session: inout Session
    ) throws(SessionsError) {
        let contributions = ["comments", "attachments", "events"]
        let isContribution = steps.steps.allSatisfy { step in
            step.pointer.components.first.map(contributions.contains) ?? false
        }
        _ = try edit(&session, needing: isContribution ? .contribute : .change) { edit in
            edit.record(.undone, to: .number(JSONNumber(number)))
        }
    }
}
