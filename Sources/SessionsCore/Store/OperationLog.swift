/// The operations made with this copy of a workspace: `local/operations/<day>/<number>`.
struct OperationLog {
    /// Days after which records go.
    static let daysKept = 90
    /// Bytes of records beyond which the oldest go.
    static let bytesKept = 256 << 20

    private static let folderName = "operations"
    private let folder: Folder

    /// The log in `local`, made where there is none.
    init(in local: Folder) throws(IOFailure) {
        folder = try local.makeFolder(OperationLog.folderName)
    }

    /// The log as it is; nil where there is none.
    init?(readingIn local: Folder) throws(IOFailure) {
        guard let folder = try local.folder(OperationLog.folderName) else { return nil }
        self.folder = folder
    }

    /// The number of the last record, 0 where there is none.
    func lastNumber() throws(IOFailure) -> Int {
        for day in try days().reversed() {
            if let last = try numbers(of: day).last { return last }
        }
        return 0
    }

    /// Writes a record to disk. When this returns, the operation has happened.
    ///
    /// A record goes behind all that there are, even where the clock was set back.
    ///
    /// - Parameter bytesKept: bytes of records to keep.
    func append(_ record: OperationRecord, keeping bytesKept: Int = OperationLog.bytesKept) throws(IOFailure)
    {
        let today = record.at.day.description
        let last = try days().last
        let day = try folder.makeFolder(max(today, last ?? today))
        let name = OperationLog.name(record.number)
        let bytes = record.bytes
        guard bytes.count <= OperationRecord.largest else {
            throw .tooLarge("write", day.pathOf(name), limit: OperationRecord.largest)
        }
        let file = try day.create(name)
        try file.write(bytes)
        try file.sync()
        try day.sync()
        // The operation has happened whether or not old ones can be cleared away; tomorrow is another try.
        if last != today { try? prune(behind: record, keeping: bytesKept) }
    }

    /// Takes the last record out again: its operation did not happen.
    func drop(_ number: Int) throws(IOFailure) {
        guard let last = try days().last, let day = try folder.folder(last) else { return }
        try day.remove(OperationLog.name(number))
        try day.sync()
    }

    /// The record of a number; nil where there is none that is whole.
    func record(_ number: Int) throws(IOFailure) -> OperationRecord? {
        for day in try days().reversed() {
            if let bytes = try read(number, of: day) { return OperationRecord(bytes) }
        }
        return nil
    }

    /// Visits the whole records from the newest on until told to stop.
    func eachFromNewest(
        _ visit: (OperationRecord) throws(SessionsError) -> Bool
    ) throws(SessionsError) {
        for day in try SessionsError.wrap(days).reversed() {
            let numbers = try SessionsError.wrap { () throws(IOFailure) in try self.numbers(of: day) }
            for number in numbers.reversed() {
                let bytes = try SessionsError.wrap { () throws(IOFailure) in try read(number, of: day) }
                guard let record = bytes.flatMap(OperationRecord.init) else { continue }
                guard try visit(record) else { return }
            }
        }
    }

    private func days() throws(IOFailure) -> [String] {
        try folder.names().filter { CalendarDay($0) != nil }.sorted()
    }

    private func numbers(of day: String) throws(IOFailure) -> [Int] {
        try folder.folder(day)?.names().compactMap { Int($0) }.sorted() ?? []
    }

    private func read(_ number: Int, of day: String) throws(IOFailure) -> [UInt8]? {
        try folder.folder(day)?.read(OperationLog.name(number), limit: OperationRecord.largest)
    }

    /// Removes the records that are too old, and the oldest of those that are together too large, but never
    /// the one just written.
    private func prune(behind newest: OperationRecord, keeping bytesKept: Int) throws(IOFailure) {
        let oldestDay = newest.at.day.advanced(by: -OperationLog.daysKept).description
        var bytes = 0
        for day in try days().reversed() {
            guard let dayFolder = try folder.folder(day) else { continue }
            for number in try numbers(of: day).reversed() {
                let name = OperationLog.name(number)
                bytes += try dayFolder.size(of: name) ?? 0
                guard number != newest.number, day < oldestDay || bytes > bytesKept else { continue }
                try dayFolder.remove(name)
            }
            folder.removeEmptyFolder(day)
        }
    }

    private static func name(_ number: Int) -> String { decimal(number, digits: 8) }
}

extension Workspace {
    /// Visits the operations made with this copy, newest first, until told to stop. Takes no lock.
    package func eachOperation(
        _ visit: (OperationRecord) throws(SessionsError) -> Bool
    ) throws(SessionsError) {
        let log = try SessionsError.wrap { () throws(IOFailure) in
            try folder(at: ["local"]).flatMap(OperationLog.init(readingIn:))
        }
        try log?.eachFromNewest(visit)
    }
}
