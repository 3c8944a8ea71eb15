import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Permission bits of a file, without its kind.
typealias FileMode = mode_t

/// The few things asked of the operating system beside files; what differs between systems is here.
package enum System {
    /// The clock of this machine.
    package static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Seconds east of UTC by the C library's rules for this machine's zone.
    static func localOffset(at seconds: Int) -> Int {
        var time = time_t(seconds)
        var local = tm()
        guard localtime_r(&time, &local) != nil else { return 0 }
        return Int(local.tm_gmtoff)
    }

    /// Unpredictable bytes from the kernel; nil where it gives none.
    static func randomBytes(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return getentropy(&bytes, count) == 0 ? bytes : nil
    }

    /// Writes all of the file system that holds the descriptor to its disk.
    static func syncFileSystem(of descriptor: Int32) -> Bool {
        csystem_sync_file_system(descriptor) == 0
    }

    /// Writes one file or folder to its disk.
    static func sync(_ descriptor: Int32) -> Bool {
        #if canImport(Darwin)
            if fcntl(descriptor, F_FULLFSYNC) == 0 { return true }
        #endif
        return fsync(descriptor) == 0
    }

    /// What an error number means, in words: `No space left on device`.
    static func text(ofError number: Int32) -> String {
        String(cString: strerror(number))
    }

    package static var processID: Int32 { getpid() }
}

extension System {
    /// Where the process stands; `/` where that is gone.
    package static func currentFolder() -> String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    /// The path of a folder as a process is told that has gone there: without links and `..`.
    package static func folder(at path: String) throws(SessionsError) -> String {
        try SessionsError.wrap { () throws(IOFailure) in
            _ = try Folder(opening: path)
            guard let real = realpath(path, nil) else { throw IOFailure("open the folder", path) }
            defer { free(real) }
            return String(cString: real)
        }
    }

    /// The name of this machine.
    package static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Everything on standard input.
    package static func readStandardInput() throws(SessionsError) -> [UInt8] {
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(0, &piece, piece.count)
            if count == 0 { return content }
            if count > 0 {
                content += piece[..<count]
            } else if errno != EINTR {
                throw .io(IOFailure("read", "standard input"))
            }
        }
    }

    /// A path without links, `.` and `..`; nil where it leads nowhere.
    package static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The first line a program prints; nil where it is not there, prints nothing or does not succeed.
    package static func output(of program: String, _ arguments: [String]) -> String? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child: pid_t = 0
        let started = posix_spawnp(&child, program, &actions, nil, &words, environ) == 0
        close(ends[1])
        guard started else { return nil }
        var text: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &piece, piece.count)
            if count > 0 { text += piece[..<count] }
            if count == 0 || count < 0 && errno != EINTR { break }
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { return nil }
        return String(decoding: text, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }
}
