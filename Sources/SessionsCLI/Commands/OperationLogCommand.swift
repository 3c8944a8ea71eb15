import CommandKit
import SessionsCore
import Terminal

/// `sessions op log`: the operations made with this copy of the workspace.
struct OperationLogCommand: SessionsCommand {
    /// What is shown of an operation. Its record can be large, so it is not kept.
    private struct Row {
        let number: Int
        let at: Instant
        let by: String
        let command: String
        let sessionIDs: [String]
        let takenBack: Int?
        /// Whether a later one that has effect took it back.
        let isUndone: Bool
    }

    static let info = CommandInfo(
        "log", "List the operations that can be undone",
        discussion: """
            Those made with this copy of the workspace, the newest first. They are kept for 90 days, but of all \
            of them together no more than 256 MB, the newest. 'sessions undo' takes the number of one of yours.
            """,
        examples: [Example("sessions op log -n 5", "the last five")])
    var page = Page()

    mutating func declare(_ arguments: inout Arguments) {
        page.declare(&arguments)
    }

    func run(in context: Context) throws {
        let workspace = try context.workspace()
        let limit = page.last(context, isData: false)
        let (read, damaged) = try Self.rows(workspace, atMost: limit)
        let range = page.range(of: read.count, context, isData: false)
        let rows = Array(read[range])
        // The others are counted by their names.
        if limit != nil { try page.note(range, of: workspace.operationCount(), context, isData: false) }
        defer { context.report(damaged: damaged) }
        if context.isJSON { return try context.printArray(rows, Self.json) }
        if context.isQuiet {
            for row in rows { try context.print("\(row.number)") }
            return
        }
        let display = try context.display()
        var table = Table(
            [
                Table.Column("NO", alignment: .right, priority: 10), Table.Column("TIME", priority: 7),
                Table.Column("STATE", priority: 6),
                Table.Column("COMMAND", isFlexible: true, minimumWidth: 16, priority: 9),
                Table.Column("SESSIONS", isFlexible: true, priority: 5),
                Table.Column("WHO", isFlexible: true, priority: 4),
            ], to: context.output)
        for row in rows {
            try table.add([
                Cell("\(row.number)", .yellow), display.cell(row.at, on: context.output),
                Cell(row.isUndone ? "undone" : "", .dim), Cell(row.command),
                Cell(Self.sessions(row, display, isTerminal: context.output.isTerminal)),
                Cell(row.by, .dim),
            ])
        }
        try table.finish()
    }

    /// - Parameter limit: how many are wanted, the newest of them; nil for all.
    /// - Returns: beside them, what could not be read.
    private static func rows(
        _ workspace: Workspace, atMost limit: Int?
    ) throws(SessionsError) -> ([Row], damaged: [SessionsError]) {
        var rows: [Row] = []
        var damaged: [SessionsError] = []
        var undone: Set<Int> = []
        try workspace.eachOperation { entry in
            let record: OperationRecord
            switch entry {
            case .success(let read): record = read
            case .failure(let unread):
                damaged.append(unread.error)
                return true
            }
            let isUndone = undone.contains(record.number)
            if !isUndone, let takenBack = record.takenBack { undone.insert(takenBack) }
            rows.append(
                Row(
                    number: record.number, at: record.at, by: record.by, command: record.command,
                    sessionIDs: record.sessionIDs, takenBack: record.takenBack, isUndone: isUndone))
            return rows.count != limit
        }
        return (rows, damaged)
    }

    private static func sessions(_ row: Row, _ display: SessionDisplay, isTerminal: Bool) -> String {
        guard isTerminal else { return row.sessionIDs.joined(separator: ",") }
        return row.sessionIDs.count == 1
            ? display.shortIDs.short(row.sessionIDs[0]) : counted(row.sessionIDs.count, "session")
    }

    private static func json(_ row: Row) -> JSON {
        var object: JSONObject = [
            "at": .string(row.at.rfc3339), "by": .string(row.by), "command": .string(row.command),
            "number": .number(JSONNumber(row.number)),
            "sessions": .array(row.sessionIDs.map(JSON.string)), "undone": .bool(row.isUndone),
        ]
        object["takenBack"] = row.takenBack.map { .number(JSONNumber($0)) }
        return .object(object)
    }
}
