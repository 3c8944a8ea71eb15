import SessionsCLI
import SessionsCore
import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program run in the process of the tests: in an empty folder of its own, on Sunday, 2026-11-22 at 10:00, one
/// hour east of UTC, by ada@example.org, with a clock that stands still.
final class ProgramInProcess {
    /// Who looks at what it prints.
    enum Reader {
        case terminal(columns: Int)
        case pipe
        /// Went away before the first byte.
        case nobody
    }

    /// Its home, in which it stands in the folder `web`.
    let folder: TemporaryFolder
    let work: String
    let zone = Zone { _ in 3600 }
    var now = Instant(seconds: 1_795_338_000)
    var reader = Reader.pipe
    private(set) var variables: [(name: String, value: String)]

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("web")
        work = folder.path(of: "web")
        variables = [("HOME", folder.path), ("SESSIONS_USER", "ada@example.org")]
    }

    func set(_ name: String, _ value: String) {
        variables.removeAll { $0.name == name }
        variables.append((name, value))
    }

    func run(_ words: [String], variables more: [(name: String, value: String)] = [], input: String? = nil)
        -> Outcome
    {
        let variables = self.variables + more
        var readsNothing = false
        var isTerminal = false
        var columns = 80
        if case .terminal(let width) = reader { (isTerminal, columns) = (true, width) }
        let environment = Environment(
            variable: { name in
                variables.last { $0.name == name }?.value
            },
            clock: { [now] in now }, zone: zone, currentFolder: work,
            readStandardInput: { () throws(SessionsError) in
                readsNothing = input == nil
                return Array((input ?? "").utf8)
            },
            // An editor that a test does not name would be one that waits for a person.
            isInputTerminal: { isTerminal && variables.contains { $0.name == "EDITOR" } },
            readLine: { input.flatMap { $0.split(separator: "\n").first.map(String.init) } })
        var written: [Int32: [Output]] = [:]
        var pipes: [Int32] = []
        defer { for descriptor in pipes { close(descriptor) } }
        let tool = CommandLineTool(environment: environment) { descriptor, _ in
            if case .nobody = self.reader, descriptor == 1 {
                var ends: [Int32] = [-1, -1]
                pipe(&ends)
                close(ends[0])
                pipes.append(ends[1])
                return Output(descriptor: ends[1])
            }
            let output = Output.memory(isTerminal: isTerminal, columns: columns)
            written[descriptor, default: []].append(output)
            return output
        }
        let status = tool.run(words)
        var outcome = Outcome(status: status)
        outcome.output = written[1, default: []].map(\.text).joined()
        outcome.error = written[2, default: []].map(\.text).joined()
        if readsNothing { outcome.error += "(read standard input, where a person would have had to type)\n" }
        return outcome
    }
}
