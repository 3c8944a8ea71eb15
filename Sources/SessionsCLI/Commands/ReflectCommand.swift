import CommandKit
import SessionsCore

/// `sessions reflect`: note down what came of a session.
struct ReflectCommand: SessionsCommand {
    static let info = CommandInfo(
        "reflect", "Note what came of a session, at any time",
        discussion: """
            What 'sessions complete' notes down can be said before and afterwards, too. A new outcome, rating or \
            change of a skill takes the place of the old one; what was learned is added.
            """,
        examples: [
            Example(
                "sessions reflect --learned 'clear the cookie first' --skill swift=+1", "the current one"),
            Example("sessions reflect k7m2 --outcome success --rating 4", "another one"),
        ])
    static let joinsBatch = true
    var session = SessionSelection()
    var options = ReflectionOptions()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        options.declare(&arguments)
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        guard options.reflection.saysAnything else {
            throw UsageError(
                "nothing to note", hint: "say what with --outcome, --rating, --learned or --skill",
                command: "sessions reflect")
        }
        try context.changeSessions(session.references(context), asList: session.isList, change) {
            session, engine, _ in
            SessionStep(
                try engine.reflect(on: &session, options.reflection), done: "Noted in",
                already: "Noted already in", details: change.isDryRun ? options.reflection.lines : [])
        }
    }
}
