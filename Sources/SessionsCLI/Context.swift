import CommandKit
import SessionsCore
import Terminal

/// A command of this program.
protocol SessionsCommand: Command where Context == SessionsCLI.Context {
    /// Whether it can be a line of a batch: all it reads of sessions and all it does is a part of the operation.
    static var joinsBatch: Bool { get }
}

extension SessionsCommand {
    static var joinsBatch: Bool { false }
}

/// What a command is given: where to print, who asks, when it is, and the workspace, opened when it is needed.
final class Context {
    let output: Output
    let error: Output
    let environment: Environment
    let globals: GlobalOptions
    /// The command as typed, for the operation log.
    let commandLine: [String]
    /// Where the command stands, after `-C`.
    let currentFolder: String
    /// When the command began, or since when it may write.
    private(set) var now: Instant
    /// How the command ends when it does not throw.
    var exitCode = ExitCode.done

    /// The operation that this command is a part of, where it is one of a batch.
    let openOperation: OpenOperation?
    /// What this command did, as one of a batch.
    var batchChanges: [Batch.Change] = []

    private var openedWorkspace: Workspace?
    var loadedConfiguration: UserConfiguration?
    var hasReadStandardInput = false
    /// Has a change that is tried first come to the same ids when it is made.
    var idSeed: UInt64?
    /// Whether something was changed for good.
    var hasWritten = false

    init(
        output: Output, error: Output, environment: Environment, globals: GlobalOptions, commandLine: [String]
    ) throws(SessionsError) {
        self.output = output
        self.error = error
        self.environment = environment
        self.globals = globals
        self.commandLine = commandLine
        openOperation = nil
        currentFolder =
            try globals.folder.map { folder throws(SessionsError) in
                try System.folder(at: Self.join(environment.currentFolder, folder))
            } ?? environment.currentFolder
        now = try Context.time(in: environment)
    }

    /// For one command of a batch, which prints nothing and reads nothing.
    init(of batch: Context, _ operation: OpenOperation, globals: GlobalOptions, commandLine: [String]) {
        output = Output(descriptor: 1)
        error = batch.error
        environment = batch.environment
        self.globals = globals
        self.commandLine = commandLine
        currentFolder = batch.currentFolder
        now = operation.engine.now
        openOperation = operation
        openedWorkspace = operation.transaction.workspace
        loadedConfiguration = batch.loadedConfiguration
    }

    /// Looks at the clock again: while a command waits for its turn, others write with later times.
    func refreshTime() throws(SessionsError) {
        now = try Context.time(in: environment)
    }

    private static func time(in environment: Environment) throws(SessionsError) -> Instant {
        guard let fixed = environment.variable("SESSIONS_NOW") else { return environment.clock() }
        guard let instant = Instant(rfc3339: fixed) else {
            throw .invalid(
                what: "a time for SESSIONS_NOW", value: fixed, expected: "like 2026-11-22T14:05:00Z")
        }
        return instant
    }

    var zone: Zone { environment.zone }
    var isJSON: Bool { globals.isJSON }
    var isQuiet: Bool { globals.isQuiet }

    // MARK: Places

    /// A path a person gave, from where they stand.
    func path(_ path: String) -> String { Self.join(currentFolder, path) }

    private static func join(_ folder: String, _ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        // Nothing is found or made in a folder that is gone, and least of all at the root instead.
        return (folder.isEmpty ? "." : folder) + (folder.hasSuffix("/") ? "" : "/") + path
    }

    /// - Throws: `io`, where the folder in which the program stands is gone.
    func requireCurrentFolder() throws(SessionsError) {
        guard currentFolder.isEmpty else { return }
        throw System.noCurrentFolder
    }

    func workspace() throws(SessionsError) -> Workspace {
        if let openedWorkspace { return openedWorkspace }
        let named = globals.workspace ?? environment.variable("SESSIONS_WORKSPACE")
        if !(named?.hasPrefix("/") ?? false) { try requireCurrentFolder() }
        let locator = WorkspaceLocator(
            named: named.map(path), currentFolder: currentFolder, personalPath: environment.personalWorkspace)
        let workspace = try locator.open()
        openedWorkspace = workspace
        return workspace
    }

    /// Makes the personal workspace, which is not there before the first write.
    func makePersonalWorkspace() throws(SessionsError) -> Workspace {
        let made = try Workspace.make(at: workspace().path, name: nil, isPersonal: true)
        note("made your personal workspace in '\(made.path)'")
        openedWorkspace = made
        return made
    }

    // MARK: Printing

    /// Shows what is printed from here on a screen at a time, where a person looks at it.
    func usePager() {
        guard output.isTerminal, !output.isDumb, !isJSON, !globals.neverPages else { return }
        let command = environment.setVariable("SESSIONS_PAGER") ?? environment.setVariable("PAGER")
        if let pager = Pager(command: command) { output.keep(for: pager) }
    }

    /// Says something beside the result.
    func note(_ text: String) {
        try? error.writeLine("sessions: \(text.visible)")
    }

    /// Says what to do about what was said.
    func hint(_ text: String) {
        try? error.writeLine("hint: \(text.visible)")
    }

    /// Ends with the status for nothing found, where that was asked for and nothing worse has happened.
    func endWithNothing(if isAskedFor: Bool) {
        if isAskedFor, exitCode == .done { exitCode = .nothing }
    }

    func print(_ text: String = "") throws {
        try output.writeLine(text)
    }

    /// Prints a line, on a terminal as many as it takes to show all of it, below each other.
    func print(_ spans: [Span], after lead: [Span]) throws {
        for line in wrap(spans, after: lead, columns: output.lineWidth, style: output.style) {
            try print(line)
        }
    }

    func print(_ json: JSON) throws {
        try output.write(bytes: json.bytes(.output))
    }

    /// Tells of files that could not be read; the command goes on and ends with the exit code for them.
    func report(damaged: [SessionsError]) {
        for error in damaged { ErrorReport(error).write(to: self.error, asJSON: isJSON) }
        if let worst = damaged.first(where: { $0.code == .io }) ?? damaged.first {
            exitCode = ExitCode(worst.code)
        }
    }
}
