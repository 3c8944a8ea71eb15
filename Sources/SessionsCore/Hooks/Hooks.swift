/// A person's own programs that are run before and after what happens to sessions. They lie in their configuration
/// folder and never in a workspace, so that nobody else can bring them.
///
/// `hooks/pre-complete` is for all workspaces, `hooks/HASH/pre-complete` for the one whose real path has that hash.
package struct Hooks: Sendable {
    package enum Time: String, CaseIterable, Sendable {
        /// Before the lock is taken; it can refuse.
        case before = "pre"
        /// When all is done and the lock is released.
        case after = "post"
    }

    package struct Hook: Equatable, Sendable {
        /// `pre-complete`.
        package let name: String
        package let path: String
        /// Whether the file can be run.
        package let isProgram: Bool
    }

    private static let folderName = "hooks"

    /// How long a hook may take where nothing else is set.
    package static let usualLimit = TimeLimit(milliseconds: 60_000)

    /// Those for all workspaces first, each folder's by name.
    package let found: [Hook]

    /// Finds the hooks; nil where there is no folder for them.
    package init?(for workspacePath: String, in configurationFolder: String) throws(SessionsError) {
        // Nearly everybody has none, and then this one call is all that it takes to know.
        guard let all = try Hooks.folder(configurationFolder + "/" + Hooks.folderName) else { return nil }
        let own = Hooks.folders(for: workspacePath, in: configurationFolder).own
        found = try Hooks.hooks(in: all) + (try Hooks.folder(own).map(Hooks.hooks) ?? [])
    }

    /// Where they are looked for: those for all workspaces and those for one, whatever links are in its path.
    package static func folders(
        for workspacePath: String, in configurationFolder: String
    ) -> (all: String, own: String) {
        let all = configurationFolder + "/" + folderName
        let real = System.realPath(workspacePath) ?? workspacePath
        return (all, all + "/" + SHA256.hex(of: Array(real.utf8)))
    }

    private static func folder(_ path: String) throws(SessionsError) -> Folder? {
        do throws(IOFailure) { return try Folder(opening: path) } catch {
            if error.isNotThere { return nil }
            throw .io(error)
        }
    }

    /// Other files may lie there too.
    private static func hooks(in folder: Folder) throws(SessionsError) -> [Hook] {
        try SessionsError.wrap(folder.names).sorted().compactMap { name in
            guard Time.allCases.contains(where: { name.hasPrefix($0.rawValue + "-") }) else { return nil }
            let path = folder.path + "/" + name
            return Hook(name: name, path: path, isProgram: System.isProgram(path))
        }
    }

    package func hasAny(_ time: Time) -> Bool { found.contains { $0.name.hasPrefix(time.rawValue + "-") } }

    /// Those to run then, in their order.
    package func hooks(_ time: Time, _ kind: LifecycleEvent.Kind) -> [Hook] {
        found.filter { $0.name == time.rawValue + "-" + kind.rawValue }
    }

    /// Whether there is something that a hook of that name is run for.
    package static func isEvent(_ name: String) -> Bool {
        Time.allCases.contains { time in
            LifecycleEvent.Kind.allCases.contains { name == time.rawValue + "-" + $0.rawValue }
        }
    }
}

extension Hooks.Hook {
    /// The program with all it needs to be told what happens.
    ///
    /// - Parameter sessions: as programs are shown them; each becomes a line of JSON on its standard input.
    package func program(telling sessions: [JSONObject], workspacePath: String, user: String)
        -> CapturedProgram
    {
        var program = CapturedProgram(path, [])
        program.variables = [
            ("SESSIONS_HOOK", name), ("SESSIONS_USER", user), ("SESSIONS_WORKSPACE", workspacePath),
        ]
        for session in sessions { program.input += JSON.object(session).bytes(.line) + [0x0a] }
        return program
    }
}
