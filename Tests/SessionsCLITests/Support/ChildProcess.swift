#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a program wrote and how it ended.
struct Outcome: Equatable {
    var output = ""
    var error = ""
    /// Its exit status; 128 and the signal's number for one that a signal ended, as a shell counts.
    var status: Int32 = 0
}

/// Runs other programs. What they write goes through files, so that no pipe can fill up.
enum ChildProcess {
    struct CannotRun: Error {
        let code: Int32
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - program: looked for in the `PATH` of `variables` unless there is a slash in it.
    ///   - variables: all of its environment, but for where to count the lines that ran.
    static func run(
        _ program: String, _ words: [String], in folder: String, variables: [(name: String, value: String)],
        input: String = ""
    ) throws -> Outcome {
        let scratch = try TemporaryFolder()
        try scratch.write(input, to: "in")
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
        // The threads that tests run in hear no signals, which a program would inherit.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        posix_spawn_file_actions_addopen(&actions, 0, scratch.path(of: "in"), O_RDONLY, 0)
        for (descriptor, name) in [(Int32(1), "out"), (2, "error")] {
            posix_spawn_file_actions_addopen(
                &actions, descriptor, scratch.path(of: name), O_WRONLY | O_CREAT, 0o600)
        }

        // Not every C library can be asked for the folder.
        let shell = ["sh", "-c", #"cd "$0" && exec "$@""#, folder]
        let arguments = (shell + [program] + words).map { strdup($0) } + [nil]
        let environment = (variables + coverage).map { strdup("\($0.name)=\($0.value)") } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environment)
        guard code == 0 else { throw CannotRun(code: code) }
        var state: Int32 = 0
        while waitpid(child, &state, 0) < 0, errno == EINTR {}
        let signal = state & 0x7f
        return Outcome(
            output: try scratch.read("out"), error: try scratch.read("error"),
            status: signal == 0 ? (state >> 8) & 0xff : 128 + signal)
    }

    /// Where programs that were built to count the lines they ran write them: one file that all add to, beside
    /// what the tests themselves count. Without it they would write into the folder they are run in.
    private static var coverage: [(name: String, value: String)] {
        guard let pattern = getenv("LLVM_PROFILE_FILE").map({ String(cString: $0) }),
            let slash = pattern.lastIndex(of: "/")
        else { return [] }
        return [("LLVM_PROFILE_FILE", "\(pattern[...slash])programs-%4m.profraw")]
    }

    /// Where a program lies that can be run by name; nil where it is not installed.
    static func path(of program: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(program)" }.first(
            where: PackageFiles.isExecutable)
    }
}
