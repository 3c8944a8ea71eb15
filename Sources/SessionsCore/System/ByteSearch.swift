/// Finding bytes in bytes.
enum ByteSearch {
    static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { firstIndex(of: needle, in: $0, from: 0) != nil }
    }

    /// Where they stand first, from an index on. Looks at 64 places at a time, sixteen in each step,
    /// for the first byte and the last (Wojciech Muła, "SIMD-friendly algorithms for substring searching").
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
        /// All bits of a lane are set exactly where both bytes are right.
        @inline(__always)
        func right(at index: Int) -> SIMD2<UInt64> {
            let here = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let there = bytes.loadUnaligned(fromByteOffset: index &+ behind, as: SIMD16<UInt8>.self)
            return unsafeBitCast((here .== firsts) .& (there .== lasts), to: SIMD2<UInt64>.self)
        }
        func place(in right: SIMD2<UInt64>, at index: Int) -> Int? {
            for half in 0..<2 {
                var lanes = right[half].littleEndian & 0x0101_0101_0101_0101
                while lanes != 0 {
                    let place = index &+ 8 &* half &+ lanes.trailingZeroBitCount / 8
                    if isThere(needle, in: bytes, at: place) { return place }
                    lanes &= lanes &- 1
                }
            }
            return nil
        }
        while index &+ behind &+ 64 <= bytes.count {
            let (a, b) = (right(at: index), right(at: index &+ 16))
            let (c, d) = (right(at: index &+ 32), right(at: index &+ 48))
            let any = a | b | c | d
            if any.x | any.y != 0,
                let place = place(in: a, at: index) ?? place(in: b, at: index &+ 16)
                    ?? place(in: c, at: index &+ 32) ?? place(in: d, at: index &+ 48)
            {
                return place
            }
            index &+= 64
        }
        while index &+ behind &+ 16 <= bytes.count {
            if let place = place(in: right(at: index), at: index) { return place }
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
