import CommandKit
import SessionsCore
import Terminal

/// `sessions doctor`: find what is damaged, and mend what can be mended.
struct DoctorCommand: SessionsCommand {
    static let info = CommandInfo(
        "doctor", "Find what is damaged, and mend it",
        discussion: """
            Looks at every file of the workspace and says of each thing that is wrong where it is, why it matters \
            and what to do. With files, it looks at these alone, wherever they are. It ends with 5 where something \
            is damaged; a note is no damage.

            --fix mends what can be mended without choosing for you, as one operation that 'sessions undo' takes \
            back. The files as they were are kept in local/backups of the workspace. What a command that was \
            killed left is finished or removed, as the next change would do.
            """,
        examples: [
            Example("sessions doctor", "look at everything"),
            Example("sessions doctor --hashes", "read the contents of attachments too"),
            Example("sessions doctor --fix --dry-run", "see what would be mended"),
            Example("sessions doctor .sessions/sessions/*/*.json", "check files alone, as before a commit"),
        ])
    var files: [String] = []
    var isFixing = false
    var comparesHashes = false
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<file>…", &files, "Files to look at (default: the workspace)", completion: .file)
        arguments.flag("--fix", &isFixing, "Mend what can be mended")
        arguments.flag("--hashes", &comparesHashes, "Compare the hashes of the contents of attachments too")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard files.isEmpty else { return try examineFiles(context) }
        let workspace = try context.workspace()
        let doctor = Doctor(
            workspace, now: context.now, comparesHashes: comparesHashes,
            configurationFolder: context.environment.configurationFolder)
        var printer = DoctorReport(try doctor.examine(), workspace, context)
        if isFixing, printer.left.contains(where: \.isMendable) {
            do { try mend(doctor, &printer, context) } catch let error as SessionsError
                where error.code == .damaged || error.code == .newerSchema
            {
                // Settings that cannot be read stand in the way of every change; what was found is told all the same.
                context.report(damaged: [error])
            }
        }
        try printer.print()
    }

    private func examineFiles(_ context: Context) throws {
        guard !isFixing else {
            throw UsageError(
                "--fix and files", hint: "only a whole workspace is mended: leave the files out",
                command: "sessions doctor")
        }
        let report = try Doctor.examine(files: files.map { ($0, context.path($0)) })
        try DoctorReport(report, nil, context).print()
    }

    private func mend(_ doctor: Doctor, _ printer: inout DoctorReport, _ context: Context) throws {
        let (outcome, operation) = try context.transaction(isDryRun: change.isDryRun) { transaction, engine in
            let refused = try doctor.mend(in: transaction, engine)
            return (refused: refused, backupPath: transaction.backupPath)
        }
        for error in outcome.refused { context.note(error.message) }
        let after = change.isDryRun ? nil : try doctor.examine()
        printer.settle(after, operation: operation, backupPath: outcome.backupPath)
    }
}
