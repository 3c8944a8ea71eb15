import Testing

@testable import SessionsCore

/// An engine for one person at one time of 22 November 2026, with ids that do not repeat within a test.
struct Workbench {
    var user = "ada@example.org"
    var aliases: [String] = []
    var membership = Membership()
    var zone = Zone.utc
    let ids = Identifier.Source(seed: 1)

    func engine(_ clock: String, by user: String? = nil) -> Engine {
        Engine(
            user: user ?? self.user, aliases: aliases, now: at(clock), zone: zone, membership: membership,
            ids: ids)
    }

    /// A draft made at 08:00 by the user, with what `change` adds to its plan.
    func draft(_ change: (inout SessionPlan) throws -> Void = { _ in }) throws -> Session {
        var plan = SessionPlan()
        plan.title = "Mend the lexer"
        try change(&plan)
        return try engine("08:00").create(plan) { _ in false }
    }

    /// The same, started at 09:00.
    func running(_ change: (inout SessionPlan) -> Void = { _ in }) throws -> Session {
        var session = try draft(change)
        _ = try engine("09:00").start(&session)
        return session
    }
}

extension Session {
    /// The events since a number, each as `type path from -> to (for …)`, what is absent left out.
    func history(after sequence: Int = 0) -> [String] {
        events.filter { $0.sequence > sequence }.map { event in
            var text = event.kind?.rawValue ?? "?"
            if let path = event.path { text += " \(path.kinds)" }
            if let from = event.from { text += " from \(from.word)" }
            if let to = event.to { text += " to \(to.word)" }
            if let claimed = event.claimed { text += " for \(claimed.rfc3339.dropFirst(11).prefix(5))" }
            return text
        }
    }

    var lastSequence: Int { events.last?.sequence ?? 0 }
}

extension JSON {
    fileprivate var word: String {
        stringValue ?? String(decoding: bytes(.line), as: UTF8.self)
    }
}

extension String {
    /// A path with the random part of ids left out: `/intervals/i…/end`.
    fileprivate var kinds: String {
        split(separator: "/").map { part in
            let isElement =
                part.utf8.count == 11 && part.dropFirst().allSatisfy { Identifier.isPrefix("b\($0)") }
            return "/" + (isElement ? "\(part.prefix(1))…" : part)
        }.joined()
    }
}

/// Runs what must be refused, and returns how.
func refusal(
    _ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws -> SessionsError {
    try #require(
        #expect(throws: SessionsError.self, sourceLocation: sourceLocation) { try body() },
        sourceLocation: sourceLocation)
}
