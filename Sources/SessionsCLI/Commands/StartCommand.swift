import CommandKit
import SessionsCore

/// `sessions start`: start my clock in a session.
struct StartCommand: SessionsCommand {
    static let info = CommandInfo(
        "start", "Start the clock of a session",
        discussion: """
            My other running session is paused at the same time, unless --parallel is given; it is refused where \
            that one began later. With --new the words are the title of a new session.
            """,
        examples: [
            Example("sessions start", "the current one"),
            Example("sessions start k7m2 --at 14:05", "it began earlier"),
            Example("sessions start --new Fix the login redirect -t bug-fix", "make it and begin"),
        ], aliases: ["resume"])
    static let joinsBatch = true
    var words: [String] = []
    var isNew = false
    var new = NewCommand()
    var at = Moment.now
    var isParallel = false
    var options = StartOptions()
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<id>…", &words,
            "The session: its id or the beginning of it, '@' or '@-', or '-' for ids from standard input (default: @); with --new the title",
            completion: .dynamic("session"))
        arguments.option("--at <time>", &at, "When it began")
        arguments.flag("--parallel", &isParallel, "Leave my other session running")
        arguments.option("--note <text>", &options.note, "What this stretch of work is about")
        arguments.flag("--reopen", &options.isReopening, "Take up a completed session again")
        change.declare(&arguments)
        arguments.heading("For a new session")
        arguments.flag("--new", &isNew, "Make it first; 'sessions new' takes more")
        new.options.declare(&arguments)
    }

    func run(in context: Context) throws {
        if isNew { return try startNew(in: context) }
        guard !new.options.saysAnything else {
            throw UsageError(
                "--template, --project, --tag, --plan and --set are for --new",
                hint: "add --new, or change a session with 'sessions edit'", command: "sessions start")
        }
        guard words.count < 2 else {
            throw UsageError(
                "unexpected argument '\(words[1])'",
                hint: "for a new session: sessions start --new TITLE", command: "sessions start")
        }
        let session = SessionSelection(id: words.first)
        let references = try session.references(context)
        guard try isParallel || !session.isList || context.locations(of: references).count < 2 else {
            throw UsageError(
                "only one session is started at a time", hint: "or several with --parallel",
                command: "sessions start")
        }
        try context.changeSessions(references, asList: session.isList, change) {
            session, engine, transaction in
            guard try engine.start(&session, at: at, options) else {
                let remark = try context.remarkOnForgotten(session, engine)
                return SessionStep(false, done: "Started", already: "Already running", details: remark)
            }
            try context.linkCheckout(to: &session, engine)
            let paused =
                isParallel ? [] : try context.pauseOthers(than: session, at: at, transaction, engine)
            return SessionStep(true, done: "Started", already: "Already running", details: paused)
        }
        try context.noteRunningInPersonalWorkspace()
    }

    /// `new --start` under another name.
    private func startNew(in context: Context) throws {
        guard !options.isReopening else {
            throw UsageError(
                "a new session cannot be reopened", hint: "leave out --new or --reopen",
                command: "sessions start")
        }
        var new = new
        new.title = words
        new.starts = true
        new.at = at
        new.isParallel = isParallel
        new.note = options.note
        new.change = change
        try new.run(in: context)
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
        // Nobody reads these of a batch, and finding short ids takes a look at all of them.
        guard openOperation == nil, !isQuiet, !paused.others.isEmpty else { return [] }
        let shortIDs = try shortIDs()
        return paused.others.map { other in
            let id = shortIDs.short(other.session.id)
            var line = "paused \(id)  \(other.session.title)"
            if other.startedLater { line += ": \(Self.nothingCounted)" }
            if other.isForgotten {
                let mending = ForgottenClock.mending(id, other.number, isRunning: false, isMine: true)
                line += " after \(other.ran): forgotten? mend it with '\(mending)'"
            }
            return line
        }
    }

    /// What is said where a clock was started at a time that has not come yet.
    static let nothingCounted = "no time was counted, as the clock of this machine went back"

    /// What to say of my clock that was stopped now, after longer than anybody works.
    func remarkOnLong(_ before: Session, _ engine: Engine) throws(SessionsError) -> [String] {
        let long = before.intervals.first {
            $0.isForgotten(now: now, after: engine.longestWatch) && engine.isMe($0.by)
        }
        guard let long else { return [] }
        let id = openOperation == nil ? try shortIDs().short(before.id) : before.id
        let mending = ForgottenClock.mending(id, before.number(of: long), isRunning: false, isMine: true)
        let ran = TimeAmount(seconds: long.seconds(now: now))
        return ["\(ran) at a stretch: forgotten? mend it with '\(mending)'"]
    }

    /// What to say of my clock in a session where it runs for longer than anybody works.
    func remarkOnForgotten(_ session: Session, _ engine: Engine) throws(SessionsError) -> [String] {
        let forgotten = session.intervals.first {
            $0.isForgotten(now: now, after: engine.longestWatch) && engine.isMe($0.by)
        }
        guard let forgotten else { return [] }
        let ran = TimeAmount(seconds: forgotten.seconds(now: now))
        let id = try shortIDs().short(session.id)
        let mending = ForgottenClock.mending(
            id, session.number(of: forgotten), isRunning: true, isMine: true)
        return ["for \(ran): forgotten? end it with '\(mending)'"]
    }

    /// A clock that runs in the personal workspace is easily forgotten in a project with one of its own.
    func noteRunningInPersonalWorkspace() throws {
        guard openOperation == nil, try !workspace().isPersonal, let path = environment.personalWorkspace,
            let personal = try? Workspace(opening: path, isPersonal: true)
        else { return }
        let isMe = try isMe()
        if personal.notedAsRunning(where: { $0.intervals.contains { $0.isOpen && isMe($0.by) } }) == [] {
            return
        }
        var rules = IndexRules(check: .folders)
        rules.isWritten = false
        let catalog = try SessionCatalog(of: personal, rules)
        let running = catalog.chosen { session in
            session.isRunning && session.intervals.contains { $0.isOpen && isMe($0.by) }
        }
        guard !running.isEmpty else { return }
        let shortIDs = ShortIDs(catalog)
        for session in running {
            note("\(shortIDs.short(session.id)) is running in your personal workspace: \(session.title)")
        }
    }
}
