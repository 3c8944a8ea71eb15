#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads many small files one after the other, each into the same memory.
struct FileReader: ~Copyable {
    private var memory = [UInt8](repeating: 0, count: 1 << 14)
    private var count = 0

    /// What a file was like before it was read: a change meanwhile makes it another one.
    struct Source {
        let stamp: FileStamp
        let mode: FileMode
    }

    /// Reads the whole content of a plain file in the place of the one before; nil where there is none of that name.
    mutating func read(_ name: String, in folder: Folder, limit: Int) throws(IOFailure) -> Source? {
        guard let descriptor = try folder.descriptor(of: name) else { return nil }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        let size = Int(status.st_size)
        if isKnown, status.st_mode & S_IFMT == S_IFREG, size < min(limit, 1 << 20) {
            if memory.count <= size { memory = [UInt8](repeating: 0, count: 2 * size + 1) }
            // What ends where it should has ended: no call is spent on reading nothing.
            count = memory.withUnsafeMutableBytes { memory in
                #if canImport(Glibc)
                    Glibc.read(descriptor, memory.baseAddress, size + 1)
                #else
                    Darwin.read(descriptor, memory.baseAddress, size + 1)
                #endif
            }
            if count == size {
                close(descriptor)
                return Source(stamp: FileStamp(status), mode: status.st_mode & 0o7777)
            }
        }
        // Whatever is large, wrong or changes meanwhile. It is begun anew, and closes the descriptor.
        lseek(descriptor, 0, SEEK_SET)
        let file = try InputFile(descriptor: descriptor, path: folder.pathOf(name))
        memory = try file.readAll(limit: limit)
        count = memory.count
        return Source(stamp: file.stamp, mode: file.mode)
    }

    /// The bytes that were read last.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        memory.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// A copy of them.
    var bytes: [UInt8] { Array(memory[..<count]) }
}
