import Testing

@testable import SessionsCore

@Suite struct CommentTests {
    private let bench = Workbench()

    @Test func aCommentIsAddedWithItsEvent() throws {
        var session = try bench.draft()
        let sequence = session.lastSequence
        #expect(try bench.engine("09:00", by: "lin@example.org").comment(on: &session, " Look\nhere \n"))
        try SessionChecker.check(session.document)
        let comment = try #require(session.comments.first)
        #expect(comment.text == "Look\nhere" && comment.by == "lin@example.org" && comment.at == at("09:00"))
        #expect(comment.inReplyTo == nil && comment.mentions == [])
        #expect(session.history(after: sequence) == ["added /comments/c…"])
    }

    @Test(arguments: ["", " ", "\n\t"])
    func aCommentHasText(_ text: String) throws {
        var session = try bench.draft()
        #expect(try refusal { _ = try bench.engine("09:00").comment(on: &session, text) }.code == .usage)
    }

    @Test func aCommentHasALimit() throws {
        var session = try bench.draft()
        let text = String(repeating: "a", count: Limits.text + 1)
        #expect(try refusal { _ = try bench.engine("09:00").comment(on: &session, text) }.code == .limit)
        #expect(try bench.engine("09:00").comment(on: &session, String(text.dropLast())))
    }

    @Test func anAnswerNamesACommentByNumberOrID() throws {
        var session = try session(
            #"""
            {"comments": {"cb2": {"text": "second", "at": "2026-11-22T08:30:00Z"},
                          "cb3": {"text": "first", "at": "2026-11-22T08:20:00Z"}}}
            """#)
        #expect(try bench.engine("09:00").comment(on: &session, "a", inReplyTo: "1"))
        #expect(try bench.engine("09:10").comment(on: &session, "b", inReplyTo: "cb2"))
        #expect(session.comments.map(\.inReplyTo) == [nil, nil, "cb3", "cb2"])
        let before = session
        #expect(
            throws: SessionsError.ambiguous(kind: "comment", reference: "cb", candidates: ["cb3", "cb2"])
        ) { _ = try bench.engine("09:20").comment(on: &session, "c", inReplyTo: "cb") }
        for reference in ["", "c", "0", "5", "-1", "-9223372036854775808", "cx"] {
            #expect(
                throws: SessionsError.elementNotFound(
                    kind: "comment", reference: reference, session: session.id)
            ) { _ = try bench.engine("09:20").comment(on: &session, "c", inReplyTo: reference) }
        }
        #expect(session == before)
    }

    @Test(arguments: [
        ("@lin look", ["lin@example.org"]), ("see @lin.", ["lin@example.org"]),
        ("(@lin)", ["lin@example.org"]),
        ("@lin, @kim: @lin", ["kim@example.org", "lin@example.org"]),
        ("@lin@example.org!", ["lin@example.org"]),
        ("@lin…", ["lin@example.org"]), ("@lin's", ["lin@example.org"]), ("@jo.doe", ["jo.doe@example.org"]),
        ("@jo.doe.", ["jo.doe@example.org"]), ("@zoë", ["zoë@example.org"]), ("a@lin", []),
        ("mail lin@example.org", []), ("@nobody", []), ("@", []), ("@@lin", []), ("@LIN", []), ("@li", []),
        ("", []),
        ("one\n@lin", ["lin@example.org"]),
    ])
    func namesBehindAnAtAreMentions(_ text: String, _ people: [String]) throws {
        var bench = bench
        bench.membership = Membership(members: [
            ("kim@example.org", .editor), ("jo.doe@example.org", .viewer), ("zoë@example.org", .viewer),
        ])
        var session = try bench.draft {
            $0.participants = [Participant(person: "lin@example.org", role: .editor)]
        }
        _ = try bench.engine("09:00").comment(on: &session, text + " -")
        #expect(session.comments.first?.mentions == people)
    }
}
