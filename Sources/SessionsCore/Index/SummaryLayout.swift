/// A number that every session has in an index. Those of all sessions stand one behind another, so that who asks
/// one thing of many sessions reads nothing else. They are little-endian, times milliseconds since 1970.
enum SummaryColumn: Int, CaseIterable {
    /// UInt64: the id (`SessionKey`).
    case key
    /// Int64.
    case created, updated
    /// Int64: planned seconds, -1 without a plan.
    case planned
    /// Int64: seconds of all intervals that have ended.
    case tracked
    /// UInt64: what its tags and its project leave (`LabelMarks`).
    case labels
    /// UInt32 each: where its details begin in those of the block, and how long they are; the same of its text.
    case details, text
    /// UInt32: what it has (`SummaryFlags`).
    case flags
    /// UInt16: the month whose folder it lies in, by its number.
    case month
    /// UInt8: the status on disk, by its number.
    case status
    /// UInt8: how it ended, by its number; 0 where that was not said.
    case outcome

    /// Bytes of one number.
    @inline(__always)
    var size: Int {
        switch self {
        case .key, .created, .updated, .planned, .tracked, .labels, .details, .text: 8
        case .flags: 4
        case .month: 2
        case .status, .outcome: 1
        }
    }

    /// Bytes that each session takes in the columns before this one.
    @inline(__always)
    var start: Int {
        switch self {
        case .key, .created, .updated, .planned, .tracked, .labels, .details, .text: 8 * rawValue
        case .flags: 64
        case .month: 68
        case .status: 70
        case .outcome: 71
        }
    }

    /// Bytes that each session takes in all columns.
    static let rowSize = 72

    /// What is looked at whatever is asked: that is checked at once.
    static let checkedFirst: [SummaryColumn] = [.key, .flags, .month]
}

/// Where the parts of a session's details stand. Numbers are little-endian, times milliseconds since 1970.
///
///     details
///        0  UInt64  the checksum of all that follows
///        8  Int64   started, completed, archived (where the flags say so)
///       32  Int64   the rating
///       40  UInt64  the progress, as the bits of a Double
///       48  UInt32  how many goals, goals reached, comments, attachments
///       64  UInt32  for each list or text (`SummaryField`) where it ends, counted from 108
///      108          the lists and texts, one behind the other
///     text
///                   for each line a byte from 0xf8 on that says what it is of, and the folded line
enum SummaryLayout {
    static let started = 8
    static let completed = 16
    static let archived = 24
    static let rating = 32
    static let progress = 40
    static let goals = 48
    static let goalsDone = 52
    static let comments = 56
    static let attachments = 60
    static let ends = 64
    static let fields = ends + 4 * SummaryField.allCases.count

    /// Bytes from here on stand in no UTF-8.
    static let lineMark: UInt8 = 0xf8
}

/// The texts and lists of a row's details, in their order.
enum SummaryField: Int, CaseIterable {
    /// The texts as they are.
    case title, project, template, createdBy
    /// Each a counted text.
    case tags
    /// Each a byte for the role and a counted text.
    case people
    /// Everybody who is mentioned in a comment, each a counted text.
    case mentions
    /// Each two Int64 (beginning and end, or day and seconds), Int32 the offset from UTC, a byte for the kind
    /// (`IntervalKind`) and a counted text.
    case intervals
    /// When each event happened, Int64.
    case events
    /// The name, counted, and the id that another program knew it by.
    case source
    /// What was practised, each Int64 the change and a counted text.
    case skills
}

/// How the two numbers of an interval are to be read.
enum IntervalKind: UInt8 {
    case ended, open, amount
}

/// What a session is and has.
struct SummaryFlags: OptionSet {
    let rawValue: UInt32

    static let archived = SummaryFlags(rawValue: 1 << 0)
    static let running = SummaryFlags(rawValue: 1 << 1)
    static let goal = SummaryFlags(rawValue: 1 << 2)
    static let comment = SummaryFlags(rawValue: 1 << 3)
    static let attachment = SummaryFlags(rawValue: 1 << 4)
    static let project = SummaryFlags(rawValue: 1 << 5)
    static let tag = SummaryFlags(rawValue: 1 << 6)
    static let template = SummaryFlags(rawValue: 1 << 7)
    static let description = SummaryFlags(rawValue: 1 << 8)
    static let rating = SummaryFlags(rawValue: 1 << 9)
    static let time = SummaryFlags(rawValue: 1 << 10)
    static let source = SummaryFlags(rawValue: 1 << 11)
    static let started = SummaryFlags(rawValue: 1 << 12)
    static let completedAt = SummaryFlags(rawValue: 1 << 13)
    static let archivedAt = SummaryFlags(rawValue: 1 << 14)
    static let progress = SummaryFlags(rawValue: 1 << 15)
    static let lesson = SummaryFlags(rawValue: 1 << 17)
    static let skill = SummaryFlags(rawValue: 1 << 18)
    /// The file was too new when the index was written to tell a later change from it: it is read anew.
    static let unsure = SummaryFlags(rawValue: 1 << 16)
}
