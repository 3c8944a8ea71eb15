import CommandKit
import SessionsCore
import Terminal

/// `sessions import`: bring the records of another program in.
struct ImportCommand: SessionsCommand {
    static let info = CommandInfo(
        "import", "Bring exported sessions or records of another program in",
        discussion: """
            Without --map the file is what 'sessions export' printed, as --json or --jsonl. The sessions come in as \
            they were, with the same ids. What is here already and the same is left out, and where it differs, the \
            import is refused. Contents of attachments are no part of an export.

            For a file of another program each --map says which column (or JSON key) holds what: title, description, \
            project, tags, template, owner, status, plannedMinutes, trackedMinutes, createdAt, startedAt, \
            completedAt, sourceId. Tracked minutes count on the day of completion, else of the start, else of \
            creation. A row whose sourceId was brought in before is left out.

            Everything is brought in or nothing, and one 'sessions undo' takes it back.
            """,
        examples: [
            Example("sessions import sessions.json", "what 'sessions export > sessions.json' wrote"),
            Example(
                "sessions import tasks.csv --map title=name --map trackedMinutes=minutes",
                "two columns of a table"),
            Example(
                "sessions import tasks.jsonl --map title=summary --map sourceId=key --dry-run", "only try"),
        ])
    var file = ""
    var format: ImportSource.Format?
    var columns: [String] = []
    var statuses: [String] = []
    var source: String?
    var skipsBad = false
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<file>", &file, "The file, '-' for standard input", completion: .file)
        arguments.option("--from <format>", &format, "What it is (default: told by its name)")
        arguments.option(
            "--map <field=column>", &columns, "Which column holds a field",
            completion: .dynamic("import-field"))
        arguments.option(
            "--map-status <theirs=ours>", &statuses, "What a status of the file means, several with commas")
        arguments.option(
            "--source <name>", &source, "What to call the other program (default: the file's name)")
        arguments.flag("--skip-bad", &skipsBad, "Leave rows out that cannot be read")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let format = try format ?? Self.format(of: name)
        let mapping = try mapping(of: format)
        // The operation may be tried before it is made, and then the file is read twice.
        let input = file == "-" ? try context.standardInput() : nil
        let importer = Importer(sourceName: self.source ?? name, mapping: mapping)
        var progress = ProgressLine(to: context.error) { UInt64(max(0, System.now().milliseconds)) }
        let (outcome, _) = try context.transaction(isDryRun: change.isDryRun) { transaction, engine in
            defer { progress.finish() }
            let bytes = try input.map(ByteSource.init) ?? ByteSource(opened(context))
            let source = try ImportSource(bytes, format, mapping, name: file)
            return try importer.run(source, file: file, into: transaction, engine, skipsBad: skipsBad) {
                part in
                progress.update("importing \(name): \(Int(part * 100))%")
            }
        }
        for row in outcome.bad { context.note("left out \(row)") }
        let count = outcome.withoutContents.count
        if count > 0 {
            let sessions = "\(counted(count, "session")) \(count == 1 ? "has" : "have")"
            context.note("\(sessions) attachments whose contents are not here; see 'sessions attach verify'")
        }
        try print(outcome, context)
    }

    private func print(_ outcome: Importer.Outcome, _ context: Context) throws {
        if context.isJSON {
            return try context.print([
                "bad": .array(outcome.bad.map(JSON.string)), "changed": .bool(!outcome.imported.isEmpty),
                "imported": .number(JSONNumber(outcome.imported.count)),
                "sessions": .array(outcome.imported.map(JSON.string)),
                "known": .number(JSONNumber(outcome.known)),
                "withoutContents": .array(outcome.withoutContents.map(JSON.string)),
            ])
        }
        if context.isQuiet {
            for id in outcome.imported { try context.print(id) }
            return
        }
        let verb = change.isDryRun ? "Would import" : "Imported"
        let counts =
            "\(counted(outcome.imported.count, "session")), \(outcome.known) known already, "
            + "\(outcome.bad.count) left out"
        try context.print([Span(counts)], after: [Span(verb, .green), Span(" ")])
    }

    /// Which column holds what; nil for exported sessions.
    private func mapping(of format: ImportSource.Format) throws -> ImportMapping? {
        guard columns.isEmpty else { return try ImportMapping(columns: columns, statuses: statuses) }
        guard format != .csv, statuses.isEmpty, source == nil else {
            throw UsageError(
                "nothing says which column holds what", hint: "say it with --map title=COLUMN, and so on",
                command: "sessions import")
        }
        return nil
    }

    private func opened(_ context: Context) throws -> InputFile {
        do throws(IOFailure) { return try InputFile(opening: context.path(file)) } catch {
            throw SessionsError.io(error)
        }
    }

    private static func format(of name: String) throws(UsageError) -> ImportSource.Format {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = ImportSource.Format(rawValue: ending) else {
            throw UsageError(
                "cannot tell what '\(name)' is", hint: "say it with --from csv, --from json or --from jsonl",
                command: "sessions import")
        }
        return format
    }
}
