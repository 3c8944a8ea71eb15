#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What tells whether a file or folder is as it was: a change by any program, also one that sets the times back,
/// gives it another time of change, and a replacement another inode.
struct FileStamp: Equatable, Sendable {
    let inode: UInt64
    let size: Int64
    /// Nanoseconds since 1970.
    let modified: Int64
    /// When anything about it was last changed, by the clock of the file system: no program can set it.
    let changed: Int64

    static let byteCount = 32
    /// That of no file.
    static let none = FileStamp(inode: 0, size: 0, modified: 0, changed: 0)

    init(_ status: stat) {
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Darwin)
            modified = FileStamp.nanoseconds(status.st_mtimespec)
            changed = FileStamp.nanoseconds(status.st_ctimespec)
        #else
            modified = FileStamp.nanoseconds(status.st_mtim)
            changed = FileStamp.nanoseconds(status.st_ctim)
        #endif
    }

    private init(inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    /// Whether the clock of its file system seems to go by whole seconds: much can happen in one that is not told.
    var isOfCoarseClock: Bool { changed % 1_000_000_000 == 0 }

    /// As it stands in an index.
    init(_ bytes: UnownedIndexBytes, at offset: Int) {
        inode = bytes.integer(at: offset)
        size = bytes.integer(at: offset + 8)
        modified = bytes.integer(at: offset + 16)
        changed = bytes.integer(at: offset + 24)
    }

    func append(to bytes: inout GrowingBuffer<UInt8>) {
        bytes.append(number: inode)
        bytes.append(number: size)
        bytes.append(number: modified)
        bytes.append(number: changed)
    }

    static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// The clock that file systems take their times from, in nanoseconds since 1970.
    static func clock() -> Int64 {
        var time = timespec()
        #if canImport(Darwin)
            clock_gettime(CLOCK_REALTIME, &time)
        #else
            clock_gettime(CLOCK_REALTIME_COARSE, &time)
        #endif
        return nanoseconds(time)
    }
}
