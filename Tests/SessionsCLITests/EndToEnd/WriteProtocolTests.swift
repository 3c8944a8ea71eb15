import Testing

/// What reaches the disk, and in which order: the promise of `exit 0` is that nothing before it can be lost any more.
/// The calls are those that strace sees.
@Suite("The order of writing")
struct WriteProtocolTests {
    private static let calls = "fsync,fdatasync,syncfs,rename,renameat,renameat2,mkdirat,flock"

    private let program: Program

    init() throws {
        program = try Program()
        // The first write settles who it is, which is another file.
        try program.output("config", "user.email", "ada@example.org")
        try program.output("init")
    }

    /// The calls of a command, each as what is done to what: `sync sessions/MONTH`.
    private func calls(_ line: String) throws -> [String] {
        let trace = program.folder.path(of: "trace")
        let outcome = try program.shell(
            "strace -f -y -qq -e trace=\(Self.calls) -o '\(trace)' '\(Program.path)' \(line)")
        try #require(outcome.status == 0, "\(line): \(outcome.error)")
        return try program.folder.read("trace").split(separator: "\n").compactMap(call)
    }

    private func call(_ line: Substring) -> String? {
        guard line.contains(") = 0"), let open = line.firstIndex(of: "(") else { return nil }
        let name = line[..<open].split(separator: " ").last ?? ""
        let rest = line[open...]
        let paths = rest.matches(of: /<([^>]*)>/).map { shown(String($0.1)) }
        let names = rest.matches(of: /"([^"]*)"/).map { shown(String($0.1)) }
        switch name {
        case "flock": return "lock \(paths.first ?? "")"
        case "mkdirat": return "make \(paths.first ?? "")/\(names.first ?? "")"
        case "fsync", "fdatasync": return "sync \(paths.first ?? "")"
        case "syncfs": return "sync all"
        default:
            let places = zip(paths, names).map { "\($0)/\($1)" }
            return "rename \(places.joined(separator: " to "))"
        }
    }

    /// A path below the workspace without what differs from run to run.
    private func shown(_ path: String) -> String {
        var path = path.replacing(program.work + "/.sessions/", with: "")
        path = path.replacing(program.folder.path(of: "home") + "/", with: "")
        path = path.replacing(/\d{4}-\d\d-\d\d/, with: "DAY").replacing(/\d{4}-\d\d/, with: "MONTH")
        path = path.replacing(/[a-z0-9]{12}\.json/, with: "ID.json").replacing(/[0-9a-f]{64}/, with: "HASH")
        return path.replacing(/[0-9a-f]{16}/, with: "PERSON")
    }

    @Test("Content, record, names, place: each is on disk before the next begins")
    func change() throws {
        guard Program.isInstalled("strace") else { return }
        #expect(
            try calls("new One") == [
                "lock local/lock", "make local/operations", "sync local",
                "make local/operations/DAY", "sync local/operations",
                "sync local/tmp/1.0", "sync local/tmp/1.record", "sync local/tmp",
                "make sessions/MONTH", "sync sessions",
                "rename local/tmp/1.0 to sessions/MONTH/ID.json", "sync sessions/MONTH",
                "rename local/tmp/1.record to local/operations/DAY/00000001",
                "make local/marks", "sync local", "rename local/tmp/recent to local/marks/PERSON",
            ])
        #expect(
            try calls("edit @ --title Two") == [
                "lock local/lock", "sync local/tmp/2.0", "sync local/tmp/2.record", "sync local/tmp",
                "rename local/tmp/2.0 to sessions/MONTH/ID.json", "sync sessions/MONTH",
                "rename local/tmp/2.record to local/operations/DAY/00000002",
            ])
    }

    @Test("The content of an attachment is in its place before the session names it")
    func attachment() throws {
        guard Program.isInstalled("strace") else { return }
        try program.output("new", "One")
        _ = try program.shell("echo text > note.txt")
        let calls = try calls("attach @ note.txt")
        let content = try #require(
            calls.firstIndex { $0.hasPrefix("rename ") && $0.hasSuffix("/HASH") })
        let session = try #require(calls.firstIndex { $0.hasSuffix("to sessions/MONTH/ID.json") })
        let record = try #require(calls.firstIndex { $0.contains("to local/operations/DAY/") })
        #expect(content < session && session < record, "\(calls)")
        #expect(calls[..<content].filter { $0.hasPrefix("sync local/tmp/2.") }.count == 3, "\(calls)")
        let names = try #require(calls.firstIndex(of: "sync local/tmp"))
        #expect(names < content, "\(calls)")
        #expect(calls[content..<session].contains { $0.hasPrefix("sync attachments/") }, "\(calls)")
    }

    @Test("Many files are synced together, before the record and after they are in place")
    func many() throws {
        guard Program.isInstalled("strace") else { return }
        let lines = (1...40).map { #"["new", "Number \#($0)"]"# }.joined(separator: "\n")
        try program.folder.write(lines + "\n", to: "home/work/lines")
        let calls = try calls("batch < lines").filter { !$0.hasPrefix("make") }
        let records = calls.indices.filter { calls[$0].contains("to local/operations/DAY/") }
        let renames = calls.indices.filter { calls[$0].hasSuffix("to sessions/MONTH/ID.json") }
        let whole = calls.indices.filter { calls[$0] == "sync all" }
        try #require(records.count == 1 && renames.count == 40 && whole.count == 2, "\(calls)")
        #expect(whole[0] < renames[0] && renames[39] < whole[1] && whole[1] < records[0], "\(calls)")
        let names = try #require(calls.firstIndex(of: "sync local/tmp"))
        #expect(whole[0] < names && names < renames[0], "\(calls)")
    }

    @Test("Settings are on disk before they take the place of the old ones")
    func settings() throws {
        guard Program.isInstalled("strace") else { return }
        let folder = ".config/sessions"
        #expect(
            try calls("config user.email lin@example.org") == [
                "lock \(folder)", "sync \(folder)/.config.json.new",
                "rename \(folder)/.config.json.new to \(folder)/config.json", "sync \(folder)",
            ])
    }

    @Test("What is copied out of a workspace is on disk before it gets its name")
    func copyOut() throws {
        guard Program.isInstalled("strace") else { return }
        try program.output("new", "One")
        _ = try program.shell("mkdir out && echo text > note.txt && sessions attach @ note.txt")
        let calls = try calls("attach get @ 1 -o out").filter { !$0.hasPrefix("lock") }
        #expect(calls.count == 3 && calls[0].hasPrefix("sync ") && calls[1].hasPrefix("rename "), "\(calls)")
        #expect(calls.last == "sync \(program.work)/out" || calls.last == "sync work/out", "\(calls)")
    }

    @Test("A workspace is one when all that makes it so is on disk")
    func initialization() throws {
        guard Program.isInstalled("strace") else { return }
        let calls = try calls("init ../other")
        let last = try #require(calls.lastIndex { $0.hasPrefix("rename ") })
        #expect(calls[last].hasSuffix("other/.sessions/workspace.json"), "\(calls)")
        #expect(calls[last...].dropFirst().first?.hasSuffix("other/.sessions") == true, "\(calls)")
        for name in [".gitignore", ".gitattributes", "workspace.json"] {
            let staged = calls.firstIndex { $0.hasPrefix("sync") && $0.hasSuffix("local/tmp/" + name) }
            let placed = calls.firstIndex { $0.hasPrefix("rename") && $0.hasSuffix("/.sessions/" + name) }
            #expect(staged.map { $0 < (placed ?? 0) } == true, "\(name): \(calls)")
        }
    }

    /// Kills a command as it makes a call for the nth time.
    private func kill(_ line: String, at call: String, _ number: Int) throws {
        let injection = "-e trace=\(call) -e inject=\(call):signal=KILL:when=\(number)"
        let outcome = try program.shell("strace -f -qq \(injection) -o /dev/null '\(Program.path)' \(line)")
        try #require(outcome.status == 137, "\(line): \(outcome.status) \(outcome.error)")
    }

    @Test("What was recorded is put into place, and is there to stay, before anything else is done")
    func recovery() throws {
        guard Program.isInstalled("strace") else { return }
        try program.output("new", "One")
        try kill("edit @ --title Two", at: "renameat", 1)
        let calls = try calls("edit @ --title Three").filter { !$0.hasPrefix("lock") }
        #expect(
            calls.prefix(4) == [
                "rename local/tmp/2.0 to sessions/MONTH/ID.json", "sync sessions/MONTH",
                "rename local/tmp/2.record to local/operations/DAY/00000002", "sync local/tmp/3.0",
            ], "\(calls)")
    }

    @Test("What was removed stays removed, before the record of it goes into the log")
    func recoveryOfARemoval() throws {
        guard Program.isInstalled("strace") else { return }
        try program.output("new", "One")
        try kill("delete @", at: "renameat2", 1)
        let calls = try calls("new Two").filter { !$0.hasPrefix("lock") }
        #expect(
            calls.prefix(3) == [
                "sync sessions/MONTH", "rename local/tmp/2.record to local/operations/DAY/00000002",
                "sync local/tmp/3.0",
            ], "\(calls)")
    }
}
