/// What one command changed, written to disk before the change itself.
package struct OperationRecord: Sendable {
    /// How a file can be put back.
    enum Undo: Equatable, Sendable {
        /// It was made: it can go again.
        case remove
        /// It was made and may be needed again: content that lies under its hash.
        case keep
        /// Its document changed by these steps; the whole old file, where they do not lead back to its very
        /// bytes.
        case steps(DocumentChange, old: [UInt8]?)
        /// It was written or removed as a whole: the old content.
        case whole([UInt8])
    }

    struct FileChange: Sendable {
        let path: WorkspacePath
        /// The hash before; nil where there was no file.
        let before: String?
        /// The hash after; nil where there is none any more.
        let after: String?
        let undo: Undo
        /// The permissions of the file before, where all of it may have to come back.
        var mode: FileMode?
    }

    enum Purpose: Equatable, Sendable {
        case change
        /// Takes back the operation of that number.
        case undo(Int)
        /// Takes back that undo.
        case redo(Int)
    }

    /// Bytes of a record at most.
    static let largest = 256 << 20

    /// 1 and upward in one copy of a workspace.
    package let number: Int
    package let at: Instant
    package let by: String
    /// The command that did it, as words.
    package let command: String
    let purpose: Purpose
    /// The number of the operation that this one took back.
    package var takenBack: Int? { purpose.takenBack }
    private(set) var files: [FileChange]

    /// The sessions it changed.
    package var sessionIDs: [String] {
        files.compactMap { SessionLocation($0.path)?.id }
    }
}

extension OperationRecord {
    /// The record as a line behind a line with its checksum.
    var bytes: [UInt8] {
        var object: JSONObject = [
            "number": .number(JSONNumber(number)), "at": .string(at.rfc3339), "by": .string(by),
            "command": .string(command), "files": .array(files.map(\.json)),
        ]
        switch purpose {
        case .change: break
        case .undo(let number): object["undoes"] = .number(JSONNumber(number))
        case .redo(let number): object["redoes"] = .number(JSONNumber(number))
        }
        let line = JSON.object(object).bytes(.line) + [UInt8(ascii: "\n")]
        return Array(SHA256.hex(of: line).utf8) + [UInt8(ascii: "\n")] + line
    }

    /// Nil for a record that was not written to its end, or not by this program.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > 66, bytes[64] == UInt8(ascii: "\n") else { return nil }
        let line = Array(bytes[65...])
        guard SHA256.hex(of: line).utf8.elementsEqual(bytes[..<64]),
            let object = (try? JSON(parsing: line, limits: OperationRecord.limits))?.objectValue,
            let number = object["number"]?.intValue, let at = instant(object["at"]),
            let by = object["by"]?.stringValue, let command = object["command"]?.stringValue,
            let files = object["files"]?.arrayValue
        else { return nil }
        self.number = number
        self.at = at
        self.by = by
        self.command = command
        purpose =
            object["undoes"]?.intValue.map(Purpose.undo) ?? object["redoes"]?.intValue.map(Purpose.redo)
            ?? .change
        self.files = []
        for file in files {
            guard let change = FileChange(file) else { return nil }
            self.files.append(change)
        }
    }

    /// What a session's file may hold, a record may hold somewhat deeper, and the whole file in one text, where a
    /// byte that is no text takes two.
    private static let limits = JSONLimits(depth: JSONLimits.deepest, stringBytes: 2 * Limits.sessionFile)
}

extension OperationRecord.FileChange {
    fileprivate var json: JSON {
        var object: JSONObject = ["path": .string(path.description)]
        object["before"] = before.map(JSON.string)
        object["after"] = after.map(JSON.string)
        object["mode"] = mode.map { .number(JSONNumber(Int($0))) }
        switch undo {
        case .remove: break
        case .keep: object["keep"] = true
        case .steps(let change, let old):
            object["steps"] = change.json
            if let old { Self.put(old, into: &object) }
        case .whole(let bytes): Self.put(bytes, into: &object)
        }
        return .object(object)
    }

    /// A file is text. The bytes of one that is damaged must come back all the same: each stands as the scalar of
    /// its number.
    private static func put(_ bytes: [UInt8], into object: inout JSONObject) {
        if let text = String(validating: bytes, as: UTF8.self) {
            object["whole"] = .string(text)
        } else {
            object["bytes"] = .string(String(String.UnicodeScalarView(bytes.map(Unicode.Scalar.init))))
        }
    }

    fileprivate init?(_ json: JSON) {
        guard let object = json.objectValue,
            let path = object["path"]?.stringValue.flatMap({ WorkspacePath($0) })
        else { return nil }
        self.path = path
        before = object["before"]?.stringValue
        after = object["after"]?.stringValue
        mode = object["mode"]?.intValue.flatMap { FileMode(exactly: $0) }.map { $0 & 0o777 }
        let whole =
            object["whole"]?.stringValue.map { Array($0.utf8) }
            ?? object["bytes"]?.stringValue.map {
                $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            }
        if let steps = object["steps"] {
            guard let change = DocumentChange(steps) else { return nil }
            undo = .steps(change, old: whole)
        } else if let whole {
            undo = .whole(whole)
        } else {
            undo = object["keep"]?.boolValue == true ? .keep : .remove
        }
    }
}
