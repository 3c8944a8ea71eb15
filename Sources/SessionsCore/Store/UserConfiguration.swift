/// One person's own settings, `config.json` in their configuration folder: never part of a workspace.
package struct UserConfiguration: Sendable {
    /// What can be set.
    package enum Key: String, CaseIterable, Sendable {
        case email = "user.email"
        case aliases = "user.aliases"
        case hookLimit = "hooks.timeout"
        case longestWatch = "time.forgottenAfter"
        case indexCheck = "index.check"

        package var meaning: String {
            switch self {
            case .email: "who you are in the sessions you change"
            case .aliases: "older addresses of yours, with commas between them"
            case .hookLimit: "how long a hook may take, like 90s"
            case .longestWatch: "how long a clock runs before it is thought to be forgotten"
            case .indexCheck:
                "what is looked at before each answer: every one of the files, or only their folders"
            }
        }

        fileprivate var pointer: JSONPointer {
            JSONPointer(components: rawValue.split(separator: ".").map(String.init))
        }
    }

    static let fileName = "config.json"

    /// The folder, which need not be there.
    package let folderPath: String
    private(set) var document: JSONObject

    package var path: String { UserConfiguration.path(in: folderPath) }

    /// Where they are in that folder.
    static func path(in folder: String) -> String { folder + "/" + fileName }

    /// Reads the settings; none where there is no file.
    package init(in folderPath: String) throws(SessionsError) {
        self.folderPath = folderPath
        document = JSONObject()
        try read(PersonalFile.read(path))
    }

    private mutating func read(_ bytes: [UInt8]?) throws(SessionsError) {
        guard let bytes else {
            document = JSONObject()
            return
        }
        do { document = try UserConfiguration.parse(bytes) } catch {
            throw .damaged(path: path, problem: error.description)
        }
    }

    /// The settings in the bytes of their file.
    static func parse(_ bytes: [UInt8]) throws(TextProblem) -> JSONObject {
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch { throw TextProblem(error) }
        guard let object = json.objectValue else {
            throw TextProblem(line: 1, column: 1, text: "expected an object, found \(json.kindName)")
        }
        return object
    }

    /// A setting; nil where it is not set.
    package subscript(key: Key) -> String? {
        // Most people have set nothing, and that is to cost nothing.
        if document.isEmpty { return nil }
        return switch document[key.pointer] {
        case .string(let text)?: text
        case .array(let elements)?: elements.compactMap(\.stringValue).joined(separator: ",")
        default: nil
        }
    }

    /// The queries that have a name, by name.
    package var views: [(name: String, query: String)] {
        (document["views"]?.objectValue ?? JSONObject()).compactMap { name, query in
            query.stringValue.map { (name, $0) }
        }
    }

    /// The query of that name.
    package func view(_ name: String) -> String? { document["views"]?.objectValue?[name]?.stringValue }

    /// Gives a query a name on disk, or with nil forgets it.
    package mutating func setView(_ query: String?, named name: String) throws(SessionsError) {
        let isName =
            !name.isEmpty
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isName else {
            throw .invalid(
                what: "a name for a view", value: name, expected: "lower-case letters, digits and '-'")
        }
        guard query != nil || view(name) != nil else { throw .viewNotFound(name: name) }
        try store(query.map(JSON.string), at: JSONPointer("views", name))
    }

    package var aliases: [String] {
        self[.aliases].map { $0.split(separator: ",").map(String.init) } ?? []
    }

    /// How long a hook may take.
    package var hookLimit: TimeLimit {
        self[.hookLimit].flatMap { TimeLimit($0) } ?? Hooks.usualLimit
    }

    /// How long a clock runs before it is thought to be forgotten.
    package var longestWatch: TimeAmount {
        self[.longestWatch].flatMap { TimeAmount($0) } ?? Interval.longestWatch
    }

    /// Sets (or with nil removes) a setting on disk. What this program does not know in the file stays.
    package mutating func set(_ value: String?, for key: Key) throws(SessionsError) {
        var stored: JSON?
        switch key {
        case .email: stored = try value.map(SessionRules.person).map(JSON.string)
        case .aliases:
            var people: [JSON] = []
            for person in value?.split(separator: ",") ?? [] {
                people.append(.string(try SessionRules.person(String(person))))
            }
            stored = people.isEmpty ? nil : .array(people)
        case .hookLimit:
            if let value, TimeLimit(value) == nil {
                throw .invalid(what: "a limit of time", value: value, expected: TimeLimit.forms)
            }
            stored = value.map(JSON.string)
        case .longestWatch:
            if let value, TimeAmount(value).map({ $0.seconds == 0 }) ?? true {
                throw .invalid(what: "an amount of time", value: value, expected: TimeAmount.forms)
            }
            stored = value.map(JSON.string)
        case .indexCheck:
            guard let value else { break }
            guard let check = IndexRules.Check(rawValue: value) else {
                throw .invalid(
                    what: "a setting of '\(key.rawValue)'", value: value, expected: "files or folders")
            }
            stored = .string(check.rawValue)
        }
        try store(stored, at: key.pointer)
    }

    mutating func store(_ value: JSON?, at pointer: JSONPointer) throws(SessionsError) {
        try PersonalFile.change(in: folderPath, named: UserConfiguration.fileName) {
            bytes throws(SessionsError) in
            // Another process may have set something else meanwhile.
            try read(bytes)
            guard document.set(value, at: pointer) else {
                throw .damaged(path: path, problem: "expected an object above \(pointer)")
            }
            bytes = JSON.object(document).bytes(.file)
        }
    }
}
