/// Writes a new index beside the old one and puts it in its place. Readers take no lock: of those that write
/// at once the last one's stays, and each of them is whole.
struct IndexWriter {
    /// With stamps only where they can be relied on.
    private let months: [WorkspaceScan.Month]
    private let folderStamp: FileStamp
    private let oldIndex: SessionIndex?
    private let sources: [SummaryReading.Source]
    private let mode: FileMode

    /// Nanoseconds after which nobody still writes an index that is not in its place.
    private static let longestWork: Int64 = 3600 * 1_000_000_000

    /// Whether a file among the staged ones is an index that a reader may be writing.
    static func isAtWork(on name: String, in staging: Folder) -> Bool {
        guard name.hasPrefix(IndexFile.name + "."), let stamp = staging.stamp(of: name) else { return false }
        return stamp.modified > FileStamp.clock() - longestWork
    }

    /// Whether a new index is worth its while: before anything is read whether enough has changed, and with
    /// what was read also whether enough of it is old enough to be relied on.
    struct Decision {
        private let scan: WorkspaceScan
        private let rules: IndexRules
        /// Rows of the index that do not hold any longer.
        private let gone: Int
        /// Whether enough has changed.
        let isWorthwhile: Bool

        init(_ scan: WorkspaceScan, unknown: Int, _ currentRows: [Bool]?, _ rules: IndexRules) {
            self.scan = scan
            self.rules = rules
            gone = currentRows.map { rows in rows.count { !$0 } } ?? 0
            guard rules.isUsed, rules.isWritten else {
                isWorthwhile = false
                return
            }
            guard let index = scan.index else {
                isWorthwhile = unknown >= rules.fewest
                return
            }
            // Folders that changed cost a look at each of their files every time.
            let isLookedThrough = rules.check == .folders && scan.fileCount >= 64 + index.count / 16
            isWorthwhile = isLookedThrough || max(unknown, gone) >= rules.worthwhile(among: index.count)
        }

        /// - Parameters:
        ///   - sources: what was read, those that are too new without a stamp.
        ///   - months: the same of the folders.
        fileprivate func isGain(_ sources: [SummaryReading.Source], _ months: [WorkspaceScan.Month]) -> Bool {
            let sure = sources.count { $0.stamp != .none }
            guard isWorthwhile, months.count <= IndexFile.mostMonths else { return false }
            guard let index = scan.index else { return sure >= max(rules.fewest, sources.count / 2) }
            return sure > 0 || gone > sources.count
                || months.contains { month in
                    guard month.stamp != .none else { return false }
                    return index.month(named: month.name).map(index.stamp(ofMonth:)) != month.stamp
                }
        }
    }

    /// Nil where it is not worth its while.
    init?(_ decision: Decision, _ scan: WorkspaceScan, _ reading: SummaryReading, _ rules: IndexRules) {
        let limit = scan.startedAt - rules.margin
        func isSure(_ stamp: FileStamp) -> Bool { stamp != .none && stamp.changed < limit }
        var months = scan.months
        let damaged = Set(reading.damaged.map(\.file.month))
        for number in months.indices {
            // What cannot be read is to be told of every time.
            let isWhole = months[number].listing?.problem == nil && !damaged.contains(number)
            if !isWhole || !isSure(months[number].stamp) { months[number].stamp = .none }
        }
        sources = reading.sources.map { isSure($0.stamp) ? $0 : $0.unsure }
        guard decision.isGain(sources, months) else { return nil }
        self.months = months
        folderStamp = isSure(scan.folderStamp) ? scan.folderStamp : .none
        oldIndex = scan.index
        mode = reading.sources.reduce(scan.index?.mode ?? 0o666) { $0 & $1.mode }
    }

    /// Writes what the catalog holds. A failure is nobody's: the next reader tries again.
    func write(_ catalog: SessionCatalog, in workspace: Workspace) {
        let rows = IndexRows(summaries(of: catalog))
        // Of what could not be read this time nothing must be remembered.
        guard !catalog.isMended else { return }
        try? { () throws(IOFailure) in
            // Who only reads makes no folder in a workspace.
            guard let local = try workspace.folder(at: ["local"]) else { return }
            let staging = try local.makeFolder(StagingArea.folderName)
            // Others write theirs at the same time.
            let mark = System.randomBytes(8)?.reduce(0) { $0 << 8 | UInt64($1) } ?? UInt64(System.processID)
            let name = "\(IndexFile.name).\(mark)"
            do throws(IOFailure) {
                let file = try staging.create(name, mode: mode)
                try write(rows, to: file)
                try staging.rename(name, to: IndexFile.name, in: local)
            } catch {
                try? staging.remove(name)
                throw error
            }
        }()
    }

    private func summaries(of catalog: SessionCatalog) -> [IndexRows.Source] {
        var summaries: [IndexRows.Source] = []
        if let oldIndex {
            let numbers = oldIndex.months.map { name in months.firstIndex { $0.name == name } }
            catalog.eachIndexed { row, summary in
                guard summary.monthNumber < numbers.count, let month = numbers[summary.monthNumber] else {
                    return
                }
                summaries.append(
                    IndexRows.Source(summary: summary, month: month, stamp: oldIndex.stamp(ofRow: row)))
            }
        }
        catalog.eachFresh { number, summary in
            summaries.append(
                IndexRows.Source(
                    summary: summary, month: summary.monthNumber, stamp: sources[number].stamp))
        }
        return summaries
    }

    // MARK: The file

    private func write(_ rows: IndexRows, to file: OutputFile) throws(IOFailure) {
        var tables = IndexPart.Bytes(capacity: 1 << 16)
        for month in months {
            // A month has seven characters.
            tables.append(text: month.name + "\0")
            month.stamp.append(to: &tables)
        }
        let blockCount = IndexFile.blockCount(rows.count)
        let places = IndexPart.Places(
            of: rows,
            from: IndexFile.headerSize + tables.count + blockCount * IndexFile.blockSize + rows.labels.count)

        // Each thread writes half of the blocks.
        let parts = System.inHalves(0..<blockCount) { blocks in
            Result { () throws(IOFailure) in try IndexPart(blocks, of: rows, at: places, in: file) }
        }
        var rest = IndexPart.Bytes(capacity: blockCount * TextSignature.byteCount)
        var finished: [FinishedSection.Row] = []
        for part in parts {
            let part = try part.get()
            part.blocks.withUnsafeBytes { tables.append($0) }
            part.signatures.withUnsafeBytes { rest.append($0) }
            finished += part.finished
        }
        rows.labels.withUnsafeBytes { tables.append($0) }
        let finishedStart = places.end + rest.count
        FinishedSection.bytes(of: finished).withUnsafeBytes { rest.append($0) }
        let workStart = places.end + rest.count
        WorkSection.bytes(of: rows.summaries).withUnsafeBytes { rest.append($0) }
        try file.write(rest.bytes(from: 0), at: places.end)

        var header = IndexPart.Bytes(capacity: IndexFile.headerSize)
        header.append(number: IndexFile.magic)
        header.append(number: IndexFile.version)
        header.append(number: UInt32(mode))
        for number in [
            rows.count, months.count, places.rows, places.stamps, places.details, places.texts,
            places.end + rest.count, rows.unsureCount,
        ] { header.append(number: UInt64(number)) }
        folderStamp.append(to: &header)
        header.append(number: UInt64(finishedStart))
        header.append(number: UInt64(finished.count))
        header.append(number: UInt64(places.end))
        header.append(number: UInt64(workStart))
        header.append(number: Checksum.of(tables.bytes(from: 0)))
        header.append(number: Checksum.of(header.bytes(from: 0)))
        header.append(tables.bytes(from: 0))
        try file.write(header.bytes(from: 0), at: 0)
    }
}
