import CommandKit
import SessionsCore

/// `sessions goal check`: run the commands that prove milestones.
struct GoalCheckCommand: SessionsCommand {
    static let info = CommandInfo(
        "check", "Run the checks of goals",
        discussion: """
            A check is a command for the shell, given with 'goal add --check' or 'goal edit --check'. Those of open \
            milestones are run in the folder that holds '.sessions', or for the personal workspace where you stand; \
            a milestone is reached where its check ends with 0. How each ended, how long it took and the commit that \
            was checked out are kept in the session. It ends with 6 where a check fails, and with 3 where one only \
            ran out of time. A command from a shared file is run only once 'sessions trust' has shown it to you.
            """,
        examples: [
            Example("sessions goal check", "all of the current session"),
            Example("sessions goal check @ 2 --timeout 30s", "those of one goal, half a minute each"),
        ])
    var id: String?
    var goals: [String] = []
    var limit = Context.usualCheckLimit
    var trustedHash: String?
    var change = ChangeOptions()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<id>", &id,
            "The session: its id or the beginning of it, or '@' for the current one (default: @)",
            completion: .dynamic("session"))
        arguments.argument("<goal>…", &goals, "The goals, like 2, or milestones, like 2.1 (default: all)")
        arguments.option("--timeout <time>", &limit, "How long each may take")
        arguments.option(
            "--trusted <hash>", &trustedHash,
            "Trust exactly the checks that 'sessions trust --print' gave this hash for")
        change.declare(&arguments)
    }

    func run(in context: Context) throws {
        try context.endUnfinished()
        let session = try context.session(id ?? "@")
        let checks = try session.openChecks(of: goals.map(GoalReference.init))
        var finished: [FinishedCheck] = []
        if !change.isDryRun {
            try context.requireTrust(in: checks, of: session, hash: trustedHash, to: "check")
            for check in checks { finished.append(try context.run(check, limit: limit)) }
        }
        let lines =
            change.isDryRun
            ? checks.map { "would run \($0.number): \($0.command)" } : finished.flatMap(Self.lines)
        try context.changeSessions([session.id], change, details: lines) { session, engine in
            var hasChanged = false
            for check in finished where try engine.record(check.result, in: &session) { hasChanged = true }
            return hasChanged
        }
        // Where nobody reads lines, what failed is said beside the result.
        if context.isJSON || context.isQuiet {
            for check in finished where !check.result.end.isSuccess {
                for line in Self.lines(check) { context.note(line) }
            }
        }
        let ends = finished.map(\.result.end).filter { !$0.isSuccess }
        if !ends.isEmpty { context.exitCode = ends.contains { $0 != .timedOut } ? .refused : .nothing }
    }

    private static func lines(_ check: FinishedCheck) -> [String] {
        let isSuccess = check.result.end.isSuccess
        return [check.summary] + (isSuccess ? [] : check.output.map { "  | " + $0 })
    }
}

extension TimeLimit: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) {
        guard let limit = TimeLimit(argument) else {
            throw ArgumentProblem(not: "a limit of time", expected: TimeLimit.forms)
        }
        self = limit
    }

    package var argumentText: String { description }
}

extension Context {
    /// Changes one session, and says what was checked.
    fileprivate func changeSessions(
        _ references: [String], _ options: ChangeOptions, details: [String],
        _ record: (inout Session, Engine) throws -> Bool
    ) throws {
        let locations = try locations(of: references)
        try change(options, asList: false) { transaction, engine in
            try locations.map { location in
                var session = try transaction.session(at: location)
                let hasChanged = try record(&session, engine)
                if hasChanged { try transaction.update(session) }
                return ChangedSession(
                    session: session, hasChanged: hasChanged,
                    verb: details.isEmpty ? "Nothing to check in" : "Checked", details: details)
            }
        }
    }
}
