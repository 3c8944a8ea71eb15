import CSystem

/// Another program that is run to its end, what it prints being kept and not shown.
///
/// It gets a session of its own: it has no terminal to ask or to write to, and when its time is up, or when this
/// process is interrupted, all that it started is ended with it, first by SIGTERM and a second later by SIGKILL.
/// What it leaves running when it ends by itself is left alone. SIGPIPE must be ignored by this process.
package struct CapturedProgram {
    /// What came of it.
    package struct Result: Equatable, Sendable {
        package let end: ProgramEnd
        /// The end of what it printed, as text.
        package let output: String
        /// How many bytes before that were not kept.
        package let omittedBytes: Int
        /// How long it took, by a clock that does not go back.
        package let milliseconds: Int
    }

    let words: [String]
    /// Where it stands; nil for the folder of this process.
    package var folder: String?
    /// Variables beside those of this process.
    package var variables: [(name: String, value: String)] = []
    /// What it finds on its standard input.
    package var input: [UInt8] = []
    /// Nil for any time it takes.
    package var limit: TimeLimit?
    /// Whether what it says on standard error is kept along with the rest.
    package var keepsErrors = true
    /// Bytes of its output that are kept, the last ones.
    package var keptBytes = 64 << 10

    /// - Parameter arguments: as the program gets them: no shell reads them.
    package init(_ program: String, _ arguments: [String]) {
        words = [program] + arguments
    }

    /// A line for the shell.
    package init(shellLine line: String) {
        words = ["/bin/sh", "-c", line]
    }

    /// Runs it.
    ///
    /// - Throws: `io`, where it cannot be started; `interrupted`.
    package func run() throws(SessionsError) -> Result {
        let start = System.steadyMilliseconds()
        let interrupts = csystem_begin_interrupts()
        guard interrupts >= 0 else { throw .io(IOFailure("start", words.first ?? "")) }
        defer { csystem_end_interrupts() }
        var run = try SessionsError.wrap { () throws(IOFailure) in
            try ProgramRun(self, interrupts: interrupts)
        }
        defer { run.close() }
        let end = run.wait(until: limit.map { start + $0.milliseconds })
        guard let end else { throw .interrupted }
        let (output, omitted) = run.output(last: keptBytes)
        return Result(
            end: end, output: output, omittedBytes: omitted,
            milliseconds: max(0, System.steadyMilliseconds() - start))
    }
}
