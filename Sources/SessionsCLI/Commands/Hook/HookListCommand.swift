import CommandKit
import SessionsCore
import Terminal

/// `sessions hook list`: the programs that are run along with commands.
struct HookListCommand: SessionsCommand {
    static let info = CommandInfo(
        "list", "List your hooks, and say where to put them",
        discussion: """
            A hook is a program of yours that is run before or after something happens to a session: see \
            'sessions help hooks'.
            """,
        examples: [Example("sessions hook list", "those for this workspace, and for all")])

    mutating func declare(_ arguments: inout Arguments) {}

    func run(in context: Context) throws {
        guard let configuration = context.environment.configurationFolder else { throw SessionsError.noHome }
        let workspace = try context.workspace().path
        let folders = Hooks.folders(for: workspace, in: configuration)
        let hooks = try Hooks(for: workspace, in: configuration)?.found ?? []
        if context.isJSON {
            return try context.print([
                "folders": ["all": .string(folders.all), "workspace": .string(folders.own)],
                "hooks": .array(
                    hooks.map {
                        [
                            "name": .string($0.name), "path": .string($0.path),
                            "runs": .bool(Self.problem(of: $0) == nil),
                        ]
                    }),
            ])
        }
        for hook in hooks {
            let problem = Self.problem(of: hook).map { "  " + context.output.style.red($0) } ?? ""
            try context.print(context.isQuiet ? hook.path.visible : "\(hook.path.visible)\(problem)")
        }
        guard !context.isQuiet else { return }
        if hooks.isEmpty { try context.print("No hooks") }
        try context.print(context.output.style.dim("for all workspaces: \(folders.all.visible)"))
        try context.print(context.output.style.dim("for this one alone: \(folders.own.visible)"))
    }

    /// Why it is never run.
    private static func problem(of hook: Hooks.Hook) -> String? {
        if !Hooks.isEvent(hook.name) { return "no such event" }
        return hook.isProgram ? nil : "not executable"
    }
}
