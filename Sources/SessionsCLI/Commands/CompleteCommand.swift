import CommandKit
import SessionsCore

/// `sessions complete`: finish a session.
struct CompleteCommand: SessionsCommand {
    static let info = CommandInfo(
        "complete", "Finish a session, and note what came of it",
        discussion: """
            Where none is named, it is the one in which your clock runs. Everybody's clock in it stops. It is refused while a required goal is open; the open checks of such \
            goals are run first, as 'sessions goal check' runs them.
            """,
        examples: [
            Example("sessions complete --outcome success --rating 4", "how it went"),
            Example("sessions complete k7m2 --learned 'clear the cookie first'", "what was learned"),
        ])
    static let joinsBatch = true
    var session = SessionSelection()
    var reflection = ReflectionOptions()
    var isIncomplete = false
    var at = Moment.now
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        reflection.declare(&arguments)
        arguments.flag("--incomplete", &isIncomplete, "Although a required goal is open")
        arguments.option("--at <time>", &at, "When it was finished")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let references = try session.runningReferences(context)
        let proofs =
            isIncomplete ? [] : try context.proveRequiredGoals(of: context.locations(of: references), change)
        try context.changeSessions(references, asList: session.isList, change) { session, engine, _ in
            for proof in proofs where proof.sessionID == session.id {
                _ = try engine.record(proof.result, in: &session)
            }
            let remark = at == .now ? try context.remarkOnLong(session, engine) : []
            let isCompleted = try engine.complete(&session, at: at, isIncomplete: isIncomplete)
            if isCompleted { try context.linkCheckout(to: &session, engine) }
            let hasReflected = try engine.reflect(on: &session, reflection.reflection)
            let notes = change.isDryRun ? reflection.reflection.lines : []
            return SessionStep(
                isCompleted || hasReflected, done: isCompleted ? "Completed" : "Noted in",
                already: "Already completed", details: (isCompleted ? remark : []) + notes)
        }
    }
}
