import CommandKit
import SessionsCore

/// `sessions start`: start my clock in a session.
struct StartCommand: SessionsCommand {
    static let info = CommandInfo(
        "start", "Start the clock of a session",
        discussion: "My other running session is paused at the same time, unless --parallel is given.",
        examples: [
            Example("sessions start", "the current one"),
            Example("sessions start k7m2 --at 14:05", "it began earlier"),
        ], aliases: ["resume"])
    var session = SessionSelection()
    var at = Moment.now
    var isParallel = false
    var options = StartOptions()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        session.declare(&arguments)
        arguments.option("--at <time>", &at, "When it began")
        arguments.flag("--parallel", &isParallel, "Leave my other session running")
        arguments.option("--note <text>", &options.note, "What this stretch of work is about")
        arguments.flag("--reopen", &options.isReopening, "Take up a completed session again")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        let references = try session.references(context)
        guard try isParallel || !session.isList || context.locations(of: references).count < 2 else {
            throw UsageError(
                "only one session is started at a time", hint: "or several with --parallel",
                command: "sessions start")
        }
        try context.changeSessions(references, asList: session.isList, change) {
            session, engine, transaction in
            let hasStarted = try engine.start(&session, at: at, options)
            if hasStarted { try context.linkCheckout(to: &session, engine) }
            let paused =
                hasStarted && !isParallel
                ? try context.pauseOthers(than: session, at: at, transaction, engine) : []
            return SessionStep(hasStarted, done: "Started", already: "Already running", details: paused)
        }
        try context.noteRunningInPersonalWorkspace()
    }
}

extension Context {
    /// Pauses my other running sessions at that time.
    ///
    /// - Returns: a line to say of each.
    func pauseOthers(
        than session: Session, at moment: Moment, _ transaction: Transaction, _ engine: Engine
    ) throws(SessionsError) -> [String] {
        let paused = try transaction.pauseOthers(than: session, at: moment, engine)
        for error in paused.damaged { note(error.message) }
        // Nobody reads these of a batch, and finding short ids for each of its lines would take long.
        guard openOperation == nil else { return [] }
        let shortIDs = try shortIDs()
        return paused.sessions.map { other in
            let isForgotten = paused.forgotten.contains { $0.id == other.id }
            let remark = isForgotten ? " (its clock had run for over 8 hours: forgotten?)" : ""
            return "paused \(shortIDs.short(other.id))  \(other.title)\(remark)"
        }
    }

    /// A clock that runs in the personal workspace is easily forgotten in a project with one of its own.
    func noteRunningInPersonalWorkspace() throws {
        guard openOperation == nil, try !workspace().isPersonal, let path = environment.personalWorkspace,
            let personal = try? Workspace(opening: path, isPersonal: true)
        else { return }
        let isMe = try isMe()
        var running: [Session] = []
        _ = try personal.eachSession(mentioning: Workspace.activeMarks) { session in
            if session.intervals.contains(where: { $0.isOpen && isMe($0.by) }) { running.append(session) }
        }
        guard !running.isEmpty else { return }
        let shortIDs = ShortIDs(try personal.locations())
        for session in running {
            note("\(shortIDs.short(session.id)) is running in your personal workspace: \(session.title)")
        }
    }
}
