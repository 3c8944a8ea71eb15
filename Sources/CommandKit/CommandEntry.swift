/// One line of the command table: a command, a group of commands, or a group that is a command itself.
///
/// An entry holds a name and a metatype, so that a table is made without touching a command. It is an object since
/// the type of an optional one need not be put together at run time, which costs a tenth of a start.
package final class CommandEntry: Sendable {
    /// The word that selects it. Written in the table so that dispatch need not ask each command's `info`;
    /// `lint` compares the two.
    package let name: String
    /// Nil for a group that does nothing by itself.
    package let command: (any Command.Type)?
    /// Selected by the word that follows; any other word is the command's own argument.
    package let subcommands: [CommandEntry]
    private let groupSummary: String
    private let groupDiscussion: String

    /// A command, with subcommands where it is a group as well.
    package init(_ name: String, _ command: any Command.Type, subcommands: [CommandEntry] = []) {
        self.name = name
        self.command = command
        self.subcommands = subcommands
        groupSummary = ""
        groupDiscussion = ""
    }

    /// A group that does nothing by itself.
    package init(_ name: String, _ summary: String, discussion: String = "", subcommands: [CommandEntry]) {
        self.name = name
        command = nil
        self.subcommands = subcommands
        groupSummary = summary
        groupDiscussion = discussion
    }

    /// Asks the command, so keep it off the way to another one.
    package var info: CommandInfo {
        command?.info ?? CommandInfo(name, groupSummary, discussion: groupDiscussion)
    }
}

/// Commands under one heading of the overview.
package struct CommandSection: Sendable {
    /// Without its colon, in sentence case.
    package let heading: String
    package let entries: [CommandEntry]

    package init(_ heading: String, _ entries: [CommandEntry]) {
        self.heading = heading
        self.entries = entries
    }
}
