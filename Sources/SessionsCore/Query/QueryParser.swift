/// Reads a query.
///
///     query     = both { "OR" both }
///     both      = single { single }
///     single    = "NOT" single | "(" query ")" | qualifier | text
package struct QueryParser {
    private let query: String
    private let tokens: [QueryToken]
    private var index = 0
    private var depth = 0
    private let day: Int
    private let clock: QueryClock?
    private let views: (String) -> String?

    /// Parentheses and NOTs deeper than this are refused.
    private static let deepest = 50

    private init(
        _ query: String, day: Int, clock: QueryClock?, views: @escaping (String) -> String?
    ) throws(QueryError) {
        self.query = query
        self.day = day
        self.clock = clock
        self.views = views
        var lexer = QueryLexer(query)
        tokens = try lexer.tokens()
    }

    /// - Parameters:
    ///   - words: as given on the command line; they are joined by blanks.
    ///   - day: minutes of a day of work, for amounts of time in days.
    ///   - clock: what ranges of times are held against, to refuse those that end before they begin.
    ///   - views: the queries that were saved under a name.
    package static func parse(
        _ words: [String], day: Int = TimeAmount.usualDay, clock: QueryClock? = nil,
        views: @escaping (String) -> String? = { _ in nil }
    ) throws(QueryError) -> Query {
        guard !words.isEmpty else { return .everything }
        return try parse(words.joined(separator: " "), day: day, clock: clock, views: views)
    }

    private static func parse(
        _ query: String, day: Int, clock: QueryClock?, views: @escaping (String) -> String?
    ) throws(QueryError) -> Query {
        var parser = try QueryParser(query, day: day, clock: clock, views: views)
        guard !parser.tokens.isEmpty else { return .everything }
        let tree = try parser.either()
        if let token = parser.next { throw parser.error(token.column, "a ')' without its '('") }
        return tree
    }

    private var next: QueryToken? { index < tokens.count ? tokens[index] : nil }

    private mutating func either() throws(QueryError) -> Query {
        var parts = [try both()]
        while let token = next, token.kind == .or {
            index += 1
            guard next != nil else {
                throw error(token.column, "nothing stands behind 'OR'", hint: Self.wordHint)
            }
            parts.append(try both())
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func both() throws(QueryError) -> Query {
        var parts: [Query] = []
        while let token = next, token.kind != .or, token.kind != .close { parts.append(try single(token)) }
        guard !parts.isEmpty else {
            switch next {
            case let token? where token.kind == .or:
                throw error(token.column, "nothing stands before 'OR'", hint: Self.wordHint)
            case let token?: throw error(token.column, "nothing stands before ')'")
            case nil: throw error(query.count + 1, "the query is not finished")
            }
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func single(_ token: QueryToken) throws(QueryError) -> Query {
        index += 1
        switch token.kind {
        case .text(let text): return .condition(.text(text))
        case .qualifier(let name, _) where name != name.lowercased():
            throw error(
                token.column, "'\(name):' is written in lower case",
                hint: "write '\(name.lowercased()):', or put it in double quotes to search for the text")
        case .qualifier("view", let values): return try view(values, at: token.column)
        case .qualifier(let name, let values):
            let reader = ConditionReader(query: query, column: token.column, day: day, clock: clock)
            return .condition(try reader.condition(name, values))
        case .not:
            guard let inner = next, inner.kind != .or, inner.kind != .close else {
                throw error(token.column, "nothing stands behind 'NOT'", hint: Self.wordHint)
            }
            return .not(
                try nested(at: token.column) { parser throws(QueryError) in try parser.single(inner) })
        case .open:
            let inner = try nested(at: token.column) { parser throws(QueryError) in try parser.either() }
            guard next?.kind == .close else { throw error(token.column, "a '(' without its ')'") }
            index += 1
            return inner
        case .or, .close: throw error(token.column, "it cannot stand here")
        }
    }

    private mutating func nested(
        at column: Int, _ body: (inout QueryParser) throws(QueryError) -> Query
    ) throws(QueryError) -> Query {
        guard depth < Self.deepest else { throw error(column, "it is nested more than \(Self.deepest) deep") }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// A saved query in the place of its name. Views of views are refused: they could go round in a circle.
    private func view(_ values: [QueryToken.Value], at column: Int) throws(QueryError) -> Query {
        guard let name = values.first, values.count == 1 else {
            throw error(column, "'view:' needs one name")
        }
        guard let saved = views(name.text) else {
            throw error(name.column, "no view '\(name.text)'", hint: "see 'sessions view list'")
        }
        do throws(QueryError) {
            let query = try QueryParser.parse(saved, day: day, clock: clock) { _ in nil }
            // An empty one has no text to be printed as inside another query.
            guard query != .everything else { throw self.error(1, "it is empty") }
            return query
        } catch {
            throw self.error(
                name.column, "the view '\(name.text)' cannot be read: \(error.problem)", hint: error.hint)
        }
    }

    private static let wordHint = "to search for the word itself, put it in double quotes"

    private func error(_ column: Int, _ problem: String, hint: String? = nil) -> QueryError {
        QueryError(query: query, column: column, problem: problem, hint: hint)
    }
}
