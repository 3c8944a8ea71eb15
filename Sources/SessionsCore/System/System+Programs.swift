#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension System {
    /// Where a program of that name lies; nil where there is none.
    ///
    /// - Parameter path: folders with colons between them. One that is not absolute is passed over: what happens
    ///   to lie where a person stands is not run.
    package static func program(named name: String, in path: String) -> String? {
        for folder in path.split(separator: ":") where folder.hasPrefix("/") {
            let candidate = "\(folder)/\(name)"
            var facts = stat()
            if stat(candidate, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 {
                return candidate
            }
        }
        return nil
    }

    /// Puts another program in the place of this process, with these very words as its arguments. Returns only
    /// where that fails.
    ///
    /// - Parameters:
    ///   - folder: where it begins.
    ///   - variables: set in its environment, which is otherwise that of this process.
    package static func become(
        _ program: String, _ arguments: [String], in folder: String,
        variables: [(name: String, value: String)]
    ) -> SessionsError {
        guard chdir(folder) == 0 else { return .io(IOFailure("open the folder", folder)) }
        for (name, value) in variables { setenv(name, value, 1) }
        // What this program ignores, the other may want to hear of.
        for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_DFL) }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        execv(program, words)
        return .io(IOFailure("start", program))
    }
}
