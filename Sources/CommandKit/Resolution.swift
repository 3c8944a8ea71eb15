/// How far a command line led into the command table.
package struct Resolution {
    /// The program and the names of the entries passed, aliases replaced: `["sessions", "goal", "add"]`.
    package private(set) var path: [String]
    /// What `CommandParser.parse` is to read: the line without the command's names, and without `unknown`.
    package private(set) var words: [String]
    /// The word that names no command. Right below the program it may still be an alias or another program.
    package private(set) var unknown: String?
    /// What to run; nil where there is nothing.
    private(set) var found: (any Command.Type)?
    /// What is wrong before the word that names no command.
    package private(set) var wrongOption: UsageError?
    /// Why nothing can be run, beside a missing command.
    private(set) var failure: UsageError?
    /// The names of the commands below the last entry; filled in where no command was found.
    private var subcommands: [String] = []

    /// Index of the first of `words` that was not read yet; before it are global options alone.
    private var next = 0

    init(program: String, line: [String]) {
        path = [program]
        words = line
    }

    /// Words of global options that stood before or between the command's names.
    package var leading: ArraySlice<String> { words[..<next] }

    /// The words after the command's names, or after `unknown` where there is one.
    package var rest: ArraySlice<String> { words[next...] }

    /// What to run.
    /// - Throws: an unknown or missing command, or a wrong option before it.
    package func command() throws(UsageError) -> any Command.Type {
        if let failure { throw failure }
        if let found { return found }
        let caller = path.joined(separator: " ")
        guard path.count > 1 else { throw UsageError("missing command", command: caller) }
        throw UsageError(
            "missing command after '\(path.dropFirst().joined(separator: " "))'",
            hint: "one of \(Failure.alternatives(subcommands))", command: caller)
    }

    // MARK: Being found

    /// The next word, unless it is an option.
    var nextName: String? {
        next < words.count && !WordScanner.isOption(words[next]) ? words[next] : nil
    }

    mutating func enter(_ name: String, _ command: (any Command.Type)?) {
        path.append(name)
        found = command
        words.remove(at: next)
    }

    /// Moves words that are wholly global options from `rest` to `leading`.
    mutating func skipOptions(of globals: inout some ArgumentDeclaring) {
        guard next < words.count, WordScanner.isOption(words[next]) else { return }
        var outline = Arguments(.outline)
        globals.declare(&outline)
        var scanner = WordScanner(words, outline.declarations)
        while next < words.count, words[next] != "--", WordScanner.isOption(words[next]) {
            let end = scanner.scanOption(at: next)
            if scanner.failure != nil { break }
            next = end
        }
    }

    /// Ends the search where there is nothing to run.
    ///
    /// Fills in the globals, as no command will be parsed. An option that is left in front of `rest` is
    /// none of theirs; the words after it are read all the same, for a `--help` among them.
    mutating func giveUp(at entries: [CommandEntry], globals: inout some ArgumentDeclaring) {
        subcommands = entries.map { $0.name }
        var wrong: Failure?
        if let nextName {
            failure = unknownCommand(nextName, among: entries)
            unknown = nextName
            words.remove(at: next)
            wrong = CommandParser.fill(&globals, from: Array(leading))
        } else {
            wrong = CommandParser.fill(&globals, from: words)
            if next < words.count, wrong == nil {
                wrong = Failure(position: next, message: "unknown option '\(words[next])'", hint: nil)
            }
        }
        if let wrong {
            failure = wrong.usageError(path: path)
            wrongOption = failure
        }
    }

    func unknownCommand(_ word: String, among entries: [CommandEntry]) -> UsageError {
        let group = path.dropFirst().map { $0 + " " }.joined()
        let known = entries.flatMap { [$0.name] + $0.info.aliases }
        var hint = Suggestion.nearest(to: word, among: known).map { "did you mean '\(group)\($0)'?" }
        if hint == nil, !group.isEmpty, !entries.isEmpty {
            hint = "one of \(Failure.alternatives(entries.map { $0.name }))"
        }
        return UsageError(
            "unknown command '\(group)\(word)'", hint: hint, command: path.joined(separator: " "))
    }
}
