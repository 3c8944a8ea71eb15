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
    /// Prints sessions as records, as ids, by a format, or as a table of those fields or columns.
    func printList(_ sessions: [Session], _ options: ListOptions) throws {
        switch try options.form(self) {
        case .records(let form):
            var records = try SessionRecords(form, options.fields, self)
            for session in sessions { try records.add(session) }
            try records.finish()
        case .ids:
            for session in sessions { try print(session.id) }
        case .lines(let format):
            let display = try display()
            for session in sessions { try print(format.line(for: session, display)) }
        case .table where sessions.isEmpty: break
        case .table:
            let display = try display()
            guard let fields = options.fields else {
                return try printTable(sessions, SessionColumn.usual, display)
            }
            var table = Table(fields.columns, to: output)
            for session in sessions {
                try table.add(fields.cells(of: session.output(now: now), session, display))
            }
            try table.finish()
        }
    }

    private func printTable(
        _ sessions: [Session], _ columns: [SessionColumn], _ display: SessionDisplay
    ) throws {
        var table = Table(columns.map(\.column), to: output)
        for session in sessions {
            try table.add(columns.map { $0.cell(session, display, isTerminal: output.isTerminal) })
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
