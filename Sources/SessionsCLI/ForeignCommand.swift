import CommandKit
import SessionsCore

/// What a word can be that names no command: an alias of the person's, or a program `sessions-WORD`.
///
/// A command always goes before both, and an alias before a program: it was chosen by the person, while a program
/// may just be there.
enum ForeignCommand {
    case alias(line: String)
    case program(path: String)

    /// Nil where the word is neither.
    init?(_ word: String, _ context: Context) throws(SessionsError) {
        if let line = try context.configuration()?.commandAlias(word) {
            self = .alias(line: line)
            return
        }
        let isName = word.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard isName, let folders = context.environment.variable("PATH"),
            let path = System.program(named: "sessions-" + word, in: folders)
        else { return nil }
        self = .program(path: path)
    }

    /// The words an alias stands for.
    static func words(of line: String, alias name: String) throws(SessionsError) -> [String] {
        func fail(_ reason: String, _ way: String) -> SessionsError {
            .refused(action: "use the alias", subject: name, reason: reason, way: way)
        }
        guard let words = ShellLine.words(of: line) else {
            throw fail(
                "a quote or backslash is left open in it", "close it with 'sessions config alias.\(name) …'")
        }
        guard let first = words.first else {
            throw fail("it says nothing", "take it away with 'sessions config alias.\(name) --unset'")
        }
        let operators = ["|", "||", "&", "&&", ";", "<", ">", ">>"]
        if let odd = words.first(where: operators.contains) ?? (first.hasPrefix("!") ? first : nil) {
            throw fail(
                "'\(odd)' is for a shell, and no shell reads it",
                "write a program called sessions-\(name), and put it into a folder of PATH")
        }
        return words
    }

    /// Why no alias can be called like a command.
    static func requireFree(_ name: String) throws(SessionsError) {
        var globals = GlobalOptions()
        guard CommandTable.sessions.resolve([name], globals: &globals).unknown == nil else { return }
        throw .refused(
            action: "name an alias", subject: name, reason: "a command is called so", way: "take another word"
        )
    }
}

/// A command line whose first word may name no command.
struct ForeignLine {
    private(set) var words: [String]
    private(set) var resolution: Resolution
    private(set) var globals: GlobalOptions
    private var passed: [String] = []

    init(_ words: [String], _ resolution: Resolution, _ globals: GlobalOptions) {
        (self.words, self.resolution, self.globals) = (words, resolution, globals)
    }

    /// Puts what an alias stands for in its place, until the line begins with a command; a program takes the place
    /// of this process instead.
    ///
    /// - Throws: where the word is nothing at all.
    mutating func replaceUnknown(_ makeContext: (GlobalOptions, [String]) throws -> Context) throws {
        while let word = resolution.unknown, resolution.path.count == 1 {
            if let wrong = resolution.wrongOption { throw wrong }
            let context = try makeContext(globals, words)
            switch try ForeignCommand(word, context) {
            case .alias(let line)?: try replace(word, by: ForeignCommand.words(of: line, alias: word))
            case .program(let path)?: throw try start(path, word, context)
            case nil: throw try unknown(word, context)
            }
        }
    }

    private mutating func replace(_ alias: String, by line: [String]) throws {
        guard !passed.contains(alias) else {
            throw SessionsError.refused(
                action: "use the alias", subject: passed[0],
                reason: "it leads back to itself: \((passed + [alias]).joined(separator: " → "))",
                way: "see 'sessions config'")
        }
        passed.append(alias)
        words = Array(resolution.leading) + line + Array(resolution.rest)
        globals = GlobalOptions()
        resolution = CommandTable.sessions.resolve(words, globals: &globals)
    }

    /// Why the program could not be started; where it could be, nobody hears of it any more.
    private func start(_ path: String, _ word: String, _ context: Context) throws -> any Error {
        // Its folder and its workspace can be handed on, but nobody knows what else it understands.
        guard !globals.isJSON, !globals.isQuiet, !globals.neverPages, !globals.wantsHelp,
            !globals.wantsVersion,
            globals.colour == .auto
        else {
            return UsageError(
                "options for 'sessions-\(word)' go behind its name",
                hint: "only -C and --workspace go before it",
                command: "sessions")
        }
        let workspace = globals.workspace.map { [(name: "SESSIONS_WORKSPACE", value: context.path($0))] }
        return System.become(
            path, Array(resolution.rest), in: context.currentFolder, variables: workspace ?? [])
    }

    /// What other programs call our commands.
    private static let elsewhere: [(words: [String], command: String, meaning: String)] = [
        (["ls", "all"], "list", "lists sessions"),
        (["add", "create", "plan", "make"], "new", "plans a session"),
        (["begin", "track", "continue", "in", "switch"], "start", "starts the clock"),
        (
            ["stop", "out", "break", "halt"], "pause",
            "stops the clock, 'sessions complete' finishes a session"
        ),
        (["done", "finish", "end", "close"], "complete", "finishes a session"),
        (["rm", "remove", "del", "trash"], "delete", "deletes a session, 'sessions archive' puts it away"),
        (["note", "annotate", "say"], "comment", "says something about a session"),
        (["find", "grep"], "search", "finds sessions by their text"),
        (["report", "summary", "total"], "stats", "counts sessions and adds up their time"),
        (["history", "events"], "log", "shows what happened"),
        (["current", "now", "what"], "status", "shows what is running"),
        (["modify", "rename", "set", "tag"], "edit", "changes a session"),
        (["goals", "milestone", "todo"], "goal", "adds, lists and reaches goals"),
        (["settings", "setup"], "config", "shows and changes your settings"),
    ]

    private func unknown(_ word: String, _ context: Context) throws -> any Error {
        do { _ = try resolution.command() } catch {
            if error.hint == nil,
                let (command, meaning) = Self.elsewhere.first(where: { $0.words.contains(word) })
                    .map({ ($0.command, $0.meaning) })
            {
                return UsageError(
                    error.message, hint: "'sessions \(command)' \(meaning)", command: error.command)
            }
            let aliases = try context.configuration()?.commandAliases.map(\.name) ?? []
            guard error.hint == nil, let hint = Suggestion.hint(for: word, among: aliases) else {
                throw error
            }
            return UsageError(error.message, hint: hint, command: error.command)
        }
        return UsageError("unknown command '\(word)'", command: "sessions")
    }
}
