import Testing

@testable import SessionsCore

@Suite struct LabelMarksTests {
    private static let words = [
        "a", "web", "web.auth", "web.auth.sso", "webs", "x,y", "", ".", "é", "e\u{301}", "web.é", "\u{212A}",
        "K",
    ]

    @Test func aSessionThatHasALabelHasItsBits() {
        for word in Self.words {
            var (tag, project) = (LabelMarks(), LabelMarks())
            tag.add(tag: Array(word.utf8))
            project.add(project: Array(word.utf8))
            for name in Self.words {
                let (wantedTag, wantedProject) = (
                    LabelMarks.needed(tag: ["nobody", name]), LabelMarks.needed(project: [name])
                )
                if word == name {
                    #expect(tag.bits & LabelMarks.needed(tag: [name]) == LabelMarks.needed(tag: [name]))
                    #expect(tag.bits & wantedTag == wantedTag)
                }
                if word == name || word.hasPrefix(name + ".") {
                    #expect(project.bits & wantedProject == wantedProject, "\(word) \(name)")
                }
            }
        }
    }

    @Test func mostOthersHaveThemNot() {
        let names = (0..<400).map { "label\($0)" }
        let wanted = LabelMarks.needed(tag: ["label7"])
        let having = names.filter { name in
            var marks = LabelMarks()
            marks.add(tag: Array(name.utf8))
            return marks.bits & wanted == wanted
        }
        #expect(having.contains("label7") && having.count < 20)
        var marks = LabelMarks()
        marks.add(project: Array("label7".utf8))
        #expect(marks.bits != wanted)
    }
}
