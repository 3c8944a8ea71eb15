/// A part of memory that never changes, read with its bounds checked: whatever a damaged index says, nothing
/// beside it is looked at. What lies outside reads as zero.
struct IndexBytes: @unchecked Sendable {
    private let owner: FixedBytes
    private let start: UnsafeRawPointer
    let count: Int

    static let none = IndexBytes(FixedBytes.none)

    init(_ owner: FixedBytes) {
        self.init(owner, owner.start, owner.count)
    }

    init(_ bytes: some Collection<UInt8>) {
        self.init(FixedBytes(bytes))
    }

    private init(_ owner: FixedBytes, _ start: UnsafeRawPointer, _ count: Int) {
        self.owner = owner
        self.start = start
        self.count = count
    }

    /// The little-endian number there.
    @inline(__always)
    func integer<Number: FixedWidthInteger>(at offset: Int, as: Number.Type = Number.self) -> Number {
        guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { return 0 }
        return Number(littleEndian: (start + offset).loadUnaligned(as: Number.self))
    }

    /// The same of memory that the caller holds on to, which costs no counting of references: of all that is
    /// done with an index, this is done most.
    @inline(__always)
    var unowned: UnownedIndexBytes { UnownedIndexBytes(start: start, count: count) }

    /// So many bytes from there on, or as many of them as there are.
    @inline(__always)
    func part(_ offset: Int, _ length: Int) -> IndexBytes {
        guard offset >= 0, length >= 0, offset <= count else { return IndexBytes(owner, start, 0) }
        return IndexBytes(owner, start + offset, min(length, count - offset))
    }

    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let result = body(UnsafeRawBufferPointer(start: start, count: count))
        withExtendedLifetime(owner) {}
        return result
    }

    /// Says that it will hardly be looked at again soon. Whoever goes through a large index keeps little of it in
    /// memory that way.
    func release() { owner.release(start, count) }

    var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    var array: [UInt8] { withBytes { Array($0) } }

    var checksum: UInt64 { withBytes { Checksum.of($0) } }

    func isSame(as other: IndexBytes) -> Bool {
        withBytes { bytes in other.withBytes { bytes.order(to: $0) == 0 } }
    }

    /// Whether it is that text as `==` compares texts, é being é however it is written.
    func isText(_ other: String) -> Bool {
        withBytes { bytes in
            let (isSame, isPlain) = other.withBytes { other in
                (bytes.order(to: other) == 0, bytes.isASCII && other.isASCII)
            }
            return isSame || !isPlain && String(decoding: bytes, as: UTF8.self) == other
        }
    }
}

/// Bytes of an index that somebody else keeps in memory: the block that has them holds their owner beside them. They
/// are never written to, so that any thread may read them.
struct UnownedIndexBytes: @unchecked Sendable {
    fileprivate let start: UnsafeRawPointer
    let count: Int

    var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    /// The little-endian number there.
    @inline(__always)
    func integer<Number: FixedWidthInteger>(at offset: Int, as: Number.Type = Number.self) -> Number {
        guard offset >= 0, offset <= count &- MemoryLayout<Number>.size else { return 0 }
        return Number(littleEndian: (start + offset).loadUnaligned(as: Number.self))
    }
}

extension UnsafeRawBufferPointer {
    fileprivate var isASCII: Bool { allSatisfy { $0 < 0x80 } }
}
