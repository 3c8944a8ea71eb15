#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Another program at work, with this one's input and with its standard error for all that it prints.
package struct StartedProgram {
    private let name: String
    private let processID: pid_t

    /// Starts a program, looked for in `PATH`, with these very words as its arguments: no shell reads them.
    package init(_ program: String, _ arguments: [String]) throws(SessionsError) {
        let start = ChildStart(words: [program] + arguments, input: 0, output: 2, error: 2)
        name = program
        processID = try SessionsError.wrap { () throws(IOFailure) in try start.start() }
    }

    /// Waits for its end.
    ///
    /// - Throws: `io`, where it says that it did not succeed.
    package func wait() throws(SessionsError) {
        let end = ProgramEnd(waitingFor: processID)
        guard !end.isSuccess else { return }
        throw .io(IOFailure("open the file with", name, number: 0, explanation: "it \(end)"))
    }
}
