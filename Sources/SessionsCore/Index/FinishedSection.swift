/// The finished sessions of an index, as forecasts look at them, in the order in which they were completed.
///
/// A forecast goes through them from the latest on and stops when it has seen enough, so most of what it reads
/// are the marks, which stand close together. Nothing of it is read by anybody else.
///
///     0  UInt64     the checksum of the table
///     8  table      for each 256 sessions the checksums of their marks and of their facts, UInt64
///        marks      24 bytes each: the lower halves of the five fingerprints (`Likeness`), UInt32; then twice
///                   the row, UInt32, and one more where it had a plan
///        facts      72 bytes each: the fingerprints, UInt64; when it was completed and started, Int64; planned
///                   and tracked minutes as the bits of a Double, the plan 0 without one
struct FinishedSection {
    private let count: Int
    private let checksums: IndexBytes
    private let marks: IndexBytes
    private let facts: IndexBytes

    private static let markSize = 24
    private static let factsSize = 72
    /// How many sessions share their checksums.
    private static let blockSize = 256
    private static let start = 8

    /// - Returns: nil where it is not as it was written.
    init?(_ bytes: IndexBytes, count: Int) {
        let blocks = (count + FinishedSection.blockSize - 1) / FinishedSection.blockSize
        self.count = count
        checksums = bytes.part(FinishedSection.start, blocks * 16)
        let marksStart = FinishedSection.start + blocks * 16
        marks = bytes.part(marksStart, count * FinishedSection.markSize)
        facts = bytes.part(marksStart + marks.count, count * FinishedSection.factsSize)
        guard facts.count == count * FinishedSection.factsSize,
            checksums.checksum == bytes.integer(at: 0, as: UInt64.self)
        else { return nil }
    }

    /// A finished session with its row.
    typealias Row = (row: Int, session: FinishedSession)

    /// The order in which they stand here.
    static func isBefore(_ a: Row, _ b: Row) -> Bool {
        (a.session.recency, a.row) < (b.session.recency, b.row)
    }

    /// The bytes of the section; none at all where there are no finished sessions.
    ///
    /// - Parameter sessions: in any order; where parts of them are in theirs already, little is left to do.
    static func bytes(of sessions: [Row]) -> [UInt8] {
        guard !sessions.isEmpty else { return [] }
        let sessions = sessions.sorted(by: isBefore)
        let tableSize = (sessions.count + blockSize - 1) / blockSize * 16
        var table = GrowingBuffer<UInt8>(capacity: tableSize)
        var marks = GrowingBuffer<UInt8>(capacity: sessions.count * markSize)
        var facts = GrowingBuffer<UInt8>(capacity: sessions.count * factsSize)
        for first in stride(from: 0, to: sessions.count, by: blockSize) {
            let (marksStart, factsStart) = (marks.count, facts.count)
            for (row, session) in sessions[first..<min(first + blockSize, sessions.count)] {
                for print in session.likeness.fingerprints {
                    marks.append(number: UInt32(truncatingIfNeeded: print))
                    facts.append(number: print)
                }
                marks.append(
                    number: UInt32(truncatingIfNeeded: row) << 1 | (session.planned == nil ? 0 : 1))
                facts.append(number: session.recency.completed.milliseconds)
                facts.append(number: session.recency.started.milliseconds)
                facts.append(number: (session.planned ?? 0).bitPattern)
                facts.append(number: session.actual.bitPattern)
            }
            table.append(number: Checksum.of(marks.bytes(from: marksStart)))
            table.append(number: Checksum.of(facts.bytes(from: factsStart)))
        }
        var bytes = GrowingBuffer<UInt8>(capacity: start + tableSize + marks.count + facts.count)
        bytes.append(number: Checksum.of(table.bytes(from: 0)))
        bytes.append(table.bytes(from: 0))
        bytes.append(marks.bytes(from: 0))
        bytes.append(facts.bytes(from: 0))
        return bytes.bytes
    }

    /// Shows a forecast those that it looks at, the latest first.
    ///
    /// - Parameter key: the id of the session in a row of the index; nil where the row does not hold any longer.
    /// - Returns: whether all of it was as it was written; else what was gathered is of no use.
    func visit(_ similar: inout SimilarSessions, key: (Int) -> SessionKey?) -> Bool {
        for block in (0..<(count + FinishedSection.blockSize - 1) / FinishedSection.blockSize).reversed() {
            guard !similar.wanted.isEmpty else { break }
            guard isSound(marks, FinishedSection.markSize, block, piece: 0) else { return false }
            var areFactsSound = false
            let first = block * FinishedSection.blockSize
            let isSound = eachWanted(of: first..<min(first + FinishedSection.blockSize, count), &similar) {
                number, row, similar in
                guard let key = key(row) else { return true }
                areFactsSound =
                    areFactsSound || self.isSound(facts, FinishedSection.factsSize, block, piece: 1)
                guard areFactsSound else { return false }
                if let session = session(number, key) { similar.visit(session) }
                return true
            }
            guard isSound else { return false }
        }
        return true
    }

    /// Goes through marks from the last on, and stops where the visit returns false. Nearly all that a forecast
    /// takes is spent here.
    private func eachWanted(
        of numbers: Range<Int>, _ similar: inout SimilarSessions,
        _ visit: (Int, Int, inout SimilarSessions) -> Bool
    ) -> Bool {
        let asked = similar.query.likeness
        let (title, owner, project, kind, tags) = (
            UInt32(truncatingIfNeeded: asked.title), UInt32(truncatingIfNeeded: asked.owner),
            UInt32(truncatingIfNeeded: asked.project), UInt32(truncatingIfNeeded: asked.kind),
            UInt32(truncatingIfNeeded: asked.tags)
        )
        let planMark: UInt32 = similar.query.planned == nil ? 0 : 1
        var wanted = similar.wanted
        return marks.part(
            numbers.lowerBound * FinishedSection.markSize, numbers.count * FinishedSection.markSize
        )
        .withBytes { bytes in
            var mark = bytes.count
            func word(_ index: Int) -> UInt32 {
                UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: mark &+ 4 &* index, as: UInt32.self))
            }
            for number in numbers.reversed() {
                mark &-= FinishedSection.markSize
                // What is the same by its lower half may differ in all: that is looked at in the facts.
                let shared = Likeness.Features(
                    title: word(0) == title, owner: word(1) == owner, project: word(2) == project,
                    kind: word(3) == kind, tags: word(4) == tags)
                guard wanted.contains(shared), word(5) & planMark == planMark else { continue }
                guard visit(number, Int(word(5) >> 1), &similar) else { return false }
                wanted = similar.wanted
            }
            return true
        }
    }

    private func session(_ number: Int, _ key: SessionKey) -> FinishedSession? {
        let place = number * FinishedSection.factsSize
        func fact<Number: FixedWidthInteger>(_ index: Int) -> Number { facts.integer(at: place + 8 * index) }
        return FinishedSession(
            Likeness(title: fact(0), owner: fact(1), project: fact(2), kind: fact(3), tags: fact(4)),
            planned: Double(bitPattern: fact(7)), actual: Double(bitPattern: fact(8)),
            recency: Recency(
                completed: Instant(milliseconds: fact(5)), started: Instant(milliseconds: fact(6)),
                id: key.text.utf8))
    }

    private func isSound(_ bytes: IndexBytes, _ size: Int, _ block: Int, piece: Int) -> Bool {
        let length = FinishedSection.blockSize * size
        return bytes.part(block * length, length).checksum
            == checksums.integer(at: 16 * block + 8 * piece, as: UInt64.self)
    }
}
