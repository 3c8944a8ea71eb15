import SessionsCore
import Testing

@testable import SessionsCLI

/// Somebody who shares a workspace tries to have a command of theirs run on another machine.
@Suite("Commands from shared files", .enabled(if: Program.isInstalled("git")))
struct TrustTests {
    /// A workspace of Ada's under version control, with a check that Lin has a copy of, and Lin.
    private func sharing() throws -> (ada: Program, lin: Program) {
        let ada = try Program()
        let lin = try Program()
        lin.set("SESSIONS_USER", "lin@example.org")
        for program in [ada, lin] {
            program.set("GIT_AUTHOR_NAME", "A")
            program.set("GIT_AUTHOR_EMAIL", "a@example.org")
            program.set("GIT_COMMITTER_NAME", "A")
            program.set("GIT_COMMITTER_EMAIL", "a@example.org")
        }
        try git(ada, "init -q && sessions init -q && sessions new Shared -q && git add -A")
        ada.set("SESSIONS_WORKSPACE", nil)
        try ada.output("goal", "add", "@", "Verify", "--required", "--check", "touch ran")
        try git(ada, "add -A && git commit -qm one")
        try git(lin, "clone -q '\(ada.work)' shared")
        return (ada, lin)
    }

    private func git(_ program: Program, _ line: String) throws {
        let outcome = try program.shell("git \(line)")
        try #require(outcome.status == 0, "\(line): \(outcome.error)")
    }

    private func id(_ program: Program) throws -> String {
        try program.shell("cd shared; sessions list -q").output.filter { $0 != "\n" }
    }

    private func check(_ program: Program, _ words: String = "goal check") throws -> Outcome {
        try program.shell("cd shared && sessions \(words) \(try id(program)) --json")
    }

    private func trust(_ program: Program) throws -> Outcome {
        try program.shell(
            "cd shared; for hash in $(sessions trust -q); do sessions trust --yes $hash -q; done")
    }

    private func isThere(_ name: String, _ program: Program) -> Bool {
        PackageFiles.exists(program.folder.path(of: "home/work/shared/\(name)"))
    }

    private func expectRefusal(_ outcome: Outcome, at location: SourceLocation = #_sourceLocation) {
        #expect(outcome.status == 6, sourceLocation: location)
        #expect(outcome.output == "", sourceLocation: location)
        #expect(outcome.error.contains(#""code":"untrusted""#), "\(outcome.error)", sourceLocation: location)
        #expect(outcome.error.contains("sessions trust"), "\(outcome.error)", sourceLocation: location)
    }

    @Test("A command that was pulled is run once it is trusted, and a changed one is not")
    func pulled() throws {
        let (ada, lin) = try sharing()
        // Ada typed it herself.
        try ada.output("goal", "check", "@")
        try git(ada, "checkout -q .")
        expectRefusal(try check(lin))
        expectRefusal(try check(lin, "complete"))
        #expect(!isThere("ran", lin))
        #expect(try trust(lin).status == 0)
        // What was typed to be trusted is all that is.
        try git(ada, "checkout -q . ")
        let typed = ["goal", "edit", "@", "1.1", "--check", "touch stolen"]
        try ada.output(typed)
        try git(ada, "commit -qam two")
        try git(lin, "-C shared pull -q")
        expectRefusal(try check(lin))
        expectRefusal(try check(lin, "complete"))
        #expect(!isThere("stolen", lin) && !isThere("ran", lin))
        // It is shown before it is trusted.
        #expect(try lin.shell("cd shared; sessions trust").output.contains("  touch stolen\n"))
        #expect(try trust(lin).status == 0)
        #expect(try check(lin).status == 0)
        #expect(isThere("stolen", lin))
    }

    @Test("One that differs only in how its letters are encoded is another one")
    func encoding() throws {
        let (ada, lin) = try sharing()
        try ada.output("goal", "edit", "@", "1.1", "--check", "touch \u{e9}")
        try git(ada, "commit -qam two")
        try git(lin, "-C shared pull -q")
        let hash = try lin.shell("cd shared; sessions trust --print").output.filter { $0 != "\n" }
        #expect(try trust(lin).status == 0)
        try ada.output("goal", "edit", "@", "1.1", "--check", "touch e\u{301}")
        try git(ada, "commit -qam three")
        try git(lin, "-C shared pull -q")
        expectRefusal(try check(lin))
        expectRefusal(try check(lin, "goal check --trusted \(hash)"))
        #expect(!isThere("e\u{301}", lin))
    }

    @Test("What is trusted in one workspace is not trusted in another, whatever is copied")
    func copied() throws {
        let (_, lin) = try sharing()
        #expect(try trust(lin).status == 0)
        let own = try #require(lin.folder.files(below: "home/.config/sessions/workspaces").first)
        _ = try lin.shell("git clone -q shared other")
        let id = try id(lin)
        expectRefusal(try lin.shell("cd other && sessions goal check \(id) --json"))
        // The record of the first one under the name that the second one's would have.
        try lin.shell("cd other && sessions new Mine -q && sessions goal add @ A --check true -q")
            .expectSuccess()
        let files = lin.folder.files(below: "home/.config/sessions/workspaces")
        let other = try #require(files.first { $0 != own })
        try lin.folder.write(try lin.folder.read(own), to: other)
        expectRefusal(try lin.shell("cd other && sessions goal check \(id) --json"))
        #expect(try lin.shell("cd other && sessions trust --list").output == "")
        // Nor does it come along when the workspace is put elsewhere.
        _ = try lin.shell("mv shared moved && ln -s other shared")
        expectRefusal(try lin.shell("cd moved && sessions goal check \(id) --json"))
    }

    @Test("A hash over all checks trusts exactly those, without a configuration")
    func hashOfAll() throws {
        let (ada, lin) = try sharing()
        let hash = try ada.output("trust", "--print").filter { $0 != "\n" }
        #expect(try lin.shell("cd shared; sessions trust --print").output == hash + "\n")
        expectRefusal(try check(lin))
        expectRefusal(try check(lin, "goal check --trusted \(hash.reversed().map(String.init).joined())"))
        #expect(try check(lin, "goal check --trusted \(hash)").status == 0)
        #expect(isThere("ran", lin))
        try ada.output("goal", "edit", "@", "1.1", "--check", "touch stolen")
        try git(ada, "commit -qam two")
        _ = try lin.shell("cd shared; git checkout -q . && git pull -q")
        expectRefusal(try check(lin, "goal check --trusted \(hash)"))
        #expect(!isThere("stolen", lin))
    }
}

extension Outcome {
    fileprivate func expectSuccess(at location: SourceLocation = #_sourceLocation) {
        #expect(status == 0, "\(error)", sourceLocation: location)
    }
}
