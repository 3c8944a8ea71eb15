/// What lists, filters, sorts and sums need of a session: a row of an index, or the same made of its file.
///
/// Nothing is read of it before it is asked for, and each property says the same as that of `Session`.
package struct SessionSummary {
    let block: SummaryBlock
    /// Its place in the block.
    let row: Int

    init(_ block: SummaryBlock, _ row: Int) {
        self.block = block
        self.row = row
    }

    /// From the session itself.
    ///
    /// - Parameter searchable: whether its text is wanted, too.
    package init(of session: Session, searchable: Bool = false) {
        let month = SessionLocation(of: session).month
        var builder = SummaryBuilder(months: [month], keepsText: searchable)
        builder.add(session, month: 0)
        self.init(builder.finish().first ?? SummaryBuilder.empty, 0)
    }

    @inline(__always)
    private func number(_ column: SummaryColumn) -> Int64 { block.number(row, column) }

    // MARK: The row

    var key: SessionKey { SessionKey(bits: UInt64(bitPattern: number(.key))) }

    package var id: String { key.text }
    package var createdAt: Instant { Instant(milliseconds: number(.created)) }
    package var updatedAt: Instant { Instant(milliseconds: number(.updated)) }

    var flags: SummaryFlags { SummaryFlags(rawValue: block.number(row, .flags)) }
    var monthNumber: Int { Int(block.number(row, .month) as UInt16) }

    /// Where its file lies.
    package var location: SessionLocation {
        SessionLocation(
            id: id, month: block.months.indices.contains(monthNumber) ? block.months[monthNumber] : "")
    }

    package var statusBefore: Status {
        let number: UInt8 = block.number(row, .status)
        return Status(number: Int(number))
    }

    package var status: Status { isArchived ? .archived : statusBefore }
    package var isArchived: Bool { flags.contains(.archived) }
    /// How it ended.
    package var outcome: Reflection.Outcome? {
        let number: UInt8 = block.number(row, .outcome)
        return Reflection.Outcome(number: Int(number))
    }
    package var isRunning: Bool { flags.contains(.running) }
    /// Whether anything was learned.
    package var hasLesson: Bool { flags.contains(.lesson) }

    package var planned: TimeAmount? {
        let seconds = number(.planned)
        return seconds < 0 ? nil : TimeAmount(seconds: Int(seconds))
    }

    package func tracked(now: Instant) -> TimeAmount {
        var seconds = Int(number(.tracked))
        if isRunning {
            for interval in intervals where interval.isOpen { seconds += interval.seconds(now: now) }
        }
        return TimeAmount(seconds: seconds)
    }

    /// Whether it is a draft or paused, and nothing was recorded in it for two weeks.
    package func isStale(now: Instant) -> Bool {
        (status == .paused || status == .draft) && updatedAt < now.advanced(bySeconds: -14 * 86_400)
    }

    package func isOverBudget(now: Instant) -> Bool? { planned.map { tracked(now: now) > $0 } }

    // MARK: The details

    private var details: IndexBytes { block.details(of: row) }

    func field(_ field: SummaryField) -> IndexBytes {
        let details = details
        let end = SummaryLayout.ends + 4 * field.rawValue
        let from = field.rawValue == 0 ? 0 : Int(details.integer(at: end - 4, as: UInt32.self))
        let to = Int(details.integer(at: end, as: UInt32.self))
        return details.part(SummaryLayout.fields + from, to - from)
    }

    package var title: String { field(.title).text }
    package var project: String? { flags.contains(.project) ? field(.project).text : nil }
    package var template: String? { flags.contains(.template) ? field(.template).text : nil }
    package var createdBy: String { field(.createdBy).text }

    package var tags: [String] {
        guard flags.contains(.tag) else { return [] }
        var tags: [String] = []
        eachTag { tags.append($0.text) }
        return tags
    }

    package var startedAt: Instant? { time(.started, SummaryLayout.started) }
    package var completedAt: Instant? { time(.completedAt, SummaryLayout.completed) }
    package var archivedAt: Instant? { time(.archivedAt, SummaryLayout.archived) }

    private func time(_ flag: SummaryFlags, _ offset: Int) -> Instant? {
        flags.contains(flag) ? Instant(milliseconds: details.integer(at: offset)) : nil
    }

    package var rating: Int? {
        flags.contains(.rating) ? Int(details.integer(at: SummaryLayout.rating, as: Int64.self)) : nil
    }

    package var progress: Double? {
        flags.contains(.progress)
            ? Double(bitPattern: details.integer(at: SummaryLayout.progress)) : nil
    }

    /// How many goals it has, and how many of them are reached.
    package var goals: (count: Int, done: Int) {
        let details = details
        return (
            Int(details.integer(at: SummaryLayout.goals, as: UInt32.self)),
            Int(details.integer(at: SummaryLayout.goalsDone, as: UInt32.self))
        )
    }
}

extension Reflection.Outcome {
    /// By its place among all, from 1.
    init?(number: Int) {
        let all = Reflection.Outcome.allCases
        guard all.indices.contains(number - 1) else { return nil }
        self = all[number - 1]
    }

    var number: Int { (Reflection.Outcome.allCases.firstIndex(of: self) ?? 0) + 1 }
}

extension Status {
    /// By its place among all.
    init(number: Int) {
        let all = Status.allCases
        self = all.indices.contains(number) ? all[number] : .draft
    }

    var number: Int { Status.allCases.firstIndex(of: self) ?? 0 }
}
