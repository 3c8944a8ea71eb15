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
///
/// It goes by Unicode scalars: a combining mark behind a quote or a colon does not hide it.
struct QueryLexer {
    private let query: String
    private let scalars: String.UnicodeScalarView
    private var index: String.Index
    /// A place whose column is known, so that columns are counted but once.
    private var known: (index: String.Index, column: Int)

    init(_ query: String) {
        self.query = query
        scalars = query.unicodeScalars
        index = query.startIndex
        known = (query.startIndex, 1)
    }

    mutating func tokens() throws(QueryError) -> [QueryToken] {
        var tokens: [QueryToken] = []
        while let scalar = next {
            let start = column()
            switch scalar {
            case "(", ")":
                advance()
                tokens.append(QueryToken(kind: scalar == "(" ? .open : .close, column: start))
            case "\"":
                let text = try quoted()
                if !text.isEmpty { tokens.append(QueryToken(kind: .text(text), column: start)) }
            case let blank where blank.properties.isWhitespace: advance()
            default: tokens.append(QueryToken(kind: try word(), column: start))
            }
        }
        return tokens
    }

    private mutating func word() throws(QueryError) -> QueryToken.Kind {
        var text = String.UnicodeScalarView()
        while let scalar = next, !scalar.properties.isWhitespace, scalar != "(", scalar != ")", scalar != "\""
        {
            advance()
            if scalar == ":", QueryLexer.isName(text) { return .qualifier(String(text), try values()) }
            text.append(scalar)
        }
        switch String(text) {
        case "OR": return .or
        case "NOT": return .not
        case let word: return .text(word)
        }
    }

    /// Values between commas, each plain or in quotes; empty ones are left out.
    private mutating func values() throws(QueryError) -> [QueryToken.Value] {
        var values: [QueryToken.Value] = []
        var text = String.UnicodeScalarView()
        var start = column()
        while let scalar = next, !scalar.properties.isWhitespace, scalar != ")" {
            if scalar == "\"" {
                text += try quoted().unicodeScalars
                continue
            }
            advance()
            guard scalar == "," else {
                text.append(scalar)
                continue
            }
            if !text.isEmpty { values.append(QueryToken.Value(text: String(text), column: start)) }
            (text, start) = (String.UnicodeScalarView(), column())
        }
        if !text.isEmpty { values.append(QueryToken.Value(text: String(text), column: start)) }
        return values
    }

    private mutating func quoted() throws(QueryError) -> String {
        let start = column()
        advance()
        var text = String.UnicodeScalarView()
        while let scalar = next {
            advance()
            switch scalar {
            case "\"": return String(text)
            case "\\" where next == "\"" || next == "\\":
                text.append(next ?? scalar)
                advance()
            default: text.append(scalar)
            }
        }
        throw QueryError(query: query, column: start, problem: "the quotes are not closed", hint: nil)
    }

    private var next: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

    private mutating func advance() { index = scalars.index(after: index) }

    /// Where the next scalar stands, in characters, from 1.
    private mutating func column() -> Int {
        known = (index, known.column + query.distance(from: known.index, to: index))
        return known.column
    }

    /// Small letters, or one of the names there are in any: who writes `Status:draft` means a qualifier, and would
    /// find nothing by the word.
    private static func isName(_ text: String.UnicodeScalarView) -> Bool {
        guard !text.isEmpty else { return false }
        return text.allSatisfy { ("a"..."z").contains($0) }
            || ConditionReader.names.contains(String(text).lowercased())
    }
}
