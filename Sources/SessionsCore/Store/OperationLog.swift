/// The operations made with this copy of a workspace: `local/operations/<day>/<number>`.
struct OperationLog {
    /// Days after which records go.
    static let daysKept = 90
    /// Bytes of records beyond which the oldest days go.
    static let bytesKept = 256 << 20

    private let folder: Folder
    private let days: [String]

    init(in local: Folder) throws(IOFailure) {
        folder = try local.makeFolder("operations")
        days = try folder.names().filter { CalendarDay($0) != nil }.sorted()
    }

    /// The number of the last record, 0 where there is none.
    func lastNumber() throws(IOFailure) -> Int {
        for day in days.reversed() {
            if let last = try numbers(of: day).last { return last }
        }
        return 0
    }

    /// Writes a record to disk. When this returns, the operation has happened.
    ///
    /// A record of a day goes behind all that there are, even where the clock was set back.
    func append(_ record: OperationRecord) throws(IOFailure) {
        let today = record.at.day.description
        let day = max(today, days.last ?? today)
        if day != days.last { try prune(before: record.at.day) }
        let dayFolder = try folder.makeFolder(day)
        let file = try dayFolder.create(OperationLog.name(record.number))
        try file.write(record.bytes)
        try file.sync()
        try dayFolder.sync()
    }

    /// Takes the last record out again: its operation did not happen.
    func drop(_ number: Int) throws(IOFailure) {
        for day in days.reversed() {
            guard let dayFolder = try folder.folder(day) else { continue }
            try dayFolder.remove(OperationLog.name(number))
            try dayFolder.sync()
        }
    }

    /// The record of a number; nil where there is none that is whole.
    func record(_ number: Int) throws(IOFailure) -> OperationRecord? {
        for day in days.reversed() {
            if let bytes = try folder.folder(day)?.read(
                OperationLog.name(number), limit: OperationLog.bytesKept)
            {
                return OperationRecord(bytes)
            }
        }
        return nil
    }

    /// Visits the whole records from the newest on until told to stop.
    func eachFromNewest(
        _ visit: (OperationRecord) throws(SessionsError) -> Bool
    ) throws(SessionsError) {
        for day in days.reversed() {
            let numbers = try SessionsError.wrap { () throws(IOFailure) in try self.numbers(of: day) }
            for number in numbers.reversed() {
                let bytes = try SessionsError.wrap { () throws(IOFailure) in
                    try folder.folder(day)?.read(OperationLog.name(number), limit: OperationLog.bytesKept)
                }
                guard let record = bytes.flatMap(OperationRecord.init) else { continue }
                guard try visit(record) else { return }
            }
        }
    }

    private func numbers(of day: String) throws(IOFailure) -> [Int] {
        (try folder.folder(day)?.names() ?? []).compactMap { Int($0) }.sorted()
    }

    /// Removes the days that are too old, and the oldest of those that are together too large.
    private func prune(before today: CalendarDay) throws(IOFailure) {
        let oldest = today.advanced(by: -OperationLog.daysKept).description
        var bytes = 0
        for day in days.reversed() {
            guard let dayFolder = try folder.folder(day) else { continue }
            let names = try dayFolder.names()
            for name in names { bytes += try dayFolder.file(name)?.size ?? 0 }
            guard day < oldest || bytes > OperationLog.bytesKept else { continue }
            for name in names { try dayFolder.remove(name) }
            folder.removeEmptyFolder(day)
        }
    }

    private static func name(_ number: Int) -> String { decimal(number, digits: 8) }
}
