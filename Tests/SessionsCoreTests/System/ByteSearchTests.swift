import Testing

@testable import SessionsCore

@Suite struct ByteSearchTests {
    @Test(arguments: [
        ("", "", true), ("abc", "", true), ("", "a", false), ("abc", "c", true), ("abc", "cd", false),
        ("aab", "ab", true), ("ab", "abc", false), ("xxabc", "abc", true),
    ])
    func bytesAreFoundInBytes(bytes: String, needle: String, isThere: Bool) {
        #expect(ByteSearch.contains(Array(bytes.utf8), Array(needle.utf8)) == isThere)
    }

    /// Of few different bytes, so that much looks like what is searched for.
    @Test func theFirstPlaceIsTheOneThatIsFoundByLookingAtEach() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let bytes = (0..<random.below(200)).map { _ in UInt8(random.below(3)) }
            let needle = (0..<1 + random.below(6)).map { _ in UInt8(random.below(3)) }
            let start = random.below(bytes.count + 1)
            let expected = bytes.indices.first { $0 >= start && bytes[$0...].starts(with: needle) }
            let found = bytes.withUnsafeBytes { ByteSearch.firstIndex(of: needle, in: $0, from: start) }
            #expect(found == expected, "seed \(seed)")
        }
    }
}
