/// The folded texts of a block. Nothing of it changes, so that several threads may search it at once.
struct BlockText: Sendable {
    /// How many sessions have one.
    let count: Int
    /// One behind the other.
    private let bytes: IndexBytes
    /// Where each stands (`SummaryColumn.text`).
    private let places: IndexBytes
    /// UInt64 for each; nil where they were just made.
    private let checksums: IndexBytes?
    /// Nil where they were just made.
    let signature: TextSignature?

    init(
        _ bytes: IndexBytes, count: Int, places: IndexBytes, checksums: IndexBytes? = nil,
        signature: TextSignature? = nil
    ) {
        self.count = count
        self.bytes = bytes
        self.places = places
        self.checksums = checksums
        self.signature = signature
    }

    /// Whether a text is as it was written.
    func isSound(_ row: Int) -> Bool {
        guard let checksums else { return true }
        let place = place(of: row)
        let checksum = bytes.withBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[place])) }
        return checksum == checksums.integer(at: 8 * row)
    }

    /// The text of a row, as it is.
    subscript(row: Int) -> IndexBytes {
        let place = place(of: row)
        return bytes.part(place.lowerBound, place.count)
    }

    /// Where the text of a row stands among all of them.
    @inline(__always)
    func place(of row: Int) -> Range<Int> {
        let place: UInt64 = places.unowned.integer(at: row &* SummaryColumn.text.size)
        let start = min(Int(place & 0xffff_ffff), bytes.count)
        return start..<min(start + Int(place >> 32), bytes.count)
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { bytes.withBytes(body) }

    /// Says that it will hardly be looked at again soon.
    func release() { bytes.release() }
}
