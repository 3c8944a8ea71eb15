/// Everything there is to say about one command, as plain data: what help, man pages, completions and the
/// JSON description of the command line are made from.
package struct CommandPage: Sendable, Equatable {
    /// The program and the command's words: `["sessions", "goal", "add"]`.
    package let path: [String]
    package let aliases: [String]
    package let summary: String
    package let discussion: String
    /// How it is called, one line for each form: `sessions goal add <id> <title>… [options]`.
    package let synopsis: [String]
    /// In the order they are given.
    package let arguments: [ArgumentRow]
    /// The command's own, without the global ones.
    package let options: [OptionSection]
    /// The options that every command accepts.
    package let globalOptions: [OptionSection]
    package let examples: [Example]
    package let subcommands: [CommandRow]

    /// Records one command; nothing is run or opened.
    /// - Parameter path: the program and the command's words, the entry's own name last.
    package init(_ entry: CommandEntry, path: [String], globals: some ArgumentDeclaring) {
        let info = entry.info
        self.path = path
        aliases = info.aliases
        summary = info.summary
        discussion = info.discussion
        examples = info.examples
        globalOptions = Self.options(of: globals)

        let declarations = entry.command.map { Self.declarations(of: $0.init(), heading: "Options") } ?? []
        options = Self.sections(declarations)
        arguments = declarations.filter { $0.kind == .argument }.map(ArgumentRow.init)
        subcommands = entry.subcommands.map { CommandRow(name: $0.name, summary: $0.info.summary) }

        var forms: [String] = []
        if entry.command != nil {
            var words = path + arguments.map { $0.synopsis }
            if !options.isEmpty { words.append("[options]") }
            forms.append(words.joined(separator: " "))
        }
        if !subcommands.isEmpty { forms.append((path + ["<command>"]).joined(separator: " ")) }
        synopsis = forms
    }

    /// The options of a group that belongs to no one command, as the overview shows them.
    package static func options(of globals: some ArgumentDeclaring) -> [OptionSection] {
        sections(declarations(of: globals, heading: "Global options"))
    }

    static func declarations(of source: some ArgumentDeclaring, heading: String) -> [Declaration] {
        var source = source
        var arguments = Arguments(.page, heading: heading)
        source.declare(&arguments)
        return arguments.declarations
    }

    /// Options under their headings, in the order of each heading's first use.
    private static func sections(_ declarations: [Declaration]) -> [OptionSection] {
        var headings: [String] = []
        for declaration in declarations where declaration.kind != .argument {
            if !headings.contains(declaration.heading) { headings.append(declaration.heading) }
        }
        return headings.map { heading in
            let rows = declarations.filter { $0.kind != .argument && $0.heading == heading }
            return OptionSection(heading: heading, rows: rows.map(OptionRow.init))
        }
    }
}

/// Options that help shows under one heading.
package struct OptionSection: Sendable, Equatable {
    package let heading: String
    package let rows: [OptionRow]
}

/// One option or flag.
package struct OptionRow: Sendable, Equatable {
    /// With their dashes: `["-p", "--project"]`.
    package let names: [String]
    /// `<name>`; nil for a flag.
    package let value: String?
    package let help: String
    /// All words it takes; empty where they cannot be listed.
    package let choices: [String]
    /// What holds where it is not given, if that is worth saying.
    package let defaultText: String?
    /// Whether it may be given several times, each adding a value.
    package let isRepeatable: Bool
    package let completion: Completion

    init(_ declaration: Declaration) {
        let spelling = Spelling(declaration.spelling)
        names = spelling.names
        value = spelling.value
        help = declaration.help
        choices = declaration.choices
        defaultText = declaration.defaultText.isEmpty ? nil : declaration.defaultText
        isRepeatable = declaration.isRepeatable
        completion = declaration.completion
    }
}

/// One argument that is told by its place.
package struct ArgumentRow: Sendable, Equatable {
    /// `<id>`, or `<file>…` for any number.
    package let spelling: String
    package let help: String
    package let choices: [String]
    package let defaultText: String?
    package let isRequired: Bool
    package let isRepeatable: Bool
    package let completion: Completion

    init(_ declaration: Declaration) {
        spelling = declaration.spelling
        help = declaration.help
        choices = declaration.choices
        defaultText = declaration.defaultText.isEmpty ? nil : declaration.defaultText
        isRequired = declaration.isRequired
        isRepeatable = declaration.isRepeatable
        completion = declaration.completion
    }

    /// As it stands in the synopsis: in brackets where it may be left out.
    package var synopsis: String { isRequired ? spelling : "[\(spelling)]" }
}

/// A command's line in a list of commands.
package struct CommandRow: Sendable, Equatable {
    package let name: String
    package let summary: String
}

/// Commands under one heading of the overview.
package struct CommandListing: Sendable, Equatable {
    package let heading: String
    package let rows: [CommandRow]
}

extension CommandTable {
    /// The overview: every section with its commands' names and summaries.
    package var listings: [CommandListing] {
        sections.map { section in
            let rows = section.entries.map { CommandRow(name: $0.name, summary: $0.info.summary) }
            return CommandListing(heading: section.heading, rows: rows)
        }
    }

    /// A page for every command and group at any depth, in the order of the table.
    package func pages(globals: some ArgumentDeclaring) -> [CommandPage] {
        var pages: [CommandPage] = []
        forEachEntry { entry, path in pages.append(CommandPage(entry, path: path, globals: globals)) }
        return pages
    }
}
