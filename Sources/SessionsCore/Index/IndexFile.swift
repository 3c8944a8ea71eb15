/// The layout of `local/index`: what was read of every session, with what its file was like then.
///
/// It can be deleted at any time, and is never the source of a write. Numbers are little-endian.
///
///     header, 160 bytes
///        0  8 bytes    `magic`
///        8  UInt32     `version`: any other is not read
///       12  UInt32     the mode of the file: what every session's file allows
///       16  UInt64     how many rows, months
///       32  UInt64     where the rows, stamps, details and texts begin
///       64  UInt64     how long the file is
///       72  UInt64     how many rows are unsure
///       80  32 bytes   the stamp of the folder of months, zeros where it cannot be relied on
///      112  UInt64     where the finished sessions begin, how many
///      128  UInt64     where the signatures begin
///      136  UInt64     where the work begins
///      144  UInt64     the checksum of months, blocks and labels, which follow the header
///      152  UInt64     the checksum of what stands before it
///     months, 40 bytes each, by name
///        0  8 bytes    the name, `2026-11`
///        8  32 bytes   the stamp of the folder, zeros where it cannot be relied on
///     blocks, 144 bytes each, for 256 rows
///        0  UInt64     where its details begin among all, how long they are; the same of its texts
///       32  UInt64     the checksums of its part of each column, of its stamps and of its signature
///     labels           every tag, in order: UInt32 how many, then counted texts; the same for the projects
///     rows             by id, then by month, a column (`SummaryColumn`) behind the other
///     stamps           32 bytes for each row (`FileStamp`), zeros for an unsure one
///     details, texts   (`SummaryLayout`); behind the texts of a block the checksum of each, UInt64
///     signatures       2,048 bytes for each block (`TextSignature`)
///     finished         (`FinishedSection`)
///     work             (`WorkSection`)
enum IndexFile {
    static let name = "index"
    static let magic: UInt64 = 0x7865_646e_692d_7373
    static let version: UInt32 = 5
    /// With more months than a row has numbers for, there is no index.
    static let mostMonths = 60_000

    static let mode = 12
    static let rowCount = 16
    static let monthCount = 24
    static let rows = 32
    static let stamps = 40
    static let details = 48
    static let texts = 56
    static let size = 64
    static let unsureCount = 72
    static let folderStamp = 80
    static let finished = 112
    static let finishedCount = 120
    static let signatures = 128
    static let work = 136
    static let tablesChecksum = 144
    static let headerChecksum = 152
    static let headerSize = 160

    static let monthSize = 40
    static let monthNameSize = 8

    static let blockDetails = 0
    static let blockTexts = 16
    static let columnChecksums = 32
    static let stampsChecksum = columnChecksums + 8 * SummaryColumn.allCases.count
    static let signatureChecksum = stampsChecksum + 8
    static let blockSize = signatureChecksum + 8

    /// How many blocks that many rows take.
    static func blockCount(_ rows: Int) -> Int { (rows + SummaryBlock.most - 1) / SummaryBlock.most }
}

/// How an index is used.
package struct IndexRules: Sendable {
    /// What is looked at to tell whether a session is as the index says.
    package enum Check: String, CaseIterable, Sendable {
        /// Every file: nothing that changed is missed.
        case files
        /// The folders: a file that another program changed in its place is missed.
        case folders
    }

    package var check: Check
    /// Whether there is to be one at all.
    var isUsed = true
    /// Whether it is written anew where that is worth its while; who writes sessions leaves that to readers.
    package var isWritten = true
    /// Nanoseconds for which something must have been left alone before it is relied on: clocks of file systems
    /// go by steps, and what changes twice in one looks as if it had changed once.
    var margin: Int64 = 2_000_000_000
    /// Sessions that make an index worth its while.
    var fewest = 32

    package init(check: Check) {
        self.check = check
    }

    /// How many rows must be wrong before the index is written anew.
    func worthwhile(among rows: Int) -> Int { 8 + rows / 256 }
}
