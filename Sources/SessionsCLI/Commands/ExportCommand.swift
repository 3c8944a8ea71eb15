import CommandKit
import SessionsCore

/// `sessions export`: sessions for other programs.
struct ExportCommand: SessionsCommand {
    static let info = CommandInfo(
        "export", "Print sessions for other programs",
        discussion: """
            All sessions in the order of their ids, archived ones too: as one JSON array where nothing else is \
            asked for. In CSV times are RFC 3339 in UTC, tracked time is in seconds, and tags have blanks between \
            them.
            """,
        examples: [
            Example("sessions export > sessions.json", "everything"),
            Example("sessions export --csv in:2026-Q3 > quarter.csv", "for a spreadsheet"),
            Example("sessions export --jsonl --fields id,title,tracked", "a line for each"),
        ])
    var query = QuerySelection()
    var records = RecordOptions()
    var failsIfNone = false

    mutating func declare(_ arguments: inout Arguments) {
        query.declare(&arguments)
        records.declare(&arguments)
        arguments.flag("--exit-status", &failsIfNone, "End with 3 where nothing matches")
    }

    func run(in context: Context) throws {
        let form = try records.form(context) ?? .array
        guard let wanted = try query.query(context) else { return }
        var count = 0
        if context.isQuiet, !context.isJSON {
            try query.eachSessionByID(context, wanted, archived: .counted) { session in
                count += 1
                try context.print(session.id)
            }
        } else {
            var printed = try SessionRecords(form, records.fields, context)
            if wanted == .everything, printed.areWhole {
                count = try printed.addEverything()
            } else {
                try query.eachBatchByID(context, wanted, archived: .counted) { sessions in
                    count += sessions.count
                    try printed.add(sessions)
                }
            }
            try printed.finish()
        }
        if count == 0 { context.endWithNothing(if: failsIfNone) }
    }
}
