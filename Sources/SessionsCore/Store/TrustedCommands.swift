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
        try read(PersonalFile.read(self.path))
    }

    /// Its file.
    private var path: String { folderPath + "/" + fileName }

    private mutating func read(_ bytes: [UInt8]?) throws(SessionsError) {
        guard let bytes else {
            document = JSONObject()
            return
        }
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch {
            throw .damaged(path: path, problem: error.description)
        }
        guard let object = json.objectValue, object["checks"].map({ $0.objectValue != nil }) ?? true else {
            throw .damaged(path: path, problem: "line 1, column 1: expected an object with checks")
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

    /// Allows commands, from now on, beside what is allowed by then.
    package mutating func add(_ commands: [String], at now: Instant) throws(SessionsError) {
        try change { trusted throws(SessionsError) in
            for command in commands where !trusted.contains(command) {
                let entry: JSON = ["at": .string(now.rfc3339), "command": .string(command)]
                let pointer = JSONPointer("checks", trusted.hash(of: command))
                _ = trusted.document.set(entry, at: pointer)
            }
        }
    }

    /// Allows commands no longer, named by their hashes.
    package mutating func remove(_ hashes: [String]) throws(SessionsError) {
        try change { trusted throws(SessionsError) in
            for hash in hashes { _ = trusted.document.set(nil, at: JSONPointer("checks", hash)) }
        }
    }

    /// Changes what is allowed by now: another process may have allowed something, or taken it back.
    private mutating func change(
        _ body: (inout TrustedCommands) throws(SessionsError) -> Void
    ) throws(SessionsError) {
        self = try PersonalFile.change(in: folderPath, named: fileName) {
            [self] bytes throws(SessionsError) in
            var trusted = self
            try trusted.read(bytes)
            let old = trusted.document
            try body(&trusted)
            guard trusted.document != old else { return trusted }
            trusted.document["path"] = .string(workspacePath)
            bytes = JSON.object(trusted.document).bytes(.file)
            return trusted
        }
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
