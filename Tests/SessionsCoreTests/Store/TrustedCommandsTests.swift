import Testing

@testable import SessionsCore

@Suite("Trusted commands")
struct TrustedCommandsTests {
    private let now = Instant(seconds: 1_795_338_000)

    @Test("What is allowed is allowed in that workspace alone, until it is taken back")
    func allowed() throws {
        let folder = try TemporaryFolder()
        var trusted = try TrustedCommands(of: "/work/a", in: folder.path)
        #expect(!trusted.contains("make test"))
        try trusted.add(["make test", "make lint"], at: now)
        let again = try TrustedCommands(of: "/work/a", in: folder.path)
        #expect(again.contains("make test"))
        #expect(!again.contains("make test "))
        #expect(again.entries.map(\.command).sorted() == ["make lint", "make test"])
        #expect(try !TrustedCommands(of: "/work/b", in: folder.path).contains("make test"))
        try trusted.remove([trusted.hash(of: "make test")])
        let left = try TrustedCommands(of: "/work/a", in: folder.path)
        #expect(!left.contains("make test") && left.contains("make lint"))
    }

    @Test("A record copied from another workspace allows nothing")
    func copied() throws {
        let folder = try TemporaryFolder()
        var first = try TrustedCommands(of: "/work/a", in: folder.path)
        try first.add(["make test"], at: now)
        var second = try TrustedCommands(of: "/work/b", in: folder.path)
        try second.add(["true"], at: now)
        let names = try folder.contents().keys.filter { $0.hasSuffix(".json") }
        let (own, other) = try #require(names.count == 2 ? (names[0], names[1]) : nil)
        let texts = [folder.text(at: own) ?? "", folder.text(at: other) ?? ""]
        try folder.write(texts[1], at: own)
        try folder.write(texts[0], at: other)
        for (path, command) in [("/work/a", "make test"), ("/work/b", "make test"), ("/work/a", "true")] {
            let trusted = try TrustedCommands(of: path, in: folder.path)
            #expect(!trusted.contains(command), "\(path) \(command)")
            #expect(trusted.entries == [])
        }
    }

    @Test("Keys that this program does not know stay in the file")
    func unknown() throws {
        let folder = try TemporaryFolder()
        var trusted = try TrustedCommands(of: "/work/a", in: folder.path)
        try trusted.add(["true"], at: now)
        let name = try #require(try folder.contents().keys.first { $0.hasSuffix(".json") })
        let text = try #require(folder.text(at: name))
        try folder.write("{\"other\": 1," + text.dropFirst(), at: name)
        var again = try TrustedCommands(of: "/work/a", in: folder.path)
        try again.add(["false"], at: now)
        #expect(folder.text(at: name)?.contains("\"other\": 1") == true)
        #expect(try TrustedCommands(of: "/work/a", in: folder.path).contains("true"))
    }

    @Test("A damaged record is named, and allows nothing", arguments: ["{", "[]", #"{"checks": 1}"#])
    func damaged(text: String) throws {
        let folder = try TemporaryFolder()
        var trusted = try TrustedCommands(of: "/work/a", in: folder.path)
        try trusted.add(["true"], at: now)
        let name = try #require(try folder.contents().keys.first { $0.hasSuffix(".json") })
        try folder.write(text, at: name)
        let error = try #require(throws: SessionsError.self) {
            try TrustedCommands(of: "/work/a", in: folder.path)
        }
        #expect(error.code == .damaged)
    }

    @Test("One hash stands for a set of commands")
    func hashOfAll() {
        let hash = TrustedCommands.hash(ofAll: ["a", "b"])
        #expect(TrustedCommands.hash(ofAll: ["b", "a", "b"]) == hash)
        for others in [["a"], ["ab"], ["a\0b"], ["a", "b", "c"], ["a", "b "], []] {
            #expect(TrustedCommands.hash(ofAll: others) != hash, "\(others)")
        }
        #expect(TrustedCommands.hash(ofAll: ["\u{e9}"]) != TrustedCommands.hash(ofAll: ["e\u{301}"]))
    }

    @Test("What another process did since it was read is kept: allowed or taken back")
    func stale() throws {
        let folder = try TemporaryFolder()
        var first = try TrustedCommands(of: "/work/a", in: folder.path)
        try first.add(["true"], at: now)
        var second = try TrustedCommands(of: "/work/a", in: folder.path)
        try first.remove([first.hash(of: "true")])
        try second.add(["false"], at: now)
        try first.add(["make"], at: now)
        for trusted in [first, try TrustedCommands(of: "/work/a", in: folder.path)] {
            #expect(trusted.entries.map(\.command) == ["false", "make"])
        }
    }

    @Test("Of many who allow something at once, nobody's is lost")
    func concurrent() async throws {
        let folder = try TemporaryFolder()
        let (path, now) = (folder.path, now)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 100..<200 {
                group.addTask {
                    var trusted = try TrustedCommands(of: "/work/a", in: path)
                    try trusted.add(["make \(number)"], at: now)
                }
            }
            try await group.waitForAll()
        }
        let entries = try TrustedCommands(of: "/work/a", in: path).entries
        #expect(entries.map(\.command) == (100..<200).map { "make \($0)" })
    }
}
