import CommandKit
import SessionsCore
import Terminal

/// `sessions init`: make a workspace.
struct InitCommand: SessionsCommand {
    static let info = CommandInfo(
        "init", "Make a workspace",
        discussion: """
            Makes a folder '.sessions' for the sessions of a project. Every command given in the project, or in a \
            folder below it, uses it. Without a workspace of its own, sessions are kept in your personal one.
            """,
        examples: [
            Example("sessions init", "here"), Example("sessions init ~/notes --name notes", "elsewhere"),
        ])
    var folder: String?
    var name: String?

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<folder>", &folder, "Where (default: here)", completion: .folder)
        arguments.option("--name <name>", &name, "What to call it")
    }

    func run(in context: Context) throws {
        guard folder != "" else {
            throw SessionsError.invalid(
                what: "a folder", value: "", expected: "a path, or none for this folder")
        }
        if !(folder?.hasPrefix("/") ?? false) { try context.requireCurrentFolder() }
        context.noteTestVariables()
        let parent = folder.map(context.path) ?? context.currentFolder
        let made = (parent == "/" ? "" : parent) + "/" + WorkspaceLocator.folderName
        _ = try Workspace.make(at: made, name: name)
        let path = System.realPath(made) ?? made
        if try System.output(of: "git", ["-C", parent, "rev-parse", "--is-inside-work-tree"]) == "true" {
            context.note("session files follow the branch: they are part of this git work tree")
        }
        if try WorkspaceLocator.isWorldWritable(parent) {
            context.note(
                "anybody can write in '\(parent)', so that this workspace is only used where it is named")
        }
        if context.isJSON {
            var document: JSONObject = ["path": .string(path)]
            document["name"] = name.map(JSON.string)
            try context.print(.object(document))
        } else {
            try context.print(context.isQuiet ? path.visible : "Made a workspace in \(path.visible)")
        }
    }
}
