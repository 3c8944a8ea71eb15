/// What help says about a command beside its arguments.
package struct CommandInfo: Sendable, Equatable {
    /// The last word of the command's path: `add` for `goal add`.
    package let name: String
    /// One imperative line: a capital first, no full stop.
    package let summary: String
    /// Paragraphs separated by blank lines; a line that begins with a space is kept as it is.
    package let discussion: String
    package let examples: [Example]
    /// Other words that mean this command; they work, but help lists only `name`.
    package let aliases: [String]

    package init(
        _ name: String, _ summary: String, discussion: String = "", examples: [Example] = [],
        aliases: [String] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.aliases = aliases
    }
}

/// A line a person could type, and what it is good for.
package struct Example: Sendable, Equatable {
    /// A shell line that runs the program; `CommandTable.lint` parses it.
    package let command: String
    /// A phrase for people; wrapped in help.
    package let meaning: String

    package init(_ command: String, _ meaning: String) {
        self.command = command
        self.meaning = meaning
    }
}
