import Testing

@testable import SessionsCore

@Suite struct QueryParserTests {
    private func conditions(_ words: String...) throws -> [Query.Condition] {
        try QueryParser.parse(words).conditions
    }

    private func text(_ word: String) -> Query.Condition { .text(FoldedText(word)) }

    @Test func nothingMeansEverything() throws {
        #expect(try conditions() == [])
        #expect(try conditions("") == [])
        #expect(try conditions(" \t\n ") == [])
        #expect(try conditions("\"\"") == [])
    }

    @Test func wordsAreSearchedFor() throws {
        #expect(try conditions("Login loops") == [text("login"), text("loops")])
        #expect(try conditions("Login", "loops") == [text("login"), text("loops")])
        #expect(try conditions("\"login loops\" twice") == [text("login loops"), text("twice")])
    }

    @Test func qualifiersTakeLists() throws {
        #expect(try conditions("status:active") == [.status([.active])])
        #expect(try conditions("status:active,paused") == [.status([.active, .paused])])
        #expect(try conditions("tag:auth,\"a b\",c") == [.tag(["auth", "a b", "c"])])
        #expect(try conditions("tag:a,,b,") == [.tag(["a", "b"])])
        #expect(
            try conditions("project:web.auth template:bug-fix") == [
                .project(["web.auth"]), .template(["bug-fix"]),
            ])
        #expect(try conditions("tag:a tag:b") == [.tag(["a"]), .tag(["b"])])
        #expect(try conditions("tag:a:b") == [.tag(["a:b"])])
        #expect(try conditions("status:draft", "lexer") == [.status([.draft]), text("lexer")])
    }

    @Test func onlySmallLettersBeforeAColonAreAQualifier() throws {
        #expect(try conditions("12:30") == [text("12:30")])
        #expect(try conditions("HTTP://x") == [text("http://x")])
        #expect(try conditions(":a") == [text(":a")])
        #expect(try conditions("tag-x:a") == [text("tag-x:a")])
        #expect(try conditions("\"status:x\"") == [text("status:x")])
    }

    @Test(arguments: [
        ("colour:red", 1, "unknown qualifier 'colour:'"),
        ("lexer colour:red", 7, "unknown qualifier 'colour:'"),
        ("http://example.org", 1, "unknown qualifier 'http:'"), ("status:", 8, "'status:' needs a value"),
        ("status:,", 8, "'status:' needs a value"), ("a tag:\"\"", 7, "'tag:' needs a value"),
        ("status:done", 8, "'done' is not a status"),
        ("status:active,pausd,x", 15, "'pausd' is not a status"),
        ("status:Active", 8, "'Active' is not a status"), ("\"open", 1, "the quotes are not closed"),
        ("tag:\"open", 5, "the quotes are not closed"), ("ü tag:a,\"b", 9, "the quotes are not closed"),
        ("a OR b", 3, "'OR' cannot be used here"), ("NOT tag:a", 1, "'NOT' cannot be used here"),
    ])
    func aProblemIsShownByItsColumn(_ query: String, _ column: Int, _ problem: String) throws {
        let error = try #require(#expect(throws: QueryError.self) { try QueryParser.parse([query]) })
        #expect(error.column == column && error.problem == problem && error.query == query)
    }

    @Test func operatorsInQuotesOrSmallLettersAreWords() throws {
        #expect(try conditions("\"OR\" not or") == [text("or"), text("not"), text("or")])
    }

    @Test func noTextCrashesTheParser() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let pieces = [
            "status:", "tag:", "project:", "active", "a", "\"", ",", ":", " ", "\t", "é", "e\u{301}",
            "\u{1f469}\u{200d}\u{1f4bb}", "\0",
            "OR", "NOT", "\\", "\r\n", "\u{301}", "..", "-",
        ]
        for _ in 0..<20_000 {
            let text = (0..<generator.below(12)).map { _ in pieces[generator.below(pieces.count)] }.joined()
            do throws(QueryError) {
                _ = try QueryParser.parse([text])
            } catch {
                #expect((1...text.count + 1).contains(error.column), "seed \(seed), \(text.debugDescription)")
                #expect(!error.problem.isEmpty, "seed \(seed), \(text.debugDescription)")
            }
        }
    }
}
