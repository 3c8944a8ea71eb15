#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file open for writing.
final class OutputFile: Sendable {
    let path: String
    private let descriptor: Int32

    init(descriptor: Int32, path: String) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Goes on writing at that byte, which may lie behind the end.
    func seek(to offset: Int) throws(IOFailure) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw IOFailure("write", path) }
    }

    /// Writes all of it, however many calls that takes.
    func write(_ bytes: [UInt8]) throws(IOFailure) {
        var written = 0
        while written < bytes.count {
            let result = bytes.withUnsafeBytes { buffer in
                let start = buffer.baseAddress?.advanced(by: written)
                #if canImport(Glibc)
                    return Glibc.write(descriptor, start, bytes.count - written)
                #else
                    return Darwin.write(descriptor, start, bytes.count - written)
                #endif
            }
            if result >= 0 {
                written += result
            } else if errno != EINTR {
                throw IOFailure("write", path)
            }
        }
    }

    /// Linux keeps what is written at once in one piece of memory, and all of that becomes part of a program that
    /// maps the file and looks at one byte: of an index most is never looked at.
    private static let pieceSize = 1 << 16

    /// Writes all of it from that byte on, which may lie behind the end. Several threads may do so at once.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(IOFailure) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...].prefix(OutputFile.pieceSize))
            let result = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
            if result >= 0 {
                written += result
            } else if errno != EINTR {
                throw IOFailure("write", path)
            }
        }
    }

    func setMode(_ mode: FileMode) throws(IOFailure) {
        guard fchmod(descriptor, mode) == 0 else { throw IOFailure("write", path) }
    }

    /// What the file system says of it.
    func stamp() -> FileStamp? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
    }

    func sync() throws(IOFailure) {
        guard System.sync(descriptor) else { throw IOFailure("sync", path) }
    }
}
