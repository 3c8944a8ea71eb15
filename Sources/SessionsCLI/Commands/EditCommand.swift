import CommandKit
import SessionsCore

/// `sessions edit`: change what a session says.
struct EditCommand: SessionsCommand {
    static let info = CommandInfo(
        "edit", "Change a session",
        discussion: """
            An empty text takes the project, the plan or the description away. Without options a terminal opens \
            your editor, VISUAL or EDITOR, on the session as a text; fields that you leave alone are not changed.
            """,
        examples: [
            Example("sessions edit --plan 2h --add-tag urgent", "the current one"),
            Example("sessions edit k7m2 --title 'Login loops' --project web.auth", "another one"),
        ])
    static let joinsBatch = true
    var session = SessionSelection()
    var changes = FieldChanges()
    var plan: String?
    var text: [String] = []
    var file: String?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.option("--title <text>", &changes.title, "A new title")
        arguments.option("--plan <time>", &plan, "How long it is to take, like 90m or 1h30m")
        arguments.option(
            "-p, --project <name>", &changes.project, "The project", completion: .dynamic("project"))
        arguments.option("--add-tag <tag>", &changes.addedTags, "Add a tag", completion: .dynamic("tag"))
        arguments.option(
            "--remove-tag <tag>", &changes.removedTags, "Take a tag away", completion: .dynamic("tag"))
        arguments.option("-m, --message <text>", &text, "A new description; each one is a paragraph")
        arguments.option(
            "-F, --file <file>", &file, "Read the description from a file, '-' for standard input",
            completion: .file)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        var changes = changes
        changes.description = try context.text(text, orFile: file)
        changes.planned = try plan.map(context.amountOrNone)
        guard changes.saysAnything else {
            if !session.isList, let editor = TextEditor(context) { return try edit(with: editor, context) }
            throw UsageError(
                "nothing to change", hint: "say what with --title, --plan, --project, --add-tag …",
                command: "sessions edit")
        }
        try context.changeSessions(session, change, done: "Changed", already: "Unchanged") {
            session, engine in
            try engine.change(&session, changes)
        }
    }

    /// Nobody waits while the person thinks: the session is read and changed again afterwards.
    private func edit(with editor: TextEditor, _ context: Context) throws {
        let edited = try context.session(session.id ?? "@")
        let old = EditableSession(of: edited)
        try editor.edit(old.text, named: edited.id) { text in
            let new = EditableSession(edited: text)
            let day = try context.dayOfWork(for: [new.plan])
            let changes =
                new.isEmpty ? FieldChanges() : try EditableSession.changes(from: old, to: new, day: day)
            try context.changeSessions(
                [edited.id], asList: false, change, done: "Changed", already: "Unchanged"
            ) { session, engine, _ in try engine.change(&session, changes) }
        }
    }
}

extension FieldChanges {
    fileprivate var saysAnything: Bool {
        title != nil || description != nil || project != nil || planned != nil || !addedTags.isEmpty
            || !removedTags.isEmpty
    }
}
