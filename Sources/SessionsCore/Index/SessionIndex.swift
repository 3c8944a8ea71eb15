/// An index as it stands on disk, its header and tables checked.
package final class SessionIndex: Sendable {
    let count: Int
    let months: [String]
    /// What the mode of the file is: what every session's file allows.
    let mode: FileMode
    /// How many rows are unsure.
    let unsureCount: Int
    /// That of the folder of months.
    let folderStamp: FileStamp
    /// Where the finished sessions stand, and how many there are.
    private let finishedPlace: (start: Int, count: Int)
    private let signatures: IndexBytes
    private let workStart: Int
    private let bytes: IndexBytes
    private let rows: IndexBytes
    private let stamps: IndexBytes
    private let unownedRows: UnownedIndexBytes
    private let unownedStamps: UnownedIndexBytes
    private let blocks: IndexBytes
    private let labels: IndexBytes

    /// The index in that folder; nil where there is none that can be used.
    ///
    /// - Parameter checksRows: whether the columns that tell what the rows are of are checked; without, only
    ///   `rows(beginning:characters:)` is to be asked, which looks at few.
    init?(in local: Folder, checksRows: Bool = true) {
        guard let file = try? local.file(IndexFile.name), file.size >= IndexFile.headerSize,
            let memory = file.mapped()
        else { return nil }
        let bytes = IndexBytes(memory)
        /// No number there can be larger than the file.
        func number(_ offset: Int) -> Int {
            Int(min(bytes.integer(at: offset), UInt64(bytes.count)))
        }
        guard bytes.integer(at: 0, as: UInt64.self) == IndexFile.magic,
            bytes.integer(at: 8, as: UInt32.self) == IndexFile.version,
            number(IndexFile.size) == bytes.count,
            bytes.part(0, IndexFile.headerChecksum).checksum
                == bytes.integer(at: IndexFile.headerChecksum, as: UInt64.self)
        else { return nil }
        // What the header says can be relied on from here: it is as it was written.
        count = number(IndexFile.rowCount)
        let monthCount = number(IndexFile.monthCount)
        let blockCount = IndexFile.blockCount(count)
        let tables = bytes.part(IndexFile.headerSize, number(IndexFile.rows) - IndexFile.headerSize)
        guard tables.checksum == bytes.integer(at: IndexFile.tablesChecksum, as: UInt64.self) else {
            return nil
        }
        months = (0..<monthCount).map { number in
            let name = tables.part(number * IndexFile.monthSize, IndexFile.monthNameSize).array
            return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        }
        mode = FileMode(bytes.integer(at: IndexFile.mode, as: UInt32.self))
        unsureCount = number(IndexFile.unsureCount)
        folderStamp = FileStamp(bytes.unowned, at: IndexFile.folderStamp)
        finishedPlace = (number(IndexFile.finished), number(IndexFile.finishedCount))
        signatures = bytes.part(number(IndexFile.signatures), blockCount * TextSignature.byteCount)
        workStart = number(IndexFile.work)
        self.bytes = bytes
        blocks = tables.part(monthCount * IndexFile.monthSize, blockCount * IndexFile.blockSize)
        labels = tables.part(monthCount * IndexFile.monthSize + blocks.count, tables.count)
        rows = bytes.part(number(IndexFile.rows), count * SummaryColumn.rowSize)
        stamps = bytes.part(number(IndexFile.stamps), count * FileStamp.byteCount)
        unownedRows = rows.unowned
        unownedStamps = stamps.unowned
        guard checksRows else { return }
        for column in SummaryColumn.checkedFirst {
            for block in 0..<blockCount where !isSound(block, column) { return nil }
        }
    }

    /// The rows of a block.
    private func rowRange(ofBlock block: Int) -> Range<Int> {
        let first = min(block * SummaryBlock.most, count)
        return first..<min(first + SummaryBlock.most, count)
    }

    /// Whether that column of a block is as it was written.
    private func isSound(_ block: Int, _ column: SummaryColumn) -> Bool {
        isSound(
            self.column(column, rowRange(ofBlock: block)), block,
            at: IndexFile.columnChecksums + 8 * column.rawValue)
    }

    /// A column of some rows.
    private func column(_ column: SummaryColumn, _ part: Range<Int>) -> IndexBytes {
        rows.part(count * column.start + part.lowerBound * column.size, part.count * column.size)
    }

    private func isSound(_ bytes: IndexBytes, _ block: Int, at checksum: Int) -> Bool {
        bytes.checksum == blocks.integer(at: block * IndexFile.blockSize + checksum, as: UInt64.self)
    }

    /// For each block whether its stamps can be believed.
    func soundStamps() -> [Bool] {
        (0..<IndexFile.blockCount(count)).map { block in
            let part = rowRange(ofBlock: block)
            let size = FileStamp.byteCount
            return isSound(
                stamps.part(part.lowerBound * size, part.count * size), block, at: IndexFile.stampsChecksum)
        }
    }

    /// Every tag and every project of all its rows, in order.
    func allLabels() -> (tags: [String], projects: [String]) {
        var offset = 0
        func list() -> [String] {
            let count = Int(labels.integer(at: offset, as: UInt32.self))
            offset += 4
            var texts: [String] = []
            while texts.count < count, offset < labels.count {
                let length = Int(labels.integer(at: offset, as: UInt32.self))
                texts.append(labels.part(offset + 4, length).text)
                offset += 4 + length
            }
            return texts
        }
        let tags = list()
        return (tags, list())
    }

    /// The finished sessions; nil where there are none, or they are not as they were written.
    var finished: FinishedSection? {
        finishedPlace.count == 0
            ? nil : FinishedSection(bytes.part(finishedPlace.start, bytes.count), count: finishedPlace.count)
    }

    /// What statistics look at; nil where it is not as it was written.
    var work: WorkSection? { WorkSection(bytes.part(workStart, bytes.count), rowCount: count) }

    /// Says that most of it will hardly be looked at again soon.
    func release() { bytes.release() }

    // MARK: Rows

    func key(ofRow row: Int) -> SessionKey { SessionKey(bits: number(row, .key)) }

    @inline(__always)
    private func number<Number: FixedWidthInteger>(_ row: Int, _ column: SummaryColumn) -> Number {
        unownedRows.integer(at: count &* column.start &+ row &* column.size)
    }

    /// The rows whose ids begin so, with nothing checked but the blocks that are looked at for it; nil where one
    /// of these is damaged.
    func rows(beginning prefix: SessionKey, characters: Int) -> Range<Int>? {
        var checked = -1
        func isSound(_ row: Int) -> Bool {
            let block = row / SummaryBlock.most
            if block == checked { return true }
            checked = block
            return self.isSound(block, .key) && self.isSound(block, .month)
        }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            guard isSound(middle) else { return nil }
            if key(ofRow: middle) < prefix { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < count {
            guard isSound(end) else { return nil }
            guard key(ofRow: end).begins(with: prefix, characters: characters) else { break }
            end += 1
        }
        return low..<end
    }

    func month(ofRow row: Int) -> Int { Int(number(row, .month) as UInt16) }

    func isUnsure(_ row: Int) -> Bool {
        SummaryFlags(rawValue: number(row, .flags)).contains(.unsure)
    }

    /// What the file was like when it was read; that of no file for an unsure row.
    func stamp(ofRow row: Int) -> FileStamp { FileStamp(unownedStamps, at: row &* FileStamp.byteCount) }

    /// The number of a month; nil where it was not there.
    func month(named name: String) -> Int? {
        var (low, high) = (0, months.count)
        while low < high {
            let middle = (low + high) / 2
            if months[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low < months.count && months[low] == name ? low : nil
    }

    /// What the folder was like when it was listed.
    func stamp(ofMonth month: Int) -> FileStamp {
        FileStamp(
            bytes.unowned, at: IndexFile.headerSize + month * IndexFile.monthSize + IndexFile.monthNameSize)
    }

    /// The sessions of a block, still to be checked.
    ///
    /// - Parameter keepsText: whether the text is wanted.
    func block(_ number: Int, keepsText: Bool) -> SummaryBlock {
        let place = number * IndexFile.blockSize
        func piece(_ section: Int, at offset: Int) -> IndexBytes {
            func value(_ bytes: IndexBytes, _ offset: Int) -> Int {
                Int(min(bytes.integer(at: offset), UInt64(self.bytes.count)))
            }
            let start = value(bytes, section) + value(blocks, place + offset)
            return bytes.part(start, value(blocks, place + offset + 8))
        }
        let part = rowRange(ofBlock: number)
        let texts = keepsText ? piece(IndexFile.texts, at: IndexFile.blockTexts) : .none
        let textLength = max(0, texts.count - 8 * part.count)
        let signature = TextSignature(
            signatures.part(number * TextSignature.byteCount, TextSignature.byteCount),
            checksum: blocks.integer(at: place + IndexFile.signatureChecksum))
        return SummaryBlock(
            number, of: count, columns: rows, details: piece(IndexFile.details, at: IndexFile.blockDetails),
            text: BlockText(
                texts.part(0, textLength), count: part.count, places: column(.text, part),
                checksums: keepsText ? texts.part(textLength, 8 * part.count) : nil,
                signature: keepsText ? signature : nil),
            months: months,
            checksums: blocks.part(
                place + IndexFile.columnChecksums, IndexFile.stampsChecksum - IndexFile.columnChecksums))
    }
}
