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
        if let failure = arguments.failure {
            guard failure.position == Failure.missing, failure.hint == nil else {
                throw failure.usageError(path: path)
            }
            let hint = "it goes like '\(synopsis(of: outline.declarations, path))'"
            throw UsageError(failure.message, hint: hint, command: path.joined(separator: " "))
        }
        return command
    }

    /// The command with its arguments, for who left one out.
    private static func synopsis(of declarations: [Declaration], _ path: [String]) -> String {
        (path + declarations.filter { $0.kind == .argument }.map { ArgumentRow($0).synopsis })
            .joined(separator: " ")
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
