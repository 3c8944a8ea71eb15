/// The same numbers for a seed everywhere: Steele, Lea and Flood, "Fast splittable pseudorandom number generators"
/// (2014). Not for what must not be guessed.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        let value = mixed()
        return value ^ (value >> 31)
    }

    /// A byte of a number before its last step, as ids have always been made of.
    mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: mixed() >> 31) }

    private mutating func mixed() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value
    }
}
