import Testing

@testable import CommandKit

@Suite("Completion scripts")
struct CompletionScriptTests {
    private let script = CompletionScript(jobs.pages(globals: Globals()), candidates: "__words")

    @Test("are called what each shell looks for")
    func names() {
        #expect(
            CompletionScript.Shell.allCases.map { $0.fileName(for: "jobs") } == [
                "jobs.bash", "_jobs", "jobs.fish",
            ])
    }

    @Test("know every command and option", arguments: CompletionScript.Shell.allCases)
    func completeness(shell: CompletionScript.Shell) {
        let text = script.text(for: shell)
        for page in script.pages {
            #expect(text.contains("'\(page.words)'") || text.contains("\\'\(page.words)\\'"), "\(page.words)")
            for name in (page.ownOptions + script.globals).flatMap(\.names) {
                #expect(text.contains(name.drop { $0 == "-" }), "\(name)")
            }
        }
    }

    @Test("pass the folder on that a line is about, and no other option")
    func places() {
        #expect(script.placeOptions == ["-C"])
    }

    @Test(
        "quote what stands in them",
        arguments: [("a", "'a'"), ("it's", #"'it'\''s'"#), ("", "''"), ("'", #"''\'''"#)])
    func quoting(text: String, quoted: String) {
        #expect(text.shellQuoted == quoted)
    }

    @Test("offer commands beside the first argument of a command that has both")
    func mixed() {
        #expect(script.groups == ["", "comment", "goal"])
        #expect(script.text(for: .zsh).contains("{_jobs_commands_comment;"))
    }
}
