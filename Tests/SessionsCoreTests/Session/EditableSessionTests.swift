import Testing

@testable import SessionsCore

@Suite("A session as a text to edit")
struct EditableSessionTests {
    private func text(
        title: String, description: String = "", plan: String = "", project: String = "", tags: [String] = []
    ) -> EditableSession {
        var text = EditableSession()
        text.title = title
        text.description = description
        text.plan = plan
        text.project = project
        text.tags = tags
        return text
    }

    @Test("It is the title, the description and the fields")
    func layout() {
        let text = text(
            title: "Fix", description: "One\n\nTwo", plan: "1h30m", project: "web", tags: ["a", "b"])
        #expect(text.text.hasPrefix("Fix\n\nOne\n\nTwo\n\nPlan: 1h30m\nProject: web\nTags: a b\n# "))
    }

    @Test("It is read as it was written, whatever stands in it")
    func roundTrip() {
        let lines = [
            "#12 crashes", "Plan: none", "Tags:", "\\# a backslash", "\\", "Project: x", "plain", "",
            "  indented",
            "日本語", "e\u{301}", "Plan", "# heading",
        ]
        var random = SplitMix64(seed: 20_261_122)
        for title in lines where !title.isEmpty && !title.hasPrefix(" ") {
            for _ in 0..<50 {
                let body = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    lines.randomElement(using: &random) ?? ""
                }
                // Blank lines around a description are no part of it.
                let description = body.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
                let text = text(
                    title: title, description: description.joined(separator: "\n"), plan: "90m",
                    project: "a.b",
                    tags: ["x"])
                #expect(EditableSession(edited: text.text) == text)
            }
        }
    }

    @Test(
        "It is read in whatever way it was typed",
        arguments: [
            "Title\nBody\nTags: a, b\nPlan: 2h", "\n\nTitle\n\n\nBody\n\nPlan:2h\n\nTags:a b\n\n",
            "# remark\nTitle  \n# another\nBody\nProject:\nPlan: 2h\nTags: a   b\n# last",
            "Title\r\n\r\nBody\r\nPlan: 2h\r\nTags: a b\r\n",
            "Title\r\r\n\nBody\r\r\r\nPlan: 2h\r\nTags: a b\r",
        ])
    func typed(edited: String) {
        #expect(
            EditableSession(edited: edited)
                == text(title: "Title", description: "Body", plan: "2h", tags: ["a", "b"]))
    }

    @Test("Nothing but remarks and empty fields is empty", arguments: ["", "\n\n", "# a\n\nPlan:\nTags: \n"])
    func empty(edited: String) {
        #expect(EditableSession(edited: edited).isEmpty)
    }

    @Test("Only what was edited is changed")
    func changes() throws {
        let old = text(title: "A", description: "  D\n", plan: "90m", project: "web", tags: ["x", "y"])
        func changes(_ edit: (inout EditableSession) -> Void) throws -> FieldChanges {
            var new = EditableSession(edited: old.text)
            edit(&new)
            return try EditableSession.changes(from: old, to: EditableSession(edited: new.text))
        }
        let none = try changes { _ in }
        #expect(none.title == nil && none.description == nil && none.project == nil && none.planned == nil)
        #expect(none.addedTags == [] && none.removedTags == [])

        let some = try changes {
            $0.title = "B"
            $0.tags = ["y", "z"]
            $0.plan = ""
        }
        #expect(some.title == "B" && some.description == nil && some.project == nil)
        #expect(some.planned == .some(nil))
        #expect(some.addedTags == ["z"] && some.removedTags == ["x"])
        #expect(try changes { $0.plan = "2h" }.planned == TimeAmount(seconds: 7200))
        #expect(try changes { $0.description = "" }.description == "")
        #expect(throws: SessionsError.self) { try changes { $0.plan = "soon" } }
    }
}
