import CommandKit
import SessionsCore
import Terminal

/// `sessions help`: how to use all this.
struct HelpCommand: SessionsCommand {
    static let info = CommandInfo(
        "help", "Show help for a command or a topic",
        examples: [
            Example("sessions help new", "a command"),
            Example("sessions help times", "a topic"),
        ])
    var topic: [String] = []

    init() {}

    init(topic: [String]) {
        self.topic = topic
    }

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<topic>…", &topic, "A command or a topic", completion: .dynamic("topic"))
    }

    func run(in context: Context) throws {
        context.usePager()
        let table = CommandTable.sessions
        let text: String
        if topic.count == 1, let page = Topic.named(topic[0]) {
            text = HelpText.topic(page, width: context.output.width)
        } else if let foreign = try foreignText(context) {
            text = foreign
        } else if let page = try table.page(at: topic, globals: GlobalOptions()) {
            text = HelpText.page(page, width: context.output.width)
        } else {
            text = HelpText.overview(
                program: table.program, tagline: Manual.tagline + ".",
                listings: table.listings, options: CommandPage.options(of: GlobalOptions()),
                closing: """
                    See 'sessions help COMMAND' for one command, and 'sessions help TOPIC' for \
                    \(Topic.all.map(\.name).joined(separator: ", ")).
                    """,
                width: context.output.width)
        }
        guard !context.isJSON else {
            return try context.print(["text": .string(text), "topic": .string(topic.joined(separator: " "))])
        }
        try context.output.write(text)
    }

    /// What an alias or another program is; nil for a command.
    private func foreignText(_ context: Context) throws -> String? {
        guard topic.count == 1 else { return nil }
        var globals = GlobalOptions()
        guard CommandTable.sessions.resolve(topic, globals: &globals).unknown != nil else { return nil }
        return switch try ForeignCommand(topic[0], context) {
        case .alias(let line)?: "'\(topic[0].visible)' is an alias for '\(line.visible)'\n"
        case .program(let path)?:
            "'\(topic[0].visible)' is the program '\(path.visible)': try 'sessions \(topic[0].visible) --help'\n"
        case nil: nil
        }
    }
}
