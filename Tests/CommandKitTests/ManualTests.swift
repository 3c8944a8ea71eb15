import Testing

@testable import CommandKit

@Suite("The manual")
struct ManualTests {
    private let manual = Manual(
        of: jobs, globals: Globals(), tagline: "keep jobs", description: "One.\n\nTwo.",
        date: "November 22, 2026",
        exitStatuses: [Topic.Entry("0", "done"), Topic.Entry("130", "interrupted")],
        topics: [
            Topic(
                "words", "What words mean",
                [
                    .paragraph("First. Second."), .heading("More"), .list([Topic.Entry("a-b", "this")]),
                    .text(".kept\n\n'so'"), .examples([Example("jobs list", "all")]),
                ]),
            Topic("hidden", "Only in help", section: nil, []),
        ])

    private func page(_ name: String) throws -> [String] {
        let page = try #require(manual.pages.first { $0.fileName == name })
        return page.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("has a page for the program, each command and each topic that wants one")
    func files() {
        #expect(
            manual.pages.map(\.fileName) == [
                "jobs.1", "jobs-list.1", "jobs-pause.1", "jobs-comment.1", "jobs-comment-edit.1",
                "jobs-goal.1",
                "jobs-goal-add.1", "jobs-goal-list.1", "jobs-words.7",
            ])
    }

    @Test("shows how a command is called")
    func synopsis() throws {
        let list = try page("jobs-list.1")
        let start = try #require(list.firstIndex(of: ".Sh SYNOPSIS"))
        #expect(
            list[..<6] == [
                ".Dd November 22, 2026", ".Dt JOBS-LIST 1", ".Os", ".Sh NAME", ".Nm jobs-list",
                ".Nd list jobs",
            ])
        #expect(
            list[start...].dropFirst().prefix(3) == [
                ".Nm jobs Cm list", ".Op Ar word ...", ".Op Ar options",
            ])
        let comment = try page("jobs-comment.1")
        #expect(comment.count { $0 == ".Nm jobs Cm comment" } == 2)
        #expect(comment.contains(".Ar command"))
        #expect(try page("jobs-goal-add.1").contains(".Nm jobs Cm goal add"))
    }

    @Test("tells of options with what they take")
    func options() throws {
        let list = try page("jobs-list.1")
        let limit = try #require(list.firstIndex(of: #".It Fl n , Fl \-limit Ar number"#))
        #expect(list[limit...].dropFirst().prefix(2) == ["At most so many, 0 for all.", "Default: 50."])
        #expect(list.contains(#".It Fl \-set Ar <name>=<value>"#))
        #expect(list.contains("One of title, created or updated."))
        #expect(list.contains("May be given several times."))
    }

    @Test("keeps the lines of a discussion that are to be kept, and fills the others")
    func discussion() throws {
        let list = try page("jobs-list.1")
        let start = try #require(list.firstIndex(of: ".Sh DESCRIPTION"))
        #expect(
            list[start...].dropFirst().prefix(6) == [
                "Shows the newest jobs first.", ".Bd -literal -offset indent", "kept   as it is", ".Ed",
                ".Pp",
                "A second paragraph.",
            ])
    }

    @Test("begins a line with every sentence, and shields what the formatter would obey")
    func topic() throws {
        #expect(
            try page("jobs-words.7").dropFirst(3).dropLast() == [
                ".Sh NAME", ".Nm jobs-words", ".Nd what words mean", ".Sh DESCRIPTION", "First.", "Second.",
                ".Sh MORE", ".Bl -tag -width Ds", #".It Cm a\-b"#, "This.", ".El",
                ".Bd -literal -offset indent",
                #"\&.kept"#, #"\&"#, #"\(aqso\(aq"#, ".Ed", ".Pp", "All:", ".Bd -literal -offset indent",
                "jobs list", ".Ed", ".Sh SEE ALSO", ".Xr jobs 1",
            ])
    }

    @Test(
        "escapes text",
        arguments: [
            ("-x", #"\-x"#), (#"a\n"#, #"a\en"#), ("'", #"\(aq"#), ("…", "..."), ("é", #"\[u00E9]"#),
            ("🙂", #"\[u1F642]"#), ("\u{1b}[1m", "[1m"), ("~^`\"", #"\(ti\(ha\(ga\(dq"#),
        ])
    func escaping(text: String, escaped: String) {
        #expect(MdocText.escaped(text) == escaped)
    }

    @Test(
        "shields arguments that would be macros",
        arguments: [
            ("No", #"\&No"#), ("NO", "NO"), ("Fl", #"\&Fl"#), (",", #"\&,"#), ("a b", "\"a b\""),
            ("", "\"\""),
        ])
    func arguments(word: String, argument: String) {
        #expect(MdocText.argument(word) == argument)
    }

    @Test("has no line that is too long for the formatter")
    func width() {
        for page in manual.pages {
            #expect(page.text.split(separator: "\n").allSatisfy { $0.utf8.count <= 80 })
        }
    }

    @Test("says on a terminal what it says in print")
    func help() {
        #expect(
            HelpText.topic(manual.topics[0], width: 60) == """
                What words mean

                First. Second.

                More:
                  a-b  this

                  .kept

                  'so'

                  jobs list
                      all

                """)
    }
}
