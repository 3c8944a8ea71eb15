import CommandKit
import SessionsCore
import Terminal

/// A command of this program.
protocol SessionsCommand: Command where Context == SessionsCLI.Context {}

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
    /// When the command began; it does not move while it runs.
    let now: Instant
    /// How the command ends when it does not throw.
    var exitCode = ExitCode.done

    private var openedWorkspace: Workspace?
    private var loadedConfiguration: UserConfiguration?

    init(
        output: Output, error: Output, environment: Environment, globals: GlobalOptions, commandLine: [String]
    ) throws(SessionsError) {
        self.output = output
        self.error = error
        self.environment = environment
        self.globals = globals
        self.commandLine = commandLine
        currentFolder =
            try globals.folder.map { folder throws(SessionsError) in
                try System.folder(at: Self.join(environment.currentFolder, folder))
            } ?? environment.currentFolder
        if let fixed = environment.variable("SESSIONS_NOW") {
            guard let instant = Instant(rfc3339: fixed) else {
                throw .invalid(
                    what: "a time for SESSIONS_NOW", value: fixed, expected: "like 2026-11-22T14:05:00Z")
            }
            now = instant
        } else {
            now = environment.clock()
        }
    }

    var zone: Zone { environment.zone }
    var isJSON: Bool { globals.isJSON }
    var isQuiet: Bool { globals.isQuiet }

    // MARK: Places

    /// A path a person gave, from where they stand.
    func path(_ path: String) -> String { Self.join(currentFolder, path) }

    private static func join(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? path : folder + (folder.hasSuffix("/") ? "" : "/") + path
    }

    func workspace() throws(SessionsError) -> Workspace {
        if let openedWorkspace { return openedWorkspace }
        let named = globals.workspace ?? environment.variable("SESSIONS_WORKSPACE")
        let locator = WorkspaceLocator(
            named: named.map(path), currentFolder: currentFolder, personalPath: environment.personalWorkspace)
        let workspace = try locator.open()
        openedWorkspace = workspace
        return workspace
    }

    /// The workspace to write to: the personal one is made where it is not there yet.
    func writableWorkspace() throws(SessionsError) -> Workspace {
        let workspace = try workspace()
        guard !workspace.exists else { return workspace }
        let made = try Workspace.make(at: workspace.path, name: nil, isPersonal: true)
        note("made your personal workspace in '\(made.path)'")
        openedWorkspace = made
        return made
    }

    // MARK: People

    func configuration() throws(SessionsError) -> UserConfiguration? {
        if let loadedConfiguration { return loadedConfiguration }
        guard let folder = environment.configurationFolder else { return nil }
        loadedConfiguration = try UserConfiguration(in: folder)
        return loadedConfiguration
    }

    func setConfiguration(_ value: String?, for key: UserConfiguration.Key) throws(SessionsError) {
        guard var configuration = try configuration() else { throw .noHome }
        try configuration.set(value, for: key)
        loadedConfiguration = configuration
    }

    /// Who asks: `SESSIONS_USER`, else the configuration, else the login name at this machine.
    func user() throws(SessionsError) -> String {
        if let user = environment.variable("SESSIONS_USER") { return try SessionRules.person(user) }
        if let email = try configuration()?[.email] { return email }
        return
            "\(environment.variable("LOGNAME") ?? environment.variable("USER") ?? "me")@\(System.hostName())"
    }

    /// Settles who writes: what was found the first time stays, in every folder.
    private func settledUser() throws(SessionsError) -> String {
        if environment.variable("SESSIONS_USER") != nil { return try user() }
        if let email = try configuration()?[.email] { return email }
        let asked = System.output(of: "git", ["-C", currentFolder, "config", "user.email"])
        let person: String
        if let asked, let email = try? SessionRules.person(asked) {
            person = email
        } else {
            person = try user()
        }
        if environment.configurationFolder != nil {
            try setConfiguration(person, for: .email)
            note("you are \(person); 'sessions config user.email ADDRESS' changes that")
        }
        return person
    }

    // MARK: Changing

    /// The engine for a command that writes.
    ///
    /// - Parameter isDryRun: nothing is settled for the future either.
    func engine(isDryRun: Bool) throws(SessionsError) -> Engine {
        let user = isDryRun ? try user() : try settledUser()
        var seed: UInt64?
        if let text = environment.variable("SESSIONS_ID_SEED") {
            guard let number = UInt64(text) else {
                throw .invalid(what: "a seed for SESSIONS_ID_SEED", value: text, expected: "a whole number")
            }
            seed = number
        }
        for name in ["SESSIONS_NOW", "SESSIONS_ID_SEED"] {
            if let value = environment.variable(name) { note("using \(name)=\(value)") }
        }
        return Engine(
            user: user, aliases: try configuration()?.aliases ?? [], now: now, zone: zone,
            membership: try workspace().settings.membership, ids: Identifier.Source(seed: seed))
    }

    /// Runs one operation: everything the body does happens, or nothing.
    ///
    /// - Returns: what the body returns, and the number of the operation, nil where nothing was changed.
    func transaction<Value>(
        isDryRun: Bool, _ body: (Transaction, Engine) throws -> Value
    ) throws -> (value: Value, operation: Int?) {
        let engine = try engine(isDryRun: isDryRun)
        let workspace = isDryRun ? try workspace() : try writableWorkspace()
        let transaction = try Transaction(
            on: workspace, by: engine.user, at: now, command: commandLine.joined(separator: " "),
            isDryRun: isDryRun)
        do {
            let value = try body(transaction, engine)
            return (value, try transaction.commit())
        } catch {
            transaction.abandon()
            throw error
        }
    }

    // MARK: Printing

    /// Says something beside the result.
    func note(_ text: String) {
        try? error.writeLine("sessions: \(text.visible)")
    }

    func print(_ text: String = "") throws {
        try output.writeLine(text)
    }

    func print(_ json: JSON) throws {
        try output.write(bytes: json.bytes(.output))
    }

    /// Tells of files that could not be read; the command goes on and ends with the exit code for them.
    func report(damaged: [SessionsError]) {
        for error in damaged { ErrorReport(error).write(to: self.error, asJSON: isJSON) }
        if !damaged.isEmpty { exitCode = .damaged }
    }
}
