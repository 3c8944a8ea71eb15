import Testing

@testable import SessionsCore

@Suite struct SessionReferenceTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    /// A session with a known id.
    private func put(_ id: String, month: String = "2026-11") throws {
        try bench.folder.write(SessionText.with(id: id), at: ".sessions/sessions/\(month)/\(id).json")
    }

    private func resolve(_ reference: String, for user: String = "ada@example.org") throws -> String {
        try bench.workspace.resolve(reference, for: user).id
    }

    @Test func aUniqueBeginningNamesASession() throws {
        try put("bcdfghjkmnpq")
        try put("bcdgghjkmnpq", month: "2026-10")
        #expect(try resolve("bcdf") == "bcdfghjkmnpq")
        #expect(try resolve("bcdgghjkmnpq") == "bcdgghjkmnpq")
        #expect(
            throws: SessionsError.ambiguous(reference: "bcd", candidates: ["bcdfghjkmnpq", "bcdgghjkmnpq"])
        ) { try resolve("bcd") }
        #expect(throws: SessionsError.sessionNotFound(reference: "bcdh")) { try resolve("bcdh") }
        #expect(throws: SessionsError.sessionNotFound(reference: "zzzzzzzzzzzz")) {
            try resolve("zzzzzzzzzzzz")
        }
        #expect { try resolve("bc") } throws: { ($0 as? SessionsError)?.code == .usage }
    }

    @Test(arguments: [
        "../secret", "b/c", "bcd/", "", ".", "bcdfghjkmnpqr", "BCDF", "2bcd", "bcda", "bcd\u{0}", "b*", "@@",
        "@-1",
    ])
    func whatIsNoIdIsNotFound(reference: String) throws {
        try put("bcdfghjkmnpq")
        #expect(throws: SessionsError.sessionNotFound(reference: reference)) { try resolve(reference) }
    }

    @Test func theLastSessionsOfAPersonAreKept() throws {
        #expect(throws: SessionsError.noCurrentSession(reference: "@")) { try resolve("@") }
        let (first, second) = (try bench.make("one"), try bench.make("two"))
        try note(first)
        #expect(throws: SessionsError.noCurrentSession(reference: "@-")) { try resolve("@-") }
        try note(second)
        #expect(try [resolve("@"), resolve("@-")] == [second.id, first.id])
        try note(first)
        #expect(try [resolve("@"), resolve("@-")] == [first.id, second.id])
        let local = try bench.workspace.folder(at: ["local"])
        #expect(try RecentSessions(of: bench.user, in: local).ids == [first.id, second.id])
        #expect(throws: SessionsError.noCurrentSession(reference: "@")) { try resolve("@", for: "lin") }
    }

    private func note(_ location: SessionLocation) throws {
        try bench.operation { transaction, _ in transaction.setRecent(location.id) }
    }

    @Test func anotherPersonHasAnotherLast() throws {
        let (first, second) = (try bench.make("one"), try bench.make("two"))
        try note(first)
        bench.user = "lin@example.org"
        try note(second)
        #expect(try resolve("@") == first.id)
        #expect(try resolve("@", for: "lin@example.org") == second.id)
    }

    @Test func archivedAndDeletedSessionsAreSkipped() throws {
        let locations = try ["one", "two", "three"].map { try bench.make($0) }
        for location in locations { try note(location) }
        try bench.change(locations[2]) { session, engine in _ = try engine.archive(&session) }
        #expect(try [resolve("@"), resolve("@-")] == [locations[1].id, locations[0].id])
        bench.folder.remove(bench.file(locations[1]))
        #expect(try resolve("@") == locations[0].id)
    }

    @Test func aDryRunNotesNothing() throws {
        let location = try bench.make()
        let transaction = try bench.begin(isDryRun: true)
        transaction.setRecent(location.id)
        #expect(try transaction.commit() == nil)
        #expect(throws: SessionsError.noCurrentSession(reference: "@")) { try resolve("@") }
    }

    @Test func notMoreThanAFewAreKeptAndRubbishIsIgnored() throws {
        let locations = try (0..<40).map { try bench.make("\($0)") }
        for location in locations { try note(location) }
        let local = try bench.workspace.folder(at: ["local"])
        let kept = try RecentSessions(of: bench.user, in: local).ids
        #expect(kept == locations.reversed().prefix(32).map(\.id))
        let name = try #require(try bench.folder.contents(of: ".sessions/local/marks").keys.first)
        try bench.folder.write("../../x\n\u{1b}\n\(locations[3].id)\n", at: name)
        #expect(try RecentSessions(of: bench.user, in: local).ids == [locations[3].id])
    }

    @Test func shortIdsTellSessionsApart() throws {
        for id in ["bcdfghjkmnpq", "bcdfgkjkmnpq", "ccdfghjkmnpq"] { try put(id) }
        let short = try bench.workspace.shortIDs()
        #expect(short.short("bcdfghjkmnpq") == "bcdfgh")
        #expect(short.short("ccdfghjkmnpq") == "ccdf")
        #expect(short.short("zzzzzzzzzzzz") == "zzzzzzzzzzzz")
    }

    @Test func marksThatCannotBeReadAreNotWrittenAnew() throws {
        let location = try bench.make()
        let local = try #require(try bench.workspace.folder(at: ["local"]))
        try RecentSessions.note([location.id], of: bench.user, in: local)
        let name = try #require(local.folder("marks")?.names().first)
        bench.folder.remove(".sessions/local/marks/\(name)")
        try bench.folder.write("x", at: ".sessions/local/marks/\(name)/file")
        #expect { try bench.workspace.resolve("@", for: bench.user) } throws: {
            ($0 as? SessionsError)?.code == .damaged
        }
        let transaction = try bench.begin()
        transaction.setRecent("bcdfghjkmnpq")
        #expect(try transaction.commit() == nil)
        #expect(transaction.recentFailure?.code == .io)
        #expect(bench.folder.text(at: ".sessions/local/marks/\(name)/file") == "x")
    }
}

/// The text of a session's file, as it is stored.
enum SessionText {
    static func with(id: String, title: String = "Fix the lexer", schema: Int = 1, more: String = "")
        -> String
    {
        """
        {
          "createdAt": "2026-11-22T12:00:00.000Z",
          "createdBy": "ada@example.org",
          "id": "\(id)",
          "schema": \(schema),
          "status": "draft",
          "title": "\(title)"\(more)
        }

        """
    }
}
