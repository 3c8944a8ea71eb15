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

    /// What is known of an operation before its first change.
    struct Header: Sendable {
        /// 1 and upward in one copy of a workspace.
        let number: Int
        let at: Instant
        let by: String
        /// The command that does it, as words.
        let command: String
    }

    let header: Header
    let purpose: Purpose
    /// In the order in which they were staged; read one by one, so that many need not be in memory.
    let files: FileChanges

    package var number: Int { header.number }
    package var at: Instant { header.at }
    package var by: String { header.by }
    package var command: String { header.command }
    /// The number of the operation that this one took back.
    package var takenBack: Int? { purpose.takenBack }

    /// The sessions it changed.
    package var sessionIDs: [String] {
        files.compactMap { SessionLocation($0.path)?.id }
    }
}

extension OperationRecord {
    /// Reads a record: a line with the checksum of the line behind it, which is a JSON object. Nil for
    /// everything else: what was not written to its end, was damaged since, or is of another program.
    init?(_ bytes: FixedBytes) {
        let all = UnsafeRawBufferPointer(start: bytes.start, count: bytes.count)
        guard bytes.count > OperationRecord.lineStart, all[64] == UInt8(ascii: "\n") else { return nil }
        let line = UnsafeRawBufferPointer(rebasing: all[OperationRecord.lineStart...])
        var hash = SHA256()
        hash.update(line.assumingMemoryBound(to: UInt8.self))
        guard hash.finish().utf8.elementsEqual(all[..<64]), let members = OperationRecord.members(of: line),
            let number = members.object["number"]?.intValue, let at = instant(members.object["at"]),
            let by = members.object["by"]?.stringValue, let command = members.object["command"]?.stringValue,
            let files = members.files
        else { return nil }
        header = Header(number: number, at: at, by: by, command: command)
        purpose =
            members.object["undoes"]?.intValue.map(Purpose.undo)
            ?? members.object["redoes"]?.intValue.map(Purpose.redo) ?? .change
        self.files = FileChanges(bytes, from: OperationRecord.lineStart + files)
        guard self.files.areAllKnown else { return nil }
    }

    /// Where the line begins that the checksum is of.
    static let lineStart = 65

    /// The members of a record but for its files, and the offset of the list of these.
    private static func members(
        of line: UnsafeRawBufferPointer
    ) -> (object: JSONObject, files: Int?)? {
        var object = JSONObject()
        var files: Int?
        do throws(JSONError) {
            var scanner = JSONScanner(line, limits: limits)
            guard case .beginObject = try scanner.next() else { return nil }
            while case .key(let key) = try scanner.next() {
                let name = scanner.string(key)
                let start = scanner.position
                let first = try scanner.skipValue()
                if name == "files" {
                    guard case .beginArray = first else { return nil }
                    files = start
                } else {
                    let value = UnsafeRawBufferPointer(rebasing: line[start..<scanner.position])
                    object[name] = try JSON(parsing: value, limits: limits)
                }
            }
            guard case .end = try scanner.next() else { return nil }
        } catch {
            return nil
        }
        return (object, files)
    }

    /// What a session's file may hold, a record may hold somewhat deeper, and the whole file in one text, where a
    /// byte that is no text takes two.
    static let limits = JSONLimits(depth: JSONLimits.deepest, stringBytes: 2 * Limits.sessionFile)
}
