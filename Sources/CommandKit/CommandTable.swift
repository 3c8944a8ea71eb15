/// All commands of a program, in the order and under the headings of its help.
package struct CommandTable: Sendable {
    /// The word the program is called by; examples must begin with it.
    package let program: String
    package let sections: [CommandSection]
    /// Commands for programs: they can be run, but no help, suggestion or page names them.
    private let unlisted: [CommandEntry]

    package init(_ program: String, _ sections: [CommandSection], unlisted: [CommandEntry] = []) {
        self.program = program
        self.sections = sections
        self.unlisted = unlisted
    }

    /// Finds the command that words name, global options before and between its names included.
    ///
    /// Never fails as such: `Resolution.command()` does, so that the path reached is known to `--help` in
    /// any case. The globals are filled in from the words before the command unless a command was found;
    /// then `CommandParser.parse` does it for all words at once. No command is made or asked for its
    /// `info`, but for aliases and mistyped words.
    package func resolve(_ words: [String], globals: inout some ArgumentDeclaring) -> Resolution {
        var resolution = Resolution(program: program, line: words)
        resolution.skipOptions(of: &globals)
        guard let word = resolution.nextName, var entry = topLevel(word) else {
            resolution.giveUp(at: sections.flatMap { $0.entries }, globals: &globals)
            return resolution
        }
        var entries: [CommandEntry]
        while true {
            resolution.enter(entry.name, entry.command)
            entries = entry.subcommands
            if entries.isEmpty { break }
            resolution.skipOptions(of: &globals)
            guard let word = resolution.nextName, let next = Self.index(of: word, in: entries) else { break }
            entry = entries[next]
        }
        if resolution.found == nil { resolution.giveUp(at: entries, globals: &globals) }
        return resolution
    }

    /// The page at a path of names or aliases without the program's own, as `help goal add` gives it; nil for
    /// no names at all.
    package func page(
        at names: some Collection<String>, globals: some ArgumentDeclaring
    ) throws(UsageError) -> CommandPage? {
        guard let (entry, path) = try find(Array(names)) else { return nil }
        return CommandPage(entry, path: path, globals: globals)
    }

    /// The entry at a path of names, and its whole path.
    func find(_ names: [String]) throws(UsageError) -> (entry: CommandEntry, path: [String])? {
        var entries = sections.flatMap { $0.entries }
        var resolution = Resolution(program: program, line: names)
        var entry: CommandEntry?
        for name in names {
            guard let index = Self.index(of: name, in: entries) else {
                throw resolution.unknownCommand(name, among: entries)
            }
            resolution.enter(entries[index].name, entries[index].command)
            entry = entries[index]
            entries = entries[index].subcommands
        }
        return entry.map { ($0, resolution.path) }
    }

    /// Calls `body` for every entry at any depth, groups before what they hold, with its whole path.
    package func forEachEntry(_ body: (CommandEntry, [String]) -> Void) {
        func visit(_ entry: CommandEntry, below path: [String]) {
            let path = path + [entry.name]
            body(entry, path)
            for child in entry.subcommands { visit(child, below: path) }
        }
        for section in sections {
            for entry in section.entries { visit(entry, below: [program]) }
        }
    }

    private func topLevel(_ word: String) -> CommandEntry? {
        for section in sections {
            if let entry = section.entries.first(where: { $0.name == word }) { return entry }
        }
        if let entry = unlisted.first(where: { $0.name == word }) { return entry }
        for section in sections {
            if let index = Self.index(of: word, in: section.entries) { return section.entries[index] }
        }
        return nil
    }

    /// Names come first; only a word that is none is compared with the aliases, which are in the commands.
    private static func index(of word: String, in entries: [CommandEntry]) -> Int? {
        entries.firstIndex { $0.name == word } ?? entries.firstIndex { $0.info.aliases.contains(word) }
    }
}
