import CommandKit
import SessionsCore

/// The one session a command is about: `@` where none is named, several where `-` reads ids from standard input.
struct SessionSelection {
    var id: String?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<id>", &id,
            "The session: its id or the beginning of it, '@' or '@-', or '-' for ids from standard input (default: @)",
            completion: .dynamic("session"))
    }

    /// Whether the result is a list however many there are.
    var isList: Bool { id == "-" }

    func references(_ context: Context) throws -> [String] {
        isList ? try context.idsFromStandardInput() : [id ?? "@"]
    }
}

extension SessionSelection {
    /// For a command that stops a clock: where none is named, the one in which mine runs, if there is one.
    func runningReferences(_ context: Context) throws -> [String] {
        guard id == nil, let running = try context.runningReference() else { return try references(context) }
        return [running]
    }
}

/// The session a command is about, where other words follow and it cannot be left out.
struct RequiredSession {
    var id = ""

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<id>", &id, "The session: its id or the beginning of it, or '@' for the current one",
            completion: .dynamic("session"))
    }
}

/// Any number of sessions.
struct SessionList {
    var ids: [String] = []

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument(
            "<id>…", &ids, "The sessions, or '-' for ids from standard input", required: true,
            completion: .dynamic("session"))
    }

    func references(_ context: Context) throws -> [String] {
        var references: [String] = []
        for id in ids { references += id == "-" ? try context.idsFromStandardInput() : [id] }
        return references
    }
}

extension Context {
    /// Where the sessions lie that were named, each once, for a command that changes them.
    func locations(of references: [String]) throws(SessionsError) -> [SessionLocation] {
        try endUnfinished()
        let directory =
            openOperation == nil && references.count > Self.mostResolvedAlone
            ? try SessionDirectory(workspace().locations()) : nil
        var known: Set<SessionLocation> = []
        var locations: [SessionLocation] = []
        for reference in references {
            let location =
                if let directory, !reference.hasPrefix("@") { try directory.location(named: reference) } else
                { try self.location(of: reference) }
            // To make a set takes longer than to compare a few.
            let isNew =
                references.count > Self.mostResolvedAlone
                ? known.insert(location).inserted : !locations.contains(location)
            if isNew { locations.append(location) }
        }
        return locations
    }

    /// With more references than this, one look at all ids is cheaper than a look for each.
    private static let mostResolvedAlone = 8

    private func location(of reference: String) throws(SessionsError) -> SessionLocation {
        if let openOperation {
            return try openOperation.transaction.resolve(reference, for: openOperation.engine.user)
        }
        return try workspace().resolve(reference, for: user())
    }

    /// The session in which my clock runs; nil where it runs in none, or in the current one among others.
    ///
    /// - Throws: `ambiguous`, where it runs in several others.
    func runningReference() throws(SessionsError) -> String? {
        var running: [String] = []
        if let openOperation {
            running = try openOperation.transaction.runningIDs(openOperation.engine)
        } else {
            let isMe = try isMe()
            let isMine: (Session) -> Bool = { $0.intervals.contains { $0.isOpen && isMe($0.by) } }
            if let noted = try workspace().notedAsRunning(where: isMine) {
                running = noted.map(\.id)
            } else {
                try catalog().forEach { session in
                    if session.isRunning, session.intervals.contains(where: { $0.isOpen && isMe($0.by) }) {
                        running.append(session.id)
                    }
                }
            }
        }
        guard let first = running.first else { return nil }
        guard running.count > 1 else { return first }
        let current = try? location(of: "@").id
        if let current, running.contains(current) { return nil }
        throw .ambiguous(kind: "running session", reference: "@", candidates: running.sorted())
    }

    /// The one session that was named.
    func session(_ reference: String) throws(SessionsError) -> Session {
        let location = try location(of: reference)
        guard let session = try session(at: location) else {
            throw .sessionNotFound(reference: reference)
        }
        return session
    }

    /// The session there, in a batch as the lines before have left it; nil where there is none.
    func session(at location: SessionLocation) throws(SessionsError) -> Session? {
        if let openOperation { return try openOperation.transaction.session(at: location) }
        return try workspace().session(at: location)
    }
}
