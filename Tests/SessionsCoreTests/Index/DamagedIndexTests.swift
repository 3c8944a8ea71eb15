import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whatever the index holds, the answers are right.
@Suite struct DamagedIndexTests {
    /// `INDEX_FLIPS=10000` asks more of it.
    private static var flips: Int { getenv("INDEX_FLIPS").flatMap { Int(String(cString: $0)) } ?? 600 }

    private let bench: IndexBench
    private let truth: [String]
    private let bytes: [UInt8]
    private var reading: IndexRules

    init() throws {
        bench = try IndexBench(seed: 5)
        for name in ["Lexer", "Parser", "Größe"] {
            let location = try bench.bench.make(name, tags: ["a", name])
            try bench.bench.comment(on: location, "see @lin, the \(name)")
        }
        try bench.writeIndex()
        bytes = try #require(bench.bench.folder.bytes(at: bench.indexName))
        truth = IndexBench.portrait(
            try SessionCatalog(of: bench.workspace, IndexBench.without, searchable: true))
        reading = bench.rules
        reading.isWritten = false
        #expect(try bench.indexed(reading) == 3)
    }

    private func expectRightAnswers(_ changed: [UInt8], _ what: @autoclosure () -> String) throws {
        try bench.bench.folder.write(changed, at: bench.indexName)
        for check in IndexRules.Check.allCases {
            var rules = reading
            rules.check = check
            let catalog = try SessionCatalog(of: bench.workspace, rules, searchable: true)
            let found = IndexBench.portrait(catalog)
            #expect(found == truth, "\(what())")
            let locations = try bench.workspace.locations()
            #expect(try bench.workspace.names(beginning: "") == locations)
            for location in locations.prefix(3) {
                let prefix = String(location.id.prefix(3))
                #expect(
                    try bench.workspace.names(beginning: prefix)
                        == locations.filter { $0.id.hasPrefix(prefix) })
            }
        }
    }

    @Test func truncatedAnywhere() throws {
        for length in 0..<bytes.count { try expectRightAnswers(Array(bytes[..<length]), "\(length) bytes") }
        try expectRightAnswers(bytes + [0], "one more")
    }

    @Test func withAnyBitFlipped() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<Self.flips {
            let bit = random.below(bytes.count * 8)
            var changed = bytes
            changed[bit / 8] ^= 1 << (bit % 8)
            try expectRightAnswers(changed, "bit \(bit), seed \(seed)")
            try expectNothingMadeUp(changed, "bit \(bit), seed \(seed)")
        }
    }

    /// A search checks of the texts only what it finds: it may miss something, and shows nothing that is not there.
    private func expectNothingMadeUp(_ changed: [UInt8], _ what: @autoclosure () -> String) throws {
        let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }
        for (word, titles) in [("lexer", ["Lexer"]), ("mexer", []), ("se", ["Größe", "Lexer", "Parser"])] {
            try bench.bench.folder.write(changed, at: bench.indexName)
            let catalog = try SessionCatalog(of: bench.workspace, reading, searchable: true)
            let hits = catalog.hits(SearchRanking(.condition(.text(word)), context))
            #expect(hits.first.allSatisfy { titles.contains($0.summary.title) }, "\(word), \(what())")
            #expect(hits.count == hits.first.count && catalog.damaged.isEmpty, "\(word), \(what())")
        }
    }

    @Test func ofAnotherWorkspace() throws {
        let other = try IndexBench(seed: 5)
        for name in ["Lexer", "Parser", "Other"] { try other.bench.make(name, tags: ["x"]) }
        try other.writeIndex()
        let foreign = try #require(other.bench.folder.bytes(at: other.indexName))
        try expectRightAnswers(foreign, "another's")
        #expect(try bench.indexed(reading) == 0)
    }

    @Test func ofAnotherVersionOrNoIndexAtAll() throws {
        var changed = bytes
        changed[8] ^= 3
        try expectRightAnswers(changed, "version")
        try expectRightAnswers(Array(repeating: 0xff, count: 4_096), "rubbish")
        bench.bench.folder.remove(bench.indexName)
        try bench.bench.folder.makeFolder(bench.indexName)
        let catalog = try SessionCatalog(of: bench.workspace, bench.rules, searchable: true)
        #expect(IndexBench.portrait(catalog) == truth)
    }

    @Test func aDamagedOneIsMadeAnew() throws {
        var changed = bytes
        // The checksum of the last text.
        changed[Int(IndexBytes(bytes).integer(at: IndexFile.signatures, as: UInt64.self)) - 1] ^= 1
        try bench.bench.folder.write(changed, at: bench.indexName)
        let catalog = try SessionCatalog(of: bench.workspace, bench.rules, searchable: true)
        #expect(IndexBench.portrait(catalog) == truth)
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
        _ = try SessionCatalog(of: bench.workspace, bench.rules)
        #expect(bench.bench.folder.bytes(at: bench.indexName) == bytes)
    }

    @Test func nothingIsWrittenWhereAllIsTooNew() throws {
        var rules = bench.rules
        bench.bench.folder.remove(bench.indexName)
        rules.margin = 3_600_000_000_000
        let first = try SessionCatalog(of: bench.workspace, rules, searchable: true)
        #expect(IndexBench.portrait(first) == truth)
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
    }

    /// A change that may fall into the same step of the clock as the index: it is in a row, but not relied on.
    @Test func whatChangedAsTheIndexWasWrittenIsReadAnew() throws {
        let location = try #require(bench.workspace.locations().first)
        let name = bench.bench.file(location)
        IndexBench.waitForClock()
        var rules = bench.rules
        rules.check = .folders
        bench.bench.folder.remove(bench.indexName)
        var attempts = 0
        repeat {
            bench.bench.folder.remove(bench.indexName)
            try bench.overwrite(name) { _ in }
            // Begins in the same step of the clock, but for the rare time.
            _ = try SessionCatalog(of: bench.workspace, rules, searchable: true)
            attempts += 1
        } while bench.workspace.index?.unsureCount != 1 && attempts < 1_000
        #expect(bench.workspace.index?.unsureCount == 1)
        try bench.overwrite(name) { bytes in
            bytes = Array(String(decoding: bytes, as: UTF8.self).replacingWord("lin", "tom").utf8)
        }
        rules.isWritten = false
        let now = try SessionCatalog(of: bench.workspace, IndexBench.without, searchable: true)
        let found = try SessionCatalog(of: bench.workspace, rules, searchable: true)
        #expect(IndexBench.portrait(found) == IndexBench.portrait(now))
        #expect(IndexBench.portrait(found) != truth)
    }

    @Test func whoCannotWriteItDoesWithout() throws {
        bench.bench.folder.remove(".sessions/local")
        try bench.bench.folder.write("no folder", at: ".sessions/local")
        let catalog = try SessionCatalog(of: bench.workspace, bench.rules, searchable: true)
        #expect(IndexBench.portrait(catalog) == truth)
    }

    @Test func itIsReadableByThoseWhoMayReadEveryFile() throws {
        let location = try #require(bench.workspace.locations().first)
        chmod(bench.bench.folder.path + "/" + bench.bench.file(location), 0o600)
        try bench.writeIndex()
        #expect(bench.bench.folder.mode(of: bench.indexName) == 0o600)
    }

    /// Writers and readers at once: no reader fails, or sees anything that never was.
    @Test func readersAndWritersDoNotMeet() throws {
        nonisolated(unsafe) let bench = bench
        let locations = try bench.workspace.locations()
        let results = System.inParallel(5) { thread -> [String] in
            var wrong: [String] = []
            for round in 0..<60 {
                do {
                    if thread == 0 {
                        try bench.bench.retitle(locations[round % 3], "Title \(round)")
                        continue
                    }
                    let workspace = try Workspace(opening: bench.workspace.path)
                    let catalog = try SessionCatalog(of: workspace, bench.rules, searchable: true)
                    var ids: [String] = []
                    catalog.forEach { summary in
                        ids.append(summary.id)
                        let isKnown =
                            summary.title.hasPrefix("Title ") || summary.tags.contains(summary.title)
                        if !isKnown { wrong.append(summary.title) }
                    }
                    if ids.sorted() != locations.map(\.id).sorted() { wrong.append("\(ids)") }
                    wrong += catalog.damaged.map(\.message)
                } catch {
                    wrong.append("\(error)")
                }
            }
            return wrong
        }
        #expect(results.count == 5 && results.joined().isEmpty, "\(Array(results.joined()))")
    }
}
