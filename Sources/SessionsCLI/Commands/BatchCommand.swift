import CommandKit
import SessionsCore

/// `sessions batch`: many commands as one operation.
struct BatchCommand: SessionsCommand {
    static let info = CommandInfo(
        "batch", "Run many commands as one operation",
        discussion: """
            Reads commands that change sessions from standard input, one a line, each a JSON array of its words \
            without 'sessions'. All of them happen or none: the first that fails is named by its line, and \
            nothing is changed. They see what the lines before have done, '@' among it, and one undo takes all of \
            it back. For each line, one line of JSON is printed: its number, whether it changed anything, and the \
            ids of its sessions; with --json the sessions as they then were, with -q ids only. Aliases, -C, \
            --workspace and what reads standard input are not for the lines of a batch, nor is what changes \
            anything else: templates, settings, what is trusted. No check is run: prove required goals before \
            with 'sessions goal check'. A check that is put down in a batch is not trusted by that.
            """,
        examples: [
            Example(#"echo '["comment", "k7m2", "-m", "done"]' | sessions batch"#, "one line, one command"),
            Example("sessions batch < changes.jsonl", "from a file"),
            Example(
                #"sessions list -q tag:bug | jq -Rc '["archive", .]' | sessions batch"#,
                "written by another program"),
        ])
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard !context.environment.isInputTerminal() else {
            throw UsageError(
                "nothing on standard input",
                hint: #"give it lines like ["pause", "k7m2"] by '<' or '|'"#, command: "sessions batch")
        }
        let batch = try Batch(context.standardInput())
        let (answers, _) = try context.transaction(isDryRun: change.isDryRun) { transaction, engine in
            let operation = OpenOperation(
                transaction: transaction, engine: engine, wantsDocuments: context.isJSON)
            return try batch.run(in: context, operation)
        }
        for answer in answers { try print(answer, context) }
    }

    private func print(_ answer: Batch.Answer, _ context: Context) throws {
        if context.isQuiet, !context.isJSON {
            for change in answer.changes { try context.print(change.id) }
            return
        }
        var object: JSONObject = [
            "changed": .bool(answer.changes.contains { $0.hasChanged }),
            "line": .number(JSONNumber(answer.line)),
            "sessions": .array(answer.changes.map { $0.document ?? .string($0.id) }),
        ]
        if change.isDryRun { object["dryRun"] = true }
        try context.output.write(bytes: JSON.object(object).bytes(.line))
        try context.output.writeLine()
    }
}
