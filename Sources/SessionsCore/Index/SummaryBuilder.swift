/// Makes rows of sessions, block by block.
struct SummaryBuilder {
    private let months: [String]
    private let keepsText: Bool
    private var columns = SummaryColumns()
    private var details: [UInt8] = []
    private var text: [UInt8] = []
    private var blocks: [SummaryBlock] = []

    static var empty: SummaryBlock {
        SummaryBlock(
            count: 0, columns: .none, details: .none, text: BlockText(.none, count: 0, places: .none),
            months: [])
    }

    /// - Parameters:
    ///   - months: the names of the folders.
    ///   - keepsText: whether the text is wanted.
    init(months: [String], keepsText: Bool) {
        self.months = months
        self.keepsText = keepsText
    }

    /// - Parameter month: the number of the folder its file lies in.
    mutating func add(_ session: Session, month: Int) {
        let parts = SessionParts(of: session)
        add(SummaryFacts(of: session, parts), month: month) { field, details in
            SummaryBuilder.append(field, of: session, parts, to: &details)
        } text: { text in
            SearchText(of: session, parts).append(to: &text)
        }
    }

    /// - Parameters:
    ///   - append: appends a list or text of the details.
    ///   - appendText: appends the folded text; called only where that is wanted.
    @inline(__always)
    mutating func add(
        _ facts: SummaryFacts, month: Int, append: (SummaryField, inout [UInt8]) -> Void,
        text appendText: (inout [UInt8]) -> Void
    ) {
        if columns.count == SummaryBlock.most { closeBlock() }
        let (detailsStart, textStart) = (details.count, text.count)
        let flags = facts.allFlags
        let marks = addDetails(facts, flags, append)
        if keepsText { appendText(&text) }
        columns.append(facts.key.bits, to: .key)
        columns.append(facts.created.milliseconds, to: .created)
        columns.append(facts.updated.milliseconds, to: .updated)
        columns.append(Int64(facts.planned?.seconds ?? -1), to: .planned)
        columns.append(Int64(facts.tracked), to: .tracked)
        columns.append(marks.bits, to: .labels)
        columns.append(piece: detailsStart, details.count - detailsStart, to: .details)
        columns.append(piece: textStart, text.count - textStart, to: .text)
        columns.append(flags.rawValue, to: .flags)
        columns.append(UInt16(truncatingIfNeeded: month), to: .month)
        columns.append(UInt8(facts.status.number), to: .status)
        columns.append(UInt8(facts.outcome?.number ?? 0), to: .outcome)
    }

    private mutating func addDetails(
        _ facts: SummaryFacts, _ flags: SummaryFlags, _ append: (SummaryField, inout [UInt8]) -> Void
    ) -> LabelMarks {
        let first = details.count
        details.append(number: UInt64(0))
        details.append(number: facts.started?.milliseconds ?? 0)
        details.append(number: facts.completed?.milliseconds ?? 0)
        details.append(number: facts.archived?.milliseconds ?? 0)
        details.append(number: Int64(facts.rating ?? 0))
        details.append(number: (facts.progress ?? 0).bitPattern)
        for count in [facts.goals, facts.goalsReached, facts.comments, facts.attachments] {
            details.append(number: UInt32(truncatingIfNeeded: count))
        }

        let ends = details.count
        for _ in SummaryField.allCases { details.append(number: UInt32(0)) }
        let start = details.count
        var marks = LabelMarks()
        for field in SummaryField.allCases {
            let from = details.count
            append(field, &details)
            if field == .project, flags.contains(.project) { marks.add(project: details[from...]) }
            if field == .tags { SummaryBuilder.mark(tags: details[from...], in: &marks) }
            let end = UInt32(truncatingIfNeeded: details.count - start).littleEndian
            let place = ends + 4 * field.rawValue
            details.withUnsafeMutableBytes { $0.storeBytes(of: end, toByteOffset: place, as: UInt32.self) }
        }
        let checksum = Checksum.of(details[(first + 8)...]).littleEndian
        details.withUnsafeMutableBytes { $0.storeBytes(of: checksum, toByteOffset: first, as: UInt64.self) }
        return marks
    }

    /// - Parameter tags: counted texts.
    private static func mark(tags: ArraySlice<UInt8>, in marks: inout LabelMarks) {
        var rest = tags
        while rest.count > 4 {
            let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            marks.add(tag: rest.dropFirst(4).prefix(length))
            rest = rest.dropFirst(4 + length)
        }
    }

    private static func append(
        _ field: SummaryField, of session: Session, _ parts: SessionParts, to details: inout [UInt8]
    ) {
        switch field {
        case .title: details.append(contentsOf: session.title.utf8)
        case .project: details.append(contentsOf: (session.project ?? "").utf8)
        case .template: details.append(contentsOf: (session.template ?? "").utf8)
        case .createdBy: details.append(contentsOf: session.createdBy.utf8)
        case .tags: for tag in session.tags { details.append(counted: tag) }
        case .people:
            for participant in session.participants {
                details.append(number: UInt8(participant.role.number))
                details.append(counted: participant.person)
            }
        case .mentions: append(mentions: parts.comments.flatMap(\.mentions), to: &details)
        case .intervals:
            for interval in parts.intervals {
                append(interval, to: &details)
                details.append(counted: interval.by)
            }
        case .events: for event in parts.events { details.append(number: event.happened.milliseconds) }
        case .source:
            guard let source = session.source else { break }
            details.append(counted: source.name)
            details.append(contentsOf: source.id.utf8)
        case .skills:
            for skill in session.skills {
                details.append(number: Int64(skill.change))
                details.append(counted: skill.name)
            }
        }
    }

    /// Everybody once.
    static func append(mentions: [String], to details: inout [UInt8]) {
        var people: [String] = []
        for person in mentions where !people.contains(person) { people.append(person) }
        for person in people { details.append(counted: person) }
    }

    /// All of an interval but its person.
    static func append(_ interval: Interval, to details: inout [UInt8]) {
        let kind: IntervalKind
        switch interval.extent {
        case .stretch(let start, let end):
            kind = end == nil ? .open : .ended
            details.append(number: start.milliseconds)
            details.append(number: end?.milliseconds ?? 0)
        case .amount(let amount, let day):
            kind = .amount
            details.append(number: Int64(day.daysSince1970))
            details.append(number: Int64(amount.seconds))
        }
        details.append(number: Int32(truncatingIfNeeded: interval.utcOffset))
        details.append(kind.rawValue)
    }

    private mutating func closeBlock() {
        guard columns.count > 0 else { return }
        let (count, bytes) = (columns.count, IndexBytes(columns.bytes))
        let places = bytes.part(count * SummaryColumn.text.start, count * SummaryColumn.text.size)
        blocks.append(
            SummaryBlock(
                count: count, columns: bytes, details: IndexBytes(details),
                text: BlockText(IndexBytes(text), count: count, places: places), months: months))
        (columns, details, text) = (SummaryColumns(), [], [])
    }

    /// The blocks of what was added.
    mutating func finish() -> [SummaryBlock] {
        closeBlock()
        defer { blocks = [] }
        return blocks
    }
}
