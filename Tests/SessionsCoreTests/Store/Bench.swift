@testable import SessionsCore

/// A workspace on disk with somebody who works in it.
final class Bench {
    let folder: TemporaryFolder
    let workspace: Workspace
    let ids: Identifier.Source
    var now = Instant(rfc3339: "2026-11-22T12:00:00.000Z") ?? Instant(milliseconds: 0)
    var user = "ada@example.org"

    init(seed: UInt64 = 1) throws {
        folder = try TemporaryFolder()
        workspace = try Workspace.make(at: folder.path + "/.sessions", name: nil)
        ids = Identifier.Source(seed: seed)
    }

    var engine: Engine {
        Engine(
            user: user, now: now, zone: .utc,
            membership: (try? workspace.settings())?.membership ?? Membership(), ids: ids)
    }

    func begin(_ command: String = "test", isDryRun: Bool = false, patience: Int = 10) throws(SessionsError)
        -> Transaction
    {
        try Transaction(
            on: workspace, by: user, at: now, command: command, isDryRun: isDryRun, patience: patience)
    }

    /// Runs one operation and moves the clock on.
    @discardableResult
    func operation(_ command: String = "test", _ body: (Transaction, Engine) throws -> Void) throws -> Int? {
        let transaction = try begin(command)
        defer { now = now.advanced(bySeconds: 1) }
        do { try body(transaction, engine) } catch {
            transaction.abandon()
            throw error
        }
        return try transaction.commit()
    }

    @discardableResult
    func make(_ title: String = "Fix the lexer", tags: [String] = []) throws -> SessionLocation {
        var plan = SessionPlan()
        plan.title = title
        plan.tags = tags
        let session = try engine.create(plan) { _ in false }
        try operation("new \(title)") { transaction, _ in try transaction.create(session) }
        return SessionLocation(of: session)
    }

    @discardableResult
    func change(
        _ location: SessionLocation, _ command: String = "edit",
        _ body: (inout Session, Engine) throws -> Void
    ) throws -> Int? {
        try operation(command) { transaction, engine in
            var session = try transaction.session(at: location)
            try body(&session, engine)
            try transaction.update(session)
        }
    }

    @discardableResult
    func retitle(_ location: SessionLocation, _ title: String) throws -> Int? {
        try change(location, "edit --title \(title)") { session, engine in
            var changes = FieldChanges()
            changes.title = title
            _ = try engine.change(&session, changes)
        }
    }

    @discardableResult
    func comment(on location: SessionLocation, _ text: String) throws -> Int? {
        try change(location, "comment") { session, engine in _ = try engine.comment(on: &session, text) }
    }

    @discardableResult
    func undo(_ number: Int? = nil) throws -> Int? {
        try operation("undo") { transaction, engine in
            _ = try transaction.takeBack(.undo, number: number, engine)
        }
    }

    @discardableResult
    func redo() throws -> Int? {
        try operation("redo") { transaction, engine in _ = try transaction.takeBack(.redo, engine) }
    }

    func session(_ location: SessionLocation) throws -> Session {
        guard let session = try workspace.session(at: location) else {
            throw SessionsError.sessionNotFound(reference: location.id)
        }
        return session
    }

    /// Where a session's file lies below the folder of the test.
    func file(_ location: SessionLocation) -> String { ".sessions/\(location.path)" }

    /// The files of the sessions and attachments, byte by byte.
    func sessionFiles() throws -> [String: [UInt8]] { try folder.contents(of: ".sessions/sessions") }

    /// Everything in the workspace but the note of who had the lock last.
    func everything() throws -> [String: [UInt8]] {
        var contents = try folder.contents()
        contents[".sessions/local/lock"] = nil
        return contents
    }
}
