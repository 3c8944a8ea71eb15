import CommandKit
import SessionsCore
import Terminal

/// `sessions import`: bring the records of another program in.
struct ImportCommand: SessionsCommand {
    static let info = CommandInfo(
        "import", "Bring records of another program in",
        discussion: """
            Each --map says which column (or JSON key) holds what: title, description, project, tags, template, \
            owner, status, plannedMinutes, trackedMinutes, createdAt, startedAt, completedAt, sourceId. Tracked \
            minutes count on the day of completion, else of the start, else of creation. Everything is brought in \
            or nothing; a row whose sourceId was brought in before is left out.
            """,
        examples: [
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
        guard !columns.isEmpty else {
            throw UsageError(
                "nothing says which column holds what", hint: "say it with --map title=COLUMN, and so on",
                command: "sessions import")
        }
        let mapping = try ImportMapping(columns: columns, statuses: statuses)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let source = try ImportSource(
            try bytes(context), try format ?? Self.format(of: name), mapping, name: file)
        let importer = Importer(sourceName: self.source ?? name, mapping: mapping)
        var progress = ProgressLine(to: context.error) { UInt64(max(0, System.now().milliseconds)) }
        let (outcome, _) = try context.transaction(isDryRun: change.isDryRun) { transaction, engine in
            defer { progress.finish() }
            return try importer.run(source, file: file, into: transaction, engine, skipsBad: skipsBad) {
                part in
                progress.update("importing \(name): \(Int(part * 100))%")
            }
        }
        for row in outcome.bad { context.note("left out \(row)") }
        try print(outcome, context)
    }

    private func print(_ outcome: Importer.Outcome, _ context: Context) throws {
        if context.isJSON {
            return try context.print([
                "bad": .array(outcome.bad.map(JSON.string)), "changed": .bool(!outcome.imported.isEmpty),
                "imported": .number(JSONNumber(outcome.imported.count)),
                "sessions": .array(outcome.imported.map(JSON.string)),
                "known": .number(JSONNumber(outcome.known)),
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

    private func bytes(_ context: Context) throws -> [UInt8] {
        if file == "-" { return try context.standardInput() }
        do throws(IOFailure) {
            return try InputFile(opening: context.path(file)).readAll(limit: 1 << 30)
        } catch {
            throw SessionsError.io(error)
        }
    }

    private static func format(of name: String) throws(UsageError) -> ImportSource.Format {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = ImportSource.Format(rawValue: ending) else {
            throw UsageError(
                "cannot tell what '\(name)' is", hint: "say it with --from csv or --from jsonl",
                command: "sessions import")
        }
        return format
    }
}
