/// Columns of sessions that are being written.
struct SummaryColumns: ~Copyable {
    /// One column behind another, each with the same room.
    private let memory: UnsafeMutableRawBufferPointer
    private let room: Int
    /// How many sessions.
    private(set) var count = 0

    /// - Parameter room: how many sessions there can be.
    init(room: Int) {
        self.room = room
        memory = .allocate(byteCount: room * SummaryColumn.rowSize, alignment: 8)
    }

    deinit {
        memory.deallocate()
    }

    /// Puts down a number of the session that is added next.
    @inline(__always)
    func set(_ column: SummaryColumn, _ number: some FixedWidthInteger & BitwiseCopyable) {
        memory.storeBytes(
            of: number.littleEndian, toByteOffset: room &* column.start &+ count &* column.size,
            as: type(of: number))
    }

    @inline(__always)
    func set(_ column: SummaryColumn, piece start: Int, _ length: Int) {
        set(column, UInt64(UInt32(truncatingIfNeeded: start)) | UInt64(truncatingIfNeeded: length) << 32)
    }

    /// Adds a session of which every number has been put down.
    @inline(__always)
    mutating func addRow() { count += 1 }

    mutating func removeAll() { count = 0 }

    /// Those of some sessions in a column.
    func bytes(_ column: SummaryColumn, of rows: Range<Int>) -> UnsafeRawBufferPointer {
        let start = room * column.start
        return UnsafeRawBufferPointer(
            rebasing: memory[start + rows.lowerBound * column.size..<start + rows.upperBound * column.size])
    }

    /// One column behind another.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * SummaryColumn.rowSize)
        for column in SummaryColumn.allCases { bytes += self.bytes(column, of: 0..<count) }
        return bytes
    }
}
