import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An index of several blocks, one of them damaged.
@Suite struct DamagedBlockTests {
    private static let count = 600

    private let bench: IndexBench
    private let names: [String]

    init() throws {
        bench = try IndexBench(seed: 7)
        bench.rules.check = .folders
        var names: [String] = []
        for number in 0..<Self.count {
            let id = bench.bench.ids.session()
            names.append(".sessions/sessions/2026-11/\(id).json")
            let labels = ", \"plannedMinutes\": \(number % 200), \"project\": \"web\", \"tags\": [\"a\"]"
            let text = SessionText.with(
                id: id, title: "Session \(number)", more: number % 3 == 0 ? labels : "")
            try bench.bench.folder.write(text, at: names[number])
        }
        self.names = names.sorted()
        try bench.writeIndex()
        #expect(try bench.indexed(reading) == Self.count)
    }

    private var reading: IndexRules {
        var rules = bench.rules
        rules.isWritten = false
        return rules
    }

    private func truth() throws -> [String] {
        IndexBench.portrait(try SessionCatalog(of: bench.workspace, IndexBench.without, searchable: true))
    }

    private func found(_ rules: IndexRules) throws -> [String] {
        IndexBench.portrait(try SessionCatalog(of: bench.workspace, rules, searchable: true))
    }

    /// Changes a byte of the details (or texts) of a block, the one in their middle where nothing else is said.
    private func damage(block: Int, section: Int = IndexFile.details, at offset: Int? = nil) throws {
        var bytes = try #require(bench.bench.folder.bytes(at: bench.indexName))
        let index = IndexBytes(bytes)
        let months = Int(index.integer(at: IndexFile.monthCount, as: UInt64.self))
        let inBlock = section == IndexFile.details ? IndexFile.blockDetails : IndexFile.blockTexts
        let place =
            IndexFile.headerSize + months * IndexFile.monthSize + block * IndexFile.blockSize + inBlock
        let start =
            Int(index.integer(at: section, as: UInt64.self)) + Int(index.integer(at: place, as: UInt64.self))
        bytes[start + (offset ?? Int(index.integer(at: place + 8, as: UInt64.self)) / 2)] ^= 1
        try bench.bench.folder.write(bytes, at: bench.indexName)
    }

    /// Changes the number of a session in a column; with nothing to put there, some bits of it.
    private func damage(_ column: SummaryColumn, row: Int, to number: Int64? = nil) throws {
        var bytes = try #require(bench.bench.folder.bytes(at: bench.indexName))
        let rows = Int(IndexBytes(bytes).integer(at: IndexFile.rows, as: UInt64.self))
        let place = rows + Self.count * column.start + row * column.size
        if let number {
            withUnsafeBytes(of: number.littleEndian) { bytes.replaceSubrange(place..<place + 8, with: $0) }
        } else {
            bytes[place] ^= 0x41
        }
        try bench.bench.folder.write(bytes, at: bench.indexName)
    }

    @Test(arguments: SummaryColumn.allCases, [0, 599])
    func aDamagedNumberIsInNoAnswer(column: SummaryColumn, row: Int) throws {
        func answers(_ rules: IndexRules) throws -> [[String]] {
            let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }
            let queries = ["", "status:draft tag:a project:web", "plan:..2h"]
            return try [SessionOrder.updated, .title, .status].flatMap { key in
                try queries.map { text in
                    let catalog = try SessionCatalog(of: bench.workspace, rules, searchable: true)
                    let query = try QueryParser.parse([text], day: 480)
                    let order = OrderedSessions(by: key, now: at("12:00"), first: 20)
                    let (first, count) = catalog.chosen(by: QueryMatcher(query, context), in: order)
                    return ["\(count)"] + first.map { "\($0.id) \($0.title) \($0.status) \($0.updatedAt)" }
                }
            }
        }
        let truth = (try truth(), try answers(IndexBench.without))
        try damage(column, row: row)
        let damaged = bench.bench.folder.bytes(at: bench.indexName)
        for (found, expected) in zip(try answers(reading), truth.1) { #expect(found == expected) }
        try bench.bench.folder.write(damaged ?? [], at: bench.indexName)
        #expect(try found(reading) == truth.0)
    }

    /// What cannot be calculated with ends no program.
    @Test(arguments: [SummaryColumn.created, .updated, .planned, .tracked], [Int64.min, .max])
    func aNumberThatCannotBeIsInNoAnswer(column: SummaryColumn, number: Int64) throws {
        func answers(_ rules: IndexRules) throws -> [[String]] {
            let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }
            return try SessionOrder.allCases.map { key in
                let catalog = try SessionCatalog(of: bench.workspace, rules)
                let order = OrderedSessions(by: key, now: at("12:00"), first: 20)
                let query = try QueryParser.parse(["tracked:..1h OR is:running OR is:stale"])
                return catalog.chosen(by: QueryMatcher(query, context), in: order).first.map(\.title)
            }
        }
        let truth = try answers(IndexBench.without)
        try damage(column, row: 3, to: number)
        #expect(try answers(reading) == truth)
    }

    @Test(arguments: SessionOrder.allCases) func theFirstOnesAreThoseOfAll(key: SessionOrder) throws {
        let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }
        for isReversed in [false, true] {
            func chosen(_ count: Int?) throws -> (first: [String], count: Int) {
                let order = OrderedSessions(by: key, now: context.now, isReversed: isReversed, first: count)
                let catalog = try SessionCatalog(of: bench.workspace, reading)
                let (first, count) = catalog.chosen(by: QueryMatcher(.everything, context), in: order)
                return (first.map(\.id), count)
            }
            let (first, all) = (try chosen(7), try chosen(nil))
            #expect(first.first == Array(all.first.prefix(7)) && first.count == all.count)
            #expect(all.count == Self.count)
        }
    }

    @Test(arguments: [0, 1, 2], [IndexFile.details, IndexFile.texts])
    func theOthersAndItsOwnSessionsAreAsTheyAre(block: Int, section: Int) throws {
        let truth = try truth()
        try damage(block: block, section: section)
        #expect(try found(reading) == truth)
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
    }

    /// What is chosen by the rows shows that a block is damaged only when it is looked at.
    @Test(arguments: [0, 1, 2])
    func whatIsChosenByRowsIsAsItIs(block: Int) throws {
        func titles(_ rules: IndexRules) throws -> [String] {
            let catalog = try SessionCatalog(of: bench.workspace, rules)
            let order = OrderedSessions(by: .title, now: at("12:00"))
            let everything = QueryMatcher(
                .everything, QueryContext(now: at("12:00"), zone: .utc, archived: .shown) { _ in false })
            return catalog.chosen(by: everything, in: order).first.map(\.title)
        }
        let truth = try titles(IndexBench.without)
        try bench.overwrite(names[block * SummaryBlock.most]) { $0 = Array("garbage".utf8) }
        try damage(block: block)
        let found = try titles(reading)
        #expect(found.count == Self.count - 1)
        #expect(found == truth.filter(found.contains))
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
    }

    private func hits(_ word: String, _ rules: IndexRules) throws -> [String] {
        let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }
        let catalog = try SessionCatalog(of: bench.workspace, rules, searchable: true)
        return catalog.hits(SearchRanking(.condition(.text(word)), context)).first.map(\.summary.title)
    }

    /// The first letter of a title, which is not searched for.
    @Test(arguments: [0, 1, 2])
    func whatASearchFindsIsAsItIs(block: Int) throws {
        let truth = try hits("ession", IndexBench.without)
        try damage(block: block, section: IndexFile.texts, at: 1)
        #expect(try hits("ession", reading) == truth)
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
    }

    /// Two bytes, of which no signature says anything: `Session` has become `ression`.
    @Test func whatIsFoundInADamagedTextAloneIsNotThere() throws {
        try damage(block: 1, section: IndexFile.texts, at: 1)
        let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }
        let catalog = try SessionCatalog(of: bench.workspace, reading, searchable: true)
        // Of those that are not shown it is known, too.
        #expect(catalog.hits(SearchRanking(.condition(.text("re")), context), first: 0).count == 0)
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
    }

    @Test func aTextThatNothingIsFoundInIsLeftAlone() throws {
        let truth = try hits("session 7", IndexBench.without)
        try damage(block: 1, section: IndexFile.texts)
        #expect(try hits("nothing", reading).isEmpty && hits("", reading).count == Self.count)
        #expect(try hits("session 7", reading).allSatisfy(truth.contains))
    }

    @Test func aSignatureThatIsDamagedHidesNothing() throws {
        let truth = try hits("session", IndexBench.without)
        var bytes = try #require(bench.bench.folder.bytes(at: bench.indexName))
        let start = Int(IndexBytes(bytes).integer(at: IndexFile.signatures, as: UInt64.self))
        for place in start..<start + TextSignature.byteCount { bytes[place] = 0 }
        try bench.bench.folder.write(bytes, at: bench.indexName)
        #expect(try hits("session", reading) == truth)
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
    }

    @Test func aBlockThatNobodyLooksAtIsLeftAlone() throws {
        try damage(block: 2)
        let catalog = try SessionCatalog(of: bench.workspace, reading)
        let id = String(try #require(names[0].split(separator: "/").last).dropLast(5))
        #expect(catalog.chosen { $0.id == id }.count == 1)
        #expect(bench.bench.folder.bytes(at: bench.indexName) != nil && !catalog.isMended)
    }

    /// Nobody looks at a file in a folder that has not changed, but of a block that is damaged all are read.
    @Test func aSessionThatCannotBeReadIsToldOfAndLeftOut() throws {
        try bench.overwrite(names[300]) { $0 = Array("garbage".utf8) }
        try damage(block: 1)
        let catalog = try SessionCatalog(of: bench.workspace, reading, searchable: true)
        var titles: [String] = []
        catalog.forEach { titles.append($0.title) }
        #expect(titles.count == Self.count - 1 && !titles.contains(""))
        #expect(catalog.damaged.map(\.code) == [.damaged])
        #expect(ShortIDs(catalog).contains(String(names[300].split(separator: "/")[3].dropLast(5))))
        catalog.forEach { _ in }
        #expect(catalog.damaged.count == 1)
    }

    @Test func whatCouldNotBeReadOnceIsReadTheNextTime() throws {
        let sound = bench.bench.folder.bytes(at: names[300])
        try bench.overwrite(names[300]) { $0 = Array("garbage".utf8) }
        try damage(block: 1)
        // Enough that is new for an index to be written.
        for number in 0..<40 {
            let id = bench.bench.ids.session()
            try bench.bench.folder.write(
                SessionText.with(id: id, title: "New \(number)"), at: ".sessions/sessions/2026-12/\(id).json")
        }
        IndexBench.waitForClock()
        // As much as `list` does, with a folder that has not changed beside the one that has.
        _ = try found(bench.rules)
        try bench.overwrite(names[300]) { $0 = sound ?? [] }
        #expect(try found(bench.rules) == truth())
    }

    @Test func aSessionThatIsMadePrivateTakesTheIndexWithIt() throws {
        bench.rules.check = .files
        #expect(bench.bench.folder.mode(of: bench.indexName) == 0o644)
        chmod(bench.bench.folder.path + "/" + names[5], 0o600)
        IndexBench.waitForClock()
        #expect(try found(reading) == truth())
        #expect(bench.bench.folder.bytes(at: bench.indexName) == nil)
        _ = try found(bench.rules)
        #expect(bench.bench.folder.mode(of: bench.indexName) == 0o600)
    }

    /// An index knows nothing of a folder that is gone, though those that are there have not changed.
    @Test func idsOfAMonthThatIsGoneAreNoneAnyMore() throws {
        let ids = names.map { String($0.split(separator: "/")[3].dropLast(5)) }
        #expect(try bench.workspace.shortIDs().contains(ids[7]))
        bench.bench.folder.remove(".sessions/sessions/2026-11")
        #expect(try !bench.workspace.shortIDs().contains(ids[7]))
    }

    @Test func aReaderMakesNoFolder() throws {
        let truth = try truth()
        bench.bench.folder.remove(".sessions/local")
        #expect(try found(bench.rules) == truth)
        #expect(try bench.workspace.folder(at: ["local"]) == nil)
    }

    /// As a month that is replaced by something else between two looks, of which nothing can be opened.
    @Test func aMonthThatCannotBeOpenedIsTold() throws {
        let file = WorkspaceScan.File(key: SessionKey("7f3k9q2n4p5r"), month: 0)
        let failure = SessionsError.damaged(path: "2026-11", problem: "it is not a folder")
        let reading = SummaryReading([file, file], months: ["2026-11"], keepsText: false) {
            (_) throws(SessionsError) -> Folder? in throw failure
        }
        #expect(reading.damaged.map(\.error) == [failure, failure])
    }
}
