import CommandKit
import SessionsCore
import Terminal

/// `sessions undo`: take back my last operation.
struct UndoCommand: SessionsCommand {
    static let info = CommandInfo(
        "undo", "Take back the last command that changed something",
        discussion: """
            Again, it takes back the one before. Where a session was changed since by somebody else, only what \
            the command itself set is put back; it is refused where that holds something else by now.
            """,
        examples: [
            Example("sessions undo", "the last one"),
            Example("sessions undo 17", "the operation of that number"),
        ])
    var number: Ordinal?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<operation>", &number, "The number of the operation (default: the last of mine)")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.takeBack(.undo, number?.value, change)
    }
}

/// `sessions redo`: take back my last undo.
struct RedoCommand: SessionsCommand {
    static let info = CommandInfo(
        "redo", "Take back the last undo", examples: [Example("sessions redo", "as it was before the undo")])
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.takeBack(.redo, nil, change)
    }
}

extension Context {
    fileprivate func takeBack(
        _ direction: Transaction.Direction, _ number: Int?, _ options: ChangeOptions
    ) throws {
        var sessions: [Session] = []
        let (target, operation) = try transaction(isDryRun: options.isDryRun) { transaction, engine in
            sessions = []
            guard isJSON else { return try transaction.takeBack(direction, number: number, engine) }
            return try transaction.takeBack(direction, number: number, engine) { sessions.append($0) }
        }
        if isJSON { return try printJSON(target, operation, sessions, options) }
        if isQuiet {
            for id in target.sessionIDs { try print(id) }
            return
        }
        let (original, isRedo) = try original(of: target)
        let verb = (options.isDryRun ? "Dry run: " : "") + (isRedo ? "Redid" : "Undid")
        try print(
            [Span("\(original.command) (operation \(original.number))")],
            after: [Span(verb, .green), Span(" ")])
    }

    private func printJSON(
        _ target: OperationRecord, _ operation: Int?, _ sessions: [Session], _ options: ChangeOptions
    ) throws {
        // They come in the order of the operation.
        var rest = sessions[...]
        let removed = target.sessionIDs.filter { id in
            guard rest.first?.id == id else { return true }
            rest.removeFirst()
            return false
        }
        let documents = sessions.map { $0.output(now: now, hasChanged: true, isDryRun: options.isDryRun) }
        var object: JSONObject = [
            "changed": true, "command": .string(target.command), "removed": .array(removed.map(JSON.string)),
            "sessions": .array(documents), "takenBack": .number(JSONNumber(target.number)),
        ]
        object["operation"] = operation.map { .number(JSONNumber($0)) }
        try print(.object(object))
    }

    /// What a person did at first, where the operation is an undo or a redo; and whether taking it back does that
    /// again.
    private func original(
        of record: OperationRecord
    ) throws(SessionsError) -> (record: OperationRecord, isRedo: Bool) {
        var original = record
        var isRedo = false
        guard record.takenBack != nil else { return (original, isRedo) }
        try workspace().eachOperation { entry in
            guard let wanted = original.takenBack else { return false }
            if case .success(let earlier) = entry, earlier.number == wanted {
                original = earlier
                isRedo.toggle()
            }
            return true
        }
        return (original, isRedo)
    }
}
