import CommandKit
import SessionsCore
import Terminal

/// `sessions help`: how to use all this.
struct HelpCommand: SessionsCommand {
    static let info = CommandInfo(
        "help", "Show help for a command or a topic",
        examples: [
            Example("sessions help new", "a command"),
            Example("sessions help exit-codes", "how commands end"),
        ])
    var topic: [String] = []

    init() {}

    init(topic: [String]) {
        self.topic = topic
    }

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<topic>…", &topic, "A command, or exit-codes", completion: .dynamic("topic"))
    }

    func run(in context: Context) throws {
        let table = CommandTable.sessions
        let text: String
        if topic == ["exit-codes"] {
            text = Self.exitCodes
        } else if let page = try table.page(at: topic, globals: GlobalOptions()) {
            text = HelpText.page(page, width: context.output.width)
        } else {
            text = HelpText.overview(
                program: table.program, tagline: "Plan, track and learn from your work sessions.",
                listings: table.listings, options: CommandPage.options(of: GlobalOptions()),
                closing: "See 'sessions help COMMAND' for one command, and 'sessions help exit-codes'.",
                width: context.output.width)
        }
        try context.output.write(text)
    }

    private static var exitCodes: String {
        "How commands end:\n"
            + ExitCode.allCases.map { "  \(String($0.rawValue).padded(toColumns: 4))  \($0.meaning)\n" }
            .joined()
    }
}
