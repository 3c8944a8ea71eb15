import Testing

@testable import SessionsCore

@Suite struct QueryTests {
    private func isMeant(
        _ members: String, by query: String, _ rule: Query.ArchiveRule = .hidden
    ) throws -> Bool {
        try QueryParser.parse([query]).matches(session(members), rule)
    }

    @Test(arguments: [
        ("web", "web", true), ("web", "web.auth", true), ("web", "web.auth.saml", true),
        ("web", "webshop", false),
        ("web.auth", "web", false), ("web.auth", "web.auth", true), ("api,web", "web.x", true),
        ("WEB", "web", false),
    ])
    func aProjectCoversThoseBelowIt(_ asked: String, _ project: String, _ isMeant: Bool) throws {
        #expect(try self.isMeant(#"{"project": "\#(project)"}"#, by: "project:\(asked)") == isMeant)
    }

    @Test func whatHasNoneIsNotMeant() throws {
        for query in ["project:web", "tag:a", "template:blank", "status:active", "unheard"] {
            #expect(try !isMeant("{}", by: query), "\(query)")
        }
        #expect(try isMeant("{}", by: ""))
    }

    @Test func allConditionsMustHoldAndAnyValueDoes() throws {
        let members = #"{"tags": ["auth", "safari"], "template": "bug-fix", "status": "paused"}"#
        #expect(try isMeant(members, by: "tag:auth"))
        #expect(try isMeant(members, by: "tag:x,safari"))
        #expect(try isMeant(members, by: "tag:auth tag:safari"))
        #expect(try !isMeant(members, by: "tag:auth tag:x"))
        #expect(try isMeant(members, by: "template:blank,bug-fix status:paused,active lexer"))
        #expect(try !isMeant(members, by: "template:bug-fix status:active"))
    }

    @Test(arguments: [
        ("LEXER", true), ("mend lexer", true), ("\"mend the\"", true), ("\"the mend\"", false), ("exe", true),
        ("größe", true), ("GRÖSSE", false), ("GRÖßE", true), ("parse", true), ("fuzz", true),
        ("thanks", true),
        ("trace.txt", true), ("coffee", true), ("ada@example.org", false), ("k7m2q9wd4xhz", false),
    ])
    func wordsAreFoundInAllTextsWithoutRegardToCase(_ query: String, _ isMeant: Bool) throws {
        let members = #"""
            {"description": "Die Größe\nof tokens",
             "goals": {"g1": {"title": "Parse", "milestones": {"m1": {"title": "Fuzz it"}}}},
             "comments": {"c1": {"at": "2026-11-22T09:00:00Z", "text": "Thanks", "by": "ada@example.org"}},
             "intervals": {"i1": {"start": "2026-11-22T09:00:00Z", "note": "after coffee"}},
             "attachments": {"a1": {"name": "trace.txt", "sha256": "\#(String(repeating: "0", count: 64))"}}}
            """#
        #expect(try self.isMeant(members, by: query) == isMeant)
    }

    @Test(arguments: [
        ("", false, true, true), ("lexer", false, true, true), ("status:completed", false, true, false),
        ("status:archived", true, true, true), ("status:archived,draft", true, true, true),
        ("status:draft", false, false, false), ("tag:a", false, false, false),
    ])
    func archivedSessionsAreHiddenOrCountedOrShown(
        _ query: String, _ hidden: Bool, _ counted: Bool, _ shown: Bool
    ) throws {
        let members = #"{"status": "completed", "archived": {"at": "2026-11-22T09:00:00Z"}}"#
        #expect(try isMeant(members, by: query, .hidden) == hidden)
        #expect(try isMeant(members, by: query, .counted) == counted)
        #expect(try isMeant(members, by: query, .shown) == shown)
    }

    @Test func anyOtherSessionIsMeantByEveryRule() throws {
        for rule in [Query.ArchiveRule.hidden, .counted, .shown] {
            #expect(try isMeant("{}", by: "lexer status:draft", rule))
        }
    }
}
