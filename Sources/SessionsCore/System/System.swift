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

    /// A clock that does not go back, from a point of its own.
    package static func steadyMilliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }

    /// Writes a text in one call; false where that did not work. A pipe that nobody reads ends nobody.
    package static func writeAtOnce(_ text: String, to descriptor: Int32) -> Bool {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        var text = text
        return text.withUTF8 { bytes in
            #if canImport(Glibc)
                return Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
            #else
                return Darwin.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
            #endif
        }
    }

    /// Gives a descriptor back; none where it is negative.
    static func close(_ descriptor: Int32) {
        #if canImport(Darwin)
            if descriptor >= 0 { _ = Darwin.close(descriptor) }
        #else
            if descriptor >= 0 { _ = Glibc.close(descriptor) }
        #endif
    }

    /// Unpredictable bytes from the kernel; nil where it gives none.
    static func randomBytes(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return getentropy(&bytes, count) == 0 ? bytes : nil
    }

    /// An unpredictable number; nil where the kernel gives none.
    package static func randomSeed() -> UInt64? {
        randomBytes(8)?.reduce(0) { $0 << 8 | UInt64($1) }
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
    /// That the folder in which the process stands is gone.
    package static var noCurrentFolder: SessionsError {
        .io(IOFailure("find", "the current folder", number: ENOENT))
    }

    /// Where the process stands; nil where that is gone.
    package static func currentFolder() -> String? {
        guard let path = getcwd(nil, 0) else { return nil }
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

    /// Whether a path leads to a file that this process may run.
    static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// The first line a program prints; nil where it is not there, prints nothing, does not succeed or takes
    /// longer than ten seconds.
    package static func output(of program: String, _ arguments: [String]) throws(SessionsError) -> String? {
        var program = CapturedProgram(program, arguments)
        program.keepsErrors = false
        program.limit = TimeLimit(milliseconds: 10_000)
        let result: CapturedProgram.Result
        do throws(SessionsError) { result = try program.run() } catch {
            if error == .interrupted { throw error }
            return nil
        }
        guard result.end.isSuccess else { return nil }
        return result.output.split(separator: "\n").first.map(String.init)
    }
}
