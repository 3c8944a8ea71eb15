/// Finding bytes in bytes.
enum ByteSearch {
    static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { firstIndex(of: needle, in: $0, from: 0) != nil }
    }

    /// Where they stand first, from an index on. Looks at sixteen places at a time, for the first byte and the
    /// last (Wojciech Muła, "SIMD-friendly algorithms for substring searching").
    static func firstIndex(of needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        needle.withUnsafeBytes { firstIndex(of: $0, in: bytes, from: start) }
    }

    private static func firstIndex(
        of needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        guard let first = needle.first, let last = needle.last else { return start }
        let behind = needle.count &- 1
        var index = start
        let firsts = SIMD16<UInt8>(repeating: first)
        let lasts = SIMD16<UInt8>(repeating: last)
        while index &+ behind &+ 16 <= bytes.count {
            let here = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let there = bytes.loadUnaligned(fromByteOffset: index &+ behind, as: SIMD16<UInt8>.self)
            // All bits of a lane are set exactly where both bytes are right.
            let right = unsafeBitCast((here .== firsts) .& (there .== lasts), to: SIMD2<UInt64>.self)
            if right.x | right.y != 0 {
                let low = right.x.littleEndian, high = right.y.littleEndian
                for lane in 0..<16 where (lane < 8 ? low : high) >> UInt64(lane % 8 * 8) & 1 != 0 {
                    if isThere(needle, in: bytes, at: index &+ lane) { return index &+ lane }
                }
            }
            index &+= 16
        }
        while index &+ behind < bytes.count {
            if bytes[index] == first, isThere(needle, in: bytes, at: index) { return index }
            index &+= 1
        }
        return nil
    }

    private static func isThere(
        _ needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, at index: Int
    ) -> Bool {
        UnsafeRawBufferPointer(rebasing: bytes[index..<index &+ needle.count]).order(to: needle) == 0
    }
}
