import CommandKit

/// `sessions completions`: the script that a shell completes command lines with.
struct CompletionsCommand: SessionsCommand {
    static let info = CommandInfo(
        "completions", "Print the completions for a shell",
        discussion: """
            They complete commands and options, and ids, tags, projects, templates and query fields with what \
            is in the workspace at the time.

            In ~/.bashrc a line 'source <(sessions completions bash)' will do, in ~/.zshrc the same with zsh, \
            after compinit.
            """,
        examples: [
            Example("sessions completions zsh > _sessions", "a file for a folder of fpath"),
            Example("sessions completions fish > sessions.fish", "a file for ~/.config/fish/completions"),
        ])
    var shell = CompletionScript.Shell.bash

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<shell>", &shell, "The shell")
    }

    func run(in context: Context) throws {
        let script = CompletionScript.sessions(for: shell)
        guard !context.isJSON else {
            return try context.print(["script": .string(script), "shell": .string(shell.rawValue)])
        }
        try context.output.write(script)
    }
}

extension CompletionScript.Shell: ArgumentValue {}

extension CompletionScript {
    /// The completions of this program, as they are committed in `completions/`.
    static func sessions(for shell: Shell) -> String {
        CompletionScript(
            CommandTable.sessions.pages(globals: GlobalOptions()), candidates: CompleteWordCommand.info.name
        ).text(for: shell)
    }
}
