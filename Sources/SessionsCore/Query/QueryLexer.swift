/// What is wrong with a query, and where.
package struct QueryError: Error, Equatable, Sendable {
    package let query: String
    /// In characters, from 1.
    package let column: Int
    package let problem: String
    package let hint: String?
}

/// One piece of a query.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case open
        case close
        case or
        case not
        /// A word, or a text in quotes.
        case text(String)
        /// `name:` with its values.
        case qualifier(String, [Value])
    }

    /// One of the values between commas.
    struct Value: Equatable {
        let text: String
        /// In characters, from 1.
        let column: Int
    }

    let kind: Kind
    /// In characters, from 1.
    let column: Int
}

/// Cuts a query into pieces: words, texts in double quotes (`\"` and `\\` stand for themselves inside),
/// qualifiers with their values, parentheses, and the upper-case words `OR` and `NOT`.
struct QueryLexer {
    private let query: String
    private var rest: Substring
    private var column = 1

    init(_ query: String) {
        self.query = query
        rest = query[...]
    }

    mutating func tokens() throws(QueryError) -> [QueryToken] {
        var tokens: [QueryToken] = []
        while let character = rest.first {
            let start = column
            switch character {
            case "(", ")":
                advance()
                tokens.append(QueryToken(kind: character == "(" ? .open : .close, column: start))
            case "\"":
                let text = try quoted()
                if !text.isEmpty { tokens.append(QueryToken(kind: .text(text), column: start)) }
            case let blank where blank.isWhitespace: advance()
            default: tokens.append(QueryToken(kind: try word(), column: start))
            }
        }
        return tokens
    }

    private mutating func word() throws(QueryError) -> QueryToken.Kind {
        var text = ""
        while let character = rest.first, !character.isWhitespace, !"()\"".contains(character) {
            advance()
            if character == ":", QueryLexer.isName(text) { return .qualifier(text, try values()) }
            text.append(character)
        }
        switch text {
        case "OR": return .or
        case "NOT": return .not
        default: return .text(text)
        }
    }

    /// Values between commas, each plain or in quotes; empty ones are left out.
    private mutating func values() throws(QueryError) -> [QueryToken.Value] {
        var values: [QueryToken.Value] = []
        var text = ""
        var start = column
        while let character = rest.first, !character.isWhitespace, character != ")" {
            if character == "\"" {
                text += try quoted()
                continue
            }
            advance()
            guard character == "," else {
                text.append(character)
                continue
            }
            if !text.isEmpty { values.append(QueryToken.Value(text: text, column: start)) }
            (text, start) = ("", column)
        }
        if !text.isEmpty { values.append(QueryToken.Value(text: text, column: start)) }
        return values
    }

    private mutating func quoted() throws(QueryError) -> String {
        let start = column
        advance()
        var text = ""
        while let character = rest.first {
            advance()
            switch character {
            case "\"": return text
            case "\\" where rest.first == "\"" || rest.first == "\\":
                text.append(rest.first ?? character)
                advance()
            default: text.append(character)
            }
        }
        throw QueryError(query: query, column: start, problem: "the quotes are not closed", hint: nil)
    }

    private mutating func advance() {
        rest = rest.dropFirst()
        column += 1
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) }
    }
}
