import SessionsCore
import Terminal

extension Context {
    /// Lines of a hook's output that are passed on.
    private static let mostHookLines = 20

    /// The person's hooks for a workspace; nil where there are none. What a hook runs itself runs none.
    func hooks(on workspace: Workspace) throws(SessionsError) -> Hooks? {
        guard environment.variable("SESSIONS_HOOK") == nil, let folder = environment.configurationFolder
        else { return nil }
        return try Hooks(for: workspace.path, in: folder)
    }

    /// Runs the hooks for what is going to happen.
    ///
    /// - Returns: whether any was run.
    /// - Throws: `refused`, where one of them does not want it.
    func ask(_ hooks: Hooks, about events: [LifecycleEvent], as user: String) throws -> Bool {
        var hasAsked = false
        try eachHook(of: hooks, .before, events) { hook, kind, sessions in
            hasAsked = true
            let result = try run(hook, sessions, as: user)
            if result.end.isSuccess { return pass(on: result, of: hook) }
            throw SessionsError.refused(
                action: kind.verb, subject: subject(sessions), reason: Self.failure(of: hook, result),
                way: "see '\(hook.path)'")
        }
        return hasAsked
    }

    /// Runs the hooks for what has happened. That they fail is said, and changes nothing.
    func tell(_ hooks: Hooks, of events: [LifecycleEvent], as user: String) {
        eachHook(of: hooks, .after, events) { hook, _, sessions in
            do throws(SessionsError) {
                let result = try run(hook, sessions, as: user)
                if result.end.isSuccess {
                    pass(on: result, of: hook)
                } else {
                    note(Self.failure(of: hook, result))
                }
            } catch {
                if error == .interrupted { exitCode = .interrupted }
                note("\(hook.name): \(error.message)")
            }
        }
    }

    private func eachHook(
        of hooks: Hooks, _ time: Hooks.Time, _ events: [LifecycleEvent],
        _ visit: (Hooks.Hook, LifecycleEvent.Kind, [Session]) throws -> Void
    ) rethrows {
        for kind in LifecycleEvent.Kind.allCases {
            let sessions = events.filter { $0.kind == kind }.map(\.session)
            guard !sessions.isEmpty else { continue }
            for hook in hooks.hooks(time, kind) {
                guard hook.isProgram else {
                    note("passed over the hook '\(hook.path)': it is not executable")
                    continue
                }
                try visit(hook, kind, sessions)
            }
        }
    }

    private func run(
        _ hook: Hooks.Hook, _ sessions: [Session], as user: String
    ) throws(SessionsError) -> CapturedProgram.Result {
        let outputs = sessions.map { $0.output(now: now) }
        var program = hook.program(telling: outputs, workspacePath: try workspace().path, user: user)
        program.folder = currentFolder
        program.limit = try configuration()?.hookLimit
        return try program.run()
    }

    private func pass(on result: CapturedProgram.Result, of hook: Hooks.Hook) {
        for line in result.output.split(separator: "\n").suffix(Self.mostHookLines) {
            note("\(hook.name): \(line)")
        }
    }

    private func subject(_ sessions: [Session]) -> String {
        sessions.count == 1 ? sessions[0].id : counted(sessions.count, "session")
    }

    /// `the hook 'pre-complete' ended with 1: no ticket`.
    private static func failure(of hook: Hooks.Hook, _ result: CapturedProgram.Result) -> String {
        let lines = result.output.split(separator: "\n").suffix(mostHookLines).joined(separator: "; ")
        return "the hook '\(hook.name)' \(result.end)" + (lines.isEmpty ? "" : ": \(lines.prefix(500))")
    }
}
