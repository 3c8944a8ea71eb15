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
    /// Where the sessions lie that were named, each once.
    func locations(of references: [String]) throws(SessionsError) -> [SessionLocation] {
        let workspace = try workspace()
        let user = try user()
        var locations: [SessionLocation] = []
        for reference in references {
            let location = try workspace.resolve(reference, for: user)
            if !locations.contains(location) { locations.append(location) }
        }
        return locations
    }

    /// The one session that was named.
    func session(_ reference: String) throws(SessionsError) -> Session {
        let location = try workspace().resolve(reference, for: try user())
        guard let session = try workspace().session(at: location) else {
            throw .sessionNotFound(reference: reference)
        }
        return session
    }
}
