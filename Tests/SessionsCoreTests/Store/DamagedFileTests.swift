import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that cannot be read is named, left alone, and keeps nobody from reading the others.
@Suite struct DamagedFileTests {
    private let bench: Bench
    private let sound: SessionLocation
    private static let id = "bcdfghjkmnpq"
    private let name = ".sessions/sessions/2026-11/\(id).json"

    init() throws {
        bench = try Bench()
        sound = try bench.make()
    }

    /// Checks that the file is named with that problem, that the others are read, and that nothing is written.
    private func expect(_ problem: String) throws {
        var read: [String] = []
        let damaged = try bench.workspace.eachSession { read.append($0.id) }
        #expect(read == [sound.id])
        #expect(damaged.map(\.code) == [.damaged])
        let message = damaged.first?.message ?? ""
        #expect(message.contains(Self.id + ".json"), "\(message)")
        #expect(message.contains(problem), "\(message)")

        let location = SessionLocation(id: Self.id, month: "2026-11")
        let before = try bench.sessionFiles()
        #expect { try bench.retitle(location, "New") } throws: { ($0 as? SessionsError)?.code == .damaged }
        #expect(try bench.sessionFiles() == before)
        try bench.retitle(sound, "New")
    }

    @Test(arguments: [
        ("", "line 1, column 1"), ("{\n  \"id\": nope\n}", "line 2, column 10"),
        ("[1]", "line 1, column 1: expected an object"),
        ("{\n <<<<<<< HEAD\n", "line 2, column 2"),
        (
            SessionText.with(id: "bcdfghjkmnpz"),
            "line 4, column 9: expected 'bcdfghjkmnpq', as its file is named"
        ),
        (
            SessionText.with(id: id).replacing("draft", with: "asleep"),
            "line 6, column 13: expected draft, active"
        ),
        (SessionText.with(id: id, more: ",\n  \"tags\": [1]"), "line 8, column 11: expected a list of texts"),
        (SessionText.with(id: id, more: ",\n  \"title\": \"again\""), "line 8, column 3"),
    ])
    func textIsNamedWithLineAndColumn(text: String, problem: String) throws {
        try bench.folder.write(text, at: name)
        try expect(problem)
    }

    @Test func invalidUTF8() throws {
        let bytes = SessionText.with(id: Self.id).utf8.map { $0 == UInt8(ascii: "F") ? 0xff : $0 }
        try bench.folder.write(bytes, at: name)
        try expect("line 7, column 13")
    }

    @Test func aFolder() throws {
        try bench.folder.makeFolder(name)
        try expect("it is a folder")
    }

    @Test func aLink() throws {
        try bench.folder.write(SessionText.with(id: Self.id), at: "elsewhere")
        bench.folder.makeLink(name, to: bench.folder.path + "/elsewhere")
        try expect("it is a link")
    }

    @Test func aPipe() throws {
        bench.folder.makePipe(name)
        try expect("it is not a plain file")
    }

    @Test func tooLargeAFileIsNotRead() throws {
        try bench.folder.write([UInt8](repeating: 0x20, count: Limits.sessionFile + 1), at: name)
        try expect("it is larger than the limit of 16777216 bytes")
    }

    /// There may be a clock running in it, which is to be paused.
    @Test(.enabled(if: geteuid() != 0)) func whereAFileCannotBeReadNobodySaysWhatRuns() throws {
        try bench.folder.write("garbage \"active\"", at: name)
        let running = try bench.workspace.running(bench.engine)
        #expect(running.locations.isEmpty && running.damaged.map(\.code) == [.damaged])
        try bench.folder.write("x", at: name, mode: 0)
        #expect { try bench.workspace.running(bench.engine) } throws: { ($0 as? SessionsError)?.code == .io }
    }

    @Test func aMonthThatIsALink() throws {
        try bench.folder.makeFolder("elsewhere")
        bench.folder.makeLink(".sessions/sessions/2026-10", to: bench.folder.path + "/elsewhere")
        var read: [String] = []
        let damaged = try bench.workspace.eachSession { read.append($0.id) }
        #expect(read == [sound.id])
        #expect(damaged.map(\.code) == [.damaged])
        #expect { try bench.workspace.locations() } throws: { ($0 as? SessionsError)?.code == .damaged }
    }

    @Test(arguments: ["notes.md", "2026-13", "2026-1a", ".git", "abcdefg"])
    func whatIsNoMonthIsNoBusinessOfOurs(name: String) throws {
        try bench.folder.write("x", at: ".sessions/sessions/\(name)")
        try bench.folder.write("x", at: ".sessions/sessions/2026-11/README.md")
        #expect(try bench.workspace.eachSession { _ in }.isEmpty)
        #expect(try bench.workspace.locations() == [sound])
    }

    @Test func aNewerSchemaIsReadAndNeverWritten() throws {
        try bench.folder.write(SessionText.with(id: Self.id, schema: 2), at: name)
        let location = SessionLocation(id: Self.id, month: "2026-11")
        #expect(try bench.session(location).schema == 2)
        let before = bench.folder.bytes(at: name)
        let error = #expect(throws: SessionsError.self) { try bench.retitle(location, "New") }
        #expect(error?.code == .newerSchema)
        #expect(error?.message.contains(name) == true)
        #expect(bench.folder.bytes(at: name) == before)
    }

    @Test func damageThatCannotMatterIsLeftOut() throws {
        try bench.folder.write("garbage", at: name)
        let catalog = try SessionCatalog(of: bench.workspace, IndexRules(check: .files))
        #expect(catalog.damaged.count == 1)
        #expect(catalog.damaged(mentioning: ["no such text"]).isEmpty)
        #expect(catalog.damaged(mentioning: ["x", "garb"]).count == 1)
        bench.folder.remove(name)
        bench.folder.makeLink(name, to: "nowhere")
        let other = try SessionCatalog(of: bench.workspace, IndexRules(check: .files))
        #expect(other.damaged(mentioning: ["no such text"]).count == 1)
    }

    @Test func aSessionIsFoundInWhicheverMonthItLies() throws {
        try bench.folder.write(
            SessionText.with(id: Self.id), at: ".sessions/sessions/2025-01/\(Self.id).json")
        let location = try #require(try bench.workspace.location(ofID: Self.id))
        #expect(location.month == "2025-01")
        try bench.change(location) { session, engine in _ = try engine.start(&session) }
        #expect(try bench.workspace.running(bench.engine).locations == [location])
    }
}
