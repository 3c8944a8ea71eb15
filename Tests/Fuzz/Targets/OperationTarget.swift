@testable import SessionsCore

/// A record that bears its checksum is written as it was read, leads nowhere outside, and can be taken back or not.
func testOperation(_ bytes: [UInt8]) {
    expect(OperationRecord(bytes) == nil || bytes.count > 66, "a record begins with its checksum")
    let line = bytes + [UInt8(ascii: "\n")]
    guard let record = OperationRecord(Array(SHA256.hex(of: line).utf8) + [UInt8(ascii: "\n")] + line) else {
        return
    }
    let written = record.bytes
    let again = OperationRecord(written)
    expect(again?.bytes == written, "a record is read as it was written")
    for file in record.files {
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
