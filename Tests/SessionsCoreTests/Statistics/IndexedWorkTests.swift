import Testing

@testable import SessionsCore

/// Sums by what an index says of work are those of the sessions themselves.
@Suite struct IndexedWorkTests {
    private let seed = UInt64.random(in: 0...UInt64.max)
    private let bench: IndexBench
    private let reading: IndexRules

    init() throws {
        bench = try IndexBench(seed: seed)
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let id = bench.bench.ids.session()
            try bench.bench.folder.write(
                JSON.object(random.sessionDocument(id: id)).bytes(.file),
                at: ".sessions/sessions/2026-11/\(id).json")
        }
        try bench.writeIndex()
        var rules = bench.rules
        rules.isWritten = false
        reading = rules
    }

    /// Two of all keys, each of them first and second once.
    private static let combinations: [[GroupKey]] =
        [[]]
        + GroupKey.allCases.map { [$0] }
        + zip(GroupKey.allCases, GroupKey.allCases.dropFirst() + [.status]).map { [$0, $1] }
        + [[.tag, .project], [.outcome, .tag], [.template, .status], [.tag], [.project]]

    @Test func theyAreTheSame() throws {
        for text in ["", "is:running OR tag:lexer", "has:time -project:web"] {
            let query = try QueryParser.parse([text])
            let catalog = try SessionCatalog(of: bench.workspace, reading)
            let truth = try SessionCatalog(of: bench.workspace, IndexBench.without)
            for (number, keys) in Self.combinations.enumerated() {
                func sums(_ catalog: SessionCatalog) -> [String] {
                    IndexBench.sums(catalog, by: keys, of: query, withDays: number % 2 == 0)
                }
                #expect(sums(catalog) == sums(truth), "seed \(seed), \(keys), '\(text)'")
            }
        }
    }

    /// An interval of more than 136 years is one all the same.
    @Test(arguments: ["1880-01-01", "0200-01-01", "2026-01-01"]) func aStretchOfAnyLength(start: String)
        throws
    {
        let interval: JSONObject = [
            "by": "ada@example.org", "start": .string(start + "T00:00:00Z"), "end": "2026-06-01T00:00:00Z",
        ]
        let id = bench.bench.ids.session()
        var random = SplitMix64(seed: seed)
        var document = random.sessionDocument(id: id)
        document["intervals"] = ["i1": .object(interval)]
        try bench.bench.folder.write(
            JSON.object(document).bytes(.file), at: ".sessions/sessions/2026-11/\(id).json")
        try bench.writeIndex()
        let catalog = try SessionCatalog(of: bench.workspace, reading)
        let truth = try SessionCatalog(of: bench.workspace, IndexBench.without)
        #expect(IndexBench.sums(catalog, by: [.tag]) == IndexBench.sums(truth, by: [.tag]), "seed \(seed)")
    }

    /// Otherwise nothing here says anything of it.
    @Test func manySessionsAreAddedUpByIt() throws {
        let catalog = try SessionCatalog(of: bench.workspace, reading)
        var (still, running) = (0, 0)
        catalog.forEach { if $0.isRunning { running += 1 } else { still += 1 } }
        #expect(catalog.unchangedIndex?.work != nil && still > 40 && running > 40, "seed \(seed)")
    }

    @Test(arguments: WorkColumn.allCases) func aDamagedColumnIsInNoSum(column: WorkColumn) throws {
        var bytes = try #require(bench.bench.folder.bytes(at: bench.indexName))
        let work = try #require(bench.workspace.index?.work)
        var place = Int(IndexBytes(bytes).integer(at: IndexFile.work, as: UInt64.self)) + 16
        place += 8 * WorkColumn.allCases.count
        for before in WorkColumn.allCases.prefix(column.rawValue) {
            place += (work.column(before)?.count ?? 0) * before.size
        }
        bytes[place] ^= 0x41
        try bench.bench.folder.write(bytes, at: bench.indexName)
        let damaged = try #require(bench.workspace.index?.work)
        #expect(WorkColumn.allCases.filter { damaged.column($0) == nil } == [column])
        let catalog = try SessionCatalog(of: bench.workspace, reading)
        let truth = try SessionCatalog(of: bench.workspace, IndexBench.without)
        for keys in [[GroupKey.tag], [.project, .template]] {
            #expect(IndexBench.sums(catalog, by: keys) == IndexBench.sums(truth, by: keys))
        }
    }
}
