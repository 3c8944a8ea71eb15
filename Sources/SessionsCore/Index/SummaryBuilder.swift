/// Makes rows of sessions, block by block.
struct SummaryBuilder {
    private let months: [String]
    private let keepsText: Bool
    private var rows: [UInt8] = []
    private var details: [UInt8] = []
    private var text: [UInt8] = []
    private var blocks: [SummaryBlock] = []

    static var empty: SummaryBlock {
        SummaryBlock(
            count: 0, rows: .none, details: .none, text: .none, months: [])
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
        if rows.count == SummaryBlock.most * SummaryLayout.rowSize { closeBlock() }
        let (detailsStart, textStart) = (details.count, text.count)
        let parts = SessionParts(of: session)
        let intervals = parts.intervals
        var flags = addDetails(of: session, parts)
        if keepsText { SearchText(of: session, parts).append(to: &text) }
        if session.isArchived { flags.insert(.archived) }
        if intervals.contains(where: \.isOpen) { flags.insert(.running) }
        if !intervals.isEmpty { flags.insert(.time) }
        if session.description != nil { flags.insert(.description) }
        if session.hasLesson { flags.insert(.lesson) }

        // What has ended takes as long whatever the time is.
        let tracked = intervals.reduce(0) { $0 + ($1.isOpen ? 0 : $1.seconds(now: session.createdAt)) }
        rows.append(number: SessionKey(session.id).bits)
        rows.append(number: session.createdAt.milliseconds)
        rows.append(number: session.updatedAt(by: parts.events).milliseconds)
        rows.append(number: Int64(session.planned?.seconds ?? -1))
        rows.append(number: Int64(tracked))
        for (start, end) in [(detailsStart, details.count), (textStart, text.count)] {
            rows.append(number: UInt32(truncatingIfNeeded: start))
            rows.append(number: UInt32(truncatingIfNeeded: end - start))
        }
        rows.append(number: UInt16(truncatingIfNeeded: month))
        rows.append(number: UInt8(session.statusBefore.number))
        rows.append(number: UInt8(session.outcome?.number ?? 0))
        rows.append(number: flags.rawValue)
    }

    private mutating func addDetails(of session: Session, _ parts: SessionParts) -> SummaryFlags {
        var flags: SummaryFlags = []
        func given<Value>(_ value: Value?, _ flag: SummaryFlags) -> Value? {
            if value != nil { flags.insert(flag) }
            return value
        }
        let (goals, comments, attachments) = (parts.goals, parts.comments, parts.attachments)
        if !goals.isEmpty { flags.insert(.goal) }
        if !comments.isEmpty { flags.insert(.comment) }
        if !attachments.isEmpty { flags.insert(.attachment) }
        details.append(number: given(session.startedAt(by: parts.events), .started)?.milliseconds ?? 0)
        details.append(number: given(session.completedAt(by: parts.events), .completedAt)?.milliseconds ?? 0)
        details.append(number: given(session.archivedAt, .archivedAt)?.milliseconds ?? 0)
        details.append(number: Int64(given(session.rating, .rating) ?? 0))
        details.append(number: (given(goals.progress, .progress) ?? 0).bitPattern)
        for count in [goals.count, goals.count { $0.isDone }, comments.count, attachments.count] {
            details.append(number: UInt32(truncatingIfNeeded: count))
        }

        let ends = details.count
        for _ in SummaryField.allCases { details.append(number: UInt32(0)) }
        let start = details.count
        for field in SummaryField.allCases {
            switch field {
            case .title: details.append(contentsOf: session.title.utf8)
            case .project: details.append(contentsOf: (given(session.project, .project) ?? "").utf8)
            case .template: details.append(contentsOf: (given(session.template, .template) ?? "").utf8)
            case .createdBy: details.append(contentsOf: session.createdBy.utf8)
            case .tags: for tag in session.tags { details.append(counted: given(tag, .tag) ?? "") }
            case .people:
                for participant in session.participants {
                    details.append(number: UInt8(participant.role.number))
                    details.append(counted: participant.person)
                }
            case .mentions: addMentions(in: comments)
            case .intervals: for interval in parts.intervals { add(interval) }
            case .events: for event in parts.events { details.append(number: event.happened.milliseconds) }
            case .source:
                guard let source = given(session.source, .source) else { break }
                details.append(counted: source.name)
                details.append(contentsOf: source.id.utf8)
            case .skills:
                for skill in session.skills {
                    flags.insert(.skill)
                    details.append(number: Int64(skill.change))
                    details.append(counted: skill.name)
                }
            }
            let end = UInt32(truncatingIfNeeded: details.count - start)
            let place = ends + 4 * field.rawValue
            withUnsafeBytes(of: end.littleEndian) { details.replaceSubrange(place..<place + 4, with: $0) }
        }
        return flags
    }

    private mutating func addMentions(in comments: [Comment]) {
        var people: [String] = []
        for comment in comments {
            for person in comment.mentions where !people.contains(person) { people.append(person) }
        }
        for person in people { details.append(counted: person) }
    }

    private mutating func add(_ interval: Interval) {
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
        details.append(counted: interval.by)
    }

    private mutating func closeBlock() {
        guard !rows.isEmpty else { return }
        blocks.append(
            SummaryBlock(
                count: rows.count / SummaryLayout.rowSize, rows: IndexBytes(rows),
                details: IndexBytes(details), text: IndexBytes(text),
                months: months))
        (rows, details, text) = ([], [], [])
    }

    /// The blocks of what was added.
    mutating func finish() -> [SummaryBlock] {
        closeBlock()
        defer { blocks = [] }
        return blocks
    }
}
