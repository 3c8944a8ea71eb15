/// What can be told by its row alone of a session that a query means: of a large workspace most are passed over
/// by that.
struct RowTest {
    private var needed: SummaryFlags = []
    private var unwanted: SummaryFlags = []
    private var labels: UInt64 = 0
    /// A bit for each status on disk; for archived sessions eight places higher.
    private var statuses = UInt16.max
    /// Whether nothing else is asked of a session.
    private(set) var isWhole = true

    /// - Parameter hidesArchived: whether archived sessions are out of sight.
    init(_ query: Query, _ archived: QueryContext.ArchiveRule, hidesArchived: Bool) {
        if hidesArchived { unwanted.insert(.archived) }
        need(query, archived)
    }

    private mutating func need(_ query: Query, _ archived: QueryContext.ArchiveRule) {
        switch query {
        case .all(let parts): for part in parts { need(part, archived) }
        case .condition(let condition): need(condition, archived)
        case .any, .not: isWhole = false
        }
    }

    private mutating func need(_ condition: QueryCondition, _ archived: QueryContext.ArchiveRule) {
        switch condition {
        case .has(let parts) where parts.count == 1 && parts[0].flag != nil:
            if let flag = parts[0].flag { needed.insert(flag) }
        case .lacks(let parts) where parts.count == 1 && parts[0].flag != nil:
            if let flag = parts[0].flag { unwanted.insert(flag) }
        case .flag([.running]): needed.insert(.running)
        case .status(let wanted): need(wanted, archived)
        case .tag(let names):
            labels |= LabelMarks.needed(tag: names)
            isWhole = false
        case .project(let names):
            labels |= LabelMarks.needed(project: names)
            isWhole = false
        default: isWhole = false
        }
    }

    private mutating func need(_ wanted: [Status], _ archived: QueryContext.ArchiveRule) {
        var bits: UInt16 = 0
        for status in Status.allCases {
            let bit = UInt16(1) << UInt16(status.number)
            if wanted.contains(status) { bits |= bit }
            if wanted.contains(.archived) || archived == .counted && wanted.contains(status) {
                bits |= bit << 8
            }
        }
        statuses &= bits
    }

    /// Whether a session can be meant; with `isWhole`, whether it is.
    @inline(__always)
    func passes(_ block: SummaryBlock, _ row: Int) -> Bool {
        let flags = SummaryFlags(rawValue: block.number(row, .flags))
        guard flags.isSuperset(of: needed), flags.isDisjoint(with: unwanted) else { return false }
        if labels != 0 {
            let marks: UInt64 = block.number(row, .labels)
            guard marks & labels == labels else { return false }
        }
        guard statuses != .max else { return true }
        let status = Status(number: Int(block.number(row, .status) as UInt8)).number
        return statuses >> UInt16(status + (flags.contains(.archived) ? 8 : 0)) & 1 != 0
    }
}

extension QueryCondition.Part {
    /// What rows have that say so; nil where that is not said by one of them.
    fileprivate var flag: SummaryFlags? {
        switch self {
        case .goal: .goal
        case .comment: .comment
        case .attachment: .attachment
        case .project: .project
        case .tag: .tag
        case .template: .template
        case .description: .description
        case .rating: .rating
        case .time: .time
        case .lesson: .lesson
        case .skill: .skill
        case .plan, .outcome: nil
        }
    }
}
