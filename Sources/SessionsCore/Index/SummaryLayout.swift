/// Where the parts of a row stand. Numbers are little-endian, times milliseconds since 1970.
///
/// A session has three pieces, each read only where it is needed:
///
///     row, 64 bytes, what most are filtered and sorted by
///        0  UInt64  the id (`SessionKey`)
///        8  Int64   created
///       16  Int64   updated
///       24  Int64   planned seconds, -1 without a plan
///       32  Int64   seconds of all intervals that have ended
///       40  UInt32  where its details begin in those of the block, and how long they are
///       48  UInt32  the same of its text
///       56  UInt16  the month whose folder it lies in, by its number
///       58  UInt8   the status on disk, by its number
///       59  UInt8   how it ended, by its number; 0 where that was not said
///       60  UInt32  what it has (`SummaryFlags`)
///     details
///        0  Int64   started, completed, archived (where the flags say so)
///       24  Int64   the rating
///       32  UInt64  the progress, as the bits of a Double
///       40  UInt32  how many goals, goals reached, comments, attachments
///       56  UInt32  for each list or text (`SummaryField`) where it ends, counted from 100
///      100          the lists and texts, one behind the other
///     text
///                   for each line a byte from 0xf8 on that says what it is of, and the folded line
enum SummaryLayout {
    static let rowSize = 64
    static let key = 0
    static let created = 8
    static let updated = 16
    static let planned = 24
    static let tracked = 32
    static let details = 40
    static let text = 48
    static let month = 56
    static let status = 58
    static let outcome = 59
    static let flags = 60

    static let started = 0
    static let completed = 8
    static let archived = 16
    static let rating = 24
    static let progress = 32
    static let goals = 40
    static let goalsDone = 44
    static let comments = 48
    static let attachments = 52
    static let ends = 56
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
