/// A type that a word of the command line can be turned into.
package protocol ArgumentValue {
    /// Reads one word. The thrown problem says what was expected; the parser adds the word and where it stood.
    init(argument: String) throws(ArgumentProblem)
    /// All words there are, for help, completion and hints. Empty (the default) where they cannot be listed.
    static var choices: [String] { get }
    /// The word that `init(argument:)` reads as this value; help shows it for a default. Empty: show nothing.
    var argumentText: String { get }
}

extension ArgumentValue {
    package static var choices: [String] { [] }
}

/// Why a word is not a value.
///
/// `ArgumentProblem(not: "a time", expected: "14:05 or -15m")` for the word `banana` of `--at` reads
/// `'banana' is not a time for '--at' (expected 14:05 or -15m)`.
package struct ArgumentProblem: Error, Equatable {
    /// The kind of value with its article, to follow "is not".
    package let kind: String
    /// What would have been right, where `kind` alone does not say it.
    package let expected: String?
    /// One line that leads on, such as the nearest choice.
    package let hint: String?

    package init(not kind: String, expected: String? = nil, hint: String? = nil) {
        self.kind = kind
        self.expected = expected
        self.hint = hint
    }

    /// - Parameter place: the option in quotes, or the argument in angle brackets.
    func failure(word: String, place: String, position: Int) -> Failure {
        let remark = expected.map { " (expected \($0))" } ?? ""
        return Failure(
            position: position, message: "'\(word)' is not \(kind) for \(place)\(remark)", hint: hint)
    }
}

extension String: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) { self = argument }
    package var argumentText: String { self }
}

extension Int: ArgumentValue {
    package init(argument: String) throws(ArgumentProblem) {
        guard let value = Int(argument) else { throw ArgumentProblem(not: "a whole number") }
        self = value
    }
    package var argumentText: String { description }
}

/// An enumeration of words needs no code of its own.
extension ArgumentValue where Self: RawRepresentable<String> & CaseIterable {
    package init(argument: String) throws(ArgumentProblem) {
        guard let value = Self(rawValue: argument) else {
            let choices = Self.choices
            throw ArgumentProblem(
                not: "a choice", expected: Failure.alternatives(choices),
                hint: Suggestion.hint(for: argument, among: choices))
        }
        self = value
    }
    package static var choices: [String] { allCases.map { $0.rawValue } }
    package var argumentText: String { rawValue }
}
