import CommandKit

/// `sessions completions`: the script that a shell completes command lines with.
struct CompletionsCommand: SessionsCommand {
    static let info = CommandInfo(
        "completions", "Print the completions for a shell",
        discussion: """
            They complete commands and options, and ids, tags, projects, templates and query fields with what \
            is in the workspace at the time.
            """,
        examples: [
            Example("source <(sessions completions bash)", "for this bash"),
            Example("sessions completions zsh > _sessions", "a file for a folder of fpath"),
        ])
    var shell = CompletionScript.Shell.bash

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<shell>", &shell, "The shell")
    }

    func run(in context: Context) throws {
        try context.output.write(CompletionScript.sessions(for: shell))
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
