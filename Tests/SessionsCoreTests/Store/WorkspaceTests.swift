import Testing

@testable import SessionsCore

@Suite struct WorkspaceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path + "/.sessions" }

    @Test func aFolderOfSessionsIsNamedAsAMonth() {
        for name in ["2026-11", "0000-01", "9999-12"] { #expect(Workspace.isMonth(name)) }
        for name in [
            "", "2026-1", "2026-00", "2026-13", "2026-111", "2026/11", "2o26-11", "20261-1", "２０２６-11",
            ".026-11",
        ] {
            #expect(!Workspace.isMonth(name), "\(name)")
            #expect(CalendarDay(name + "-01") == nil)
        }
    }

    @Test func aWorkspaceIsMade() throws {
        let workspace = try Workspace.make(at: path, name: "tools")
        #expect(try workspace.settings().name == "tools")
        #expect(try workspace.settings().membership.defaultRole == .editor)
        #expect(folder.text(at: ".sessions/.gitignore") == "local/\n")
        #expect(folder.text(at: ".sessions/.gitattributes") == "sessions/**/*.json merge=sessions\n")
        #expect(
            folder.text(at: ".sessions/workspace.json") == """
                {
                  "defaultRole": "editor",
                  "format": 1,
                  "members": {},
                  "name": "tools"
                }

                """)
        #expect(try folder.contents(of: ".sessions/local/tmp").isEmpty)
        #expect(throws: SessionsError.workspaceExists(path: path)) { try Workspace.make(at: path, name: nil) }
    }

    @Test func thePersonalOneIsForNobodyElse() throws {
        _ = try Workspace.make(at: folder.path + "/a/sessions", name: nil, isPersonal: true)
        #expect(folder.mode(of: "a/sessions") == 0o700)
        let again = try Workspace.make(at: folder.path + "/a/sessions", name: nil, isPersonal: true)
        #expect(again.exists && again.isPersonal)
    }

    @Test func whatIsThereAlreadyStays() throws {
        try folder.write("local/\nmine\n", at: ".sessions/.gitignore")
        _ = try Workspace.make(at: path, name: nil)
        #expect(folder.text(at: ".sessions/.gitignore") == "local/\nmine\n")
    }

    /// What a process that died while it made one leaves.
    @Test func oneThatWasHalfMadeIsMade() throws {
        try folder.write("{\n  \"def", at: ".sessions/local/tmp/workspace.json")
        try folder.write("loc", at: ".sessions/local/tmp/.gitignore")
        _ = try Workspace.make(at: path, name: nil)
        #expect(try Workspace(opening: path).settings().format == 1)
        #expect(folder.text(at: ".sessions/.gitignore") == "local/\n")
    }

    @Test func whatIsNoWorkspaceIsSaidToBeNone() throws {
        #expect(throws: SessionsError.noWorkspace(path: path)) { try Workspace(opening: path).settings() }
        try folder.makeFolder(".sessions")
        #expect(throws: SessionsError.noWorkspace(path: path)) { try Workspace(opening: path).settings() }
    }

    @Test(arguments: [
        ("", "line 1, column 1"), ("{\n  \"format\": 1,\n}", "line 3, column 1"), ("[]", "line 1, column 1"),
        ("{}", "expected a whole number from 1 at /format"),
        ("{\n  \"format\": 0}", "line 2, column 13: expected a whole number from 1 at /format"),
        (
            "{\"format\": 1, \"defaultRole\": \"king\"}",
            "expected viewer, commenter, editor or owner at /defaultRole"
        ),
        ("{\"format\": 1, \"members\": []}", "expected an object at /members"),
        (
            "{\"format\": 1,\n \"members\": {\"a\": 1}}",
            "line 2, column 19: expected viewer, commenter, editor or owner at /members/a"
        ),
    ])
    func damagedSettingsAreNamedWithLineAndColumn(text: String, problem: String) throws {
        try folder.write(text, at: ".sessions/workspace.json")
        let error = #expect(throws: SessionsError.self) { try Workspace(opening: path).settings() }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains(".sessions/workspace.json") == true)
        #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
    }

    @Test func settingsThatAreALinkAreDamage() throws {
        try folder.write("{\"format\": 1}", at: "elsewhere.json")
        try folder.makeFolder(".sessions")
        folder.makeLink(".sessions/workspace.json", to: "../elsewhere.json")
        #expect { try Workspace(opening: path).settings() } throws: {
            ($0 as? SessionsError)?.code == .damaged
        }
    }

    @Test func aNewerFormatIsReadAndNeverWritten() throws {
        let bench = try Bench()
        let location = try bench.make()
        try bench.folder.write(
            "{\"format\": 2, \"defaultRole\": \"king\", \"members\": 7}", at: ".sessions/workspace.json")
        let newer = try Workspace(opening: bench.workspace.path)
        #expect(try newer.session(at: location)?.id == location.id)
        let before = try bench.everything()
        #expect { try Transaction(on: newer, by: "a", at: bench.now, command: "edit") } throws: {
            ($0 as? SessionsError)?.code == .newerSchema
        }
        #expect(try bench.everything() == before)
    }
}
