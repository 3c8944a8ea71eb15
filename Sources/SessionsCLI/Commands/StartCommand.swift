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
        try context.changeSessions(
            session.references(context), asList: session.isList, change, done: "Started",
            already: "Already running"
        ) { session, engine, transaction in
            let others = isParallel ? [] : try transaction.pauseOthers(than: session, engine, at: at)
            let hasStarted = try engine.start(&session, at: at, options)
            if hasStarted {
                for other in others { context.note("paused \(other.id)  \(other.title)") }
            }
            return hasStarted
        }
        try context.noteRunningInPersonalWorkspace()
    }
}

extension Transaction {
    /// Pauses my other running sessions at that time; those it paused.
    func pauseOthers(than session: Session, _ engine: Engine, at moment: Moment) throws(SessionsError)
        -> [Session]
    {
        guard engine.myOpenStart(in: session) == nil else { return [] }
        var paused: [Session] = []
        for location in try workspace.running(engine) where location.id != session.id {
            var other = try self.session(at: location)
            guard try engine.pause(&other, at: moment) else { continue }
            try update(other)
            paused.append(other)
        }
        return paused
    }
}

extension Context {
    /// A clock that runs in the personal workspace is easily forgotten in a project with one of its own.
    func noteRunningInPersonalWorkspace() throws {
        guard try !workspace().isPersonal, let path = environment.personalWorkspace,
            let personal = try? Workspace(opening: path, isPersonal: true)
        else { return }
        let user = try user()
        _ = try personal.eachSession(mentioning: ["\"active\""]) { session in
            guard session.intervals.contains(where: { $0.isOpen && $0.by == user }) else { return }
            note("\(session.id) is running in your personal workspace: \(session.title)")
        }
    }
}
