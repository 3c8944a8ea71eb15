/// Reads times as this program writes them, `2026-11-22T12:50:31.123Z`, many of the same day: what a day is, is worked
/// out once.
struct StoredDay {
    /// The ten bytes of the day, as `2026-11-` and `22`.
    private var text: (UInt64, UInt16) = (0, 0)
    private var milliseconds: Int64 = 0

    /// Nil for whatever is written otherwise, and where there is no such time.
    @inline(__always)
    mutating func time(_ bytes: UnsafeRawBufferPointer) -> Instant? {
        guard bytes.count == 24 else { return nil }
        let day = (
            bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
        )
        if day != text, !read(day, bytes) { return nil }
        // `T12:50:3` and `:31.123Z`: two words that have two bytes in common.
        guard
            let hours = Self.digits(
                bytes, 10, of: 0x54_30_30_3a_30_30_3a_30, digits: 0x00_0f_0f_00_0f_0f_00_0f),
            let seconds = Self.digits(
                bytes, 16, of: 0x3a_30_30_2e_30_30_30_5a, digits: 0x00_0f_0f_00_0f_0f_0f_00)
        else { return nil }
        let hour = Int64(hours >> 48 & 0xf) &* 10 &+ Int64(hours >> 40 & 0xf)
        let minute = Int64(hours >> 24 & 0xf) &* 10 &+ Int64(hours >> 16 & 0xf)
        let second = Int64(seconds >> 48 & 0xf) &* 10 &+ Int64(seconds >> 40 & 0xf)
        let thousandths =
            Int64(seconds >> 24 & 0xf) &* 100 &+ Int64(seconds >> 16 & 0xf) &* 10 &+ Int64(seconds >> 8 & 0xf)
        guard hour < 24, minute < 60, second < 60 else { return nil }
        let ofDay = ((hour &* 60 &+ minute) &* 60 &+ second) &* 1000 &+ thousandths
        return Instant(milliseconds: milliseconds &+ ofDay)
    }

    /// Eight bytes, the first highest, of which those of a pattern are subtracted; nil where others than the digits
    /// differ from it, or a digit is none.
    @inline(__always)
    private static func digits(
        _ bytes: UnsafeRawBufferPointer, _ offset: Int, of pattern: UInt64, digits: UInt64
    ) -> UInt64? {
        let value =
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ pattern
        // What is added makes more than nine reach the upper half of its byte.
        guard value & ~digits == 0, (value &+ 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0 == 0 else {
            return nil
        }
        return value
    }

    private mutating func read(_ day: (UInt64, UInt16), _ bytes: UnsafeRawBufferPointer) -> Bool {
        var reader = DigitReader(UnsafeRawBufferPointer(rebasing: bytes[..<10]))
        guard let known = reader.day() else { return false }
        (text, milliseconds) = (day, Int64(known.daysSince1970) * 86_400_000)
        return true
    }
}
