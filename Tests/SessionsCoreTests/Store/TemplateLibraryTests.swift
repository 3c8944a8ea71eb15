import Testing

@testable import SessionsCore

@Suite struct TemplateLibraryTests {
    private let bench: Bench
    private let library: TemplateLibrary

    init() throws {
        bench = try Bench()
        library = TemplateLibrary(
            workspace: bench.workspace, configurationFolder: bench.folder.path + "/config")
    }

    private func write(_ name: String, _ summary: String, at folder: String) throws {
        try? bench.folder.makeFolder(folder)
        try bench.folder.write(#"{"schema": 1, "summary": "\#(summary)"}"#, at: "\(folder)/\(name).json")
    }

    private func template(_ name: String, _ summary: String = "new") throws -> Template {
        try TemplateFile.template(
            ["schema": 1, "summary": .string(summary)], named: name, of: .workspace)
    }

    @Test func theWorkspaceGoesBeforeThePersonAndThePersonBeforeTheProgram() throws {
        let personal = "config/templates"
        #expect(try library.template(named: "bug-fix").origin == .builtIn)
        try? bench.folder.makeFolder("config")
        try write("bug-fix", "mine", at: personal)
        #expect(try library.template(named: "bug-fix").summary == "mine")
        try write("bug-fix", "ours", at: ".sessions/templates")
        #expect(try library.template(named: "bug-fix").summary == "ours")
        #expect(try library.origin(of: "bug-fix") == .workspace)
        let entries = try library.entries().filter { $0.name == "bug-fix" }
        #expect(entries.map(\.origin) == [.workspace, .personal, .builtIn])
        #expect(entries.map(\.isShadowed) == [false, true, true])
        #expect(try library.names() == ["blank", "bug-fix", "feature", "research"])
    }

    @Test func aDamagedOneStillGoesBefore() throws {
        try write("bug-fix", "a", at: ".sessions/templates")
        try bench.folder.write("{", at: ".sessions/templates/bug-fix.json")
        #expect(try refusal { _ = try library.template(named: "bug-fix") }.code == .damaged)
        #expect(try library.origin(of: "bug-fix") == .workspace)
        #expect(try library.entries().count == 5)
    }

    @Test func tooLargeAFileIsRefusedUnread() throws {
        let text = #"{"schema": 1, "summary": ""# + String(repeating: "x", count: Limits.settings)
        try bench.folder.write(text, at: ".sessions/templates/large.json")
        let error = try refusal { _ = try library.template(named: "large") }
        #expect(error.code == .damaged && error.message.contains("larger than the limit"))
    }

    @Test func whatIsNoPlainFileIsNotFollowed() throws {
        try bench.folder.makeFolder(".sessions/templates")
        try bench.folder.write(#"{"schema": 1}"#, at: "outside.json")
        bench.folder.makeLink(".sessions/templates/link.json", to: "../../outside.json")
        bench.folder.makePipe(".sessions/templates/pipe.json")
        try bench.folder.makeFolder(".sessions/templates/folder.json")
        for name in ["link", "pipe", "folder"] {
            #expect(try refusal { _ = try library.template(named: name) }.code == .damaged, "\(name)")
        }
        bench.folder.remove(".sessions/templates")
        try bench.folder.makeFolder("elsewhere")
        bench.folder.makeLink(".sessions/templates", to: "../elsewhere")
        #expect(try refusal { _ = try library.entries() }.code == .damaged)
        #expect(
            try refusal {
                try bench.operation { transaction, engine in
                    _ = try transaction.put(template("a"), replacing: nil, engine)
                }
            }.code == .damaged)
        #expect(try bench.folder.contents(of: "elsewhere").isEmpty)
    }

    @Test(arguments: ["", "..", "../a", "a/b", "A", ".hidden"])
    func aNameIsNeverAPath(_ name: String) throws {
        #expect(
            try refusal { _ = try library.template(named: name) }
                == .templateNotFound(name: name, known: ["blank", "bug-fix", "feature", "research"]))
        #expect(try refusal { _ = try library.file(named: name, of: .workspace) }.code == .usage)
        #expect(try refusal { try library.remove(named: name) }.code == .usage)
        #expect(try refusal { _ = try template(name) }.code == .usage)
    }

    @Test func filesThatAreNoTemplatesArePassedOver() throws {
        for name in ["Big", ".hidden", "a b"] { try write(name, "x", at: ".sessions/templates") }
        try bench.folder.write("x", at: ".sessions/templates/readme.txt")
        #expect(try library.names() == ["blank", "bug-fix", "feature", "research"])
    }

    // MARK: Writing

    @Test func oneOfAWorkspaceIsWrittenAndTakenBack() throws {
        let before = try bench.folder.contents(of: ".sessions")["templates/a.json"]
        #expect(before == nil)
        let number = try bench.operation { transaction, engine in
            let hasChanged = try transaction.put(template("a"), replacing: nil, engine)
            #expect(hasChanged)
        }
        #expect(number == 1)
        #expect(try library.template(named: "a").summary == "new")
        let first = try #require(try library.file(named: "a", of: .workspace))
        try bench.operation { transaction, engine in
            let hasChanged = try transaction.put(template("a", "newer"), replacing: first, engine)
            #expect(hasChanged)
        }
        let second = try #require(try library.file(named: "a", of: .workspace))
        try bench.operation { transaction, engine in
            try transaction.removeTemplate(named: "a", second, engine)
        }
        #expect(try library.file(named: "a", of: .workspace) == nil)
        try bench.undo()
        #expect(try library.file(named: "a", of: .workspace) == second)
        try bench.undo()
        #expect(try library.file(named: "a", of: .workspace) == first)
        try bench.undo()
        #expect(try library.file(named: "a", of: .workspace) == nil)
        for expected in [first, second, nil] {
            try bench.redo()
            #expect(try library.file(named: "a", of: .workspace) == expected)
        }
    }

    @Test func whatIsSoAlreadyIsNoOperation() throws {
        try bench.operation { transaction, engine in
            _ = try transaction.put(template("a"), replacing: nil, engine)
        }
        let old = try library.file(named: "a", of: .workspace)
        let number = try bench.operation { transaction, engine in
            let hasChanged = try transaction.put(template("a"), replacing: old, engine)
            #expect(!hasChanged)
        }
        #expect(number == nil)
    }

    @Test func aDryRunWritesNothing() throws {
        let before = try bench.everything()
        let transaction = try bench.begin(isDryRun: true)
        #expect(try transaction.put(template("a"), replacing: nil, bench.engine))
        #expect(try transaction.commit() == nil)
        #expect(try library.store(template("a"), replacing: nil, isDryRun: true))
        #expect(try bench.everything() == before)
    }

    @Test func whatSomebodyElseWroteMeanwhileStays() throws {
        try write("a", "theirs", at: ".sessions/templates")
        let theirs = try library.file(named: "a", of: .workspace)
        for old in [nil, Array("{}".utf8)] {
            let error = try refusal {
                try bench.operation { transaction, engine in
                    _ = try transaction.put(template("a"), replacing: old, engine)
                }
            }
            #expect(error.code == .refused)
        }
        #expect(try library.file(named: "a", of: .workspace) == theirs)
        let error = try refusal {
            try bench.operation { transaction, engine in
                try transaction.removeTemplate(named: "a", [], engine)
            }
        }
        #expect(error.code == .refused)
    }

    @Test func whoMayNotChangeTheWorkspaceChangesNoTemplate() throws {
        try bench.folder.write(
            #"{"format": 1, "defaultRole": "commenter", "members": {"lin": "editor", "eve": "owner"}}"#,
            at: ".sessions/workspace.json")
        let error = try refusal {
            try bench.operation { transaction, engine in
                _ = try transaction.put(template("a"), replacing: nil, engine)
            }
        }
        #expect(
            error.message
                == "cannot change the template 'a': you are commenter in this workspace, and this takes editor"
        )
        #expect(error.hint == "ask eve")
        bench.user = "lin"
        try bench.operation { transaction, engine in
            _ = try transaction.put(template("a"), replacing: nil, engine)
        }
    }

    @Test func onesOwnAreKeptAsTheConfigurationIs() throws {
        #expect(try library.store(template("a"), replacing: nil, isDryRun: false))
        #expect(try library.template(named: "a").origin == .personal)
        #expect(bench.folder.mode(of: "config/templates") == 0o700)
        #expect(bench.folder.mode(of: "config") == 0o700)
        let old = try library.file(named: "a", of: .personal)
        #expect(
            try refusal { _ = try library.store(template("a"), replacing: nil, isDryRun: false) }.code
                == .refused)
        #expect(try !library.store(template("a"), replacing: old, isDryRun: false))
        // A link keeps leading where it leads.
        try bench.folder.write(#"{"schema": 1}"#, at: "kept.json")
        bench.folder.makeLink("config/templates/b.json", to: "../../kept.json")
        let linked = try library.file(named: "b", of: .personal)
        #expect(try library.store(template("b"), replacing: linked, isDryRun: false))
        #expect(bench.folder.text(at: "kept.json")?.contains("new") == true)
        try library.remove(named: "a")
        #expect(try library.file(named: "a", of: .personal) == nil)
    }

    @Test func withoutAHomeThereAreNoneOfOnesOwn() throws {
        let library = TemplateLibrary(workspace: bench.workspace, configurationFolder: nil)
        #expect(try library.names().count == 4)
        #expect(throws: SessionsError.noHome) {
            try library.store(template("a"), replacing: nil, isDryRun: false)
        }
    }

    @Test func everyKeyThatIsNotKnownSurvivesAChangeOfTheFile() throws {
        try? bench.folder.makeFolder(".sessions/templates")
        let file = "{\n  \"schema\": 1,\n  \"xNew\": 2.50\n}\n"
        try bench.folder.write(file, at: ".sessions/templates/a.json")
        let read = try library.template(named: "a")
        #expect(try TemplateFile.bytes(of: read) == Array(file.utf8))
    }
}
