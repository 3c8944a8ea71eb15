/// The operations made with this copy of a workspace: `local/operations/<day>/<number>`.
struct OperationLog {
    /// Days after which records go.
    static let daysKept = 90
    /// Bytes of records beyond which the oldest go.
    static let bytesKept = 256 << 20
    /// Larger records are mapped; reading a small one takes fewer calls.
    private static let mostRead = 1 << 16

    /// What lies in the log under a number.
    typealias Entry = Result<OperationRecord, DamagedRecord>

    /// The folder of a day, which a record is to go to.
    struct Day {
        fileprivate let folder: Folder
        fileprivate let date: CalendarDay
        fileprivate let isNew: Bool
    }

    fileprivate static let folderName = "operations"
    private let folder: Folder
    /// Where the records lie of operations that have happened and may not be in place to their end; nil under the
    /// lock, as there are none then.
    private let staging: Folder?

    /// The log in `local`, made where there is none. To be had under the lock.
    init(in local: Folder) throws(IOFailure) {
        folder = try local.makeFolder(OperationLog.folderName)
        staging = nil
    }

    /// The log as it is, without the lock; nil where there is none.
    init?(readingIn local: Folder) throws(IOFailure) {
        guard let folder = try local.folder(OperationLog.folderName) else { return nil }
        self.folder = folder
        staging = try local.folder(StagingArea.folderName)
    }

    /// The number of the last record, 0 where there is none.
    ///
    /// - Parameter left: what the operation before said of it: there can be thousands in a day, and as long as
    ///   its folder is as it was they need not be listed.
    func lastNumber(as left: String? = nil) throws(IOFailure) -> Int {
        for day in try days().reversed() {
            if let left, let number = try lastNumber(of: day, as: left) { return number }
            if let last = try numbers(of: day).max() { return last }
        }
        return 0
    }

    private func lastNumber(of day: String, as left: String) throws(IOFailure) -> Int? {
        guard let number = left.split(separator: " ").first.flatMap({ Int($0) }),
            (1..<1_000_000_000_000_000).contains(number),
            let dayFolder = try folder.folder(day),
            OperationLog.saying(number, isLastOf: dayFolder) == left,
            try !dayFolder.holds(OperationLog.name(number + 1))
        else { return nil }
        return number
    }

    /// What to tell the next operation of the record that was just put there; nil where a change of the folder could
    /// not be told.
    static func saying(_ number: Int, isLastOf day: Day) -> String? { saying(number, isLastOf: day.folder) }

    private static func saying(_ number: Int, isLastOf day: Folder) -> String? {
        guard let stamp = day.stamp(), !stamp.isOfCoarseClock else { return nil }
        return "\(number) \(stamp.inode) \(stamp.size) \(stamp.modified) \(stamp.changed)"
    }

    /// The folder for the record of an operation, made where there is none, so that it is there when it is needed. A
    /// record goes behind all that there are, even where the clock was set back.
    func makeDay(for header: OperationRecord.Header) throws(IOFailure) -> Day {
        let today = header.at.day
        let last = try days().last
        let name = max(today.description, last ?? "")
        return Day(folder: try folder.makeFolder(name), date: today, isNew: name != last)
    }

    /// Puts the record of an operation that is in place into the log.
    ///
    /// Nobody waits for the disk: after a power cut it lies where it came from again, and what it says is carried out
    /// already.
    ///
    /// - Parameters:
    ///   - name: where it lies in `staging`.
    ///   - bytesKept: bytes of records to keep.
    /// - Returns: false where there is one of that number already.
    @discardableResult
    func append(
        _ number: Int, to day: Day, from name: String, in staging: Folder,
        keeping bytesKept: Int = OperationLog.bytesKept
    ) throws(IOFailure) -> Bool {
        guard try staging.renameIfFree(name, to: OperationLog.name(number), in: day.folder) else {
            return false
        }
        // The operation has happened whether or not old ones can be cleared away; tomorrow is another try.
        if day.isNew { try? prune(behind: number, on: day.date, keeping: bytesKept) }
        return true
    }

    /// The record of a number; nil where there is none that is whole.
    func record(_ number: Int) throws(IOFailure) -> OperationRecord? {
        guard case .success(let record)? = try entry(number) else { return nil }
        return record
    }

    /// What lies under a number; nil where nothing does.
    func entry(_ number: Int) throws(IOFailure) -> Entry? {
        for day in try days().reversed() {
            if let entry = try entry(number, of: day) { return entry }
        }
        return nil
    }

    /// How many records lie in it, damaged ones among them. Opens none.
    func count() throws(IOFailure) -> Int {
        var count = 0
        for day in try days() { count += try numbers(of: day).count }
        return count
    }

    /// Visits what lies in it, from the newest on, until told to stop.
    func eachFromNewest(_ visit: (Entry) throws(SessionsError) -> Bool) throws(SessionsError) {
        let staged = try SessionsError.wrap(stagedRecords)
        for record in staged { guard try visit(.success(record)) else { return } }
        for day in try SessionsError.wrap(days).reversed() {
            let numbers = try SessionsError.wrap { () throws(IOFailure) in try self.numbers(of: day) }
            for number in numbers.sorted().reversed() {
                let entry = try SessionsError.wrap { () throws(IOFailure) in try self.entry(number, of: day) }
                // It may have come into the log meanwhile.
                guard let entry, !staged.contains(where: { $0.number == number }) else { continue }
                guard try visit(entry) else { return }
            }
        }
    }

    /// From the newest on.
    private func stagedRecords() throws(IOFailure) -> [OperationRecord] {
        var records: [OperationRecord] = []
        guard let staging else { return records }
        for number in StagingArea.recorded(in: try staging.names()).reversed() {
            if let record = try StagingArea.record(number, in: staging) { records.append(record) }
        }
        return records
    }

    private func days() throws(IOFailure) -> [String] {
        try folder.names().filter { CalendarDay($0) != nil }.sorted()
    }

    /// In no order.
    private func numbers(of day: String) throws(IOFailure) -> [Int] {
        var numbers: [Int] = []
        try folder.folder(day)?.eachEntry { name in
            if let number = OperationLog.number(name) { numbers.append(number) }
        }
        return numbers
    }

    /// The number that the name of a record is; nil for any other name, and for one that could overflow. There are
    /// thousands in a day at times, of which every change wants the highest.
    private static func number(_ name: UnsafePointer<CChar>) -> Int? {
        var number = 0
        var count = 0
        while name[count] != 0 {
            let digit = Int(name[count]) - 0x30
            guard (0...9).contains(digit), count < 15 else { return nil }
            number = number * 10 + digit
            count += 1
        }
        return count > 0 ? number : nil
    }

    /// What lies there; nil where nothing does. A record under the number of another is none.
    private func entry(_ number: Int, of day: String) throws(IOFailure) -> Entry? {
        let name = OperationLog.name(number)
        guard let dayFolder = try folder.folder(day) else { return nil }
        do throws(IOFailure) {
            guard let bytes = try OperationLog.read(name, in: dayFolder) else { return nil }
            if let record = OperationRecord(bytes), record.number == number { return .success(record) }
        } catch {
            guard error.explanation != nil else { throw error }
        }
        return .failure(DamagedRecord(number: number, day: day, path: dayFolder.pathOf(name)))
    }

    /// The bytes of a record, of which only what is looked at comes into memory.
    static func read(_ name: String, in day: Folder) throws(IOFailure) -> FixedBytes? {
        guard let file = try day.file(name) else { return nil }
        if file.size > OperationLog.mostRead, let mapped = file.mapped() { return mapped }
        return FixedBytes(try file.readAll(limit: .max))
    }

    /// Removes the records that are too old, and the oldest of those that are together too large, but never
    /// the one just written.
    private func prune(
        behind newest: Int, on today: CalendarDay, keeping bytesKept: Int
    ) throws(IOFailure) {
        let oldestDay = today.advanced(by: -OperationLog.daysKept).description
        var bytes = 0
        for day in try days().reversed() {
            guard let dayFolder = try folder.folder(day) else { continue }
            for number in try numbers(of: day).sorted().reversed() {
                let name = OperationLog.name(number)
                bytes += try dayFolder.size(of: name) ?? 0
                guard number != newest, day < oldestDay || bytes > bytesKept else { continue }
                try dayFolder.remove(name)
            }
            folder.removeEmptyFolder(day)
        }
    }

    fileprivate static func name(_ number: Int) -> String { decimal(number, digits: 8) }
}

/// What is not the record that was written under that number: what the operation did is not known any more.
package struct DamagedRecord: Error, Sendable {
    let number: Int
    let day: String
    let path: String

    var workspacePath: WorkspacePath {
        WorkspacePath(["local", OperationLog.folderName, day, OperationLog.name(number)])
    }

    package var error: SessionsError { .recordDamaged(operation: number, path: path) }
}

extension Workspace {
    /// Visits the operations made with this copy, newest first, until told to stop. Takes no lock.
    package func eachOperation(
        _ visit: (Result<OperationRecord, DamagedRecord>) throws(SessionsError) -> Bool
    ) throws(SessionsError) {
        try operationLog()?.eachFromNewest(visit)
    }

    /// How many operations there are a record of, damaged ones among them. Opens none.
    package func operationCount() throws(SessionsError) -> Int {
        let log = try operationLog()
        return try SessionsError.wrap { () throws(IOFailure) in try log?.count() ?? 0 }
    }

    private func operationLog() throws(SessionsError) -> OperationLog? {
        try SessionsError.wrap { () throws(IOFailure) in
            try folder(at: ["local"]).flatMap(OperationLog.init(readingIn:))
        }
    }
}
