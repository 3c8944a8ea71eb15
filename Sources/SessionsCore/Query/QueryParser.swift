/// What is wrong with a query, and where.
package struct QueryError: Error, Equatable, Sendable {
    package let query: String
    /// From 1.
    package let column: Int
    package let problem: String
    package let hint: String?
}

/// Reads a query: words, `"exact words"`, and `status:` `tag:` `project:` `template:` with lists of values.
///
/// `OR` and `NOT` are kept for operators: taken for words, they would quietly find something else.
package struct QueryParser {
    private static let qualifiers = ["status", "tag", "project", "template"]

    private let text: String
    private var index: String.Index
    private var query = Query()

    private init(_ text: String) {
        self.text = text
        index = text.startIndex
    }

    /// - Parameter words: as given on the command line; they are joined by blanks.
    package static func parse(_ words: [String]) throws(QueryError) -> Query {
        guard !words.isEmpty else { return Query() }
        var parser = QueryParser(words.joined(separator: " "))
        return try parser.parse()
    }

    private mutating func parse() throws(QueryError) -> Query {
        while let character = peek {
            if character.isWhitespace {
                advance()
            } else if character == "\"" {
                let words = try quoted()
                if !words.isEmpty { query.conditions.append(.text(FoldedText(words))) }
            } else {
                try word()
            }
        }
        return query
    }

    private mutating func word() throws(QueryError) {
        let start = index
        var name = ""
        while let character = peek, !character.isWhitespace, character != "\"", character != ":" {
            name.append(character)
            advance()
        }
        guard peek == ":", QueryParser.looksLikeName(name) else {
            while let character = peek, !character.isWhitespace { name.append(character); advance() }
            guard name != "OR", name != "NOT" else {
                throw error(
                    at: start, "'\(name)' cannot be used here",
                    hint: "to search for the word, put it in double quotes")
            }
            query.conditions.append(.text(FoldedText(name)))
            return
        }
        advance()
        let condition = try condition(name, at: start)
        query.conditions.append(condition)
    }

    private mutating func condition(_ name: String, at start: String.Index) throws(QueryError)
        -> Query.Condition
    {
        guard QueryParser.qualifiers.contains(name) else {
            throw error(
                at: start, "unknown qualifier '\(name):'",
                hint:
                    "there are status:, tag:, project: and template:; put text with a colon in double quotes")
        }
        let valueStart = index
        let values = try values()
        guard !values.isEmpty else { throw error(at: valueStart, "'\(name):' needs a value") }
        switch name {
        case "status":
            return .status(
                try values.map { value throws(QueryError) in
                    if let status = Status(rawValue: value.text) { return status }
                    let all = Status.allCases.map(\.rawValue).joined(separator: ", ")
                    throw error(at: value.start, "'\(value.text)' is not a status", hint: "there are \(all)")
                })
        case "tag": return .tag(values.map(\.text))
        case "project": return .project(values.map(\.text))
        default: return .template(values.map(\.text))
        }
    }

    /// Values between commas, each plain or in quotes. Empty ones are left out.
    private mutating func values() throws(QueryError) -> [(text: String, start: String.Index)] {
        var values = [(text: "", start: index)]
        while let character = peek, !character.isWhitespace {
            if character == "\"" {
                values[values.count - 1].text += try quoted()
            } else {
                advance()
                if character == "," {
                    values.append(("", index))
                } else {
                    values[values.count - 1].text.append(character)
                }
            }
        }
        return values.filter { !$0.text.isEmpty }
    }

    private mutating func quoted() throws(QueryError) -> String {
        let start = index
        advance()
        var value = ""
        while let character = peek {
            advance()
            if character == "\"" { return value }
            value.append(character)
        }
        throw error(at: start, "the quotes are not closed")
    }

    private var peek: Character? { index < text.endIndex ? text[index] : nil }

    private mutating func advance() { index = text.index(after: index) }

    private func error(at place: String.Index, _ problem: String, hint: String? = nil) -> QueryError {
        let column = text.distance(from: text.startIndex, to: place) + 1
        return QueryError(query: text, column: column, problem: problem, hint: hint)
    }

    private static func looksLikeName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) }
    }
}
