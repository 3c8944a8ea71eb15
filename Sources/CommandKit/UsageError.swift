/// A command line that cannot be understood.
package struct UsageError: Error, Equatable {
    /// Lower case, no full stop, the subject in quotes: `unknown option '--srot'`.
    package let message: String
    /// One line that leads on: `did you mean '--sort'?`.
    package let hint: String?
    /// The command as typed from the program's name on, `sessions goal add`, for "see '… -h'".
    package let command: String

    package init(_ message: String, hint: String? = nil, command: String) {
        self.message = message
        self.hint = hint
        self.command = command
    }
}

/// What is wrong with one command line, and with which of its words.
struct Failure {
    /// Index of the word; `missing` for what is not there. The earliest failure is the one reported.
    let position: Int
    let message: String
    let hint: String?

    static let missing = Int.max

    func usageError(path: [String]) -> UsageError {
        UsageError(message, hint: hint, command: path.joined(separator: " "))
    }

    /// `a`, `a or b`, `a, b or c`.
    static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
