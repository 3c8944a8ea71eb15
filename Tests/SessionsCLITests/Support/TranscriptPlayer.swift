import SessionsCLI
import SessionsCore
import Terminal

/// Plays transcripts: runs the program in this process, in a home of its own with a clock that stands still.
///
/// The transcript begins in `/home/ada/web`, an empty folder, on Sunday, 2026-11-22 at 10:00, one hour east of
/// UTC; the person is ada@example.org, and the ids are those of one seed, so that the first session is k7m2.
/// A line of `@` changes that:
///
///     @ +90m, @ -5m, @ 2026-11-23 08:00     the clock
///     @ SESSIONS_USER=lin@example.org       a variable, from here on
///     @ terminal 60                         output to a terminal of so many columns; `@ pipe` ends it
///     @ hide hashes                         shows HASH for those that differ with where the test runs
final class TranscriptPlayer {
    /// Where the transcript believes to be.
    static let home = "/home/ada"
    /// The first ids from it are k7m2v9pztcsd, kbtq2zpj6m69, r3z958r6278j, b8q7vqsfrjq2 and pt7m8d5tt4n8.
    static let seed = "324444"

    private let program: ProgramInProcess
    private var folder: TemporaryFolder { program.folder }
    private var hidesHashes = false

    init() throws {
        program = try ProgramInProcess()
        program.set("SESSIONS_ID_SEED", Self.seed)
    }

    /// The transcript with what really happened.
    func play(_ transcript: Transcript) throws -> Transcript {
        var played = transcript
        for (index, item) in transcript.items.enumerated() {
            switch item {
            case .remark: break
            case .setting(let line, let text):
                guard set(text) else {
                    throw Transcript.Problem(line: line, text: "'@ \(text)' means nothing")
                }
            case .step(var step):
                do {
                    step.outcome = seen(
                        try step.prompt == .program ? run(step.command) : runShell(step.command))
                } catch let problem as ShellCommands.Problem {
                    throw Transcript.Problem(line: step.line, text: problem.text)
                }
                played.items[index] = .step(step)
            }
        }
        return played
    }

    // MARK: Settings

    private func set(_ text: String) -> Bool {
        if text == "pipe" {
            program.reader = .pipe
        } else if text == "hide hashes" {
            hidesHashes = true
        } else if text.hasPrefix("terminal ") {
            guard let columns = Int(text.dropFirst(9)) else { return false }
            program.reader = .terminal(columns: columns)
        } else if text.hasPrefix("+") {
            guard let amount = TimeAmount(text.dropFirst()) else { return false }
            program.now = program.now.advanced(bySeconds: amount.seconds)
        } else if let moment = Moment(text) {
            program.now = moment.resolve(now: program.now, in: program.zone)
        } else if let assignment = Self.assignment(text.replacing(Self.home, with: folder.path)) {
            program.set(assignment.name, assignment.value)
        } else {
            return false
        }
        return true
    }

    private static func assignment(_ text: String) -> (name: String, value: String)? {
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
        return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }

    // MARK: Steps

    private func run(_ line: String) throws -> Outcome {
        let commands = try ShellCommands(line.replacing(Self.home, with: folder.path)).commands
        var outcome = Outcome()
        var input: String?
        for command in commands {
            let result = run(command, input: command.input ?? input)
            outcome = Outcome(
                output: result.output, error: outcome.error + result.error, status: result.status)
            input = result.output
        }
        return outcome
    }

    private func run(_ command: ShellCommands.Command, input: String?) -> Outcome {
        let variables = command.variables.compactMap(Self.assignment)
        var outcome = program.run(command.words, variables: variables, input: input)
        outcome.error = outcome.error.replacing("sessions: using SESSIONS_ID_SEED=\(Self.seed)\n", with: "")
        return outcome
    }

    private func runShell(_ line: String) throws -> Outcome {
        try ChildProcess.run(
            "bash", ["-c", line.replacing(Self.home, with: folder.path)], in: program.work,
            variables: [("HOME", folder.path), ("PATH", "/usr/local/bin:/usr/bin:/bin"), ("LC_ALL", "C")])
    }

    private func seen(_ outcome: Outcome) -> Outcome {
        Outcome(
            // The line ends of CSV.
            output: hidden(outcome.output).replacing("\r\n", with: "␍\n"), error: hidden(outcome.error),
            status: outcome.status)
    }

    private func hidden(_ text: String) -> String {
        let text = text.replacing(folder.path, with: Self.home)
        return hidesHashes ? text.replacing(/[0-9a-f]{32,64}/, with: "HASH") : text
    }
}
