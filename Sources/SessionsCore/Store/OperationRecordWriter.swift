/// Writes the record of an operation, change by change, to a file that is not one of the log yet.
///
/// The checksum stands before what it is of, so it is written last: until then the file is no record.
final class OperationRecordWriter {
    /// Bytes that wait before they are written.
    private static let mostWaiting = 1 << 18

    let header: OperationRecord.Header
    /// How many changes there are so far.
    private(set) var count = 0
    private let file: OutputFile
    private var waiting: [UInt8]
    private var hash = SHA256()

    init(_ header: OperationRecord.Header, to file: OutputFile) {
        self.header = header
        self.file = file
        waiting = [UInt8](repeating: UInt8(ascii: "0"), count: OperationRecord.lineStart - 1)
        waiting.append(UInt8(ascii: "\n"))
    }

    func add(_ change: OperationRecord.FileChange) throws(IOFailure) {
        if count == 0 { append(beginning) } else { append([UInt8(ascii: ",")]) }
        count += 1
        append(change.json.bytes(.line))
        if waiting.count >= Self.mostWaiting { try flush() }
    }

    /// Writes what is left; the record is whole then, and lies on disk.
    func finish(_ purpose: OperationRecord.Purpose) throws(IOFailure) {
        if count == 0 { append(beginning) }
        append("],\"number\":\(header.number)")
        switch purpose {
        case .change: break
        case .undo(let number): append(",\"undoes\":\(number)")
        case .redo(let number): append(",\"redoes\":\(number)")
        }
        append("}\n")
        let checksum = Array(hash.finish().utf8)
        if isInMemory {
            waiting.replaceSubrange(..<checksum.count, with: checksum)
            try flush()
        } else {
            try flush()
            try file.seek(to: 0)
            try file.write(checksum)
        }
        try file.sync()
    }

    private var isInMemory = true

    private var beginning: [UInt8] {
        let object: JSONObject = [
            "at": .string(header.at.rfc3339), "by": .string(header.by), "command": .string(header.command),
        ]
        return JSON.object(object).bytes(.line).dropLast() + Array(",\"files\":[".utf8)
    }

    private func append(_ text: String) { append(Array(text.utf8)) }

    private func append(_ bytes: [UInt8]) {
        hash.update(bytes)
        waiting += bytes
    }

    private func flush() throws(IOFailure) {
        try file.write(waiting)
        waiting.removeAll(keepingCapacity: true)
        isInMemory = false
    }
}
