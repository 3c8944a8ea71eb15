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
        posix_spawn_file_actions_adddup2(&actions, 2, 1)
        // What this program ignores, the other may want to hear of.
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        sigaddset(&usual, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child: pid_t = 0
        let number = posix_spawnp(&child, program, &actions, &attributes, &words, environ)
        guard number == 0 else { throw .io(IOFailure("start", program, number: number)) }
        name = program
        processID = child
    }

    /// Waits for its end.
    ///
    /// - Throws: `io`, where it says that it did not succeed.
    package func wait() throws(SessionsError) {
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 {
            guard errno == EINTR else { throw .io(IOFailure("wait for", name)) }
        }
        guard status != 0 else { return }
        let end =
            status & 0x7f == 0 ? "it ended with \(status >> 8 & 0xff)" : "it was ended by a signal"
        throw .io(IOFailure("open the file with", name, number: 0, explanation: end))
    }
}
