import CommandKit
import SessionsCore

/// `sessions comment`: say something about a session.
struct CommentCommand: SessionsCommand {
    static let info = CommandInfo(
        "comment", "Say something about a session",
        discussion: "A person who takes part is mentioned by '@' and their name.",
        examples: [
            Example("sessions comment -m 'the cookie is to blame'", "on the current session"),
            Example("sessions comment k7m2 -m agreed --reply 1", "an answer to the first comment"),
            Example("git log -1 | sessions comment k7m2 -F -", "a text from elsewhere"),
        ])
    var session = SessionSelection()
    var text: String?
    var file: String?
    var reply: String?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.option("-m, --message <text>", &text, "The comment")
        arguments.option(
            "-F, --file <file>", &file, "Read it from a file, '-' for standard input", completion: .file)
        arguments.option("--reply <comment>", &reply, "The comment it answers, by its number or id")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard let text = try context.text(text, orFile: file) else {
            throw UsageError(
                "nothing to say", hint: "give the comment with -m or -F", command: "sessions comment")
        }
        try context.changeSessions(session, change, done: "Commented on", already: "Unchanged") {
            session, engine in
            try engine.comment(on: &session, text, inReplyTo: reply)
        }
    }
}
