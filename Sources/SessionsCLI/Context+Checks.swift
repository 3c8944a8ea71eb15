import SessionsCore
import Terminal

/// A check that has been run.
struct FinishedCheck {
    let result: CheckResult
    /// What it printed, in lines that are safe to show; the last ones of many.
    let output: [String]

    /// Lines of output that are shown, and characters of each.
    private static let mostLines = 50
    private static let mostCharacters = 500

    init(_ check: OpenCheck, _ run: CapturedProgram.Result, commit: String?) {
        result = CheckResult(check, end: run.end, milliseconds: run.milliseconds, commit: commit)
        let text = run.output.visible(keepingLines: true)
        let lines = text.split(separator: "\n").map { line in
            let line = line.split(separator: "\t", omittingEmptySubsequences: false)
                .joined(separator: "    ")
            return line.count > Self.mostCharacters ? line.prefix(Self.mostCharacters) + "…" : line
        }
        let isCut = run.omittedBytes > 0 || lines.count > Self.mostLines
        output = (isCut ? ["…"] : []) + lines.suffix(Self.mostLines)
    }

    /// `2.1 ended with 2: make test`.
    var summary: String {
        let end = result.end.isSuccess ? "passed" : result.end.description
        return "\(result.check.number) \(end): \(result.check.command)"
    }
}

/// What a check that was run for the completion of a session came to.
struct GoalProof {
    let sessionID: String
    let result: CheckResult
}

extension Context {
    /// How long a check may take where nothing else is said.
    static let usualCheckLimit = TimeLimit(milliseconds: 600_000)

    /// Where checks are run: in the folder that holds `.sessions`, and where the workspace stands by itself, as the
    /// personal one does, where the person stands.
    func checkFolder() throws(SessionsError) -> String {
        let path = try workspace().path
        let ending = "/" + WorkspaceLocator.folderName
        guard path.hasSuffix(ending) else { return currentFolder }
        return path.utf8.count == ending.utf8.count ? "/" : String(path.dropLast(ending.count))
    }

    /// Runs a check that is trusted, before the lock is taken.
    func run(_ check: OpenCheck, limit: TimeLimit = usualCheckLimit) throws(SessionsError) -> FinishedCheck {
        let folder = try checkFolder()
        var progress = ProgressLine(to: error) { UInt64(System.steadyMilliseconds()) }
        progress.update("checking \(check.number): \(check.command)")
        defer { progress.finish() }
        var program = CapturedProgram(shellLine: check.command)
        program.folder = folder
        program.limit = limit
        // What is checked out may change while it runs: the check speaks of what it began with.
        let commit = GitCheckout(around: folder)?.commit
        return FinishedCheck(check, try program.run(), commit: commit)
    }

    /// Runs the open checks of required goals; a dry run only says which, and takes them for passed.
    ///
    /// - Throws: `refused`, at the first one that does not pass, or where a goal would be open all the same; in a
    ///   batch at the first one there is, as checks are run before the lock is taken.
    func proveRequiredGoals(
        of locations: [SessionLocation], _ options: ChangeOptions
    ) throws -> [GoalProof] {
        var proofs: [GoalProof] = []
        for location in locations {
            guard let session = try session(at: location), session.status != .archived,
                session.status != .completed
            else { continue }
            let checks = session.requiredChecks
            guard !checks.isEmpty else { continue }
            if let goal = session.unprovableGoal { throw SessionsError.openGoal(goal, of: session) }
            if openOperation != nil { throw SessionsError.openCheck(checks[0], of: session) }
            try requireTrust(in: checks, of: session, to: "complete")
            for check in checks {
                let result =
                    try options.isDryRun
                    ? assumed(check) : prove(check, of: session)
                proofs.append(GoalProof(sessionID: session.id, result: result))
            }
        }
        return proofs
    }

    private func assumed(_ check: OpenCheck) -> CheckResult {
        note("would run \(check.number): \(check.command)")
        return CheckResult(check, end: .exited(0), milliseconds: 0, commit: nil)
    }

    private func prove(_ check: OpenCheck, of session: Session) throws -> CheckResult {
        let finished = try run(check)
        guard !finished.result.end.isSuccess else { return finished.result }
        for line in finished.output { note("| " + line) }
        throw SessionsError.refused(
            action: "complete", subject: session.id,
            reason:
                "the check \(check.number) '\(SessionsError.excerpt(check.command))' \(finished.result.end)",
            way: "mend it, or complete with --incomplete")
    }
}

extension SessionsError {
    /// A check of a required goal keeps a session from being completed in a batch.
    fileprivate static func openCheck(_ check: OpenCheck, of session: Session) -> SessionsError {
        .refused(
            action: "complete", subject: session.id,
            reason:
                "the check \(check.number) '\(excerpt(check.command))' is open, and none is run in a batch",
            way: "prove it before with 'sessions goal check \(session.id)', or complete with --incomplete")
    }
}
