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

    init(_ bytes: some Collection<UInt8>) {
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
        // With the pages around those that were touched, which the system has put into memory at once.
        let around = UInt(FixedBytes.pagesAround * FixedBytes.pageSize)
        let (least, most) = (UInt(bitPattern: self.start), UInt(bitPattern: self.start) + UInt(self.count))
        let first = max(least, UInt(bitPattern: start) / around * around)
        let end = min(most, ((UInt(bitPattern: start) + UInt(count)) / around + 1) * around)
        guard first < end, let memory = UnsafeMutableRawPointer(bitPattern: first) else { return }
        madvise(memory, Int(end - first), MADV_DONTNEED)
    }

    /// Linux maps so many at once where one is touched (`fault_around_bytes`).
    private static let pagesAround = 16
    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

    deinit {
        let memory = UnsafeMutableRawPointer(mutating: start)
        if isMapped { munmap(memory, count) } else { memory.deallocate() }
    }
}
