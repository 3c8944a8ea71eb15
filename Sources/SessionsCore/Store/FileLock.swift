#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The right to change a workspace, held by one process at a time and given back by the kernel when it ends.
final class FileLock {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Waits for the lock.
    ///
    /// - Parameters:
    ///   - purpose: what this process is doing, for the message of one that waits for it.
    ///   - seconds: how long to wait.
    /// - Throws: `locked`, naming the holder.
    static func acquire(
        in folder: Folder, for purpose: String, at now: Instant, waiting seconds: Int
    ) throws(SessionsError) -> FileLock {
        let file = openat(folder.descriptor, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .io(IOFailure("open", folder.pathOf("lock"))) }
        let lock = FileLock(descriptor: file)
        if flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK else { throw .io(IOFailure("lock", folder.pathOf("lock"))) }
            guard LockWaiter.wait(for: file, seconds: seconds) else { throw .locked(holder: lock.holder) }
        }
        let note = Array("process \(System.processID), '\(purpose)', since \(now.rfc3339)\n".utf8)
        _ = ftruncate(file, 0)
        _ = pwrite(file, note, note.count, 0)
        return lock
    }

    deinit {
        close(descriptor)
    }

    /// Who has it, as they noted down.
    private var holder: String {
        var bytes = [UInt8](repeating: 0, count: 300)
        let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
        let note = String(decoding: bytes[..<count], as: UTF8.self)
        return note.split(separator: "\n").first.map(String.init) ?? "another process"
    }
}

/// Waits for a lock with an end to the waiting: a thread blocks in the kernel, the caller waits for the thread.
private final class LockWaiter: Sendable {
    private let file: Int32
    private let finished: Int32

    private init(file: Int32, finished: Int32) {
        self.file = file
        self.finished = finished
    }

    /// Whether the lock was had in time. A thread that is too late waits on with a copy of the descriptor and
    /// lets go of the lock by closing it.
    static func wait(for file: Int32, seconds: Int) -> Bool {
        var pipeEnds: [Int32] = [-1, -1]
        guard pipe(&pipeEnds) == 0 else { return false }
        defer { close(pipeEnds[0]) }
        let copy = dup(file)
        let waiter = Unmanaged.passRetained(LockWaiter(file: copy, finished: pipeEnds[1]))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let started = pthread_create(
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
        guard started == 0 else {
            waiter.release()
            close(copy)
            close(pipeEnds[1])
            return false
        }
        #if canImport(Darwin)
            if let thread { pthread_detach(thread) }
        #else
            pthread_detach(thread)
        #endif
        var answer = pollfd(fd: pipeEnds[0], events: Int16(POLLIN), revents: 0)
        var result: Int32
        repeat { result = poll(&answer, 1, Int32(seconds) * 1000) } while result < 0 && errno == EINTR
        var byte: UInt8 = 0
        return result == 1 && read(pipeEnds[0], &byte, 1) == 1
    }

    private func block() {
        var result: Int32
        repeat { result = flock(file, LOCK_EX) } while result != 0 && errno == EINTR
        var byte: UInt8 = 1
        if result == 0 { _ = write(finished, &byte, 1) }
        close(file)
        close(finished)
    }
}
