#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Another program that a person uses on their terminal for a while, such as a pager or an editor.
///
/// From its start to the end of `wait()` an interrupt typed on the keyboard is its own: this process ignores it.
package struct TerminalProgram {
    private static let keyboardSignals = [SIGINT, SIGQUIT]

    private let child: pid_t

    /// Starts a line for the shell; nil where there is no shell.
    ///
    /// - Parameters:
    ///   - arguments: what `$1` and so on stand for in the line.
    ///   - input: its standard input; that of this process where none is given.
    package init?(line: String, arguments: [String] = [], input: Int32? = nil) {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) }
        // What this process ignores, the other one shall not.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in Self.keyboardSignals + [SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = (["sh", "-c", line, "sh"] + arguments).map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        for number in Self.keyboardSignals { signal(number, SIG_IGN) }
        var started: pid_t = 0
        guard posix_spawn(&started, "/bin/sh", &actions, &attributes, &words, environ) == 0 else {
            for number in Self.keyboardSignals { signal(number, SIG_DFL) }
            return nil
        }
        child = started
    }

    /// Waits for its end; its exit status, 128 and the signal's number for one that a signal ended.
    package func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        for number in Self.keyboardSignals { signal(number, SIG_DFL) }
        let number = status & 0x7f
        return number == 0 ? (status >> 8) & 0xff : 128 + number
    }
}
