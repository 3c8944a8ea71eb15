#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Shows long output a screen at a time, by the program a person has chosen for that.
package struct Pager {
    /// What a shell says of a program that it does not find or cannot run.
    private static let notThere: ClosedRange<Int32> = 126...127

    private let line: String

    /// - Parameter command: a line for the shell, such as `less -S`; nil for `less`, if it is there. There is no
    ///   pager for an empty one and for `cat`.
    package init?(command: String?) {
        guard let command else {
            line = "command -v less >/dev/null 2>&1 || exec cat; exec less"
            return
        }
        guard command.contains(where: { !$0.isWhitespace }), command != "cat" else { return nil }
        line = command
    }

    /// Hands the bytes to the program and waits for its end.
    ///
    /// - Returns: false where it could not be started, and nothing was shown.
    package func show(_ bytes: [UInt8]) -> Bool {
        // As git does it: leave at once where all fits, keep colours, do not clear the screen.
        setenv("LESS", "FRX", 0)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let program = TerminalProgram(line: line, input: ends[0])
        close(ends[0])
        // A person who has seen enough leaves the pager: what it has not read is no error.
        if program != nil { _ = bytes.withUnsafeBytes { Output.writeAll($0, to: ends[1]) } }
        close(ends[1])
        return program.map { !Self.notThere.contains($0.wait()) } ?? false
    }
}
