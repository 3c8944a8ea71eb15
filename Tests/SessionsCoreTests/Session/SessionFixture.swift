import Testing

@testable import SessionsCore

/// A session as a file would hold it, its members told as JSON text; those that each one must have are added.
func session(_ members: String = "{}") throws -> Session {
    let base: JSONObject = [
        "createdAt": "2026-11-22T08:00:00.000Z", "createdBy": "ada@example.org", "id": "k7m2q9wd4xhz",
        "schema": 1, "status": "draft", "title": "Mend the lexer",
    ]
    let given = try #require(JSON(parsing: members).objectValue)
    let document = JSONObject(base.map { ($0.key, $0.value) } + given.map { ($0.key, $0.value) })
    try SessionChecker.check(document)
    return Session(document: document)
}

/// 22 November 2026 at that time, UTC.
func at(_ clock: String) -> Instant {
    guard let instant = Instant(rfc3339: "2026-11-22T\(clock):00Z") else {
        Issue.record("\(clock) is not a time")
        return Instant(milliseconds: 0)
    }
    return instant
}
