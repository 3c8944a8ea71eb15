@testable import SessionsCore

/// What is taken is written and read again without a change; what is refused is refused at a place in it.
func testJSON(_ bytes: [UInt8]) {
    let value: JSON
    do { value = try JSON(parsing: bytes) } catch {
        expect((0...bytes.count).contains(error.offset), "the place \(error.offset) is in the text")
        expect(error.line > 0 && error.column > 0, "line and column begin at 1")
        expectHarmless(error.description)
        return
    }
    for style in [JSONWriter.Style.file, .output, .line] {
        let written = value.bytes(style)
        let again = try? JSON(parsing: written)
        expect(again == value, "\(style) is read as it was written")
        expect(again?.bytes(style) == written, "\(style) is written in one way")
        if style != .file { expectHarmless(String(decoding: written, as: UTF8.self)) }
    }
    if let text = value.stringValue, let pointer = JSONPointer(parsing: text) {
        expect(pointer.description.utf8.elementsEqual(text.utf8), "a pointer is written as it was read")
        expect(value.objectValue?[pointer] == nil, "nothing is found in a text")
    }
}

/// Nothing in it is obeyed or hidden by a terminal, but the ends of lines.
func expectHarmless(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
        expect(!scalar.isUnfitForTerminals, "U+\(String(scalar.value, radix: 16)) is not shown as it is")
    }
}
