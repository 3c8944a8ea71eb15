import Testing

@testable import SessionsCore

@Suite("Hooks")
struct HooksTests {
    @Test("There are none without a folder")
    func none() throws {
        let folder = try TemporaryFolder()
        #expect(try Hooks(for: "/work", in: folder.path) == nil)
        #expect(try Hooks(for: "/work", in: folder.path + "/missing") == nil)
        try folder.makeFolder("hooks")
        #expect(try Hooks(for: "/work", in: folder.path)?.found == [])
    }

    @Test("Those for all workspaces come before those for one, and other files are none")
    func found() throws {
        let folder = try TemporaryFolder()
        let own = Hooks.folders(for: "/work", in: folder.path).own
        let ownName = try #require(own.split(separator: "/").last)
        for name in ["pre-start", "post-start", "pre-start~", "README", ".pre-start", "\(ownName)/pre-start"]
        {
            try folder.write("", at: "hooks/\(name)", mode: 0o755)
        }
        let hooks = try #require(try Hooks(for: "/work", in: folder.path))
        #expect(
            hooks.hooks(.before, .start).map(\.path) == [
                folder.path + "/hooks/pre-start", own + "/pre-start",
            ])
        #expect(hooks.hooks(.after, .start).count == 1)
        #expect(hooks.hooks(.before, .pause) == [])
        #expect(hooks.hasAny(.before) && hooks.hasAny(.after))
        let others = try #require(try Hooks(for: "/elsewhere", in: folder.path))
        #expect(others.hooks(.before, .start).count == 1)
    }

    @Test("A hook must be a file that can be run; a link to one will do")
    func programs() throws {
        let folder = try TemporaryFolder()
        try folder.write("", at: "hooks/pre-start", mode: 0o644)
        try folder.makeFolder("hooks/pre-pause")
        try folder.write("", at: "bin/hook", mode: 0o755)
        folder.makeLink("hooks/pre-new", to: "../bin/hook")
        folder.makeLink("hooks/pre-delete", to: "nowhere")
        let hooks = try #require(try Hooks(for: "/work", in: folder.path))
        #expect(hooks.found.map(\.name) == ["pre-delete", "pre-new", "pre-pause", "pre-start"])
        #expect(hooks.found.map(\.isProgram) == [false, true, false, false])
    }

    @Test("Names that stand for something")
    func names() {
        for name in ["pre-new", "post-delete", "pre-complete"] { #expect(Hooks.isEvent(name), "\(name)") }
        for name in ["pre-", "new", "pre-stat", "post-start.sh", "mid-new"] {
            #expect(!Hooks.isEvent(name), "\(name)")
        }
    }
}
