import Testing

@testable import SessionsCore

@Suite struct TextScanTests {
    /// Texts in any order, over and beside each other and the bytes there are, as somebody could write them.
    @Test func aWordIsFoundInTheRowsWhoseTextHasIt() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        var found = 0
        for round in 0..<600 {
            let bytes: [UInt8] = (0..<random.below(300)).map { _ in
                random.pick([0xf8, 0xf9, 0xff, 0x61, 0x62, 0xc3])
            }
            let words = (0..<1 + random.below(2)).map { _ in
                FoldedText(
                    String(
                        decoding: (0...random.below(3)).map { _ in random.pick([0x61, 0x62]) }, as: UTF8.self)
                )
            }
            let count = 1 + random.below(12)
            var places = GrowingBuffer<UInt8>(capacity: 8)
            for _ in 0..<count {
                places.append(number: UInt32(random.below(20) == 0 ? .max : UInt32(random.below(320))))
                places.append(number: UInt32(random.below(20) == 0 ? .max : UInt32(random.below(80))))
            }
            let text = BlockText(IndexBytes(bytes), count: count, places: IndexBytes(places.bytes))
            var scan = TextScan(for: words, need: .eachWord)
            scan.look(through: TextScan.Part(text: text, current: .all), number: 3)
            let expected = (0..<count).filter { row in
                words.allSatisfy { ByteSearch.contains(text[row].array, $0.bytes) }
            }
            found += expected.count
            #expect(scan.found.map(\.row) == expected, "seed \(seed), round \(round)")
            #expect(scan.visited == count && scan.damaged.isEmpty)
            #expect(scan.presences.count == expected.count * words.count)
        }
        #expect(found > 100, "seed \(seed): \(found)")
    }
}
