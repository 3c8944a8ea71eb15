@testable import SessionsCore

/// A record that bears its checksum is written as it was read, leads nowhere outside, and can be taken back or not.
func testOperation(_ bytes: [UInt8]) {
    expect(OperationRecord(FixedBytes(bytes)) == nil || bytes.count > 66, "a record begins with its checksum")
    let line = bytes + [UInt8(ascii: "\n")]
    let sealed = Array(SHA256.hex(of: line).utf8) + [UInt8(ascii: "\n")] + line
    guard let record = OperationRecord(FixedBytes(sealed)) else { return }
    for file in record.files {
        let again = OperationRecord.FileChange(file.json)
        expect(again?.path == file.path && again?.undo == file.undo, "a change is read as it was written")
        for name in file.path.components {
            expect(!name.isEmpty && name != "." && name != ".." && !name.contains("/"), "a path stays inside")
            expect(!name.utf8.contains(0), "a path has no end within it")
        }
        guard case .steps(let change, let old) = file.undo else { continue }
        var document = old.flatMap { (try? JSON(parsing: $0))?.objectValue } ?? JSONObject()
        _ = try? change.revert(in: &document)
        expect(DocumentChange(change.json) == change, "steps are read as they were written")
    }
}
