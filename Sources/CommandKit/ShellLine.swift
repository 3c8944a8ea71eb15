/// A shell line taken apart as far as an example in help needs it: quotes, backslashes, and the operators
/// that end a command. Nothing is expanded.
package struct ShellLine {
    /// The words of each simple command, `VAR=value` words before it left out.
    let commands: [[String]]

    /// Nil where a quote or a backslash is left open.
    init?(_ line: String) {
        self.init(line, hasOperators: true)
    }

    /// The words of a line that no shell is to read: quotes and backslashes as there, everything else as it
    /// stands. Nil where a quote or a backslash is left open.
    package static func words(of line: String) -> [String]? {
        ShellLine(line, hasOperators: false).map { $0.commands.first ?? [] }
    }

    private init?(_ line: String, hasOperators: Bool) {
        var commands: [[String]] = [[]]
        var word: String?
        var quote: Character?
        func endWord() {
            guard let ended = word else { return }
            word = nil
            let isAssignment =
                hasOperators && commands[commands.count - 1].isEmpty && Self.isAssignment(ended)
            if !isAssignment { commands[commands.count - 1].append(ended) }
        }
        var characters = line.makeIterator()
        while let character = characters.next() {
            if let open = quote {
                if character == open {
                    quote = nil
                } else if character == "\\", open == "\"" {
                    guard let next = characters.next() else { return nil }
                    // Between double quotes a backslash is itself unless it protects one of these.
                    word = (word ?? "") + ("\"\\$`".contains(next) ? "" : "\\") + String(next)
                } else {
                    word = (word ?? "") + String(character)
                }
                continue
            }
            switch character {
            case "'", "\"":
                quote = character
                word = word ?? ""
            case "\\":
                guard let next = characters.next() else { return nil }
                word = (word ?? "") + String(next)
            case " ", "\t", "\n":
                endWord()
            case "|" where hasOperators, "&" where hasOperators, ";" where hasOperators,
                "<" where hasOperators, ">" where hasOperators:
                endWord()
                if commands.last?.isEmpty == false { commands.append([]) }
            default:
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        endWord()
        self.commands = commands.filter { !$0.isEmpty }
    }

    private static func isAssignment(_ word: String) -> Bool {
        guard let equals = word.firstIndex(of: "="), let first = word.first else { return false }
        return (first.isLetter || first == "_")
            && word[..<equals].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}
