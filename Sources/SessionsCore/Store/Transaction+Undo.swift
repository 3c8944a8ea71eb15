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
    /// - Returns: the operation taken back.
    /// - Throws: `refused`, naming the path that holds something else by now.
    package func takeBack(
        _ direction: Direction, number: Int? = nil, _ engine: Engine
    ) throws(SessionsError) -> OperationRecord {
        let target = try target(direction, number, engine)
        setPurpose(direction == .undo ? .undo(target.number) : .redo(target.number))
        for file in target.files where file.undo != .keep {
            try takeBack(file, of: target, direction, engine)
        }
        return target
    }

    private func target(
        _ direction: Direction, _ number: Int?, _ engine: Engine
    ) throws(SessionsError) -> OperationRecord {
        var takenBack: Set<Int> = []
        var found: OperationRecord?
        var isPast = false
        try eachOperation { record throws(SessionsError) in
            guard engine.isMe(record.by) else {
                isPast = isPast || record.number == number
                return true
            }
            let isEffective = !takenBack.contains(record.number)
            switch record.purpose {
            case .undo(let number), .redo(let number): if isEffective { takenBack.insert(number) }
            case .change: break
            }
            let isUndo = if case .undo = record.purpose { true } else { false }
            if let number {
                guard record.number == number else { return record.number > number }
                if isEffective { found = record }
                return false
            }
            guard isEffective else { return true }
            switch direction {
            case .undo where !isUndo, .redo where isUndo:
                found = record
                return false
            case .undo: return true
            case .redo:
                guard case .redo = record.purpose else { return false }
                return true
            }
        }
        if let found { return found }
        let subject = number.map(String.init) ?? "the last operation"
        let reason =
            isPast
            ? "it is somebody else's" : number == nil ? "there is nothing to \(direction)" : "there is none"
        throw .refused(
            action: direction.rawValue, subject: subject, reason: reason, way: "see 'sessions log'")
    }

    private func takeBack(
        _ file: OperationRecord.FileChange, of target: OperationRecord, _ direction: Direction,
        _ engine: Engine
    ) throws(SessionsError) {
        let current = try workspace.read(file.path, limit: Limits.sessionFile)
        func refused(_ reason: String) -> SessionsError {
            .refused(
                action: direction.rawValue, subject: "\(target.command)",
                reason: "\(file.path.name) \(reason)", way: "see what happened to it with 'sessions log'")
        }
        let isUntouched = current.map(SHA256.hex) == file.after
        switch file.undo {
        case .keep: return
        case .remove:
            guard isUntouched else {
                throw refused(current == nil ? "is gone" : "was changed since it was made")
            }
            try put(nil, at: file.path, replacing: current)
        case .whole(let old):
            guard isUntouched else { throw refused(current == nil ? "is gone" : "was changed since") }
            try put(old, at: file.path, replacing: current)
        case .steps(let steps):
            guard let current else { throw refused("is gone") }
            let location = SessionLocation(
                id: String(file.path.name.dropLast(5)), month: file.path.components[1])
            var session = try session(at: location)
            do {
                if isUntouched {
                    try steps.revert(in: &session.document)
                } else {
                    _ = try engine.takeBack(steps.withoutEvents, of: target.number, in: &session)
                }
            } catch let conflict as DocumentChange.Conflict {
                throw refused("holds something else by now at \(conflict.pointer)")
            } catch let error as SessionsError {
                throw error
            } catch {
                throw refused("cannot be put back")
            }
            _ = current
            try update(session)
        }
    }
}

extension Engine {
    /// Puts paths back in a session that has changed since, and says so in an event.
    fileprivate func takeBack(
        _ steps: DocumentChange, of number: Int, in session: inout Session
    ) throws -> Bool {
        try steps.revert(in: &session.document)
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            edit.record(.undone, to: .number(JSONNumber(number)))
        }
    }
}
