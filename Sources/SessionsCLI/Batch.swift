import CommandKit
import SessionsCore

/// The operation that the commands of a batch are parts of.
struct OpenOperation {
    let transaction: Transaction
    let engine: Engine
    /// Whether the sessions are to be printed whole, and not only named.
    let wantsDocuments: Bool
}

/// What stopped a batch, and the line it stands in, counted from 1.
struct BatchError: Error {
    let line: Int
    let cause: any Error
}

/// Command lines to be carried out as one operation: one a line, each a JSON array of words.
struct Batch {
    private struct Line {
        let number: Int
        let words: [String]
        let command: any SessionsCommand
        let globals: GlobalOptions

        init(_ number: Int, _ words: [String]) throws {
            self.number = number
            self.words = words
            var globals = GlobalOptions()
            command = try Batch.command(words, &globals)
            self.globals = globals
        }
    }

    /// What one line did to a session. The session itself is not kept: a thousand comments on one would keep it a
    /// thousand times.
    struct Change {
        let id: String
        let hasChanged: Bool
        /// What `--json` prints of it.
        let document: JSON?
    }

    /// What one line came to.
    struct Answer {
        let line: Int
        let changes: [Change]
    }

    private var lines: [Line] = []

    /// Blank lines say nothing and count.
    ///
    /// - Throws: `BatchError`, for the first line that is no command, or none for batches.
    init(_ text: [UInt8]) throws {
        for (index, bytes) in text.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            guard !bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) else { continue }
            do { lines.append(try Line(index + 1, Self.words(Array(bytes)))) } catch {
                throw BatchError(line: index + 1, cause: error)
            }
        }
    }

    private static func words(_ bytes: [UInt8]) throws(UsageError) -> [String] {
        func fail(_ problem: String) -> UsageError {
            UsageError(
                problem, hint: #"a line is a JSON array of words, like ["pause", "k7m2"]"#,
                command: "sessions batch")
        }
        let value: JSON
        do { value = try JSON(parsing: bytes, limits: JSONLimits(stringBytes: Limits.text)) } catch {
            throw fail("column \(error.column): \(error.problem)")
        }
        guard let elements = value.arrayValue else {
            throw fail("expected an array of words, found \(value.kindName)")
        }
        guard !elements.isEmpty else { throw fail("expected a command, found an empty array") }
        var words: [String] = []
        for (index, element) in elements.enumerated() {
            guard let word = element.stringValue, !word.utf8.contains(0) else {
                throw fail("word \(index + 1) is \(element.kindName), and no text to type")
            }
            words.append(word)
        }
        return words
    }

    /// The command of a line, before anything is run.
    private static func command(
        _ words: [String], _ globals: inout GlobalOptions
    ) throws(UsageError) -> any SessionsCommand {
        let resolution = CommandTable.sessions.resolve(words, globals: &globals)
        if words.first == "sessions", resolution.unknown != nil {
            throw UsageError(
                "unknown command 'sessions'", hint: "leave it out: a line begins with the command itself",
                command: "sessions batch")
        }
        // Others read what is on disk, which is not yet what the lines before have made of it, or write elsewhere.
        guard let type = try resolution.command() as? any SessionsCommand.Type, type.joinsBatch else {
            throw notForBatches(resolution.path.dropFirst())
        }
        let command = try CommandParser.parse(
            type, resolution.words, path: resolution.path, globals: &globals)
        guard globals.folder == nil, globals.workspace == nil else {
            throw UsageError(
                "-C and --workspace are for the whole batch", hint: "give them to 'sessions batch'",
                command: "sessions batch")
        }
        guard !globals.wantsHelp else { throw notForBatches(["help"]) }
        return command
    }

    /// Why a command is refused.
    private static func notForBatches(_ words: some Sequence<String>) -> UsageError {
        let name = words.prefix { !$0.hasPrefix("-") }.joined(separator: " ")
        return UsageError(
            "'\(name)' is not for batches",
            hint: "run it before or after: a batch is of commands that change sessions",
            command: "sessions batch")
    }

    // MARK: Carrying it out

    /// Runs all the lines, one after the other.
    ///
    /// - Throws: `BatchError`, for the first that fails.
    func run(in context: Context, _ operation: OpenOperation) throws -> [Answer] {
        try lines.map { line in
            do {
                return Answer(line: line.number, changes: try Self.run(line, context, operation))
            } catch {
                throw BatchError(line: line.number, cause: error)
            }
        }
    }

    private static func run(
        _ line: Line, _ context: Context, _ operation: OpenOperation
    ) throws -> [Change] {
        let context = Context(
            of: context, operation, globals: line.globals, commandLine: line.words)
        try line.command.run(in: context)
        guard context.exitCode == .done else {
            throw SessionsError.refused(
                action: "carry out", subject: line.words.joined(separator: " "),
                reason: "it ends with \(context.exitCode.rawValue)", way: "run it by itself to see why")
        }
        return context.batchChanges
    }
}
