#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Memory that is written once and then only read: the pages of a file, or a copy of bytes.
final class FixedBytes: @unchecked Sendable {
    let start: UnsafeRawPointer
    let count: Int
    private let isMapped: Bool

    static let none = FixedBytes([])

    init(_ bytes: [UInt8]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 8)
        UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyBytes(from: bytes)
        start = UnsafeRawPointer(memory)
        count = bytes.count
        isMapped = false
    }

    /// The content of an open file, of which only what is looked at is read; nil where it cannot be mapped.
    init?(mapping descriptor: Int32, count: Int) {
        guard count > 0, let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
            memory != MAP_FAILED
        else { return nil }
        start = UnsafeRawPointer(memory)
        self.count = count
        isMapped = true
    }

    /// Gives the memory of some of it back, where it is the content of a file: what is looked at again comes from
    /// there again. `start` lies in it.
    func release(_ start: UnsafeRawPointer, _ count: Int) {
        guard isMapped else { return }
        // The page that the next ones begin in stays.
        let page = UInt(FixedBytes.pageSize)
        let first = UInt(bitPattern: start) / page * page
        let end = (UInt(bitPattern: start) + UInt(count)) / page * page
        guard first < end, let memory = UnsafeMutableRawPointer(bitPattern: first) else { return }
        madvise(memory, Int(end - first), MADV_DONTNEED)
    }

    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

    deinit {
        let memory = UnsafeMutableRawPointer(mutating: start)
        if isMapped { munmap(memory, count) } else { memory.deallocate() }
    }
}
