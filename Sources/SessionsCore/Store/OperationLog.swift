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

    fileprivate static let folderName = "operations"
    private let folder: Folder

    /// The log in `local`, made where there is none. To be had under the lock.
    init(in local: Folder) throws(IOFailure) {
        folder = try local.makeFolder(OperationLog.folderName)
    }

    /// The log as it is, without the lock; nil where there is none.
    init?(readingIn local: Folder) throws(IOFailure) {
        guard let folder = try local.folder(OperationLog.folderName) else { return nil }
        self.folder = folder
    }

    /// The number of the last record, 0 where there is none.
    func lastNumber() throws(IOFailure) -> Int {
        for day in try days().reversed() {
            if let last = try numbers(of: day).max() { return last }
        }
        return 0
    }

    /// Puts a record that is whole and on disk into the log. When this returns, the operation has happened.
    ///
    /// A record goes behind all that there are, even where the clock was set back.
    ///
    /// - Parameters:
    ///   - name: where it lies in `staging`.
    ///   - bytesKept: bytes of records to keep.
    func append(
        _ header: OperationRecord.Header, from name: String, in staging: Folder,
        keeping bytesKept: Int = OperationLog.bytesKept
    ) throws(IOFailure) {
        let today = header.at.day.description
        let last = try days().last
        let day = try folder.makeFolder(max(today, last ?? today))
        guard try staging.renameIfFree(name, to: OperationLog.name(header.number), in: day) else {
            throw .taken(day.pathOf(OperationLog.name(header.number)))
        }
        try day.sync()
        // The operation has happened whether or not old ones can be cleared away; tomorrow is another try.
        if last != today { try? prune(behind: header, keeping: bytesKept) }
    }

    /// Takes the last record out again: its operation did not happen.
    func drop(_ number: Int) throws(IOFailure) {
        guard let last = try days().last, let day = try folder.folder(last) else { return }
        try day.remove(OperationLog.name(number))
        try day.sync()
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

    /// Visits what lies in it, from the newest on, until told to stop.
    func eachFromNewest(_ visit: (Entry) throws(SessionsError) -> Bool) throws(SessionsError) {
        for day in try SessionsError.wrap(days).reversed() {
            let numbers = try SessionsError.wrap { () throws(IOFailure) in try self.numbers(of: day) }
            for number in numbers.sorted().reversed() {
                let entry = try SessionsError.wrap { () throws(IOFailure) in try self.entry(number, of: day) }
                guard let entry else { continue }
                guard try visit(entry) else { return }
            }
        }
    }

    private func days() throws(IOFailure) -> [String] {
        try folder.names().filter { CalendarDay($0) != nil }.sorted()
    }

    /// In no order.
    private func numbers(of day: String) throws(IOFailure) -> [Int] {
        try folder.folder(day)?.names().compactMap { name in
            // No number that could overflow.
            name.utf8.count <= 15 ? Int(name) : nil
        } ?? []
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
    private static func read(_ name: String, in day: Folder) throws(IOFailure) -> FixedBytes? {
        guard let file = try day.file(name) else { return nil }
        if file.size > OperationLog.mostRead, let mapped = file.mapped() { return mapped }
        return FixedBytes(try file.readAll(limit: .max))
    }

    /// Removes the records that are too old, and the oldest of those that are together too large, but never
    /// the one just written.
    private func prune(behind newest: OperationRecord.Header, keeping bytesKept: Int) throws(IOFailure) {
        let oldestDay = newest.at.day.advanced(by: -OperationLog.daysKept).description
        var bytes = 0
        for day in try days().reversed() {
            guard let dayFolder = try folder.folder(day) else { continue }
            for number in try numbers(of: day).sorted().reversed() {
                let name = OperationLog.name(number)
                bytes += try dayFolder.size(of: name) ?? 0
                guard number != newest.number, day < oldestDay || bytes > bytesKept else { continue }
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
        let log = try SessionsError.wrap { () throws(IOFailure) in
            try folder(at: ["local"]).flatMap(OperationLog.init(readingIn:))
        }
        try log?.eachFromNewest(visit)
    }
}
