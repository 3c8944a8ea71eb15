import CommandKit
import SessionsCore
import Terminal

/// What every command that changes sessions takes.
struct ChangeOptions {
    var isDryRun = false

    mutating func declare(_ arguments: inout Arguments) {
        arguments.flag("--dry-run", &isDryRun, "Show what would change, and change nothing")
    }
}

/// A session after a command, and what to say of it.
struct ChangedSession {
    let session: Session
    let hasChanged: Bool
    /// `Started`, or what there is to say where nothing was changed: `Already running`.
    let verb: String
    /// More lines about it.
    var details: [String] = []
    /// How long it will take, for programs.
    var forecast: Forecast?
}

extension ChangedSession {
    func json(now: Instant, isDryRun: Bool) -> JSON {
        let document = session.output(now: now, hasChanged: hasChanged, isDryRun: isDryRun)
        guard let forecast, var object = document.objectValue else { return document }
        object["forecast"] = .object(forecast.json)
        return .object(object)
    }
}

/// What a command did to one session.
struct SessionStep {
    let hasChanged: Bool
    /// What is said of it: `Paused`, or `Not running` where there was nothing to do.
    let verb: String
    /// More lines about it.
    var details: [String] = []

    /// - Parameters:
    ///   - done: what is said where it was changed: `Paused`.
    ///   - already: what is said where it was so already.
    init(_ hasChanged: Bool, done: String, already: String, details: [String] = []) {
        self.hasChanged = hasChanged
        verb = hasChanged ? done : already
        self.details = details
    }
}

extension Context {
    /// Changes sessions in one operation and prints them as they now are.
    ///
    /// - Parameter change: changes one session, and says what it did.
    func changeSessions(
        _ references: [String], asList: Bool, _ options: ChangeOptions,
        _ change: (inout Session, Engine, Transaction) throws -> SessionStep
    ) throws {
        let locations = try locations(of: references)
        try self.change(options, asList: asList) { transaction, engine in
            try locations.map { location in
                var session = try transaction.session(at: location)
                let step = try change(&session, engine, transaction)
                if step.hasChanged { try transaction.update(session) }
                return ChangedSession(
                    session: session, hasChanged: step.hasChanged, verb: step.verb, details: step.details)
            }
        }
    }

    /// The same where the words do not depend on what was done.
    ///
    /// - Parameters:
    ///   - done: what is said of a session that was changed: `Paused`.
    ///   - already: what is said of one that was so already.
    ///   - change: changes one session; whether it did.
    func changeSessions(
        _ references: [String], asList: Bool, _ options: ChangeOptions, done: String, already: String,
        _ change: (inout Session, Engine, Transaction) throws -> Bool
    ) throws {
        try changeSessions(references, asList: asList, options) { session, engine, transaction in
            SessionStep(try change(&session, engine, transaction), done: done, already: already)
        }
    }

    /// Changes the one session (or with `-` those) that a selection names.
    func changeSessions(
        _ selection: SessionSelection, _ options: ChangeOptions, done: String, already: String,
        _ change: (inout Session, Engine) throws -> Bool
    ) throws {
        try changeSessions(
            selection.references(self), asList: selection.isList, options, done: done, already: already
        ) { session, engine, _ in try change(&session, engine) }
    }

    /// Runs an operation on sessions, notes which was the last one, and prints them.
    func change(
        _ options: ChangeOptions, asList: Bool, _ body: (Transaction, Engine) throws -> [ChangedSession]
    ) throws {
        let (changed, _) = try transaction(isDryRun: options.isDryRun) { transaction, engine in
            let changed = try body(transaction, engine)
            if changed.count == 1, let only = changed.first { transaction.setRecent(only.session.id) }
            return changed
        }
        // What came of a batch is printed once all of it has happened.
        if let openOperation {
            batchChanges += changed.map { change in
                let document =
                    openOperation.wantsDocuments
                    ? change.json(now: now, isDryRun: openOperation.transaction.isDryRun) : nil
                return Batch.Change(
                    id: change.session.id, hasChanged: change.hasChanged, document: document)
            }
            return
        }
        try print(changed, asList: asList, isDryRun: options.isDryRun)
    }

    private func print(_ changed: [ChangedSession], asList: Bool, isDryRun: Bool) throws {
        if isJSON {
            let documents = changed.map { $0.json(now: now, isDryRun: isDryRun) }
            if !asList, let only = documents.first { try print(only) } else { try print(.array(documents)) }
            return
        }
        if isQuiet {
            for change in changed { try print(change.session.id) }
            return
        }
        let shortIDs = try shortIDs()
        for change in changed {
            let id = change.session.id
            // A new session that was only tried never gets the id it has here.
            let isNamed = !isDryRun || shortIDs.contains(id)
            var lead = [Span(isDryRun ? "Dry run: \(change.verb)" : change.verb, .green), Span(" ")]
            if isNamed { lead += [Span(shortIDs.short(id), .yellow), Span("  ")] }
            try print([Span(change.session.title)], after: lead)
            for line in change.details { try print([Span(line, .dim)], after: [Span("      ")]) }
        }
    }

    /// The ids of the workspace, for showing each as short as it can be.
    func shortIDs() throws(SessionsError) -> ShortIDs { try workspace().shortIDs() }
}

extension Session {
    /// What `--json` prints of it after a command.
    func output(now: Instant, hasChanged: Bool, isDryRun: Bool) -> JSON {
        var document = output(now: now)
        document["changed"] = .bool(hasChanged)
        if isDryRun { document["dryRun"] = true }
        return .object(document)
    }
}
