import CommandKit
import SessionsCore

/// What came of a session: the options of every command that notes it down.
struct ReflectionOptions {
    var reflection = Reflection()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.option("--outcome <outcome>", &reflection.outcome, "How it ended")
        arguments.option("--rating <number>", &reflection.rating, "How well it went, 1 to 5")
        arguments.option("--learned <text>", &reflection.learned, "What was learned")
        arguments.option(
            "--skill <name>", &reflection.skills, "What was practised, and by how much: NAME or NAME=+1")
    }
}

extension Reflection {
    /// What is noted, a line each.
    var lines: [String] {
        var lines = [outcome?.rawValue, rating.map { "\($0) of 5" }].compactMap { $0 }
        if !skills.isEmpty { lines.append("practised " + skills.map(\.text).joined(separator: ", ")) }
        return lines + learned.map { "learned: " + $0 }
    }
}

extension Skill: ArgumentValue {
    /// `swift`, `swift=+1` or `swift=-2`.
    package init(argument: String) throws(ArgumentProblem) {
        guard let sign = argument.lastIndex(of: "=") else {
            self.init(name: argument, change: 0)
            return
        }
        guard let change = Int(argument[argument.index(after: sign)...]), sign > argument.startIndex else {
            throw ArgumentProblem(not: "a skill", expected: "NAME or NAME=+1")
        }
        self.init(name: String(argument[..<sign]), change: change)
    }

    package var argumentText: String { "" }

    /// `swift +1`, or `swift` alone where nothing was said of a change.
    var text: String { change == 0 ? name : "\(name) \(signed(change))" }
}
