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

    /// A row of the new index.
    private struct Row {
        let key: SessionKey
        let month: Int
        let summary: SessionSummary
        /// That of no file for what is too new.
        let stamp: FileStamp
    }

    /// Writes what the catalog holds. A failure is nobody's: the next reader tries again.
    func write(_ catalog: SessionCatalog, in workspace: Workspace) {
        let rows = rows(of: catalog)
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

    private func rows(of catalog: SessionCatalog) -> [Row] {
        var rows: [Row] = []
        if let oldIndex {
            let numbers = oldIndex.months.map { name in months.firstIndex { $0.name == name } }
            catalog.eachIndexed { row, summary in
                guard summary.monthNumber < numbers.count, let month = numbers[summary.monthNumber] else {
                    return
                }
                rows.append(
                    Row(key: summary.key, month: month, summary: summary, stamp: oldIndex.stamp(ofRow: row)))
            }
        }
        catalog.eachFresh { number, summary in
            rows.append(
                Row(
                    key: summary.key, month: summary.monthNumber, summary: summary,
                    stamp: sources[number].stamp))
        }
        // What the index had is in order already, and what was read comes in the order of months.
        rows.sort { ($0.key, $0.month) < ($1.key, $1.month) }
        return rows
    }

    // MARK: The file

    private func write(_ rows: [Row], to file: OutputFile) throws(IOFailure) {
        let blockCount = IndexFile.blockCount(rows.count)
        var tables: [UInt8] = []
        for month in months {
            tables += Array(month.name.utf8.prefix(IndexFile.monthNameSize - 1))
            while tables.count % IndexFile.monthSize != IndexFile.monthNameSize { tables.append(0) }
            month.stamp.append(to: &tables)
        }
        let labels = IndexWriter.labels(of: rows)
        let rowsStart =
            IndexFile.headerSize + tables.count + blockCount * IndexFile.blockSize + labels.count
        let stampsStart = rowsStart + rows.count * SummaryColumn.rowSize
        let detailsStart = stampsStart + rows.count * FileStamp.byteCount

        var details = Section(at: detailsStart)
        var signatures: [UInt8] = []
        var texts = Section(at: detailsStart + rows.reduce(0) { $0 + $1.summary.detailsLength })
        var columns = SummaryColumns()
        var stamps: [UInt8] = []
        for first in stride(from: 0, to: rows.count, by: SummaryBlock.most) {
            let block = rows[first..<min(first + SummaryBlock.most, rows.count)]
            let stampsStart = stamps.count
            var (blockDetails, blockTexts, textChecksums): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
            for row in block {
                row.summary.append(
                    to: &columns, &blockDetails, &blockTexts, month: row.month, isUnsure: row.stamp == .none)
                row.stamp.append(to: &stamps)
                textChecksums.append(number: row.summary.block.text(of: row.summary.row).checksum)
            }
            let signature = TextSignature.bytes(of: blockTexts)
            signatures += signature
            blockTexts += textChecksums
            for (section, bytes) in [(details, blockDetails), (texts, blockTexts)] {
                tables.append(number: UInt64(section.length))
                tables.append(number: UInt64(bytes.count))
            }
            for checksum in columns.checksums(of: block.indices) { tables.append(number: checksum) }
            tables.append(number: Checksum.of(stamps[stampsStart...]))
            tables.append(number: Checksum.of(signature[...]))
            try details.write(blockDetails, to: file)
            try texts.write(blockTexts, to: file)
        }
        try details.finish(file)
        try texts.finish(file)
        tables += labels
        let finished = rows.enumerated().compactMap { number, row in
            row.summary.finished.map { (row: number, session: $0) }
        }
        let signaturesStart = texts.start + texts.length
        var rest = Section(at: signaturesStart)
        try rest.write(signatures, to: file)
        let finishedStart = signaturesStart + signatures.count
        try rest.write(FinishedSection.bytes(of: finished), to: file)
        let workStart = rest.start + rest.length
        try rest.write(WorkSection.bytes(of: rows.map(\.summary)), to: file)
        try rest.finish(file)

        var header: [UInt8] = []
        header.append(number: IndexFile.magic)
        header.append(number: IndexFile.version)
        header.append(number: UInt32(mode))
        for number in [
            rows.count, months.count, rowsStart, stampsStart, details.start, texts.start,
            rest.start + rest.length, rows.count { $0.stamp == .none },
        ] { header.append(number: UInt64(number)) }
        folderStamp.append(to: &header)
        header.append(number: UInt64(finishedStart))
        header.append(number: UInt64(finished.count))
        header.append(number: UInt64(signaturesStart))
        header.append(number: UInt64(workStart))
        header.append(number: Checksum.of(tables[...]))
        header.append(number: Checksum.of(header[...]))
        try file.seek(to: 0)
        try file.write(header + tables + columns.bytes + stamps)
    }

    /// Every tag and every project.
    private static func labels(of rows: [Row]) -> [UInt8] {
        var (tags, projects) = (DistinctTexts(), DistinctTexts())
        for row in rows { row.summary.addLabels(to: &tags, &projects) }
        var bytes: [UInt8] = []
        for texts in [tags.sorted, projects.sorted] {
            bytes.append(number: UInt32(truncatingIfNeeded: texts.count))
            for text in texts { bytes.append(counted: text) }
        }
        return bytes
    }

    /// A part of the file that grows block by block.
    private struct Section {
        let start: Int
        /// Bytes in it so far.
        private(set) var length = 0
        private var waiting: [UInt8] = []

        init(at start: Int) {
            self.start = start
        }

        mutating func write(_ bytes: [UInt8], to file: OutputFile) throws(IOFailure) {
            length += bytes.count
            waiting += bytes
            if waiting.count >= 1 << 20 { try finish(file) }
        }

        mutating func finish(_ file: OutputFile) throws(IOFailure) {
            try file.seek(to: start + length - waiting.count)
            try file.write(waiting)
            waiting.removeAll(keepingCapacity: true)
        }
    }
}

extension SessionSummary {
    fileprivate var detailsLength: Int { block.details(of: row).count }

    /// Copies it behind others.
    ///
    /// - Parameter month: the number of its month in the new index.
    fileprivate func append(
        to columns: inout SummaryColumns, _ details: inout [UInt8], _ texts: inout [UInt8], month: Int,
        isUnsure: Bool
    ) {
        for column in SummaryColumn.allCases {
            switch column {
            case .key, .created, .updated, .planned, .tracked, .labels:
                columns.append(block.number(row, column) as UInt64, to: column)
            case .details: columns.append(piece: details.count, block.details(of: row).count, to: column)
            case .text: columns.append(piece: texts.count, block.text(of: row).count, to: column)
            case .flags:
                var flags = flags
                if isUnsure { flags.insert(.unsure) } else { flags.remove(.unsure) }
                columns.append(flags.rawValue, to: column)
            case .month: columns.append(UInt16(truncatingIfNeeded: month), to: column)
            case .status, .outcome: columns.append(block.number(row, column) as UInt8, to: column)
            }
        }
        details.append(block.details(of: row))
        texts.append(block.text(of: row))
    }
}

extension Checksum {
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.withUnsafeBytes { of($0) } }
}
