import Testing

@testable import SessionsCore

@Suite struct QueryTests {
    private func isMeant(
        _ members: String, by query: String, _ rule: QueryContext.ArchiveRule = .hidden
    ) throws -> Bool {
        let context = QueryContext(now: at("12:00"), zone: .utc, archived: rule) { $0 == "ada@example.org" }
        return try QueryParser.parse([query]).matches(session(members), context)
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
        ("größe", true), ("GRÖSSE", true), ("grosse", true), ("ＴＨＡＮＫＳ", true), ("grÖße", true),
        ("GRÖßE", true), ("parse", true), ("fuzz", true),
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
        for rule in [QueryContext.ArchiveRule.hidden, .counted, .shown] {
            #expect(try isMeant("{}", by: "lexer status:draft", rule))
        }
    }

    /// One session, made on 22 November 2026 at 08:00 UTC, with most of what a session can have.
    private let rich = #"""
        {"status": "paused", "plannedMinutes": 60, "participants": {"ada@example.org": "owner", "lin@x.org": "viewer"},
         "reflection": {"rating": 4, "outcome": "partial"}, "project": "web", "tags": ["auth"], "goals": {"g1": {"title": "Parse"}},
         "comments": {"c1": {"at": "2026-11-22T09:00:00Z", "text": "see", "mentions": ["ada@example.org"]}},
         "intervals": {"i1": {"start": "2026-11-21T10:00:00Z", "end": "2026-11-21T12:00:00Z"}},
         "events": {"e1": {"seq": 1, "at": "2026-11-21T10:00:00Z", "type": "started"},
                    "e2": {"seq": 2, "at": "2026-11-22T09:00:00Z", "type": "added"}}}
        """#

    @Test(arguments: [
        ("owner:me", true), ("owner:ada", true), ("owner:lin", false), ("with:lin", true), ("with:li", false),
        ("with:lin@x.org", true), ("with:zoe,me", true), ("id:k7m", true), ("id:7m2", false),
        ("plan:1h", true),
        ("plan:..59", false), ("plan:61..", false), ("tracked:2h", true), ("tracked:..2h", true),
        ("tracked:2h..3h", true), ("tracked:..1h59m", false), ("rating:4", true), ("rating:5..", false),
        ("outcome:failed,partial", true), ("outcome:success", false), ("no:outcome", false),
        ("created:2026-11-22", true), ("created:..2026-11-21", false), ("created:1d..", true),
        ("created:1h..", false), ("started:yesterday", true), ("started:..yesterday", true),
        ("started:today", false),
        ("completed:2026..", false), ("updated:today", true), ("updated:..2026-11-22", true),
        ("updated:..2h", true), ("updated:..4h", false), ("updated:..yesterday", false),
        ("in:2026-11-21", true), ("in:2026-11-20", false),
        ("in:2026-W47", true), ("in:2026-Q3", false), ("in:last-month..", true), ("in:..2026-11-20", false),
        ("is:over-budget", true), ("is:running", false), ("is:stale", false), ("is:forgotten", false),
        ("is:mine", true), ("is:mentioned", true), ("is:stale,mine", true), ("has:goal", true),
        ("has:attachment", false), ("has:attachment,time", true), ("no:attachment", true), ("no:goal", false),
        ("no:goal,description", true), ("NOT no:goal", true), ("tag:x OR rating:4", true),
        ("NOT (tag:auth rating:4)", false), ("(tag:x OR tag:auth) lexer", true),
    ])
    func everyQualifierLooksAtItsPart(_ query: String, _ isMeant: Bool) throws {
        #expect(try self.isMeant(rich, by: query) == isMeant)
    }

    @Test(arguments: [
        ("draft", "2026-11-08T11:59:59Z", true), ("paused", "2026-11-08T11:59:59Z", true),
        ("draft", "2026-11-08T12:00:00Z", false), ("active", "2026-11-01T00:00:00Z", false),
        ("completed", "2026-11-01T00:00:00Z", false),
    ])
    func whatWasLeftForTwoWeeksIsStale(_ status: String, _ last: String, _ isMeant: Bool) throws {
        let members = #"{"status": "\#(status)", "events": {"e1": {"seq": 1, "at": "\#(last)"}}}"#
        #expect(try self.isMeant(members, by: "is:stale") == isMeant)
    }

    @Test func aLongOpenStretchIsForgotten() throws {
        for (start, isMeant) in [("03:59", true), ("04:00", false)] {
            let members = #"{"status": "active", "intervals": {"i1": {"start": "2026-11-22T\#(start):00Z"}}}"#
            #expect(try self.isMeant(members, by: "is:forgotten") == isMeant)
            #expect(try self.isMeant(members, by: "is:running"))
        }
    }
}
