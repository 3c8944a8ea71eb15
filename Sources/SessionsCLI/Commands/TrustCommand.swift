import CommandKit
import SessionsCore
import Terminal

/// `sessions trust`: look at commands from shared files, and allow them.
struct TrustCommand: SessionsCommand {
    static let info = CommandInfo(
        "trust", "Look at commands from shared files, and allow them to run",
        discussion: """
            A check that you type is trusted in this workspace at once. One that came with a shared file is run only \
            once you have seen it here; one that was changed is shown again. On a terminal you are asked; elsewhere \
            --yes names what you have seen. What you allow is kept in your own configuration, for this workspace at \
            this path alone.
            """,
        examples: [
            Example("sessions trust", "what is not trusted yet"),
            Example("sessions trust --print", "one hash over all checks, for 'goal check --trusted'"),
        ])
    var hashes: [String] = []
    var removed: [String] = []
    var lists = false
    var prints = false

    /// Digits of a hash that are shown, and the fewest that name one: so many that nobody can make two commands
    /// that have them in common.
    private static let shownDigits = 32

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option(
            "--yes <hash>", &hashes, "Allow the command of this hash, or with that of --print all of them")
        arguments.option("--remove <hash>", &removed, "Allow the command of this hash no longer")
        arguments.flag("--list", &lists, "List what is allowed here")
        arguments.flag("--print", &prints, "Print one hash over all checks of the workspace")
    }

    func run(in context: Context) throws {
        guard [!hashes.isEmpty, !removed.isEmpty, lists, prints].count(where: { $0 }) < 2 else {
            throw UsageError(
                "--yes, --remove, --list and --print are asked for together", hint: "give one of them",
                command: "sessions trust")
        }
        guard var trusted = try context.trustedCommands() else { throw SessionsError.noHome }
        if lists { return try list(trusted, context) }
        if !removed.isEmpty { return try remove(from: &trusted, context) }
        let (commands, damaged) = try context.sharedCommands()
        if prints {
            // A hash that leaves something out would be a promise too many.
            if let error = damaged.first { throw error }
            return try printHash(of: commands, context)
        }
        context.report(damaged: damaged)
        if !hashes.isEmpty { return try allow(commands, in: &trusted, context) }
        try ask(commands.filter { !trusted.contains($0.command) }, &trusted, context)
    }

    // MARK: What is not trusted

    private func ask(
        _ commands: [SharedCommand], _ trusted: inout TrustedCommands, _ context: Context
    ) throws {
        try show(commands, trusted, context)
        guard !context.isJSON, !context.isQuiet else { return }
        guard !commands.isEmpty else { return try context.print("Every check here is trusted") }
        guard context.output.isTerminal, context.environment.isInputTerminal() else {
            return context.note("allow one with 'sessions trust --yes HASH'")
        }
        let what = commands.count == 1 ? "this command" : "these \(commands.count) commands"
        try context.output.write("Let \(what) run for '\(trusted.workspacePath.visible)'? [y/N] ")
        try context.output.flush()
        guard ["y", "yes"].contains(context.environment.readLine()?.lowercased()) else {
            return try context.print("Nothing is allowed")
        }
        try trusted.add(commands.map(\.command), at: context.now)
        try context.print("Trusted \(counted(commands.count, "command"))")
    }

    private func show(_ commands: [SharedCommand], _ trusted: TrustedCommands, _ context: Context) throws {
        if context.isJSON {
            return try context.printArray(commands) { Self.json($0, trusted) }
        }
        let shortIDs = try context.shortIDs()
        for command in commands {
            let hash = trusted.hash(of: command.command)
            if context.isQuiet {
                try context.print(hash)
                continue
            }
            try context.print("\(Self.shown(hash, context))  \(command.command.visible)")
            for (session, number) in command.origins {
                let place = "\(shortIDs.short(session.id)) \(number)  \(session.title.visible)"
                try context.print("    " + context.output.style.dim(place))
            }
        }
    }

    private static func json(_ command: SharedCommand, _ trusted: TrustedCommands) -> JSON {
        [
            "command": .string(command.command), "hash": .string(trusted.hash(of: command.command)),
            "sessions": .array(
                command.origins.map { ["id": .string($0.session.id), "milestone": .string($0.number)] }),
            "trusted": .bool(trusted.contains(command.command)),
        ]
    }

    private static func shown(_ hash: String, _ context: Context) -> String {
        context.output.style.yellow(String(hash.prefix(shownDigits)))
    }

    // MARK: Allowing

    private func allow(
        _ commands: [SharedCommand], in trusted: inout TrustedCommands, _ context: Context
    ) throws {
        let all = TrustedCommands.hash(ofAll: commands.map(\.command))
        var allowed: [SharedCommand] = []
        for hash in hashes {
            let named =
                hash == all
                ? commands
                : commands.filter {
                    hash.utf8.count >= Self.shownDigits && trusted.hash(of: $0.command).hasPrefix(hash)
                }
            guard !named.isEmpty else { throw Self.unknown(hash) }
            allowed += named
        }
        try trusted.add(allowed.map(\.command), at: context.now)
        if context.isJSON || context.isQuiet { return try show(allowed, trusted, context) }
        for command in allowed { try context.print("Trusted \(command.command.visible)") }
    }

    private func remove(from trusted: inout TrustedCommands, _ context: Context) throws {
        var entries: [TrustedCommands.Entry] = []
        for hash in removed {
            let named = trusted.entries.filter {
                hash.utf8.count >= Self.shownDigits && $0.hash.hasPrefix(hash)
            }
            guard !named.isEmpty else { throw Self.unknown(hash) }
            entries += named
        }
        try trusted.remove(entries.map(\.hash))
        if context.isJSON { return try context.printArray(entries, Self.json) }
        for entry in entries {
            try context.print(context.isQuiet ? entry.hash : "No longer trusted: \(entry.command.visible)")
        }
    }

    private static func unknown(_ hash: String) -> SessionsError {
        .invalid(
            what: "the hash of a check", value: hash,
            expected: "at least \(shownDigits) digits of one that 'sessions trust' shows")
    }

    // MARK: What is trusted

    private func list(_ trusted: TrustedCommands, _ context: Context) throws {
        let entries = trusted.entries
        if context.isJSON { return try context.printArray(entries, Self.json) }
        for entry in entries {
            try context.print(
                context.isQuiet
                    ? entry.hash : "\(Self.shown(entry.hash, context))  \(entry.command.visible)")
        }
    }

    private static func json(_ entry: TrustedCommands.Entry) -> JSON {
        var object: JSONObject = ["command": .string(entry.command), "hash": .string(entry.hash)]
        object["at"] = entry.at.map { .string($0.rfc3339) }
        return .object(object)
    }

    private func printHash(of commands: [SharedCommand], _ context: Context) throws {
        let hash = TrustedCommands.hash(ofAll: commands.map(\.command))
        guard context.isJSON else { return try context.print(hash) }
        try context.print([
            "commands": .array(commands.map { .string($0.command) }), "hash": .string(hash),
        ])
    }
}
