/// What statistics look at of the sessions of an index, so that their details need not be looked at.
///
///      0  UInt64   the checksum of the rest of this table
///      8  UInt64   how many stretches
///     16  UInt64   for each column (`WorkColumn`) its checksum
///         columns  one behind the other
struct WorkSection {
    let rowCount: Int
    private let bytes: IndexBytes
    private let stretchCount: Int

    /// Where the checksums of the columns stand.
    static let columns = 16
    /// Where the columns begin.
    static let start = columns + 8 * WorkColumn.allCases.count
    /// With a longer stretch than there are numbers for there is no section.
    private static let longest = Int(UInt32.max)

    /// - Returns: nil where its table is not as it was written.
    init?(_ bytes: IndexBytes, rowCount: Int) {
        let table = bytes.part(0, WorkSection.start)
        guard table.count == WorkSection.start,
            table.part(8, table.count).checksum == table.integer(at: 0, as: UInt64.self)
        else { return nil }
        self.bytes = bytes
        self.rowCount = rowCount
        stretchCount = Int(min(table.integer(at: 8), UInt64(bytes.count)))
    }

    /// The numbers of a column; nil where they are not as they were written.
    func column(_ column: WorkColumn) -> Numbers? {
        var place = WorkSection.start
        for other in WorkColumn.allCases.prefix(column.rawValue) { place += count(other) * other.size }
        let numbers = bytes.part(place, count(column) * column.size)
        let checksum: UInt64 = bytes.integer(at: WorkSection.columns + 8 * column.rawValue)
        guard numbers.count == count(column) * column.size, numbers.checksum == checksum else { return nil }
        return Numbers(count: count(column), bytes: numbers)
    }

    private func count(_ column: WorkColumn) -> Int { column.isOfStretches ? stretchCount : rowCount }

    /// Those of a column.
    struct Numbers {
        let count: Int
        fileprivate let bytes: IndexBytes

        /// UInt32.
        @inline(__always)
        subscript(place: Int) -> Int { Int(bytes.unowned.integer(at: 4 &* place, as: UInt32.self)) }

        /// Int64. Whatever stands there: nobody shall calculate with more than numbers can hold.
        @inline(__always)
        func second(_ place: Int) -> Int {
            Int(min(max(bytes.unowned.integer(at: 8 &* place, as: Int64.self), -1 << 50), 1 << 50))
        }
    }

    // MARK: Writing

    private struct Stretch {
        let start: Int
        let seconds: Int
        let row: Int
        let offset: Int
    }

    /// The bytes of the section; none where a session has time that there are no numbers for.
    ///
    /// - Parameter sessions: by row.
    static func bytes(of sessions: some Sequence<SessionSummary>) -> [UInt8] {
        var columns = WorkColumn.allCases.map { _ in [UInt32]() }
        func append(_ number: Int, to column: WorkColumn) {
            columns[column.rawValue].append(UInt32(truncatingIfNeeded: number).littleEndian)
        }
        var (tags, projects, templates) = (DistinctTexts(), DistinctTexts(), DistinctTexts())
        var stretches: [Stretch] = []
        var isWhole = true
        for (row, session) in sessions.enumerated() {
            session.eachInterval { interval, _ in
                if !add(interval, row: row, to: &stretches) { isWhole = false }
            }
            guard isWhole else { return [] }
            append(number(of: .tags, .tag, session, &tags), to: .tags)
            append(number(of: .project, .project, session, &projects), to: .project)
            append(number(of: .template, .template, session, &templates), to: .template)
            // Those of a session that runs are counted when it is asked for.
            append(session.pauses(now: session.updatedAt), to: .pauses)
            append(session.goals.count, to: .goals)
            append(session.goals.done, to: .goalsReached)
        }
        for number in StretchOrder.of(stretches.map(\.start)) {
            let stretch = stretches[Int(number)]
            append(stretch.start, to: .start)
            append(stretch.start >> 32, to: .start)
            append(stretch.seconds, to: .seconds)
            append(stretch.row, to: .row)
            append(stretch.offset, to: .offset)
        }
        var table = GrowingBuffer<UInt8>(capacity: start)
        table.append(number: UInt64(stretches.count))
        for column in columns { table.append(number: column.withUnsafeBytes { Checksum.of($0) }) }
        var bytes = GrowingBuffer<UInt8>(capacity: start + columns.reduce(0) { $0 + 4 * $1.count })
        bytes.append(number: Checksum.of(table.bytes(from: 0)))
        bytes.append(table.bytes(from: 0))
        for column in columns { column.withUnsafeBytes { bytes.append($0) } }
        return bytes.bytes
    }

    /// 0 where it has none: that is not the same as an empty one.
    private static func number(
        of field: SummaryField, _ flag: SummaryFlags, _ session: SessionSummary, _ known: inout DistinctTexts
    ) -> Int {
        session.flags.contains(flag) ? known.number(of: session.field(field)) + 1 : 0
    }

    /// - Returns: whether there are numbers for it.
    private static func add(_ interval: Interval, row: Int, to stretches: inout [Stretch]) -> Bool {
        guard case .stretch(let start, let end?) = interval.extent else { return true }
        guard start.isWritable, end.isWritable else { return false }
        let seconds = max(0, end.seconds(since: start))
        guard seconds <= longest else { return false }
        if seconds > 0 {
            stretches.append(
                Stretch(start: start.seconds, seconds: seconds, row: row, offset: interval.utcOffset))
        }
        return true
    }
}

/// What statistics look at. Numbers are little-endian, UInt32 where nothing else is said.
enum WorkColumn: Int, CaseIterable {
    /// For each row a number, the same for what is written the same way, 0 for none.
    case tags, project, template
    /// For each row how many.
    case pauses, goals, goalsReached
    /// For each stretch of time that has ended, by when they begin: the seconds since 1970, Int64.
    case start
    /// How long it is, whose row it is of, and how far its clock was from UTC, Int32.
    case seconds, row, offset

    var size: Int { self == .start ? 8 : 4 }

    var isOfStretches: Bool { rawValue >= WorkColumn.start.rawValue }
}
