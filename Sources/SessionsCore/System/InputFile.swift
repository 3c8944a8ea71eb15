#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A regular file open for reading.
package final class InputFile: Sendable {
    package let path: String
    /// Bytes in it when it was opened.
    package let size: Int
    /// Permission bits of it, without its kind.
    let mode: FileMode
    /// How many names it has.
    let linkCount: Int
    /// What tells whether it has changed since it was opened.
    let stamp: FileStamp
    private let descriptor: Int32

    /// Opens a file by its path, following links, as the person who named it expects.
    package convenience init(opening path: String) throws(IOFailure) {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw IOFailure("read", path) }
        try self.init(descriptor: descriptor, path: path)
    }

    init(descriptor: Int32, path: String) throws(IOFailure) {
        self.path = path
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let failure = IOFailure("read", path)
            close(descriptor)
            throw failure
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            let kind = status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is not a plain file"
            throw IOFailure("read", path, number: EINVAL, explanation: kind)
        }
        size = Int(status.st_size)
        mode = status.st_mode & 0o7777
        linkCount = Int(status.st_nlink)
        stamp = FileStamp(status)
    }

    deinit {
        close(descriptor)
    }

    /// The next bytes, at most that many; none at the end.
    package func read(upTo count: Int) throws(IOFailure) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var result: Int
            repeat {
                #if canImport(Glibc)
                    result = Glibc.read(descriptor, buffer.baseAddress, count)
                #else
                    result = Darwin.read(descriptor, buffer.baseAddress, count)
                #endif
            } while result < 0 && errno == EINTR
            failed = result < 0
            filled = max(0, result)
        }
        if failed { throw IOFailure("read", path) }
        return bytes
    }

    /// Its content in memory, filled in as it is looked at; nil where that is not to be had. Another program that
    /// shortens the file meanwhile would end this one. That is accepted of a file that everybody who writes it
    /// replaces by a new one, as reading all of it takes longer than what most commands do with it.
    func mapped() -> FixedBytes? { FixedBytes(mapping: descriptor, count: size) }

    /// Everything; more than `limit` bytes are refused before they are read.
    package func readAll(limit: Int) throws(IOFailure) -> [UInt8] {
        guard size <= limit else { throw .tooLarge("read", path, limit: limit) }
        var content = try read(upTo: size + 1)
        // What ends where it should has ended: no call is spent on reading nothing.
        while content.count != size, content.count <= limit {
            let more = try read(upTo: 65_536)
            if more.isEmpty { break }
            content += more
        }
        guard content.count <= limit else { throw .tooLarge("read", path, limit: limit) }
        return content
    }
}
