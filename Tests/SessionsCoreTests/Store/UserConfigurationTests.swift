import Testing

@testable import SessionsCore

@Suite struct UserConfigurationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path + "/config/sessions" }
    private let file = "config/sessions/config.json"

    private func configuration() throws -> UserConfiguration { try UserConfiguration(in: path) }

    @Test func withoutAFileNothingIsSet() throws {
        let configuration = try configuration()
        #expect(configuration[.email] == nil)
        #expect(configuration.aliases.isEmpty)
        #expect(folder.mode(of: "config") == nil)
    }

    @Test func aSettingIsKeptForNobodyElseToRead() throws {
        var configuration = try configuration()
        try configuration.set("ada@example.org", for: .email)
        try configuration.set("a@b,c@d", for: .aliases)
        #expect(folder.mode(of: "config/sessions") == 0o700)
        #expect(configuration[.email] == "ada@example.org")
        #expect(try self.configuration().aliases == ["a@b", "c@d"])
        try configuration.set(nil, for: .email)
        try configuration.set(nil, for: .aliases)
        #expect(folder.text(at: file) == "{}\n")
    }

    @Test func whatAnotherProcessSetMeanwhileStays() throws {
        var (one, other) = (try configuration(), try configuration())
        try one.set("ada@example.org", for: .email)
        try other.set("a@b", for: .aliases)
        #expect(try configuration()[.email] == "ada@example.org")
        #expect(try configuration().aliases == ["a@b"])
        #expect(other[.email] == "ada@example.org")
    }

    @Test func whatAProcessThatDiedLeftGoes() throws {
        try folder.write("half", at: "config/sessions/.config.json.new")
        var configuration = try configuration()
        try configuration.set("ada@example.org", for: .email)
        #expect(try folder.contents(of: "config/sessions").count == 1)
    }

    @Test func whatIsNotKnownStays() throws {
        try folder.write("{\"later\": [1, {}], \"user\": {\"colour\": \"red\"}}", at: file, mode: 0o600)
        var configuration = try configuration()
        try configuration.set("ada@example.org", for: .email)
        #expect(folder.mode(of: file) == 0o600)
        let json = try JSON(parsing: try #require(folder.bytes(at: file)))
        #expect(json == ["later": [1, [:]], "user": ["colour": "red", "email": "ada@example.org"]])
    }

    @Test func aLinkIsFollowedAndStays() throws {
        try folder.write("{\"user\": {\"email\": \"a@b\"}}", at: "dotfiles/sessions.json")
        try folder.makeFolder("config/sessions")
        folder.makeLink(file, to: "../../dotfiles/sessions.json")
        var configuration = try configuration()
        #expect(configuration[.email] == "a@b")
        try configuration.set("c@d", for: .email)
        #expect(folder.text(at: "dotfiles/sessions.json")?.contains("c@d") == true)
        #expect(try self.configuration()[.email] == "c@d")
        #expect(try folder.contents(of: "config/sessions").count == 1)
    }

    @Test(arguments: ["", "[]", "{\"a\": 1, \"a\": 2}", "{"])
    func aDamagedFileIsNamedAndLeftAlone(text: String) throws {
        try folder.write(text, at: file)
        let error = #expect(throws: SessionsError.self) { try configuration() }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("config.json': line 1") == true)
        #expect(folder.text(at: file) == text)
    }

    @Test func whatStandsInTheWayIsNotOverwritten() throws {
        try folder.write("{\"user\": \"ada\"}", at: file)
        var configuration = try configuration()
        #expect { try configuration.set("a@b", for: .email) } throws: {
            ($0 as? SessionsError)?.code == .damaged
        }
        #expect(folder.text(at: file) == "{\"user\": \"ada\"}")
        #expect { try configuration.set("not one word", for: .email) } throws: {
            ($0 as? SessionsError)?.code == .usage
        }
    }
}
