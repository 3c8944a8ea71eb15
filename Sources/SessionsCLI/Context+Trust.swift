import SessionsCore

/// A command that the milestones of a workspace name.
struct SharedCommand {
    let command: String
    /// The sessions that name it, and where.
    var origins: [(session: Session, number: String)]
}

extension Context {
    /// What the person allows to run in this workspace; nil where they have nowhere to say so.
    func trustedCommands() throws(SessionsError) -> TrustedCommands? {
        guard let folder = environment.configurationFolder else { return nil }
        return try TrustedCommands(of: workspace().path, in: folder)
    }

    /// What was typed on this machine is trusted here at once, after the session was changed. The words of a batch
    /// are not typed: a program made them, perhaps of what others wrote.
    func trustTyped(_ commands: [String], _ options: ChangeOptions) {
        let commands = commands.filter { !$0.isEmpty }
        guard !commands.isEmpty, !options.isDryRun, openOperation == nil else { return }
        do throws(SessionsError) {
            guard var trusted = try trustedCommands() else { return }
            try trusted.add(commands, at: now)
        } catch {
            note("the change was made, but its checks are not trusted: \(error.message)")
        }
    }

    /// Every command that a check in the workspace has, in the order of their bytes.
    func sharedCommands() throws -> (commands: [SharedCommand], damaged: [SessionsError]) {
        var found: [SharedCommand] = []
        let damaged = try workspace().eachSession { session in
            for (number, command) in session.allChecks {
                // By bytes: what reads the same can be another file to the shell.
                if let index = found.firstIndex(where: { $0.command.utf8.elementsEqual(command.utf8) }) {
                    found[index].origins.append((session, number))
                } else {
                    found.append(SharedCommand(command: command, origins: [(session, number)]))
                }
            }
        }
        return (found.sorted { $0.command.utf8.lexicographicallyPrecedes($1.command.utf8) }, damaged)
    }

    /// Refuses to run what is not trusted.
    ///
    /// - Parameter hash: stands for all commands of the workspace as somebody has looked at them; nil for what the
    ///   person allows in their own configuration.
    func requireTrust(
        in checks: [OpenCheck], of session: Session, hash: String? = nil, to action: String
    ) throws {
        guard !checks.isEmpty else { return }
        let isTrusted: (String) -> Bool
        if let hash {
            let commands = try sharedCommands().commands.map(\.command)
            let actual = TrustedCommands.hash(ofAll: commands)
            guard hash == actual else {
                throw SessionsError.untrusted(
                    action: action, session: session.id,
                    reason: "'\(SessionsError.excerpt(hash))' is not the hash of the checks as they are",
                    way: "look at them with 'sessions trust'; 'sessions trust --print' gives their hash")
            }
            isTrusted = { command in commands.contains { $0.utf8.elementsEqual(command.utf8) } }
        } else {
            let trusted = try trustedCommands()
            isTrusted = { trusted?.contains($0) ?? false }
        }
        guard let check = checks.first(where: { !isTrusted($0.command) }) else { return }
        throw SessionsError.untrusted(
            action: action, session: session.id,
            reason: "its check '\(SessionsError.excerpt(check.command))' is not trusted here",
            way: "look at what it runs, and allow it, with 'sessions trust'")
    }
}
