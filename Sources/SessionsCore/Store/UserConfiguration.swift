/// One person's own settings, `config.json` in their configuration folder: never part of a workspace.
package struct UserConfiguration: Sendable {
    /// What can be set.
    package enum Key: String, CaseIterable, Sendable {
        case email = "user.email"
        case aliases = "user.aliases"

        package var meaning: String {
            switch self {
            case .email: "who you are in the sessions you change"
            case .aliases: "older addresses of yours, with commas between them"
            }
        }

        fileprivate var pointer: JSONPointer {
            JSONPointer(components: rawValue.split(separator: ".").map(String.init))
        }
    }

    private static let fileName = "config.json"

    /// The folder, which need not be there.
    package let folderPath: String
    private var document: JSONObject

    package var path: String { folderPath + "/" + UserConfiguration.fileName }

    /// Reads the settings; none where there is no file.
    package init(in folderPath: String) throws(SessionsError) {
        self.folderPath = folderPath
        let bytes: [UInt8]?
        do throws(IOFailure) {
            bytes = try Folder(opening: folderPath).read(UserConfiguration.fileName, limit: Limits.settings)
        } catch {
            guard error.isNotThere else { throw .io(error) }
            bytes = nil
        }
        document = JSONObject()
        guard let bytes else { return }
        do {
            document = try JSON(parsing: bytes).objectValue ?? JSONObject()
        } catch {
            throw .damaged(path: path, problem: error.description)
        }
    }

    /// A setting; nil where it is not set.
    package subscript(key: Key) -> String? {
        switch document[key.pointer] {
        case .string(let text)?: text
        case .array(let elements)?: elements.compactMap(\.stringValue).joined(separator: ",")
        default: nil
        }
    }

    package var aliases: [String] {
        self[.aliases].map { $0.split(separator: ",").map(String.init) } ?? []
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
        }
        guard document.set(stored, at: key.pointer) else {
            throw .damaged(path: path, problem: "expected an object above \(key.rawValue)")
        }
        let bytes = JSON.object(document).bytes(.file)
        try SessionsError.wrap { () throws(IOFailure) in
            try Folder.makePath(folderPath, mode: 0o700)
            try Folder(opening: folderPath).replace(UserConfiguration.fileName, with: bytes)
        }
    }
}
