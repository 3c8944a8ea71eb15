/// Makes rows of sessions, block by block.
struct SummaryBuilder: ~Copyable {
    /// What is being written: numbers of fixed length, one behind the other, which an array takes long for.
    typealias Bytes = GrowingBuffer<UInt8>

    private let months: [String]
    private let keepsText: Bool
    private var columns = SummaryColumns(room: SummaryBlock.most)
    private var details = Bytes(capacity: 1 << 12)
    private var text = Bytes(capacity: 1 << 12)
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
        _ facts: SummaryFacts, month: Int, append: (SummaryField, inout Bytes) -> Void,
        text appendText: (inout Bytes) -> Void
    ) {
        if columns.count == SummaryBlock.most { closeBlock() }
        let (detailsStart, textStart) = (details.count, text.count)
        let flags = facts.allFlags
        let marks = addDetails(facts, flags, append)
        if keepsText { appendText(&text) }
        columns.set(.key, facts.key.bits)
        columns.set(.created, facts.created.milliseconds)
        columns.set(.updated, facts.updated.milliseconds)
        columns.set(.planned, Int64(facts.planned?.seconds ?? -1))
        columns.set(.tracked, Int64(facts.tracked))
        columns.set(.labels, marks.bits)
        columns.set(.details, piece: detailsStart, details.count - detailsStart)
        columns.set(.text, piece: textStart, text.count - textStart)
        columns.set(.flags, flags.rawValue)
        columns.set(.month, UInt16(truncatingIfNeeded: month))
        columns.set(.status, UInt8(facts.status.number))
        columns.set(.outcome, UInt8(facts.outcome?.number ?? 0))
        columns.addRow()
    }

    private mutating func addDetails(
        _ facts: SummaryFacts, _ flags: SummaryFlags, _ append: (SummaryField, inout Bytes) -> Void
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
            if field == .project, flags.contains(.project) { marks.add(project: details.bytes(from: from)) }
            if field == .tags { SummaryBuilder.mark(tags: details.bytes(from: from), in: &marks) }
            details.store(UInt32(truncatingIfNeeded: details.count - start), at: ends + 4 * field.rawValue)
        }
        details.store(Checksum.of(details.bytes(from: first + 8)), at: first)
        return marks
    }

    /// - Parameter tags: counted texts.
    private static func mark(tags: UnsafeRawBufferPointer, in marks: inout LabelMarks) {
        var start = 4
        while start < tags.count {
            let length = tags.loadUnaligned(fromByteOffset: start - 4, as: UInt32.self)
            let end = start + Int(UInt32(littleEndian: length))
            marks.add(tag: tags[start..<end])
            start = end + 4
        }
    }

    private static func append(
        _ field: SummaryField, of session: Session, _ parts: SessionParts, to details: inout Bytes
    ) {
        switch field {
        case .title: details.append(text: session.title)
        case .project: details.append(text: session.project ?? "")
        case .template: details.append(text: session.template ?? "")
        case .createdBy: details.append(text: session.createdBy)
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
            details.append(text: source.id)
        case .skills:
            for skill in session.skills {
                details.append(number: Int64(skill.change))
                details.append(counted: skill.name)
            }
        }
    }

    /// Everybody once.
    static func append(mentions: [String], to details: inout Bytes) {
        var people: [String] = []
        for person in mentions where !people.contains(person) { people.append(person) }
        for person in people { details.append(counted: person) }
    }

    /// All of an interval but its person.
    static func append(_ interval: Interval, to details: inout Bytes) {
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
                count: count, columns: bytes, details: IndexBytes(details.bytes(from: 0)),
                text: BlockText(
                    IndexBytes(text.bytes(from: 0)), count: count, places: places), months: months))
        columns.removeAll()
        details.removeAll()
        text.removeAll()
    }

    /// The blocks of what was added.
    mutating func finish() -> [SummaryBlock] {
        closeBlock()
        defer { blocks = [] }
        return blocks
    }
}
