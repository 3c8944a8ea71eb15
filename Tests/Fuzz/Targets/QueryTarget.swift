@testable import SessionsCore

private let samples: [Session] = [
    """
    {"createdAt": "2026-11-22T12:50:31.123Z", "createdBy": "ada@example.org", "id": "k7m2q9wd4xhz", "schema": 1,
     "status": "active", "title": "Login redirect loops on Safari", "tags": ["auth", "safari"], "project": "web.auth",
     "plannedMinutes": 90, "participants": {"ada@example.org": "owner", "lin@example.org": "editor"},
     "goals": {"gbcdfghjkmn": {"title": "Fix", "position": 1}}, "reflection": {"rating": 4},
     "comments": {"cbcdfghjkmn": {"at": "2026-11-22T12:51:00.000Z", "by": "lin@example.org", "text": "see Größe",
     "mentions": ["ada@example.org"]}}, "template": "bug-fix",
     "intervals": {"ibcdfghjkmn": {"by": "ada@example.org", "start": "2026-11-22T12:50:31.123Z"}}}
    """,
    """
    {"createdAt": "2020-02-29T23:59:59.999Z", "createdBy": "", "id": "zzzzzzzzzzzz", "schema": 1, "status": "draft",
     "title": "", "archived": {"at": "2021-01-01T00:00:00.000Z"},
     "intervals": {"ibcdfghjkmn": {"date": "2020-02-29", "seconds": 60}}}
    """,
].compactMap { try? SessionFile.parse(Array($0.utf8)) }

/// A query says what it was read as, and means something of every session; one that is refused is so at a place.
func testQuery(_ text: String) {
    let query: Query
    do { query = try QueryParser.parse([text]) { $0 == "mine" ? "is:mine" : nil } } catch {
        expect(error.column >= 1 && error.column <= error.query.count + 1, "column \(error.column) is in it")
        return
    }
    let description = query.description
    let again = try? QueryParser.parse([description])
    expect(again == query, "it is read again as '\(description)'")
    _ = QueryExplanation(of: query).lines
    for rule in [QueryContext.ArchiveRule.hidden, .counted, .shown] {
        let context = QueryContext(
            now: Instant(seconds: 1_795_348_800), zone: changingZone, archived: rule
        ) { $0 == "ada@example.org" }
        let matcher = QueryMatcher(query, context)
        let summaries = samples.map { SessionSummary(of: $0, searchable: true) }
        for summary in summaries { _ = matcher.matches(summary) }
        _ = SearchRanking(query, context).hits(in: summaries.map { ($0.block, .all) }, first: 1)
    }
}
