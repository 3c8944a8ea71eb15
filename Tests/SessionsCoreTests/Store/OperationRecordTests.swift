import Testing

@testable import SessionsCore

@Suite struct OperationRecordTests {
    /// The bytes of a record, as they are written.
    static func bytes(
        _ number: Int = 7, at: String = "2026-11-22T12:00:00.000Z",
        purpose: OperationRecord.Purpose = .change,
        files: [OperationRecord.FileChange] = []
    ) throws -> [UInt8] {
        let temporary = try TemporaryFolder()
        let header = try header(number, at: at)
        let file = try Folder(opening: temporary.path).create("record")
        let writer = OperationRecordWriter(header, to: file)
        for file in files { try writer.add(file) }
        try writer.finish(purpose)
        return try #require(temporary.bytes(at: "record"))
    }

    static func header(
        _ number: Int = 7, at: String = "2026-11-22T12:00:00.000Z", command: String = "edit 'a\nb'"
    ) throws -> OperationRecord.Header {
        .init(
            number: number, at: try #require(Instant(rfc3339: at)), by: "ada@example.org", command: command)
    }

    private static func record(_ bytes: [UInt8]) -> OperationRecord? { OperationRecord(FixedBytes(bytes)) }

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
        let again = try #require(Self.record(try Self.bytes(purpose: purpose, files: files)))
        #expect(again.number == 7 && again.at.rfc3339 == "2026-11-22T12:00:00.000Z")
        #expect(again.by == "ada@example.org" && again.command == "edit 'a\nb'" && again.purpose == purpose)
        #expect(again.files.map(\.undo) == Self.undos)
        #expect(again.files.allSatisfy { $0.path == Self.path && $0.before == "b" && $0.after == nil })
        #expect(again.sessionIDs == [String](repeating: "bcdfghjkmnpq", count: Self.undos.count))
        #expect(again.files.map(\.undo) == Self.undos, "they can be read again")
    }

    /// What waits to be written is written now and then where there is much.
    @Test func aRecordOfManyFilesIsWrittenInPieces() throws {
        let old = [UInt8](repeating: 0x22, count: 1000)
        let files = (0..<1000).map { index in
            OperationRecord.FileChange(
                path: WorkspacePath(["sessions", "2026-11", "\(index).json"]), before: "b", after: nil,
                undo: .whole(old))
        }
        let record = try #require(Self.record(try Self.bytes(files: files)))
        #expect(record.files.map(\.path) == files.map(\.path))
        #expect(record.files.allSatisfy { $0.undo == .whole(old) })
    }

    @Test func aTornRecordIsNone() throws {
        let files = [OperationRecord.FileChange(path: Self.path, before: nil, after: "x", undo: .remove)]
        let bytes = try Self.bytes(files: files)
        for length in 0..<bytes.count {
            #expect(Self.record(Array(bytes[..<length])) == nil, "\(length)")
        }
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1
            #expect(Self.record(flipped) == nil, "byte \(index)")
        }
        #expect(Self.record(bytes + [0x0a]) == nil)
        #expect(Self.record([UInt8](repeating: 0, count: bytes.count)) == nil)
    }

    @Test(arguments: [
        "../../etc/passwd", "/etc/passwd", "sessions/../x", "sessions//x", "", ".git/config",
        "sessions/.hidden",
    ])
    func aPathThatLeadsElsewhereIsNone(path: String) throws {
        let change = OperationRecord.FileChange(
            path: WorkspacePath([path]), before: nil, after: "x", undo: .remove)
        #expect(Self.record(try Self.bytes(files: [change])) == nil)
    }

    /// What lies as deep as a session's file can, lies deeper in its record.
    @Test func theDeepestChangeIsReadBack() throws {
        var value: JSON = 1
        for _ in 0..<62 { value = ["a": value] }
        let steps = DocumentChange(from: ["x": value], to: ["x": 0])
        let file = OperationRecord.FileChange(
            path: Self.path, before: "b", after: "a", undo: .steps(steps, old: nil))
        #expect(Self.record(try Self.bytes(files: [file]))?.files.map(\.undo) == [file.undo])
    }
}

extension Folder {
    /// Writes the record of an operation beside its new contents, this being the folder `local`.
    func record(
        _ number: Int, _ files: [OperationRecord.FileChange], command: String = "attach"
    ) throws {
        let staging = try StagingArea(in: self, operation: number)
        let header = try OperationRecordTests.header(number, command: command)
        let writer = OperationRecordWriter(header, to: try staging.makeRecord())
        for file in files { try writer.add(file) }
        try writer.finish(.change)
    }
}
