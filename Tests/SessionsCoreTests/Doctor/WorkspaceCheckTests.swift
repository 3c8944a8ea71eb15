import Testing

@testable import SessionsCore

/// Damage of a workspace, and what is said of it.
@Suite struct WorkspaceCheckTests {
    private let bench: Bench
    private let id = Bench.patient.id
    private let hash = SHA256.hex(of: Array("content".utf8))

    init() throws {
        bench = try Bench()
        try bench.put()
    }

    @Test func workspaceSettings() throws {
        #expect(try bench.findings() == [])
        try bench.folder.write("{\n  \"format\": \"1\"\n}", at: ".sessions/workspace.json")
        #expect(
            try bench.findings() == [
                "workspace-settings workspace.json:2:13: expected a whole number from 1 at /format"
            ])
        try bench.folder.write("{\"format\": 2}", at: ".sessions/workspace.json")
        #expect(
            try bench.findings() == [
                "(workspace-settings workspace.json: its format 2 is newer than this program's 1)"
            ])
        bench.folder.remove(".sessions/workspace.json")
        #expect(try bench.findings() == ["workspace-settings workspace.json: it is missing"])
        bench.folder.makeLink(".sessions/workspace.json", to: "/etc/passwd")
        #expect(
            try bench.findings() == ["workspace-settings workspace.json: cannot read it: it is a link"])
    }

    @Test func configuration() throws {
        let path = bench.folder.path + "/config"
        #expect(try bench.findings(configuration: path) == [])
        try bench.folder.write("{\"user\": {}}", at: "config/config.json")
        #expect(try bench.findings(configuration: path) == [])
        try bench.folder.write("{\"user\": ", at: "config/config.json")
        #expect(
            try bench.findings(configuration: path) == [
                "configuration \(path)/config.json:1:10: expected a value, found the end of the text"
            ])
        try bench.folder.write("[]", at: "config/config.json")
        #expect(
            try bench.findings(configuration: path) == [
                "configuration \(path)/config.json:1:1: expected an object, found an array"
            ])
    }

    @Test func closedFolders() throws {
        try bench.folder.makeFolder("elsewhere")
        for name in ["sessions/2026-10", "attachments", "local/tmp"] {
            bench.folder.remove(".sessions/" + name)
            bench.folder.makeLink(".sessions/" + name, to: bench.folder.path + "/elsewhere")
        }
        #expect(
            try bench.findings() == [
                "closed-folder attachments: it is not a folder",
                "closed-folder local/tmp: it is not a folder",
                "closed-folder sessions/2026-10: it is not a folder",
            ])
        bench.folder.remove(".sessions/sessions")
        bench.folder.makeLink(".sessions/sessions", to: bench.folder.path + "/elsewhere")
        #expect(try bench.findings().last == "closed-folder sessions: it is not a folder")
    }

    @Test func strayFiles() throws {
        let text = SessionText.with(id: "bcdfghjkmnpq")
        for name in ["notes.json", "2026-11/README.json", "2026-11/notes.md"] {
            try bench.folder.write("{}", at: ".sessions/sessions/" + name)
        }
        #expect(try bench.findings() == [])
        for name in ["a.json", "2026-11/Copy of it.json", "2026-13/bcdfghjkmnpq.json"] {
            try bench.folder.write(text, at: ".sessions/sessions/" + name)
            #expect(
                try bench.findings() == [
                    "stray-file sessions/\(name): it holds session 'bcdfghjkmnpq', and is not named so"
                ])
            bench.folder.remove(".sessions/sessions/" + name)
        }
        try bench.folder.write(SessionText.with(id: id), at: ".sessions/sessions/2026-11/Copy.json")
        #expect(
            try bench.findings() == [
                "(stray-file sessions/2026-11/Copy.json: it holds session '\(id)' once more)"
            ])
    }

    @Test func duplicateSessions() throws {
        let other = SessionLocation(id: id, month: "2026-10")
        try bench.put(at: other)
        let text = "duplicate-session \(other.path): it lies in '\(Bench.patient.path)' too, byte for byte"
        let misplaced = "wrong-place \(other.path):2:16: it was made in 2026-11 and lies under 2026-10"
        #expect(try bench.findings() == [text, misplaced])
        try bench.put(#"{"title": "Another"}"#, at: other)
        #expect(
            try bench.findings().first
                == "duplicate-session \(other.path): another version of it lies in '\(Bench.patient.path)'")
        let before = try bench.sessionFiles()
        #expect(try bench.mend() == nil)
        #expect(try bench.sessionFiles() == before)
    }

    /// One that cannot be read counts as well: its text may be all there is of somebody's work.
    @Test func duplicatesThatCannotBeRead() throws {
        let other = SessionLocation(id: id, month: "2025-01")
        try bench.folder.write("<<<<<<< HEAD\n", at: bench.file(other))
        let version = "duplicate-session \(other.path): another version of it lies in '\(Bench.patient.path)'"
        #expect(try bench.findings().contains(version))
        bench.folder.remove(bench.file(other))
        bench.folder.makeLink(bench.file(other), to: "/etc/passwd")
        #expect(try bench.findings().contains(version))
        #expect(try bench.report().findings.allSatisfy { !$0.isMendable })
    }

    @Test func strayFilesThatCompete() throws {
        let stray = "bcdfghjkmnpq"
        for name in ["One", "Two"] {
            try bench.folder.write(
                SessionText.with(id: stray, title: name), at: ".sessions/sessions/2026-11/\(name).json")
        }
        let problem = "it holds session '\(stray)', and is not named so"
        #expect(
            try bench.findings() == [
                "stray-file sessions/2026-11/One.json: \(problem)",
                "stray-file sessions/2026-11/Two.json: \(problem)",
            ])
        #expect(try bench.report().findings.allSatisfy { !$0.isMendable })
        bench.folder.remove(".sessions/sessions/2026-11/Two.json")
        #expect(try bench.report().findings.allSatisfy(\.isMendable))
        try bench.folder.write("<<<<<<< HEAD\n", at: ".sessions/sessions/2026-11/\(stray).json")
        #expect(try bench.findings().contains("stray-file sessions/2026-11/One.json: \(problem)"))
        #expect(try bench.report().findings.allSatisfy { !$0.isMendable })
    }

    @Test func theIndexThatAReaderWritesIsNoLeftover() throws {
        try bench.folder.write("half", at: ".sessions/local/tmp/index.12345")
        #expect(try bench.findings() == [])
        bench.folder.age(".sessions/local/tmp/index.12345", by: 3700)
        #expect(
            try bench.findings() == ["(leftover local/tmp/index.12345: a command that was killed left it)"])
    }

    private func attach(size: Int = 7) throws {
        try bench.put(
            #"{"attachments": {"a1": {"name": "trace.txt", "sha256": "\#(hash)", "size": \#(size)}}}"#)
    }

    @Test func missingContent() throws {
        try attach()
        #expect(
            try bench.findings() == [
                "missing-content \(Bench.patient.path): the content of attachment 'trace.txt' is missing"
            ])
        try bench.folder.write("content", at: ".sessions/attachments/\(id)/\(hash)")
        #expect(try bench.findings() == [])
    }

    @Test func changedContent() throws {
        try attach()
        let path = ".sessions/attachments/\(id)/\(hash)"
        let problem = "changed-content attachments/\(id)/\(hash): it is not what was attached as 'trace.txt'"
        try bench.folder.write("longer content", at: path)
        #expect(try bench.findings() == [problem + ": 14 bytes instead of 7"])
        try bench.folder.write("CONTENT", at: path)
        #expect(try bench.findings() == [])
        #expect(try bench.findings(comparesHashes: true) == [problem + ": its hash is another"])
        try bench.folder.write("content", at: path)
        #expect(try bench.findings(comparesHashes: true) == [])
        bench.folder.remove(path)
        bench.folder.makeLink(path, to: "/etc/passwd")
        #expect(try bench.findings() == [problem + ": it is a link"])
    }

    @Test func orphanContent() throws {
        try attach()
        try bench.folder.write("content", at: ".sessions/attachments/\(id)/\(hash)")
        let orphan = "attachments/bcdfghjkmnpq/\(hash)"
        try bench.folder.write("content", at: ".sessions/" + orphan)
        #expect(try bench.findings() == ["(orphan-content \(orphan): no session names this content)"])
        // An operation may need it, and a session that cannot be read may name it.
        try bench.folder.write("{", at: ".sessions/sessions/2026-11/bcdfghjkmnpq.json")
        #expect(try bench.findings().count == 1)
        bench.folder.remove(".sessions/sessions/2026-11/bcdfghjkmnpq.json")
        try bench.change(Bench.patient) { session, engine in
            _ = try engine.removeAttachments(["1"], from: &session)
        }
        #expect(try bench.findings() == [])
    }

    @Test func operationsThatWereInterrupted() throws {
        let local = try #require(try bench.workspace.folder(at: ["local"]))
        let staging = try StagingArea(in: local, operation: 1)
        try staging.add(Array(SessionText.with(id: "bcdfghjkmnpq").utf8), mode: nil)
        let leftover = "(leftover local/tmp/1.0: a command that was killed left it)"
        #expect(try bench.findings() == [leftover])
        let path = SessionLocation(id: "bcdfghjkmnpq", month: "2026-11").path
        let text = Array(SessionText.with(id: "bcdfghjkmnpq").utf8)
        try local.record(
            1, [.init(path: path, before: nil, after: SHA256.hex(of: text), undo: .remove)], command: "new")
        #expect(
            try bench.findings() == ["(unfinished-operation local/tmp: operation 1 was interrupted: new)"])
        #expect(try bench.report().isHealthy)

        // While somebody is at work these are theirs.
        let lock = try FileLock.acquire(in: local, for: "test", at: bench.now)
        #expect(try bench.findings() == [])
        withExtendedLifetime(lock) {}
    }

    /// What an interrupted operation has not yet put into place is not missing.
    @Test func whatTheNextLockMendsIsNoDamage() throws {
        let local = try #require(try bench.workspace.folder(at: ["local"]))
        try attach()
        try bench.put(#"{"status": "active"}"#, at: SessionLocation(id: "bcdfghjkmnpq", month: "2026-11"))
        #expect(try bench.findings().count == 2)
        let staging = try StagingArea(in: local, operation: 1)
        try staging.add(Array("content".utf8), mode: nil)
        staging.skip()
        let removed = SessionLocation(id: "bcdfghjkmnpq", month: "2026-11").path
        let old = try #require(bench.folder.bytes(at: ".sessions/" + removed.description))
        let contents = WorkspacePath(["attachments", id, hash])
        try local.record(
            1,
            [
                .init(path: contents, before: nil, after: hash, undo: .keep),
                .init(path: removed, before: SHA256.hex(of: old), after: nil, undo: .whole(old)),
            ])
        #expect(
            try bench.findings() == [
                "(unfinished-operation local/tmp: operation 1 was interrupted: attach)"
            ])
        try bench.mend()
        #expect(try bench.findings() == [])
        #expect(bench.folder.text(at: ".sessions/attachments/\(id)/\(hash)") == "content")
    }

    @Test func contentThatIsLeft() throws {
        let location = try bench.make()
        let local = try #require(try bench.workspace.folder(at: ["local"]))
        let staging = try StagingArea(in: local, operation: 2)
        try staging.add(Array("new".utf8), mode: nil)
        try local.record(2, [.init(path: location.path, before: hash, after: hash, undo: .whole([]))])
        #expect(try bench.begin().commit() == nil)
        #expect(
            try bench.findings() == [
                "(left-content local/left/2.0: it is what operation 2 was to put into '\(location.path)')"
            ])
    }
}
