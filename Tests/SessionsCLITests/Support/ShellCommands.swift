/// A line as one types it into a shell, as far as transcripts need it: quotes, backslashes, `NAME=value` in
/// front, pipes between commands, and `<<< "a text"` for standard input.
struct ShellCommands: Equatable {
    struct Command: Equatable {
        var variables: [String] = []
        var words: [String] = []
        /// The text of `<<<`, with the newline a shell adds.
        var input: String?
    }

    struct Problem: Error, Equatable {
        let text: String
    }

    private(set) var commands: [Command] = []

    private enum Token: Equatable {
        case word(String)
        case pipe
        case hereString
    }

    init(_ line: String) throws(Problem) {
        var command = Command()
        var awaitsInput = false
        for token in try Self.tokens(of: line) {
            switch token {
            case .word(let text) where awaitsInput:
                command.input = text + "\n"
                awaitsInput = false
            case .word(let text):
                if command.words.isEmpty, Self.isAssignment(text) {
                    command.variables.append(text)
                } else {
                    command.words.append(text)
                }
            case .pipe:
                commands.append(command)
                command = Command()
            case .hereString: awaitsInput = true
            }
        }
        guard !awaitsInput else { throw Problem(text: "no text behind '<<<'") }
        commands.append(command)
    }

    private static func tokens(of line: String) throws(Problem) -> [Token] {
        var tokens: [Token] = []
        var word: String?
        var rest = line[...]
        func endWord() {
            if let ended = word { tokens.append(.word(ended)) }
            word = nil
        }
        while let character = rest.popFirst() {
            switch character {
            case "'":
                guard let end = rest.firstIndex(of: "'") else { throw Problem(text: "an open quote") }
                word = (word ?? "") + rest[..<end]
                rest = rest[rest.index(after: end)...]
            case "\"":
                word = try (word ?? "") + doubleQuoted(&rest)
            case "\\":
                guard let next = rest.popFirst() else { throw Problem(text: "an open backslash") }
                if next != "\n" { word = (word ?? "") + String(next) }
            case " ", "\n": endWord()
            case "|":
                endWord()
                tokens.append(.pipe)
            case "<" where rest.hasPrefix("<<"):
                endWord()
                rest = rest.dropFirst(2)
                tokens.append(.hereString)
            case "<", ">", "&", ";", "`": throw Problem(text: "'\(character)' is not understood here")
            default: word = (word ?? "") + String(character)
            }
        }
        endWord()
        return tokens
    }

    private static func doubleQuoted(_ rest: inout Substring) throws(Problem) -> String {
        var text = ""
        while let character = rest.popFirst() {
            if character == "\"" { return text }
            if character == "\\", let next = rest.first, "\"\\$`".contains(next) {
                text.append(next)
                rest = rest.dropFirst()
            } else {
                text.append(character)
            }
        }
        throw Problem(text: "an open quote")
    }

    private static func isAssignment(_ word: String) -> Bool {
        guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
        return word[..<equals].allSatisfy { $0 == "_" || $0.isUppercase || $0.isNumber }
    }
}
