/// Every session of a workspace as it is now, as rows: from the index where that holds, else from their files.
///
/// With and without an index the answer is the same, but for a search of texts that a bad disk changed (`TextScan`).
/// What cannot be told from it (it is not there, it is damaged, it was made by another version or for another place) is
/// read anew, and where enough was, an index is written for the next time. A reader that cannot write does without.
package final class SessionCatalog {
    /// What could not be read, in the order of months and ids, with the file where it is one.
    private var problems: [(location: SessionLocation?, error: SessionsError)]
    private let workspace: Workspace
    /// Those of the index; nil without one.
    private(set) var rows: CurrentRows?
    private let fresh: [SummaryBlock]
    /// The names of the months, in order.
    private let months: [String]
    /// Those of the index, as far as they have been looked at.
    private var blocks: [SummaryBlock?]
    /// Whether the text of sessions is wanted.
    private let keepsText: Bool
    /// Whether a block of the index was damaged. No index is made of such a catalog.
    private(set) var isMended = false

    /// The same with the index as it is now.
    package convenience init(
        of workspace: Workspace, _ rules: IndexRules, searchable: Bool = false
    ) throws(SessionsError) {
        try self.init(of: workspace, rules.isUsed ? workspace.index : nil, rules, searchable: searchable)
    }

    /// - Parameter searchable: whether the text of sessions is wanted, too.
    /// - Throws: where the months cannot be listed.
    package init(
        of workspace: Workspace, _ index: SessionIndex?, _ rules: IndexRules, searchable: Bool = false
    ) throws(SessionsError) {
        let scan = try WorkspaceScan(of: workspace, index, check: rules.check)
        guard !scan.months.isEmpty else {
            (problems, fresh, months, blocks) = ([], [], [], [])
            (self.workspace, rows, keepsText) = (workspace, nil, false)
            return
        }
        let unknown = scan.unknown
        let currentRows = scan.currentRows
        let decision = IndexWriter.Decision(scan, unknown: unknown.count, currentRows, rules)

        let months = scan.months.map(\.name)
        let folders = scan.months.map { $0.listing?.folder }
        let reading = SummaryReading(
            unknown, months: months, keepsText: searchable || decision.isWorthwhile
        ) {
            [workspace]
            (month) throws(SessionsError) in
            if let folder = folders[month] { return folder }
            return try SessionsError.reading { () throws(IOFailure) in
                try workspace.folder(at: [SessionLocation.folderName, months[month]])
            }
        }
        var problems = reading.damaged.map { file, error in
            (
                file.month, SessionLocation(id: file.key.text, month: months[file.month]) as SessionLocation?,
                error
            )
        }
        for (number, month) in scan.months.enumerated() {
            if let problem = month.listing?.problem { problems.append((number, nil, problem)) }
        }
        self.problems = problems.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }
        self.workspace = workspace
        rows = index.map { CurrentRows(of: $0, currentRows) }
        fresh = reading.blocks
        self.months = months
        blocks = Array(repeating: nil, count: index.map { IndexFile.blockCount($0.count) } ?? 0)
        keepsText = searchable || decision.isWorthwhile
        if let index, reading.isStricter(than: index.mode) {
            // Its text must not be read by others any longer, whatever a new index is worth.
            if let local = try? workspace.folder(at: ["local"]) { try? local.remove(IndexFile.name) }
        }
        IndexWriter(decision, scan, reading, rules)?.write(self, in: workspace)
    }

    /// What could not be read. To be asked for after all were visited: what is damaged in the index is found
    /// only then, and its files are read instead.
    package var damaged: [SessionsError] { problems.map(\.error) }

    /// What could not be read and may have to do with something that a file of it must mention: files that can
    /// be looked into and hold none of these texts are left out.
    package func damaged(mentioning texts: [String]) -> [SessionsError] {
        problems.filter { problem in
            guard let path = problem.location?.path,
                let bytes = try? workspace.content(at: path)?.bytes
            else { return true }
            return texts.contains { ByteSearch.contains(bytes, Array($0.utf8)) }
        }.map(\.error)
    }

    /// The index, where it says of every session what is.
    var unchangedIndex: SessionIndex? { fresh.isEmpty && rows?.areAll ?? false ? rows?.index : nil }

    /// Visits every session once, in no order.
    package func forEach<Failure: Error>(
        _ visit: (SessionSummary) throws(Failure) -> Void
    ) throws(Failure) {
        try eachIndexed(isKept: false) { (_, summary) throws(Failure) in try visit(summary) }
        try eachFresh { (_, summary) throws(Failure) in try visit(summary) }
    }

    /// Makes an answer of the rows of all and the details of few. Of the index only what is looked at is checked:
    /// where that turns out to be damaged, its files are read instead and the answer is made anew.
    func answer<Answer>(_ make: () -> Answer) -> Answer {
        while true {
            let answer = make()
            if !mendDamagedBlocks() { return answer }
        }
    }

    /// The sessions that are meant by what stands in their rows.
    package func chosen(where isMeant: (SessionSummary) -> Bool) -> [SessionSummary] {
        answer {
            var meant: [SessionSummary] = []
            eachRow { if isMeant($0) { meant.append($0) } }
            for summary in meant { summary.block.check(summary.row) }
            return meant
        }
    }

    /// The sessions that a query means, in an order.
    ///
    /// - Parameter order: without any session in it.
    package func chosen(
        by matcher: QueryMatcher, in order: OrderedSessions
    ) -> (first: [SessionSummary], count: Int) {
        answer {
            var order = order
            for (block, current) in parts {
                for row in 0..<block.count where current.isCurrent(row) {
                    guard matcher.rowTest.passes(block, row) else { continue }
                    if matcher.rowTest.isWhole, order.passesOver(row, of: block) { continue }
                    let summary = SessionSummary(block, row)
                    if matcher.matches(summary) { order.add(summary) }
                }
            }
            let first = order.sessions
            // What was gone through shall not stay in memory beside what is shown.
            rows?.index.release()
            for summary in first { summary.block.check(summary.row) }
            return (first, order.count)
        }
    }

    /// Visits every session once, in no order, with nothing of the index checked but what is looked at.
    private func eachRow(_ visit: (SessionSummary) -> Void) {
        eachIndexed(isChecked: false) { _, summary in visit(summary) }
        eachFresh { _, summary in visit(summary) }
    }

    /// Reads the files of the blocks of which something was looked at that is damaged; says whether there are any.
    private func mendDamagedBlocks() -> Bool {
        guard let index = rows?.index else { return false }
        let damaged = blocks.indices.filter { blocks[$0]?.isDamaged ?? false }
        for number in damaged { blocks[number] = reread(number, of: index) }
        return !damaged.isEmpty
    }

    /// All blocks with nothing of the index checked but where their texts stand, each with those of its rows
    /// that hold.
    var parts: [(block: SummaryBlock, current: CurrentRows.Part)] {
        var parts: [(SummaryBlock, CurrentRows.Part)] = []
        for number in blocks.indices {
            guard let rows else { break }
            let block = block(number, of: rows.index, isChecked: false)
            if keepsText { block.check(.text) }
            parts.append((block, self.rows?.part(ofBlock: number) ?? .all))
        }
        return parts + fresh.map { ($0, .all) }
    }

    /// Visits those that are as the index says, each with its row there.
    ///
    /// - Parameters:
    ///   - isChecked: whether all that is there of them must be sound.
    ///   - isKept: whether they will be looked at again; else what was visited leaves memory, of which it would
    ///     take several times as much as all the rest of a sum.
    func eachIndexed<Failure: Error>(
        isChecked: Bool = true, isKept: Bool = true, _ visit: (Int, SessionSummary) throws(Failure) -> Void
    ) throws(Failure) {
        for number in blocks.indices {
            guard let index = rows?.index else { return }
            let first = number * SummaryBlock.most
            let block = block(number, of: index, isChecked: isChecked)
            guard let rows else { return }
            // One that was mended holds those that are there now, in places of its own.
            let isReplaced = rows.isReplaced(block: number)
            for row in 0..<block.count where isReplaced || rows.holds(first + row) {
                try visit(first + row, SessionSummary(block, row))
            }
            if !isKept { block.release() }
        }
    }

    /// Visits those that were read from their files, in the order in which they were.
    func eachFresh<Failure: Error>(
        _ visit: (Int, SessionSummary) throws(Failure) -> Void
    ) throws(Failure) {
        var number = 0
        for block in fresh {
            for row in 0..<block.count {
                try visit(number, SessionSummary(block, row))
                number += 1
            }
        }
    }

    /// The same, each with the number of its month, the oldest one's 0.
    func eachRowInMonth(_ visit: (Int, SessionSummary) -> Void) {
        let numbers = rows?.index.months.map { months.firstIndex(of: $0) ?? 0 } ?? []
        eachIndexed(isChecked: false) { _, summary in
            let month = summary.monthNumber
            visit(month < numbers.count ? numbers[month] : 0, summary)
        }
        eachFresh { _, summary in visit(summary.monthNumber, summary) }
    }

    /// The ids of those that are in no row of the index; of those that cannot be read, too.
    var keysWithoutRow: [SessionKey] {
        let replaced = blocks.indices.compactMap { number in
            rows?.isReplaced(block: number) ?? false ? blocks[number] : nil
        }
        return (replaced + fresh).flatMap { block in
            (0..<block.count).map { SessionSummary(block, $0).key }
        } + unreadableKeys
    }

    /// The ids of those that cannot be read.
    var unreadableKeys: [SessionKey] { problems.compactMap { $0.location.map { SessionKey($0.id) } } }

    /// The sessions a person changed last, the last one first.
    func recentIDs(of user: String) -> [String] {
        (try? RecentSessions(of: user, in: workspace.folder(at: ["local"])).ids) ?? []
    }

    private func block(_ number: Int, of index: SessionIndex, isChecked: Bool) -> SummaryBlock {
        let known = blocks[number]
        if let known, !isChecked { return known }
        var block = known ?? index.block(number, keepsText: keepsText)
        if isChecked {
            block.check()
            block.checkTexts()
            if block.isDamaged { block = reread(number, of: index) }
        }
        blocks[number] = block
        return block
    }

    /// Reads the files of a block that is damaged, and has the index made anew next time. What cannot be read is
    /// in none of its rows, but a problem.
    private func reread(_ number: Int, of index: SessionIndex) -> SummaryBlock {
        isMended = true
        rows?.replace(block: number)
        if let local = try? workspace.folder(at: ["local"]) { try? local.remove(IndexFile.name) }
        var builder = SummaryBuilder(months: index.months, keepsText: keepsText)
        let first = number * SummaryBlock.most
        for row in first..<min(first + SummaryBlock.most, index.count) where rows?.holds(row) ?? true {
            let month = index.month(ofRow: row)
            guard index.months.indices.contains(month) else { continue }
            let location = SessionLocation(id: index.key(ofRow: row).text, month: index.months[month])
            do throws(SessionsError) {
                if let session = try workspace.session(at: location) { builder.add(session, month: month) }
            } catch {
                problems.append((location, error))
            }
        }
        return builder.finish().first ?? SummaryBuilder.empty
    }

    /// The session itself, as its file is now; nil where it has gone meanwhile.
    package func session(_ summary: SessionSummary) throws(SessionsError) -> Session? {
        try workspace.session(at: summary.location)
    }
}

extension Workspace {
    /// The index that was written last; nil where there is none that can be used.
    package var index: SessionIndex? {
        (try? folder(at: CollectionOfOne("local"))).flatMap { SessionIndex(in: $0) }
    }
}
