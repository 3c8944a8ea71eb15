import CommandKit
import SessionsCore

extension Context {
    /// Runs one operation: everything the body does happens, or nothing. In a batch it becomes a part of that.
    ///
    /// - Returns: what the body returns, and the number of the operation, nil where nothing was changed.
    func transaction<Value>(
        isDryRun: Bool, _ body: (Transaction, Engine) throws -> Value
    ) throws -> (value: Value, operation: Int?) {
        if let openOperation {
            guard !isDryRun else {
                throw UsageError(
                    "--dry-run is for the whole batch", hint: "give it to 'sessions batch'",
                    command: "sessions batch")
            }
            return (try body(openOperation.transaction, openOperation.engine), nil)
        }
        let writer = isDryRun ? try user() : try writer()
        noteTestVariables()
        var workspace = try workspace()
        let hooks = isDryRun ? nil : try hooks(on: workspace)
        var basis: Transaction.Basis?
        if !isDryRun, !workspace.exists || hooks?.hasAny(.before) == true {
            // Nothing is made for a command that is refused, so it is tried first.
            if hooks != nil { idSeed = System.randomSeed() }
            let tried = try run(body, by: writer, on: workspace, isDryRun: true)
            if let hooks, try ask(hooks, about: tried.transaction.events, as: writer) {
                basis = tried.transaction.basis
            }
            if !workspace.exists { workspace = try makePersonalWorkspace() }
        }
        let result = try run(body, by: writer, on: workspace, isDryRun: isDryRun, basedOn: basis)
        if !isDryRun { settle(writer) }
        hasWritten = result.operation != nil
        if let hooks, hasWritten { tell(hooks, of: result.transaction.events, as: writer) }
        return (result.value, result.operation)
    }

    /// For a command that reads what it is going to change before its operation begins: what a command that was
    /// killed left undone is done first.
    func endUnfinished() throws(SessionsError) {
        if openOperation == nil { try workspace().endUnfinished(at: now) }
    }

    /// - Parameter basis: what has been agreed to; where things stand otherwise by now, it is refused.
    private func run<Value>(
        _ body: (Transaction, Engine) throws -> Value, by writer: String, on workspace: Workspace,
        isDryRun: Bool, basedOn basis: Transaction.Basis? = nil
    ) throws -> (value: Value, operation: Int?, transaction: Transaction) {
        let transaction = try Transaction(
            on: workspace, by: writer, at: now, command: commandText, isDryRun: isDryRun)
        do {
            try refreshTime()
            let value = try body(transaction, engine(for: writer, on: workspace))
            if let basis { try transaction.require(basis) }
            let operation = try transaction.commit()
            if let failure = transaction.recentFailure {
                note("the change was made, but '@' stays what it was: \(failure.message)")
            }
            return (value, operation, transaction)
        } catch {
            transaction.abandon()
            throw error
        }
    }

    private func engine(for writer: String, on workspace: Workspace) throws(SessionsError) -> Engine {
        Engine(
            user: writer, aliases: try configuration()?.aliases ?? [], now: now, zone: zone,
            membership: try workspace.settings().membership, ids: try ids(),
            longestWatch: try longestWatch())
    }

    /// Where new ids come from.
    func ids() throws(SessionsError) -> Identifier.Source {
        guard let text = environment.variable("SESSIONS_ID_SEED") else {
            return Identifier.Source(seed: idSeed)
        }
        guard let seed = UInt64(text) else {
            throw .invalid(what: "a seed for SESSIONS_ID_SEED", value: text, expected: "a whole number")
        }
        return Identifier.Source(seed: seed)
    }

    /// A fixed clock or repeatable ids are for tests; whoever writes with them is told.
    func noteTestVariables() {
        for name in ["SESSIONS_NOW", "SESSIONS_ID_SEED"] {
            if let value = environment.variable(name) { note("using \(name)=\(value)") }
        }
    }

    /// The command line, quoted where a shell would need it.
    private var commandText: String {
        commandLine.map { word in
            let isPlain =
                !word.isEmpty
                && word.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80...0xff: true
                    default: Array("@%+=:,./_-".utf8).contains(byte)
                    }
                }
            return isPlain
                ? word
                : "'"
                    + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
                    + "'"
        }.joined(by: " ")
    }
}
