import Testing

@testable import SessionsCore

@Suite struct WorkspaceLocatorTests {
    private let folder: TemporaryFolder
    private let root: String

    init() throws {
        folder = try TemporaryFolder()
        root = System.realPath(folder.path) ?? folder.path
    }

    private func locator(
        named: String? = nil, from current: String = "", personal: String? = "home/sessions"
    ) -> WorkspaceLocator {
        WorkspaceLocator(
            named: named.map { root + "/" + $0 },
            currentFolder: current.isEmpty ? root : root + "/" + current,
            personalPath: personal.map { root + "/" + $0 })
    }

    private func make(_ name: String) throws { _ = try Workspace.make(at: root + "/" + name, name: nil) }

    @Test func aNamedFolderIsOneOrHoldsOne() throws {
        try make("project/.sessions")
        #expect(try locator(named: "project").open().path == root + "/project/.sessions")
        #expect(try locator(named: "project/").open().path == root + "/project/.sessions")
        #expect(try locator(named: "project/.sessions").open().path == root + "/project/.sessions")
        try folder.makeFolder("empty")
        #expect(throws: SessionsError.noWorkspace(path: root + "/empty")) {
            try locator(named: "empty").open()
        }
        #expect(throws: SessionsError.noWorkspace(path: root + "/gone")) { try locator(named: "gone").open() }
    }

    @Test func theNearestOneUpwardIsFound() throws {
        try make("a/.sessions")
        try make("a/b/.sessions")
        try folder.makeFolder("a/b/c/d")
        try folder.makeFolder("a/x")
        #expect(try locator(from: "a/b/c/d").open().path == root + "/a/b/.sessions")
        #expect(try locator(from: "a/b").open().path == root + "/a/b/.sessions")
        #expect(try locator(from: "a/x").open().path == root + "/a/.sessions")
    }

    @Test func theWayUpLeadsThroughTheRealFolders() throws {
        try make("a/b/.sessions")
        try make("real/.sessions")
        try folder.makeFolder("a/x")
        try folder.makeFolder("real/inside")
        folder.makeLink("a/b/link", to: "../../real/inside")
        #expect(try !locator(from: "a/b/../x").open().exists)
        #expect(try locator(from: "a/b/link").open().path == root + "/real/.sessions")
    }

    @Test func elseItIsThePersonalOne() throws {
        let before = try locator().open()
        #expect(before.isPersonal && !before.exists && before.path == root + "/home/sessions")
        #expect(folder.mode(of: "home") == nil)
        _ = try Workspace.make(at: root + "/home/sessions", name: nil, isPersonal: true)
        let after = try locator().open()
        #expect(after.isPersonal && after.exists)
        #expect(try locator(named: "home/sessions").open().isPersonal)
        #expect(throws: SessionsError.noHome) { try locator(personal: nil).open() }
    }

    @Test func oneInAFolderThatAnybodyCanWriteToIsUsedOnlyWhenNamed() throws {
        try make("outer/.sessions")
        try make("outer/open/.sessions")
        try folder.makeFolder("outer/open", mode: 0o777)
        #expect(try locator(from: "outer/open").open().path == root + "/outer/.sessions")
        #expect(try locator(named: "outer/open").open().path == root + "/outer/open/.sessions")
    }

    @Test func whatHoldsNoSettingsIsPassedOver() throws {
        try make("a/.sessions")
        try folder.write("not a folder", at: "a/file/.sessions")
        try folder.makeFolder("a/empty/.sessions")
        #expect(try locator(from: "a/file").open().path == root + "/a/.sessions")
        #expect(try locator(from: "a/empty").open().path == root + "/a/.sessions")
    }

    @Test func oneThatCannotBeLookedIntoIsNotPassedOver() throws {
        try folder.makeFolder("a")
        folder.makeLink("a/.sessions", to: ".sessions")
        #expect(throws: SessionsError.self) { try locator(from: "a").open() }
    }
}
