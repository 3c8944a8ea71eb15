@testable import SessionsCore

private let folder = try? Folder.makePrivate(in: "/dev/shm")

/// An index with anything in it, its checksums put right: nothing outside it is looked at, and reading it ends.
func testIndex(_ bytes: [UInt8]) {
    guard let folder, bytes.count >= IndexFile.headerSize, bytes.count < 1 << 16 else { return }
    let sealed = withRightChecksums(bytes)
    try? folder.remove(IndexFile.name)
    guard (try? folder.create(IndexFile.name, mode: 0o600).write(sealed)) != nil,
        let index = SessionIndex(in: folder)
    else { return }
    _ = index.soundStamps()
    _ = index.allLabels()
    let finder = RowFinder(of: index)
    for row in 0..<min(index.count, 64) {
        _ = finder.row(of: index.key(ofRow: row), month: index.month(ofRow: row))
        _ = (index.isUnsure(row), index.stamp(ofRow: row))
    }
    for month in index.months { _ = index.month(named: month).map { index.stamp(ofMonth: $0) } }
    for number in 0..<min(IndexFile.blockCount(index.count), 4) {
        let block = index.block(number, keepsText: true)
        let context = QueryContext(now: Instant(seconds: 0), zone: .utc, archived: .shown) { _ in false }
        _ = SearchRanking(.condition(.text("fix")), context).hits(in: [(block, .all)], first: 3)
        for row in 0..<min(block.count, 64) { read(SessionSummary(block, row)) }
    }
    for key in [GroupKey.tag, .project, .template, .outcome] { sumUp(index, by: key) }
}

private func sumUp(_ index: SessionIndex, by key: GroupKey) {
    guard let work = index.work else { return }
    var statistics = Statistics(by: [key], now: Instant(seconds: 1_795_348_800), zone: .utc)
    statistics.use(work)
    for number in 0..<min(IndexFile.blockCount(index.count), 4) {
        let block = index.block(number, keepsText: false)
        statistics.add(Array(0..<block.count), of: block, first: number * SummaryBlock.most)
    }
    _ = statistics.result()
}

private func read(_ summary: SessionSummary) {
    let now = Instant(seconds: 1_795_348_800)
    _ = (summary.id, summary.location, summary.title, summary.project, summary.template, summary.createdBy)
    _ = (summary.status, summary.planned, summary.tracked(now: now), summary.wall(now: now), summary.rating)
    _ = (
        summary.tags, summary.participants, summary.mentions, summary.intervals, summary.source, summary.goals
    )
    _ = (summary.startedAt, summary.completedAt, summary.archivedAt, summary.progress)
    _ = summary.hasEvent { $0 > now }
    _ = FoldedLines(of: summary).contains(FoldedText("fix"))
    FoldedLines(of: summary).eachLine { _, _, _ in }
    for key in GroupKey.allCases {
        var statistics = Statistics(by: [key], now: now, zone: .utc)
        statistics.add(summary)
        _ = statistics.result()
    }
}

/// The bytes as an index that was written so: who damages an index on purpose can do that too.
private func withRightChecksums(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    func number(_ offset: Int) -> Int { Int(min(IndexBytes(bytes).integer(at: offset), UInt64(bytes.count))) }
    func put(_ value: some FixedWidthInteger, at offset: Int) {
        withUnsafeBytes(of: value.littleEndian) { value in
            guard offset >= 0, offset + value.count <= bytes.count else { return }
            bytes.replaceSubrange(offset..<offset + value.count, with: value)
        }
    }
    func checksum(_ offset: Int, _ length: Int) -> UInt64 { IndexBytes(bytes).part(offset, length).checksum }
    put(IndexFile.magic, at: 0)
    put(IndexFile.version, at: 8)
    put(UInt64(bytes.count), at: IndexFile.size)
    let count = number(IndexFile.rowCount)
    let blocks = IndexFile.headerSize + number(IndexFile.monthCount) * IndexFile.monthSize
    for block in 0..<min(IndexFile.blockCount(count), 16) {
        let place = blocks + block * IndexFile.blockSize
        let first = block * SummaryBlock.most
        let most = max(0, min(SummaryBlock.most, count - first))
        func start(of column: SummaryColumn, row: Int) -> Int {
            number(IndexFile.rows) + count * column.start + row * column.size
        }
        for column in SummaryColumn.allCases {
            put(
                checksum(start(of: column, row: first), most * column.size),
                at: place + IndexFile.columnChecksums + 8 * column.rawValue)
        }
        let stamps = number(IndexFile.stamps) + first * FileStamp.byteCount
        put(checksum(stamps, most * FileStamp.byteCount), at: place + IndexFile.stampsChecksum)
        let signature = number(IndexFile.signatures) + block * TextSignature.byteCount
        put(checksum(signature, TextSignature.byteCount), at: place + IndexFile.signatureChecksum)
        let (details, texts) = (
            number(IndexFile.details) + number(place), number(IndexFile.texts) + number(place + 16)
        )
        for row in 0..<most {
            func piece(_ column: SummaryColumn) -> (start: Int, length: Int) {
                let place = IndexBytes(bytes).part(start(of: column, row: first + row), 8)
                return (
                    Int(place.integer(at: 0, as: UInt32.self)), Int(place.integer(at: 4, as: UInt32.self))
                )
            }
            let (text, detail) = (piece(.text), piece(.details))
            put(checksum(texts + text.start, text.length), at: texts + number(place + 24) - 8 * (most - row))
            put(checksum(details + detail.start + 8, detail.length - 8), at: details + detail.start)
        }
    }
    let work = number(IndexFile.work)
    var column = work + WorkSection.start
    for (number, kind) in WorkColumn.allCases.enumerated() {
        let stretches = Int(min(IndexBytes(bytes).integer(at: work + 8), UInt64(bytes.count)))
        let length = kind.size * (kind.isOfStretches ? stretches : count)
        put(checksum(column, length), at: work + WorkSection.columns + 8 * number)
        column += length
    }
    put(checksum(work + 8, WorkSection.start - 8), at: work)
    let tables = checksum(IndexFile.headerSize, number(IndexFile.rows) - IndexFile.headerSize)
    put(tables, at: IndexFile.tablesChecksum)
    put(checksum(0, IndexFile.headerChecksum), at: IndexFile.headerChecksum)
    return bytes
}
