/// Some of the sets of features that two sessions may share; small and quick, as it is asked for every session of
/// a history.
struct FeatureSets: Equatable, Sendable {
    /// A bit for each of the 32 sets.
    private let bits: UInt32

    static let none = FeatureSets(bits: 0)

    private init(bits: UInt32) {
        self.bits = bits
    }

    /// Those that have all of these features.
    init(with features: Likeness.Features) {
        let sets = (0..<32 as Range<UInt8>).filter { features.isSubset(of: Likeness.Features(rawValue: $0)) }
        bits = sets.reduce(0) { $0 | 1 << UInt32($1) }
    }

    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    func contains(_ features: Likeness.Features) -> Bool { bits >> UInt32(features.rawValue) & 1 != 0 }

    func union(_ other: FeatureSets) -> FeatureSets { FeatureSets(bits: bits | other.bits) }
}
