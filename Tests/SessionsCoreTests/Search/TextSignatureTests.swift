import Testing

@testable import SessionsCore

/// What the signatures of blocks leave out is nothing that would be found.
@Suite struct TextSignatureTests {
    private static func signature(_ texts: [UInt8]) -> TextSignature {
        let bytes = IndexBytes(texts.withUnsafeBytes { TextSignature.bytes(of: $0) })
        return TextSignature(bytes, checksum: bytes.checksum)
    }

    @Test(arguments: [
        ("the lexer", "lexer", true), ("the lexer", "e l", true), ("the lexer", "parser", false),
        ("lexe r", "lexer", false), ("Größe", "gross", true), ("東京", "京", true), ("東京", "会", false),
        ("a", "b", true), ("", "ab", true), ("", "", true), ("", "abc", false), ("ab", "abc", false),
    ])
    func aWordMayStandWhereItsTriplesDo(_ text: String, _ word: String, _ mayStand: Bool) {
        let signature = Self.signature(FoldedText(text).bytes)
        #expect(signature.isSound)
        #expect(signature.holds(TextSignature.triples(of: FoldedText(word))) == mayStand)
    }

    @Test func noPartOfATextIsMissing() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let text = (0..<random.below(400)).map { _ in UInt8(random.below(256)) }
            let signature = Self.signature(text)
            for _ in 0..<20 where !text.isEmpty {
                let start = random.below(text.count)
                let part = Array(text[start..<min(text.count, start + random.below(12))])
                let word = FoldedText(String(decoding: part, as: UTF8.self))
                guard ByteSearch.contains(text, word.bytes) else { continue }
                #expect(signature.holds(TextSignature.triples(of: word)), "seed \(seed)")
            }
        }
    }

    /// Blocks with words of their own, searched with the index and without.
    @Test func answersAreTheSameWithItAndWithout() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        let bench = try IndexBench(seed: seed)
        var texts: [String] = []
        for number in 0..<700 {
            let id = bench.bench.ids.session()
            var document = random.sessionDocument(id: id)
            let letters = (0..<5).map { _ in random.pick(["k", "q", "ä", "ＺＺ", "京", "xy", "0"]) }
            let rare = number % 100 == 50 ? " Quøkkä\(number / 100)" : ""
            let title = "\(letters.joined()) \(number % 90) lexer\(rare)"
            document["title"] = .string(title)
            texts.append(title)
            try bench.bench.folder.write(
                JSON.object(document).bytes(.file), at: ".sessions/sessions/2026-11/\(id).json")
        }
        try bench.writeIndex()
        let indexed = try SessionCatalog(of: bench.workspace, bench.rules, searchable: true)
        let read = try SessionCatalog(of: bench.workspace, IndexBench.without, searchable: true)
        var count = 0
        indexed.eachIndexed(isChecked: false) { _, _ in count += 1 }
        #expect(count == texts.count)
        let signatures = indexed.parts.compactMap(\.block.text.signature)

        var (skipped, hits) = (0, 0)
        for round in 0..<150 {
            let text = Array(random.pick(texts))
            let start = random.below(text.count)
            var words = [String(text[start..<min(text.count, start + 1 + random.below(7))])]
            if random.below(3) == 0 { words.append(random.pick(["lexer", "naïve", "\u{301}", "web"])) }
            if random.below(3) == 0 { words[0] = "quokka\(random.below(8))" }
            var query = Query.all(words.map { .condition(.text($0)) })
            if random.below(4) == 0 { query = .any(words.map { .condition(.text($0)) }) }
            if random.below(6) == 0 { query = .all([query, .not(.condition(.text("80")))]) }

            for word in query.words {
                let triples = TextSignature.triples(of: word)
                skipped += signatures.count { !$0.holds(triples) }
            }
            func found(_ catalog: SessionCatalog, _ most: Int?) -> ([String], Int) {
                let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }
                let hits = catalog.hits(SearchRanking(query, context), first: most)
                return (hits.first.map { "\($0.summary.id) \($0.isBeyondTitle)" }, hits.count)
            }
            let (all, count) = found(indexed, nil)
            let (first, firstCount) = found(indexed, 7)
            let truth = found(read, nil)
            hits += count
            #expect(all == truth.0 && count == truth.1, "seed \(seed), round \(round), \(query)")
            #expect(first == Array(truth.0.prefix(7)) && firstCount == count, "seed \(seed), round \(round)")
        }
        // Otherwise it says nothing of the signatures.
        #expect(skipped > 20 && hits > 500, "seed \(seed): \(skipped), \(hits)")
    }
}
