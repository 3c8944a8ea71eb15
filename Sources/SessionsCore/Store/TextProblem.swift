/// What is wrong in the text of a file, and where.
struct TextProblem: Error, Equatable {
    /// From 1.
    let line: Int
    /// In Unicode scalars, from 1.
    let column: Int
    /// Without the place: `expected a text at /title`.
    let text: String

    var description: String { "line \(line), column \(column): \(text)" }
}

extension TextProblem {
    init(_ error: JSONError) {
        self.init(line: error.line, column: error.column, text: error.problem.description)
    }

    /// A document that is well formed but not what it should be.
    init(_ problem: SessionChecker.Problem, in bytes: [UInt8]) {
        let (line, column) = JSONLocator.position(of: problem.pointer, in: bytes)
        let place = problem.pointer.components.isEmpty ? "" : " at \(problem.pointer)"
        self.init(line: line, column: column, text: "expected \(problem.expected)\(place)")
    }
}
