@testable import SessionsCore

/// Whom a text mentions is somebody who is there, and a comment is what was typed.
func testComment(_ text: String) {
    let people = ["ada@example.org", "lin", "é@example.org", "a.b@c", ""]
    for person in Mention.people(named: text, among: people) {
        expect(people.contains(person), "'\(person)' is somebody")
        expect(text.contains("@"), "nobody is mentioned without a mark")
    }
    let names = [
        try? SessionRules.project(text), try? SessionRules.person(text),
        try? SessionRules.attachmentName(text),
    ]
    for case let taken? in names {
        expect(taken.utf8.elementsEqual(text.utf8) && !taken.isEmpty, "what is taken is not changed")
        expect(!taken.unicodeScalars.contains { $0.value < 0x20 }, "and holds no control characters")
    }
    expect(
        (try? SessionRules.attachmentName(SessionRules.attachmentName(ofFile: text))) != nil,
        "every file can be attached")
    if let title = try? SessionRules.title(text) {
        expect(!title.isEmpty && !title.contains { $0.isNewline }, "a title is one line")
        expect(
            (try? SessionRules.title(title))?.utf8.elementsEqual(title.utf8) ?? false, "and stays what it is")
    }
    if let name = TemplateName.from(text) { expect(TemplateName.isTemplate(name), "'\(name)' is a name") }
    if let path = WorkspacePath(text) {
        expect(!path.components.contains("..") && !text.hasPrefix("/"), "a path stays inside")
    }
}
