import CommandKit
import SessionsCore
import Terminal

/// In which form sessions are printed, and what of them: shared by the commands that list or export them.
struct RecordOptions {
    var isLines = false
    var isCSV = false
    var fields: FieldList?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.flag("--jsonl", &isLines, "Print JSON, each session on a line")
        arguments.flag("--csv", &isCSV, "Print comma-separated values under a line of names")
        arguments.option(
            "--fields <names>", &fields,
            "Only these, with commas between them: names as in --format or keys of the JSON",
            completion: .dynamic("fields"))
    }

    /// The form for programs that was asked for, if one was.
    func form(_ context: Context) throws(UsageError) -> SessionRecords.Form? {
        switch (context.isJSON, isLines, isCSV) {
        case (false, false, false): return nil
        case (true, false, false): return .array
        case (false, true, false): return .lines
        case (false, false, true): return .csv
        default:
            throw UsageError(
                "sessions are printed in one form at a time", hint: "give one of --json, --jsonl and --csv",
                command: "sessions")
        }
    }
}

/// How sessions are listed.
struct ListOptions {
    enum Form {
        case records(SessionRecords.Form)
        case ids
        case lines(LineFormat)
        case table
    }

    var format: LineFormat?
    var records = RecordOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option(
            "--format <text>", &format, "A line for each session, like '{id}\\t{title}'",
            completion: .dynamic("format"))
        records.declare(&arguments)
    }

    var fields: FieldList? { records.fields }

    /// - Throws: where the options contradict each other.
    func form(_ context: Context) throws(UsageError) -> Form {
        if format != nil, records.isLines || records.isCSV || fields != nil {
            throw UsageError(
                "--format says already what is printed",
                hint: "leave out --jsonl, --csv and --fields, or --format",
                command: "sessions")
        }
        if let form = try records.form(context) { return .records(form) }
        if context.isQuiet { return .ids }
        return format.map(Form.lines) ?? .table
    }
}

extension ListOptions.Form {
    /// Whether it is for programs.
    var isData: Bool {
        if case .records = self { return true }
        return false
    }
}

extension Context {
    /// Prints sessions of a catalog as records, as ids, by a format, or as a table of those fields or columns.
    func printList(_ summaries: [SessionSummary], of catalog: SessionCatalog, _ options: ListOptions) throws {
        try printList(summaries, options, catalog) { [self] summary in try session(summary, in: catalog) }
    }

    /// The same for sessions that have been read already.
    func printList(_ sessions: [Session], _ options: ListOptions) throws {
        try printList(sessions.map { SessionSummary(of: $0) }, options, nil) { summary in
            sessions.first { $0.id == summary.id }
        }
    }

    /// The session of a summary; one that cannot be read any more is told of.
    func session(_ summary: SessionSummary, in catalog: SessionCatalog) throws -> Session? {
        do throws(SessionsError) { return try catalog.session(summary) } catch {
            report(damaged: [error])
            return nil
        }
    }

    private func printList(
        _ summaries: [SessionSummary], _ options: ListOptions, _ catalog: SessionCatalog?,
        _ session: (SessionSummary) throws -> Session?
    ) throws {
        switch try options.form(self) {
        case .records(let form):
            var records = try SessionRecords(form, options.fields, self, catalog: catalog)
            for summary in summaries { if let session = try session(summary) { try records.add(session) } }
            try records.finish()
        case .ids:
            for summary in summaries { try print(summary.id) }
        case .lines(let format):
            let display = try catalog.map(display) ?? display()
            for summary in summaries { try print(format.line(for: summary, display)) }
        case .table where summaries.isEmpty: break
        case .table:
            let display = try catalog.map(display) ?? display()
            guard let fields = options.fields else {
                return try printTable(summaries, SessionColumn.usual, display)
            }
            var table = Table(fields.columns, to: output)
            for summary in summaries {
                var whole = JSONObject()
                if fields.needSession {
                    guard let session = try session(summary) else { continue }
                    whole = session.output(now: now)
                }
                try table.add(fields.cells(of: whole, summary, display))
            }
            try table.finish()
        }
    }

    private func printTable(
        _ summaries: [SessionSummary], _ columns: [SessionColumn], _ display: SessionDisplay
    ) throws {
        var table = Table(columns.map(\.column), to: output)
        for summary in summaries {
            try table.add(columns.map { $0.cell(summary, display, isTerminal: output.isTerminal) })
        }
        try table.finish()
    }

    /// Prints one JSON array, element by element, so that the text of all need not be in memory.
    func printArray<Element>(_ elements: [Element], _ json: (Element) -> JSON) throws {
        var array = JSONArrayPrinter(output)
        for element in elements { try array.add(json(element)) }
        try array.finish()
    }
}
