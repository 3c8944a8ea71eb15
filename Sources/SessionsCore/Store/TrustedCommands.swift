/// The commands of one workspace that a person allows to run: a file in their own configuration folder, which
/// nobody who shares the workspace can write to.
///
/// What is allowed is the hash of the workspace's real path and the command together, so that the same command is
/// asked about again elsewhere, and a file copied from another workspace allows nothing.
package struct TrustedCommands: Sendable {
    package struct Entry: Equatable, Sendable {
        package let hash: String
        package let command: String
        package let at: Instant?
    }

    /// The workspace, without links in its path.
    package let workspacePath: String
    private let folderPath: String
    private let fileName: String
    private var document: JSONObject

    /// Reads what is allowed in a workspace, whatever links are in its path; nothing where there is no file.
    package init(of path: String, in configurationFolder: String) throws(SessionsError) {
        workspacePath = System.realPath(path) ?? path
        folderPath = configurationFolder + "/workspaces"
        fileName = SHA256.hex(of: Array(workspacePath.utf8)) + ".json"
        document = JSONObject()
        let file = folderPath + "/" + fileName
        guard let bytes = try PersonalFile.read(file) else { return }
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch {
            throw .damaged(path: file, problem: error.description)
        }
        guard let object = json.objectValue, object["checks"].map({ $0.objectValue != nil }) ?? true else {
            throw .damaged(path: file, problem: "line 1, column 1: expected an object with checks")
        }
        document = object
    }

    /// What names a command of this workspace.
    package func hash(of command: String) -> String {
        SHA256.hex(of: Array(workspacePath.utf8) + [0] + Array(command.utf8))
    }

    package func contains(_ command: String) -> Bool {
        document["checks"]?.objectValue?[hash(of: command)] != nil
    }

    /// What is allowed, in the order of the commands. What does not belong to this workspace is left out: it allows nothing.
    package var entries: [Entry] {
        (document["checks"]?.objectValue ?? JSONObject()).compactMap { hash, value in
            guard let command = value.objectValue?["command"]?.stringValue, self.hash(of: command) == hash
            else { return nil }
            return Entry(hash: hash, command: command, at: instant(value.objectValue?["at"]))
        }.sorted { $0.command.utf8.lexicographicallyPrecedes($1.command.utf8) }
    }

    /// Allows commands, from now on.
    package mutating func add(_ commands: [String], at now: Instant) throws(SessionsError) {
        let new = commands.filter { !contains($0) }
        guard !new.isEmpty else { return }
        for command in new {
            let entry: JSON = ["at": .string(now.rfc3339), "command": .string(command)]
            _ = document.set(entry, at: JSONPointer("checks", hash(of: command)))
        }
        try save()
    }

    /// Allows commands no longer, named by their hashes.
    package mutating func remove(_ hashes: [String]) throws(SessionsError) {
        for hash in hashes { _ = document.set(nil, at: JSONPointer("checks", hash)) }
        try save()
    }

    private mutating func save() throws(SessionsError) {
        document["path"] = .string(workspacePath)
        try PersonalFile.write(JSON.object(document).bytes(.file), to: folderPath, named: fileName)
    }

    /// One hash for any number of commands in any order, the same wherever the workspace lies.
    package static func hash(ofAll commands: [String]) -> String {
        var hash = SHA256()
        for command in SessionRules.sortedSet(commands) {
            hash.update(Array(SHA256.hex(of: Array(command.utf8)).utf8))
        }
        return hash.finish()
    }
}
