import Testing

@testable import SessionsCore

@Suite struct TemplateNameTests {
    @Test(arguments: ["a", "bug-fix", "v1.2", "2026", "a.b-c", String(repeating: "a", count: 64)])
    func aNameIsOfWords(_ name: String) throws {
        #expect(try TemplateName.check(name) == name)
    }

    @Test(arguments: [
        "", ".", "..", "../a", "a/b", "/a", ".a", "a.", "-a", "a-", "a--b", "a..b", "A", "é", "a b", "a\0",
        "a\n",
        "a_b", "a\\b", "~a", "a:b", String(repeating: "a", count: 65),
    ])
    func nothingElseIsAName(_ name: String) {
        #expect(throws: SessionsError.self) { try TemplateName.check(name) }
    }

    @Test(arguments: [
        ("Fix the login redirect", "fix-the-login-redirect"), ("T-1: Login!", "t-1-login"),
        ("one two three four five six", "one-two-three-four-five"), ("../../etc/passwd", "etc-passwd"),
        ("Straße", "stra-e"), ("日本", nil), ("", nil), ("--", nil),
        (String(repeating: "a", count: 500), "aaaaaaaaaaaa"),
    ])
    func aTitleMakesAName(_ title: String, _ name: String?) {
        #expect(TemplateName.from(title) == name)
        if let name { #expect(TemplateName.isTemplate(name)) }
    }

    @Test(arguments: [
        ("ticket", true), ("a1", true), ("due-date", true), ("due_date", true), ("title", false), ("", false),
        ("1a", false), ("-a", false), ("A", false), ("a.b", false), ("a b", false), ("a=b", false),
    ])
    func aFieldHasAName(_ name: String, _ isName: Bool) {
        #expect(TemplateName.isField(name) == isName)
    }
}
