/// Turns words into a command.
package enum CommandParser {
    /// Makes a command of its type and the words after its name.
    ///
    /// Given an existential metatype of a protocol that refines `Command`, the result is the existential
    /// of that same protocol, ready to run.
    /// - Parameters:
    ///   - path: the program and the command's words, for the error.
    ///   - globals: options that the words may hold as well. They are filled in even where this throws,
    ///     so that a caller can obey `--help` on a line that is wrong otherwise.
    /// - Complexity: O(words × declarations).
    package static func parse<C: Command>(
        _ type: C.Type, _ words: [String], path: [String], globals: inout some ArgumentDeclaring
    ) throws(UsageError) -> C {
        var command = C()
        var outline = Arguments(.outline)
        globals.declare(&outline)
        command.declare(&outline)

        var scanner = WordScanner(words, outline.declarations)
        scanner.scan()

        var arguments = Arguments(filling: scanner)
        globals.declare(&arguments)
        command.declare(&arguments)
        arguments.rejectWordsLeft()
        if let failure = arguments.failure { throw failure.usageError(path: path) }
        return command
    }

    /// Fills in the global options of words that belong to no command; other words are passed over.
    static func fill(_ globals: inout some ArgumentDeclaring, from words: [String]) -> Failure? {
        var outline = Arguments(.outline)
        globals.declare(&outline)
        var scanner = WordScanner(words, outline.declarations)
        scanner.scan()
        var arguments = Arguments(filling: scanner)
        globals.declare(&arguments)
        return arguments.failure
    }
}
