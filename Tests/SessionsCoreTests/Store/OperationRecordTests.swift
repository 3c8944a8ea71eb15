import Testing

@testable import SessionsCore

@Suite struct OperationRecordTests {
    static func record(
        _ number: Int = 7, at: String = "2026-11-22T12:00:00.000Z", by: String = "ada@example.org",
        purpose: OperationRecord.Purpose = .change, files: [OperationRecord.FileChange] = []
    ) throws -> OperationRecord {
        OperationRecord(
            number: number, at: try #require(Instant(rfc3339: at)), by: by, command: "edit 'a\nb'",
            purpose: purpose, files: files)
    }

    private static let path = WorkspacePath(["sessions", "2026-11", "bcdfghjkmnpq.json"])
    private static let undos: [OperationRecord.Undo] = [
        .remove, .keep, .whole(Array("{\"é\":\t1}\r\n".utf8)), .whole([UInt8](0...255)),
        .steps(DocumentChange(from: ["a": 1], to: ["a": 2]), old: nil),
        .steps(DocumentChange(from: ["a": 1], to: [:]), old: Array(" {} ".utf8)),
    ]

    @Test(arguments: [OperationRecord.Purpose.change, .undo(3), .redo(4)])
    func whatIsWrittenIsReadBack(purpose: OperationRecord.Purpose) throws {
        let files = Self.undos.map {
            OperationRecord.FileChange(path: Self.path, before: "b", after: nil, undo: $0)
        }
        let record = try Self.record(purpose: purpose, files: files)
        let again = try #require(OperationRecord(record.bytes))
        #expect(again.number == 7 && again.at == record.at && again.by == record.by)
        #expect(again.command == record.command && again.purpose == purpose)
        #expect(again.files.map(\.undo) == Self.undos)
        #expect(again.files.allSatisfy { $0.path == Self.path && $0.before == "b" && $0.after == nil })
        #expect(again.sessionIDs == [String](repeating: "bcdfghjkmnpq", count: Self.undos.count))
        #expect(again.bytes == record.bytes)
    }

    @Test func aTornRecordIsNone() throws {
        let files = [OperationRecord.FileChange(path: Self.path, before: nil, after: "x", undo: .remove)]
        let bytes = try Self.record(files: files).bytes
        for length in 0..<bytes.count {
            #expect(OperationRecord(Array(bytes[..<length])) == nil, "\(length)")
        }
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1
            #expect(OperationRecord(flipped) == nil, "byte \(index)")
        }
        #expect(OperationRecord(bytes + [0x0a]) == nil)
        #expect(OperationRecord([UInt8](repeating: 0, count: bytes.count)) == nil)
    }

    @Test(arguments: [
        "../../etc/passwd", "/etc/passwd", "sessions/../x", "sessions//x", "", ".git/config",
        "sessions/.hidden",
    ])
    func aPathThatLeadsElsewhereIsNone(path: String) throws {
        let change = OperationRecord.FileChange(
            path: WorkspacePath([path]), before: nil, after: "x", undo: .remove)
        #expect(OperationRecord(try Self.record(files: [change]).bytes) == nil)
    }

    /// What lies as deep as a session's file can, lies deeper in its record.
    @Test func theDeepestChangeIsReadBack() throws {
        var value: JSON = 1
        for _ in 0..<62 { value = ["a": value] }
        let steps = DocumentChange(from: ["x": value], to: ["x": 0])
        let file = OperationRecord.FileChange(
            path: Self.path, before: "b", after: "a", undo: .steps(steps, old: nil))
        #expect(OperationRecord(try Self.record(files: [file]).bytes)?.files.first?.undo == file.undo)
    }
}
