import Testing

@testable import SessionsCore

/// Each file of a workspace is damaged in turn: the doctor names it, or it is as somebody could have written it.
/// Mending never costs a session.
@Suite struct DamagePropertyTests {
    private let bench: Bench
    /// The files, below the workspace, with the bytes in them.
    private let files: [String: [UInt8]]

    init() throws {
        let bench = try Bench()
        self.bench = bench
        let first = try bench.make("Fix the lexer")
        try bench.comment(on: first, "found it")
        let second = try bench.make("Write the parser")
        try bench.operation("attach") { transaction, engine in
            var session = try transaction.session(at: second)
            let content = Array("0123456789".utf8)
            let hash = SHA256.hex(of: content)
            _ = try engine.attach(StoredContent(sha256: hash, size: 10), as: "a.txt", to: &session)
            try transaction.put(
                content, at: WorkspacePath(["attachments", second.id, hash]), replacing: nil)
            try transaction.put(
                Array(#"{"schema": 1, "title": "Fix {{title}}"}"#.utf8), at: TemplateFile.path(of: "fix"),
                replacing: nil)
            try transaction.update(session)
            transaction.setRecent(session.id)
        }
        let contents = try bench.folder.contents(of: ".sessions").filter { !$0.key.hasSuffix("/") }
        files = Dictionary(
            uniqueKeysWithValues: contents.keys.map { name in
                let name = String(name.dropFirst(".sessions/".count))
                return (name, bench.folder.bytes(at: ".sessions/" + name) ?? [])
            })
    }

    private func restore() throws {
        bench.folder.remove(".sessions")
        for (name, bytes) in files { try bench.folder.write(bytes, at: ".sessions/" + name) }
        for name in ["local/tmp", "sessions"] { try bench.folder.makeFolder(".sessions/" + name) }
    }

    /// Whether a file could have been written so, by a person or this program.
    private func isSound(_ name: String) -> Bool {
        let location = WorkspacePath(name).flatMap(SessionLocation.init)
        let isThere = bench.folder.mode(of: ".sessions/" + name) != nil
        guard let bytes = bench.folder.bytes(at: ".sessions/" + name), isThere else {
            // Without its record an operation is one that cannot be taken back; the lock and marks are made again.
            return !isThere
                && ["local/operations", "local/marks", "local/lock"].contains(where: name.hasPrefix)
        }
        if let id = location?.id {
            return (try? SessionFile.parse(bytes, id: id, path: name)) != nil
        }
        switch name.split(separator: "/").first {
        case "workspace.json": return (try? WorkspaceSettings(parsing: bytes)) != nil
        case "templates": return (try? TemplateFile.read(bytes, named: "fix", of: .workspace)) != nil
        case "local" where name.hasPrefix("local/marks"): return RecentSessions.isSound(bytes)
        case "local": return name == "local/lock"
        default: return false
        }
    }

    private func readable(_ workspace: Workspace) -> [String] {
        files.keys.compactMap { WorkspacePath($0).flatMap(SessionLocation.init) }
            .filter { (try? workspace.session(at: $0)) ?? nil != nil }.map(\.id).sorted()
    }

    private func check(_ damaged: [String], _ what: String) throws {
        // The folder was made anew, so it is opened anew.
        guard let workspace = try? Workspace(opening: bench.workspace.path) else {
            #expect(damaged.contains("workspace.json"))
            return
        }
        let doctor = Doctor(workspace, now: bench.now, comparesHashes: true)
        let findings = try doctor.examine().findings
        for name in damaged where !isSound(name) {
            let id = WorkspacePath(name).flatMap { path in
                path.components.count == 3 ? SessionLocation(path)?.id ?? path.components[1] : nil
            }
            #expect(
                findings.contains { $0.path == name || id != nil && $0.sessionID == id },
                "\(what): nothing is said of \(name), but \(findings.map(\.problem))")
        }
        let before = readable(workspace)
        if let transaction = try? Transaction(on: workspace, by: bench.user, at: bench.now, command: "test") {
            _ = try doctor.mend(in: transaction, bench.engine)
            _ = try transaction.commit()
        }
        #expect(readable(workspace) == before, "\(what): mending cost a session")
    }

    @Test func somethingElseInPlaceOfAFile() throws {
        for name in files.keys.sorted() {
            let bytes = files[name] ?? []
            let path = ".sessions/" + name
            try restore()
            bench.folder.remove(path)
            try check([name], "removed \(name)")
            try restore()
            try bench.folder.write("", at: path)
            try check([name], "emptied \(name)")
            try restore()
            try bench.folder.write(Array(bytes.prefix(bytes.count / 2)), at: path)
            try check([name], "half of \(name)")
            try restore()
            try bench.folder.write(bytes, at: "elsewhere")
            bench.folder.remove(path)
            bench.folder.makeLink(path, to: bench.folder.path + "/elsewhere")
            try check([name], "a link for \(name)")
            try restore()
            bench.folder.remove(path)
            try bench.folder.makeFolder(path)
            try check([name], "a folder for \(name)")
        }
    }

    @Test func filesThatChangedPlaces() throws {
        let names = files.keys.sorted()
        for (index, first) in names.enumerated() {
            for second in names[(index + 1)...] where files[first] != files[second] {
                try restore()
                try bench.folder.write(files[second] ?? [], at: ".sessions/" + first)
                try bench.folder.write(files[first] ?? [], at: ".sessions/" + second)
                try check([first, second], "swapped \(first) and \(second)")
            }
        }
    }

    @Test(arguments: UInt64(1)...12)
    func oneByte(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for name in files.keys.sorted() {
            var bytes = files[name] ?? []
            guard let index = bytes.indices.randomElement(using: &random) else { continue }
            bytes[index] ^= UInt8.random(in: 1...255, using: &random)
            try restore()
            try bench.folder.write(bytes, at: ".sessions/" + name)
            try check([name], "seed \(seed), byte \(index) of \(name)")
        }
    }
}
