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

    func references(_ context: Context) throws(SessionsError) -> [String] {
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

    func references(_ context: Context) throws(SessionsError) -> [String] {
        var references: [String] = []
        for id in ids { references += id == "-" ? try context.idsFromStandardInput() : [id] }
        return references
    }
}

extension Context {
    /// The first word of every line of standard input.
    func idsFromStandardInput() throws(SessionsError) -> [String] {
        let text = String(decoding: try environment.readStandardInput(), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            line.split(whereSeparator: \.isWhitespace).first.map(String.init)
        }
    }

    /// A text from an option: as it stands, or what a file holds, `-` being standard input.
    func text(_ text: String?, orFile file: String?) throws(SessionsError) -> String? {
        guard let file else { return text }
        let bytes: [UInt8]
        if file == "-" {
            bytes = try environment.readStandardInput()
        } else {
            let input: InputFile
            do throws(IOFailure) { input = try InputFile(opening: path(file)) } catch { throw .io(error) }
            guard input.size <= Limits.text else {
                throw .limit(what: "'\(file)', \(input.size) bytes,", limit: "\(Limits.text) bytes")
            }
            do throws(IOFailure) { bytes = try input.readAll(limit: Limits.text) } catch { throw .io(error) }
        }
        guard let read = String(validating: bytes, as: UTF8.self) else {
            throw .invalid(what: "a text", value: file, expected: "a file in UTF-8")
        }
        return read
    }

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
