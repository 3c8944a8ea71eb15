import Testing

@testable import SessionsCore

@Suite struct SearchRankingTests {
    private let context = QueryContext(now: at("12:00"), zone: .utc, archived: .hidden) { _ in false }

    private func hits(_ query: String, in sessions: [Session]) throws -> [SearchHit] {
        let ranking = SearchRanking(try QueryParser.parse([query]), context)
        var builder = SummaryBuilder(months: ["2026-11"], keepsText: true)
        for session in sessions { builder.add(session, month: 0) }
        return ranking.hits(in: builder.finish().map { ($0, .all) }, first: nil).first
    }

    private func ids(_ query: String, in sessions: [Session]) throws -> [String] {
        try hits(query, in: sessions).map(\.summary.id)
    }

    /// The members of a session, `-` for a title that nothing is found in.
    private func made(_ id: String, _ title: String = "-", _ members: String = "") throws -> Session {
        try session(
            #"{"id": "\#(id)22222222222", "title": "\#(title)"\#(members.isEmpty ? "" : ", " + members)}"#)
    }

    private func letters(_ ids: [String]) -> String { ids.map { String($0.prefix(1)) }.joined() }

    private let hash = String(repeating: "0", count: 64)
    private func goal(_ text: String) -> String { #""goals": {"g1": {"title": "\#(text)"}}"# }
    private func description(_ text: String) -> String { #""description": "\#(text)""# }
    private func file(_ text: String) -> String {
        #""attachments": {"a1": {"name": "\#(text)", "sha256": "\#(hash)"}}"#
    }
    private func note(_ text: String) -> String {
        #""intervals": {"i1": {"start": "2026-11-22T09:00:00Z", "note": "\#(text)"}}"#
    }
    private func comment(_ text: String) -> String {
        #""comments": {"c1": {"at": "2026-11-22T09:00:00Z", "text": "\#(text)"}}"#
    }

    /// 12 sessions that are searched for among 188 of every day, each of which says "daily report" somewhere and
    /// every second "server".
    private func workspace() throws -> [Session] {
        var sessions = [
            try made("b", "Login loop", comment("the cookie is lost")),
            try made("c", "Cookie jar", goal("Login works")),
            try made("d", "Logins counted", description("per day")),
            try made("f", "Browser trouble", comment("it was the cookie")),
            try made("g", "Release", "\(goal("Ship the quokka")), \(note("server down"))"),
            try made("h", "Server move", description("a new rack")),
            try made("j", "Trace", file("quokka.log")),
            try made("k", "Größe der Kekse", note("cookies gezählt")),
            try made("m", "Meeting", description("login, cookie and\\nserver")),
            try made("n", "Servers", goal("quokkas")), try made("p", "東京の会議", description("議事録を書く")),
            try made("q", "Notes", #""description": "see the quokka", \#(comment("quokka"))"#),
        ]
        for number in 0..<188 {
            let id =
                "z"
                + String(number + 100).map { "bcdfghjkmn".map(String.init)[Int(String($0)) ?? 0] }.joined()
            let text = number % 2 == 0 ? "daily report of the server" : "daily report"
            sessions.append(
                try session(
                    #"{"id": "\#(id)22222222", "title": "Day \#(number)", "description": "\#(text)"}"#))
        }
        return sessions
    }

    /// Written down from the rules: titles first, whole words before parts, rare words before common ones, then
    /// goal, description, file, note, comment.
    @Test(arguments: [
        ("login", "bdcm"), ("cookie", "cmbfk"), ("login cookie", "bcm"), ("quokka", "gqnj"),
        ("quokka server", "ng"), ("quokka OR login", "bdcgqmnj"), ("größe", "k"), ("KEKSE", "k"), ("会議", "p"),
        ("\"the cookie\"", "bf"),
    ])
    func tenSearchesAmongTwoHundredSessionsComeInTheOrderWrittenDown(_ query: String, _ order: String) throws
    {
        let sessions = try workspace()
        #expect(sessions.count == 200)
        #expect(letters(try ids(query, in: sessions)) == order)
        #expect(letters(try ids(query, in: sessions.reversed())) == order)
    }

    @Test func aRareWordCountsForMoreThanACommonOne() throws {
        let sessions =
            try workspace() + [
                made("r", "-", description("server of the day")),
                made("s", "-", description("quokka of the day")),
            ]
        let found = try ids("(server OR quokka) \"of the day\"", in: sessions)
        #expect(letters(found) == "sr")
    }

    @Test func oneInTheTitleIsBetterThanManyElsewhere() throws {
        let everything = [goal("cat"), description("cat cat"), file("cat"), note("cat"), comment("cat")]
        let sessions = try [made("b", "-", everything.joined(separator: ", ")), made("c", "concatenate")]
        #expect(letters(try ids("cat", in: sessions)) == "cb")
    }

    @Test func amongEqualsTheLastChangedComesFirstAndThenTheSmallerID() throws {
        func made(_ id: String, _ clock: String) throws -> Session {
            try self.made(id, "parser", #""events": {"e1": {"seq": 1, "at": "2026-11-22T\#(clock):00Z"}}"#)
        }
        let sessions = [try made("b", "09:00"), try made("d", "10:00"), try made("c", "10:00")]
        #expect(letters(try ids("parser", in: sessions)) == "cdb")
    }

    @Test func theLineIsTheOneThatHoldsTheMost() throws {
        let session = try made(
            "b", "Lexer", description("the Parser\\r\\nthe parser and the lexer\\n\\nlexer"))
        func line(_ query: String) throws -> SearchText.Line? {
            try hits(query, in: [session]).first?.line(of: session)
        }
        let both = try #require(try line("lexer parser"))
        #expect(both.field == .description && both.text == "the parser and the lexer")
        #expect(try line("lexer")?.field == .title)
        #expect(try line("parser")?.text == "the Parser")
    }

    @Test func whatFoldsToNothingIsFoundEverywhere() throws {
        let sessions = [try made("b", "Lexer")]
        #expect(letters(try ids("\u{301}", in: sessions)) == "b")
        #expect(letters(try ids("\"\"", in: sessions)) == "b")
    }

    @Test func conditionsAloneShowNoLine() throws {
        let session = try made("b")
        let hit = try #require(hits("status:draft", in: [session]).first)
        #expect(hit.line(of: session) == nil)
    }

    @Test(arguments: [
        ("Fix the Lexer", "lexer", ["Lexer"]), ("lexerlexer", "lexer", ["lexer", "lexer"]),
        ("aaa", "aa", ["aa"]),
        ("GRÖßE größe", "größe", ["GRÖßE", "größe"]), ("İstanbul x", "x", ["x"]), ("abc", "", []),
        ("e\u{301}te", "te", ["te"]), ("👩‍💻 code", "code", ["code"]),
    ])
    func thePlacesOfAWordAreThoseOfTheText(_ text: String, _ word: String, _ expected: [String]) {
        #expect(FoldedText(word).places(in: text).map { String(text[$0]) } == expected)
    }

    @Test(arguments: [
        ("login", true), ("the login, too", true), ("logins", false), ("relogin", false), ("login2", false),
        ("logins and login", true), ("(login)", true), ("“login”", true), ("loginé", false),
        ("éLogin", false),
        ("東login", false), ("login京", false), ("login—", true), ("ＬＯＧＩＮ", true),
    ])
    func aWholeWordHasNoLetterOrDigitBesideIt(_ text: String, _ isWhole: Bool) {
        FoldedText(text).bytes.withUnsafeBytes { line in
            #expect(FoldedText("login").presence(in: line) == (true, isWhole))
        }
    }
}
