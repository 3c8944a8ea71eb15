import Testing

@testable import SessionsCore

@Suite struct QueryParserTests {
    private func parse(_ words: String...) throws -> Query { try QueryParser.parse(words) }

    private func text(_ word: String) -> Query { .condition(.text(word)) }
    private func tag(_ tags: String...) -> Query { .condition(.tag(tags)) }

    @Test func nothingMeansEverything() throws {
        #expect(try parse() == .everything)
        for query in ["", " \t\n ", "\"\""] { #expect(try parse(query) == .everything, "\(query)") }
    }

    @Test func wordsAreSearchedFor() throws {
        #expect(try parse("Login loops") == .all([text("Login"), text("loops")]))
        #expect(try parse("Login", "loops") == .all([text("Login"), text("loops")]))
        #expect(try parse("\"login loops\" twice") == .all([text("login loops"), text("twice")]))
        #expect(try parse(#""say \"hi\" \\ \n""#) == text(#"say "hi" \ \n"#))
        #expect(try parse("login\"loops\"") == .all([text("login"), text("loops")]))
    }

    @Test func qualifiersTakeLists() throws {
        #expect(try parse("status:active,paused") == .condition(.status([.active, .paused])))
        #expect(try parse("tag:auth,\"a b\",c") == tag("auth", "a b", "c"))
        #expect(try parse("tag:a,,b,") == tag("a", "b"))
        #expect(try parse("tag:a tag:b") == .all([tag("a"), tag("b")]))
        #expect(try parse("tag:a:b") == tag("a:b"))
        #expect(try parse("tag:x\"a b\"y") == tag("xa by"))
        #expect(try parse("is:over-budget,mine") == .condition(.flag([.overBudget, .mine])))
        #expect(
            try parse("has:goal no:plan,tag")
                == .all([
                    .condition(.has([.goal])), .condition(.lacks([.plan, .tag])),
                ]))
    }

    @Test func rangesAreOpenOnEitherSide() throws {
        let hour = TimeAmount(seconds: 3600)
        #expect(try parse("plan:1h") == .condition(.amount(.plan, QueryRange(hour))))
        #expect(try parse("plan:60m..") == .condition(.amount(.plan, QueryRange(from: hour, to: nil))))
        #expect(try parse("tracked:..60") == .condition(.amount(.tracked, QueryRange(from: nil, to: hour))))
        #expect(try parse("rating:2..4") == .condition(.rating(QueryRange(from: 2, to: 4))))
        let week = try #require(TimePhrase(inQuery: "2026-W47"))
        let ago = try #require(TimePhrase(inQuery: "2w"))
        #expect(try parse("in:2026-W47") == .condition(.during(QueryRange(week))))
        #expect(
            try parse("created:2w..2026-W47")
                == .condition(.time(.created, QueryRange(from: ago, to: week))))
        let last = try #require(TimePhrase(inQuery: "last week"))
        #expect(try parse("in:\"last week\"..") == .condition(.during(QueryRange(from: last, to: nil))))
    }

    @Test func andBindsMoreThanOrAndNotMost() throws {
        let (a, b, c) = (text("a"), text("b"), text("c"))
        #expect(try parse("a b OR c") == .any([.all([a, b]), c]))
        #expect(try parse("a (b OR c)") == .all([a, .any([b, c])]))
        #expect(try parse("NOT a b") == .all([.not(a), b]))
        #expect(try parse("NOT (a b)") == .not(.all([a, b])))
        #expect(try parse("NOT NOT a") == .not(.not(a)))
        #expect(try parse("a OR b OR c") == .any([a, b, c]))
        #expect(try parse("((a))") == a)
        #expect(try parse("(tag:x)b") == .all([tag("x"), b]))
    }

    @Test func onlySmallLettersBeforeAColonAreAQualifier() throws {
        for word in ["12:30", "HTTP://x", ":a", "tag-x:a", "Todo:active"] {
            #expect(try parse(word) == text(word))
        }
        #expect(try parse("\"status:x\"") == text("status:x"))
    }

    @Test func operatorsInQuotesOrSmallLettersAreWords() throws {
        #expect(try parse("\"OR\" not or") == .all([text("OR"), text("not"), text("or")]))
    }

    @Test func aMarkBehindAQuoteOrColonHidesNeither() throws {
        #expect(try parse("\"\u{301}a b\"") == text("\u{301}a b"))
        #expect(try parse("tag:\u{301}a") == tag("\u{301}a"))
    }

    @Test(arguments: [
        ("colour:red", 1, "unknown qualifier 'colour:'"),
        ("lexer colour:red", 7, "unknown qualifier 'colour:'"),
        ("http://example.org", 1, "unknown qualifier 'http:'"), ("status:", 1, "'status:' needs a value"),
        ("a status:,", 3, "'status:' needs a value"), ("a tag:\"\"", 3, "'tag:' needs a value"),
        ("status:done", 8, "'done' is not a status"),
        ("status:active,pausd,x", 15, "'pausd' is not a status"),
        ("status:Active", 8, "'Active' is not a status"), ("is:big", 4, "'big' is not a state"),
        ("a no:id", 6, "'id' is not a part of a session"), ("\"open", 1, "the quotes are not closed"),
        ("tag:\"open", 5, "the quotes are not closed"), ("ü tag:a,\"b", 9, "the quotes are not closed"),
        ("👩‍💻 e\u{301} is:big", 8, "'big' is not a state"),
        ("plan:2x", 6, "'2x' is not an amount of time"), ("plan:1h..2x", 10, "'2x' is not an amount of time"),
        ("plan:..", 6, "a range needs a beginning or an end"), ("rating:x", 8, "'x' is not a rating"),
        ("plan:1h,2h", 9, "'plan:' takes one value or a range a..b"), ("in:soon", 4, "'soon' is not a time"),
        ("OR a", 1, "nothing stands before 'OR'"), ("a OR", 3, "nothing stands behind 'OR'"),
        ("a OR OR b", 6, "nothing stands before 'OR'"), ("a NOT", 3, "nothing stands behind 'NOT'"),
        ("NOT OR a", 1, "nothing stands behind 'NOT'"), ("(a", 1, "a '(' without its ')'"),
        ("a)", 2, "a ')' without its '('"), ("()", 2, "nothing stands before ')'"),
        ("a (", 4, "the query is not finished"), ("view:x", 6, "no view 'x'"),
        ("a view:x,y", 3, "'view:' needs one name"),
        (String(repeating: "(", count: 60), 51, "it is nested more than 50 deep"),
    ])
    func aProblemIsShownByItsColumn(_ query: String, _ column: Int, _ problem: String) throws {
        let error = try #require(#expect(throws: QueryError.self) { try QueryParser.parse([query]) })
        #expect(error.column == column && error.problem == problem && error.query == query)
    }

    @Test(arguments: [
        ("Status:draft", 1, "'Status:' is written in lower case"),
        ("fix TAG:a", 5, "'TAG:' is written in lower case"),
        ("plan:3h..1h", 6, "the range '3h..1h' ends before it begins"),
        ("x rating:5..1", 10, "the range '5..1' ends before it begins"),
        ("created:today..yesterday", 9, "the range 'today..yesterday' ends before it begins"),
        ("in:2026..2025", 4, "the range '2026..2025' ends before it begins"),
        ("NOT updated:-1h..-2h", 13, "the range '-1h..-2h' ends before it begins"),
    ])
    func aSlipIsNotTakenForSomethingElse(_ query: String, _ column: Int, _ problem: String) throws {
        let clock = QueryClock(now: at("12:00"), zone: .utc)
        let error = try #require(
            #expect(throws: QueryError.self) { try QueryParser.parse([query], clock: clock) })
        #expect(error.column == column && error.problem == problem)
    }

    @Test(arguments: [
        "Todo:draft", "\"Status:draft\"", "created:yesterday..today", "created:today..today",
        "in:2026-11..today",
        "plan:1h..60m", "rating:4..4", "created:2026-11-22..2026-Q4",
    ])
    func whatOnlyLooksLikeASlipIsTaken(_ query: String) throws {
        _ = try QueryParser.parse([query], clock: QueryClock(now: at("12:00"), zone: .utc))
    }

    @Test func wordsThatLookLikeOperatorsAreKnown() throws {
        #expect(try parse("a or b not NOT and c").likelyOperators == ["or", "not", "and"])
        #expect(try parse("a OR b NOT c tag:or android").likelyOperators == [])
    }

    @Test func aViewStandsForItsQuery() throws {
        func parse(_ query: String) throws -> Query {
            try QueryParser.parse([query]) { name in
                ["mine": "tag:a OR b", "empty": " ", "loop": "view:mine", "broken": "a )"][name]
            }
        }
        #expect(try parse("NOT view:mine c") == .all([.not(.any([tag("a"), text("b")])), text("c")]))
        for (query, problem) in [
            ("c view:empty", "the view 'empty' cannot be read: it is empty"),
            ("c view:loop", "the view 'loop' cannot be read: no view 'mine'"),
            ("c view:broken", "the view 'broken' cannot be read: a ')' without its '('"),
        ] {
            let error = try #require(#expect(throws: QueryError.self) { try parse(query) })
            #expect(error.column == 8 && error.problem == problem)
        }
    }

    @Test func aQueryIsExplainedLineByLine() throws {
        func lines(_ query: String) throws -> [String] { QueryExplanation(of: try parse(query)).lines }
        #expect(try lines("") == ["every session"])
        #expect(
            try lines("status:active,paused (lexer OR NOT plan:2h..) in:2026-Q3") == [
                "all of:", "  the status is active or paused", "  any of:", "    its text holds 'lexer'",
                "    not: the plan is 2h or more", "  there was work on it or news of it in '2026-Q3'",
            ])
        #expect(try lines("NOT (a b)") == ["not: all of:", "  its text holds 'a'", "  its text holds 'b'"])
    }
}
