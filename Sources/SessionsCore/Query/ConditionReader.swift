/// Reads what stands behind a qualifier.
struct ConditionReader {
    let query: String
    /// Where the qualifier stands.
    let column: Int
    /// Minutes of a day of work.
    let day: Int
    /// What tells whether a range of times ends before it begins; without one that is not asked.
    let clock: QueryClock?

    /// Every qualifier, in the order in which they are explained.
    static let names = [
        "status", "tag", "project", "template", "owner", "with", "id", "plan", "tracked", "outcome", "rating",
        "skill", "created", "started", "completed", "updated", "in", "is", "has", "no", "view",
    ]

    func condition(_ name: String, _ values: [QueryToken.Value]) throws(QueryError) -> QueryCondition {
        guard ConditionReader.names.contains(name) else {
            throw error(
                column, "unknown qualifier '\(name):'",
                hint: "see 'sessions help query'; put text with a colon in double quotes")
        }
        guard !values.isEmpty else { throw error(column, "'\(name):' needs a value") }
        if let field = QueryCondition.AmountField(rawValue: name) {
            return .amount(
                field, try amounts(one(values, name), "an amount of time") { TimeAmount($0, day: day) })
        }
        if let field = QueryCondition.TimeField(rawValue: name) {
            return .time(field, try times(one(values, name)))
        }
        let texts = values.map(\.text)
        switch name {
        case "status": return .status(try choices(values, "a status"))
        case "tag": return .tag(texts)
        case "project": return .project(texts)
        case "template": return .template(texts)
        case "owner": return .owner(texts)
        case "with": return .with(texts)
        case "id": return .id(texts)
        case "skill": return .skill(texts)
        case "outcome": return .outcome(try choices(values, "an outcome"))
        case "rating": return .rating(try amounts(one(values, name), "a rating") { Int($0) })
        case "in": return .during(try times(one(values, name)))
        case "is": return .flag(try choices(values, "a state"))
        case "has": return .has(try choices(values, "a part of a session"))
        default: return .lacks(try choices(values, "a part of a session"))
        }
    }

    private func one(_ values: [QueryToken.Value], _ name: String) throws(QueryError) -> QueryToken.Value {
        guard let first = values.first, values.count == 1 else {
            throw error(values[1].column, "'\(name):' takes one value or a range a..b")
        }
        return first
    }

    private func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ values: [QueryToken.Value], _ what: String
    ) throws(QueryError) -> [Choice] {
        var choices: [Choice] = []
        for value in values {
            guard let choice = Choice(rawValue: value.text) else {
                let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                throw error(value.column, "'\(value.text)' is not \(what)", hint: "there are \(all)")
            }
            choices.append(choice)
        }
        return choices
    }

    private func amounts<Value: Comparable>(
        _ value: QueryToken.Value, _ what: String, _ read: (String) -> Value?
    ) throws(QueryError) -> QueryRange<Value> {
        let range = try range(value, what, read)
        if let from = range.from, let to = range.to, to < from { throw reversed(value) }
        return range
    }

    private func times(_ value: QueryToken.Value) throws(QueryError) -> QueryRange<TimePhrase> {
        let range = try range(value, "a time") { TimePhrase(inQuery: $0) }
        if let clock, let from = range.from, let to = range.to,
            to.period(now: clock.now, in: clock.zone).end <= from.period(now: clock.now, in: clock.zone).start
        {
            throw reversed(value)
        }
        return range
    }

    private func reversed(_ value: QueryToken.Value) -> QueryError {
        error(
            value.column, "the range '\(value.text)' ends before it begins",
            hint: "the smaller or earlier value comes first")
    }

    private func range<Value>(
        _ value: QueryToken.Value, _ what: String, _ read: (String) -> Value?
    ) throws(QueryError) -> QueryRange<Value> {
        guard let dots = value.text.firstDoublePoint else {
            return QueryRange(try self.read(value.text, value.column, what, read))
        }
        let (before, after) = (String(value.text[..<dots.lowerBound]), String(value.text[dots.upperBound...]))
        guard !before.isEmpty || !after.isEmpty else {
            throw error(value.column, "a range needs a beginning or an end")
        }
        return QueryRange(
            from: before.isEmpty ? nil : try self.read(before, value.column, what, read),
            to: after.isEmpty ? nil : try self.read(after, value.column + before.count + 2, what, read))
    }

    private func read<Value>(
        _ text: String, _ column: Int, _ what: String, _ read: (String) -> Value?
    ) throws(QueryError) -> Value {
        guard let value = read(text) else {
            throw error(column, "'\(text)' is not \(what)", hint: "see 'sessions help query'")
        }
        return value
    }

    private func error(_ column: Int, _ problem: String, hint: String? = nil) -> QueryError {
        QueryError(query: query, column: column, problem: problem, hint: hint)
    }
}

extension String {
    /// Where the two points of a range stand.
    fileprivate var firstDoublePoint: Range<Index>? {
        guard let first = utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        var index = first
        while index < endIndex {
            let following = utf8.index(after: index)
            if following < endIndex, utf8[index] == UInt8(ascii: "."), utf8[following] == UInt8(ascii: ".") {
                return index..<utf8.index(after: following)
            }
            index = following
        }
        return nil
    }
}

extension QueryParser {
    /// The name of every qualifier.
    package static var qualifiers: [String] { ConditionReader.names }

    /// The names before colons that have a value right behind them, as they are written: those of conditions such as
    /// `status:draft`, and others. Text that a person writes has none of them.
    package static func qualifiers(in words: [String]) -> [String] {
        var lexer = QueryLexer(words.joined(separator: " "))
        guard let tokens = try? lexer.tokens() else { return [] }
        return tokens.compactMap { token in
            guard case .qualifier(let name, let values) = token.kind, !values.isEmpty else { return nil }
            return name
        }
    }
}
