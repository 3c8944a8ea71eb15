import Testing

@testable import SessionsCore

@Suite struct IdentifierTests {
    private static let letters = "bcdfghjkmnpqrstvwxz"
    private static let digits = "23456789"

    @Test func theAlphabetHasNoVowelsAndNothingThatReadsLikeAnother() {
        #expect(String(decoding: Identifier.alphabet, as: UTF8.self) == Self.letters + Self.digits)
    }

    @Test(arguments: [nil, 1, UInt64.max])
    func everyIDIsOfTheAlphabetAndBeginsWithALetter(_ seed: UInt64?) {
        let ids = Identifier.Source(seed: seed)
        for _ in 0..<500 {
            let id = ids.session()
            #expect(id.count == 12 && Identifier.isSession(id), "\(id)")
            #expect(id.first.map(Self.letters.contains) == true, "\(id)")
            #expect(id.allSatisfy { (Self.letters + Self.digits).contains($0) }, "\(id)")
        }
        for kind in [Identifier.Element.goal, .milestone, .event, .interval, .comment, .attachment, .lesson] {
            let id = ids.element(kind)
            #expect(id.count == 11 && id.hasPrefix(kind.rawValue), "\(id)")
            #expect(id.dropFirst().allSatisfy { (Self.letters + Self.digits).contains($0) }, "\(id)")
        }
    }

    @Test func everyCharacterComesUpAboutAsOftenAsAnother() {
        let ids = Identifier.Source(seed: 7)
        var counts: [Character: Int] = [:]
        for _ in 0..<5_400 {
            for character in ids.element(.goal).dropFirst() { counts[character, default: 0] += 1 }
        }
        #expect(counts.count == 27)
        // 2,000 each are expected; more than a tenth off does not happen by chance.
        #expect(counts.values.allSatisfy { (1_800...2_200).contains($0) }, "\(counts)")
    }

    @Test func aSeedMakesTheSequenceRepeatable() {
        func sequence(_ seed: UInt64?) -> [String] {
            let ids = Identifier.Source(seed: seed)
            return (0..<20).map { $0 % 2 == 0 ? ids.session() : ids.element(.event) }
        }
        #expect(sequence(42) == sequence(42))
        #expect(sequence(42) != sequence(43))
        #expect(sequence(nil) != sequence(nil))
        #expect(Set(sequence(42)).count == 20)
    }

    @Test(arguments: [
        ("k7m2q9wd4xhz", true, true), ("k7m", true, false), ("k", true, false), ("", false, false),
        ("7km2q9wd4xhz", false, false), ("k7m2q9wd4xhzb", false, false), ("k7m2q9wd4xh1", false, false),
        ("K7M2Q9WD4XHZ", false, false), ("k7m2q9wd4xha", false, false), ("k7m2-9wd4xhz", false, false),
        ("../../etc/pa", false, false), ("k7m2q9wd4xh\u{e9}", false, false),
    ])
    func onlyTheAlphabetNamesASession(_ text: String, _ isPrefix: Bool, _ isWhole: Bool) {
        #expect(Identifier.isPrefix(text) == isPrefix)
        #expect(Identifier.isSession(text) == isWhole)
    }

    @Test func theShortestPrefixesAreThoseOfTryingEachLength() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for round in 0..<300 {
            // A small alphabet, so that much is shared.
            let ids = Set(
                (0..<generator.below(40)).map { _ in
                    String((0..<8).map { _ in "bc".randomElement(using: &generator) ?? "b" })
                })
            let sorted = ids.sorted()
            let minimum = 1 + generator.below(4)
            let naive = sorted.map { id in
                (minimum...8).first { length in sorted.count { $0.hasPrefix(id.prefix(length)) } == 1 } ?? 8
            }
            #expect(
                Identifier.shortestPrefixes(ofSorted: sorted, minimum: minimum) == naive,
                "seed \(seed), round \(round)")
        }
    }
}
