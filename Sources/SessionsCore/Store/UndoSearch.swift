/// Finds the operation that an undo or a redo takes back, going through the log from the newest on.
///
/// An operation has effect as long as no later one that has effect took it back. Undo takes back the last of mine
/// that has effect and is no undo; redo takes back the last undo of mine, unless I did something else since.
struct UndoSearch {
    let direction: Transaction.Direction
    /// The one asked for; nil for the last.
    let number: Int?
    let isMe: (String) -> Bool

    private(set) var found: OperationRecord?
    private var takenBack: Set<Int> = []
    private var problem: String?
    private var damaged: DamagedRecord?

    init(_ direction: Transaction.Direction, number: Int?, isMe: @escaping (String) -> Bool) {
        self.direction = direction
        self.number = number
        self.isMe = isMe
    }

    /// Looks at the next older operation; whether to go on. One that cannot be read may be the last of mine, so
    /// nothing before it is taken for that.
    mutating func visit(_ entry: OperationLog.Entry) -> Bool {
        switch entry {
        case .success(let record): return visit(record)
        case .failure(let record):
            guard number == nil || number == record.number else { return true }
            damaged = record
            return false
        }
    }

    private mutating func visit(_ record: OperationRecord) -> Bool {
        let isAsked = record.number == number
        guard isMe(record.by) else {
            if isAsked { problem = "it is somebody else's" }
            return !isAsked
        }
        let hasEffect = !takenBack.contains(record.number)
        if isAsked {
            if hasEffect { found = record } else { problem = "it was taken back already" }
            return false
        }
        guard hasEffect else { return true }
        if let earlier = record.purpose.takenBack { takenBack.insert(earlier) }
        guard number == nil else { return true }
        switch (direction, record.purpose) {
        case (.undo, .undo), (.redo, .redo): return true
        case (.undo, .change), (.undo, .redo), (.redo, .undo): found = record
        case (.redo, .change): break
        }
        return false
    }

    /// Why there is nothing to take back.
    var failure: SessionsError {
        if let damaged { return damaged.error }
        if let number, problem == nil { return .operationNotFound(number: number) }
        return .refused(
            action: direction.rawValue, subject: number.map(String.init) ?? "the last operation",
            reason: problem ?? "there is nothing to \(direction)", way: "see 'sessions op log'")
    }
}

extension OperationRecord.Purpose {
    /// The number of the operation that this one takes back.
    var takenBack: Int? {
        switch self {
        case .change: nil
        case .undo(let number), .redo(let number): number
        }
    }
}
