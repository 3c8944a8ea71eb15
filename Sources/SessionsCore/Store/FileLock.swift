import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The right to change a workspace, held by one process at a time and given back by the kernel when it ends. Who comes
/// first gets it first.
final class FileLock {
    /// Seconds to wait for another process.
    static let patience = 10
    /// Its file in `local`.
    static let name = "lock"

    private let descriptor: Int32
    /// What the holder before left for this one, as the last line of the file; nil where it left nothing, or died.
    private(set) var message: String?
    /// Bytes of the line that says who holds it.
    private var noteSize = 0

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Waits for the lock.
    ///
    /// - Parameters:
    ///   - purpose: what this process is doing, for the message of one that waits for it.
    ///   - seconds: how long to wait.
    /// - Throws: `locked`, naming the holder.
    static func acquire(
        in folder: Folder, for purpose: String, at now: Instant, waiting seconds: Int = patience
    ) throws(SessionsError) -> FileLock {
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor = openat(folder.descriptor, name, flags, 0o666)
        guard descriptor >= 0 else { throw .io(IOFailure("open", folder.pathOf(name))) }
        let lock = FileLock(descriptor: descriptor)
        try lock.requireOwnFile(folder.pathOf(name))
        try lock.take(folder.pathOf(name), waiting: seconds)
        lock.readMessage()
        lock.note("process \(System.processID), '\(purpose)', since \(now.rfc3339)\n")
        return lock
    }

    /// Waits for the lock of a folder that is no workspace, such as that of a person's settings. No file is made.
    ///
    /// - Throws: `locked`.
    static func acquire(on folder: Folder) throws(SessionsError) -> FileLock {
        let descriptor = openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .io(IOFailure("open the folder", folder.path)) }
        let lock = FileLock(descriptor: descriptor)
        try lock.take(folder.path, waiting: patience)
        return lock
    }

    /// Whether a process is at work in the workspace to which `local` belongs. Waits for nobody, changes nothing.
    static func isHeld(in local: Folder) -> Bool {
        let descriptor = openat(local.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private func take(_ path: String, waiting seconds: Int) throws(SessionsError) {
        // It may be free for a moment while others wait for it: they come first.
        let place = csystem_join_line(descriptor)
        if place < 0 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK else { throw .io(IOFailure("lock", path)) }
        }
        guard seconds > 0, LockWaiter.wait(for: descriptor, behind: place, seconds: seconds) else {
            throw .locked(holder: holder)
        }
    }

    /// What is noted in a file that has another name elsewhere would be written there too.
    private func requireOwnFile(_ path: String) throws(SessionsError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .io(IOFailure("lock", path)) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else {
            throw .damaged(path: path, problem: "it is not a plain file of its own")
        }
    }

    /// Notes down who holds it, over the note of before: file systems put a file on disk that is emptied first, and
    /// the next command would wait for that. A note that cannot be written costs the next one in line a name, no
    /// more.
    private func note(_ text: String) {
        let bytes = Array(text.utf8)
        _ = pwrite(descriptor, bytes, bytes.count, 0)
        if lseek(descriptor, 0, SEEK_END) > off_t(bytes.count) {
            _ = ftruncate(descriptor, off_t(bytes.count))
        }
        noteSize = bytes.count
    }

    /// Leaves something for the next holder. Who dies before leaves nothing, as the note of who holds it is all that
    /// is in the file then.
    func leave(_ message: String) {
        let bytes = Array((message + "\n").utf8)
        _ = pwrite(descriptor, bytes, bytes.count, off_t(noteSize))
    }

    private func readMessage() {
        let size = lseek(descriptor, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, max(0, size - off_t(bytes.count)))
        let lines = bytes.prefix(max(0, count)).split(separator: UInt8(ascii: "\n"))
        guard count > 0, bytes[count - 1] == UInt8(ascii: "\n"), lines.count > 1 else { return }
        message = lines.last.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Who has it, as they noted down.
    private var holder: String {
        var bytes = [UInt8](repeating: 0, count: 300)
        let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
        let note = String(decoding: bytes[..<count], as: UTF8.self)
        return note.split(whereSeparator: \.isNewline).first.map(String.init) ?? "another process"
    }
}

/// Waits for a lock with an end to the waiting: a thread blocks in the kernel, the caller waits for the thread.
private final class LockWaiter: Sendable {
    /// A copy of the lock's descriptor: what one of them gets both have, until both are closed.
    private let copy: Int32
    /// Who comes first, as the line says; below zero for nobody.
    private let place: off_t
    /// The end of a pipe that is closed to say that the waiting is over.
    private let signal: Int32

    private init(copy: Int32, behind place: off_t, signal: Int32) {
        self.copy = copy
        self.place = place
        self.signal = signal
    }

    /// Whether the lock was had in time. A thread that is too late gets it all the same, and lets go at once.
    static func wait(for lock: Int32, behind place: off_t, seconds: Int) -> Bool {
        var pipeEnds: [Int32] = [-1, -1]
        guard pipe(&pipeEnds) == 0 else { return false }
        defer { close(pipeEnds[0]) }
        let copy = fcntl(lock, F_DUPFD_CLOEXEC, 0)
        LockWaiter(copy: copy, behind: place, signal: pipeEnds[1]).start()
        var ending = pollfd(fd: pipeEnds[0], events: Int16(POLLIN), revents: 0)
        while poll(&ending, 1, Int32(clamping: seconds * 1000)) < 0, errno == EINTR {}
        return flock(lock, LOCK_EX | LOCK_NB) == 0
    }

    /// Waits in a thread of its own; where there is none to be had, the waiting is over at once.
    private func start() {
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let waiter = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread, nil,
            { argument in
                #if canImport(Darwin)
                    let pointer = argument
                #else
                    guard let pointer = argument else { return nil }
                #endif
                Unmanaged<LockWaiter>.fromOpaque(pointer).takeRetainedValue().block()
                return nil
            }, waiter.toOpaque())
        guard result == 0 else {
            waiter.release()
            return finish()
        }
        #if canImport(Darwin)
            if let thread { pthread_detach(thread) }
        #else
            pthread_detach(thread)
        #endif
    }

    private func block() {
        if place >= 0 { csystem_wait_in_line(copy, place) }
        while flock(copy, LOCK_EX) != 0, errno == EINTR {}
        finish()
    }

    private func finish() {
        close(signal)
        close(copy)
    }
}
