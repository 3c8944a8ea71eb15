import CommandKit
import SessionsCore
import Terminal

/// `sessions comment`: say something about a session.
struct CommentCommand: SessionsCommand {
    static let info = CommandInfo(
        "comment", "Say something about a session",
        discussion: """
            A person who takes part is mentioned by '@' and their name. Without a text a terminal opens your \
            editor, VISUAL or EDITOR.
            """,
        examples: [
            Example("sessions comment -m 'the cookie is to blame'", "on the current session"),
            Example("sessions comment k7m2 -m agreed --reply 1", "an answer to the first comment"),
            Example("git log -1 | sessions comment k7m2 -F -", "a text from elsewhere"),
        ])
    static let joinsBatch = true
    var session = SessionSelection()
    var text: [String] = []
    var file: String?
    var reply: String?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.option("-m, --message <text>", &text, "The comment; each one is a paragraph")
        arguments.option(
            "-F, --file <file>", &file, "Read it from a file, '-' for standard input", completion: .file)
        arguments.option("--reply <comment>", &reply, "The comment it answers, by its number or id")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        if let text = try context.text(text, orFile: file) { return try comment(text, context) }
        guard !session.isList, let editor = TextEditor(context) else { throw nothingToSay }
        let commented = try context.session(session.id ?? "@")
        let remarks = """

            # A comment on '\(commented.title.visible)'.
            # Lines that begin with # are left out; where nothing is saved, nothing is said.

            """
        try editor.edit(remarks, named: "comment") { edited in
            let text = TextEditor.withoutRemarks(edited)
            guard text.contains(where: { !$0.isWhitespace }) else { throw nothingToSay }
            // What '@' means may have changed meanwhile.
            try comment(text, context, on: commented.id)
        }
    }

    private var nothingToSay: UsageError {
        // A person who gives the text alone meant it for the current session.
        let words =
            session.id.flatMap { $0 == "-" ? nil : $0 }.map {
                $0.hasPrefix("@") ? "\($0) -m TEXT" : "-m '\($0)'"
            } ?? "-m TEXT"
        return UsageError(
            "nothing to say", hint: "give the comment with -m or -F: sessions comment \(words)",
            command: "sessions comment")
    }

    private func comment(_ text: String, _ context: Context, on id: String? = nil) throws {
        var session = session
        session.id = id ?? session.id
        try context.changeSessions(session, change, done: "Commented on", already: "Unchanged") {
            session, engine in
            try engine.comment(on: &session, text, inReplyTo: reply)
        }
    }
}
