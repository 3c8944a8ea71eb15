@testable import SessionsCore

/// A session that was typed is typed again as it was read.
func testEditor(_ text: String) {
    let first = EditableSession(edited: text)
    // Without a title the first line of the description is it.
    guard !first.title.isEmpty else { return }
    let second = EditableSession(edited: first.text)
    let third = EditableSession(edited: second.text)
    expect(second == third, "an edited text is read as it is written")
    let changes = try? EditableSession.changes(from: second, to: second)
    expect(changes.map { $0.title == nil && $0.description == nil } ?? true, "nothing typed, nothing changed")
}
