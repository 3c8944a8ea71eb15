@testable import SessionsCore

extension SplitMix64 {
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    private mutating func some<Value>(_ values: [Value]) -> [Value] {
        (0...below(3)).map { _ in pick(values) }
    }

    /// A tree as the parser makes them: no list of one part.
    mutating func query(depth: Int) -> Query {
        guard depth > 0 else { return .condition(condition()) }
        switch below(5) {
        case 0: return .all((0..<2 + below(2)).map { _ in query(depth: depth - 1) })
        case 1: return .any((0..<2 + below(2)).map { _ in query(depth: depth - 1) })
        case 2: return .not(query(depth: depth - 1))
        default: return .condition(condition())
        }
    }

    mutating func condition() -> QueryCondition {
        let words = [
            "a", "lexer", "OR", "NOT", "not", "a b", "x,y", "(", ")", "\"", "\\", "\\\"", "tag:a", "é",
            "e\u{301}",
            "\u{301}", "👩‍💻", "\r\n", " ", "..", "a..b", "-", "web", "web.auth", "me", "ada", "\u{2028}",
        ]
        switch below(17) {
        case 0: return .status(some(Status.allCases))
        case 1: return .tag(some(words))
        case 2: return .project(some(words))
        case 3: return .template(some(words))
        case 4: return .owner(some(words))
        case 5: return .with(some(words))
        case 6: return .id(some(["k", "k7m2", "x"]))
        case 7:
            return .amount(
                pick(QueryCondition.AmountField.allCases),
                forward { TimeAmount(seconds: $0.pick([0, 1, 59, 60, 3600, 5401, 86_400, 123_456_789])) })
        case 8: return .rating(forward { $0.below(7) - 1 })
        case 9: return .time(pick(QueryCondition.TimeField.allCases), phrases())
        case 10: return .during(phrases())
        case 11: return .flag(some(QueryCondition.Flag.allCases))
        case 12: return .has(some(QueryCondition.Part.allCases))
        case 14: return .skill(some(words))
        case 15: return .outcome(some(Reflection.Outcome.allCases))
        case 13: return .lacks(some(QueryCondition.Part.allCases))
        default: return .text(pick(words))
        }
    }

    private mutating func phrases() -> QueryRange<TimePhrase> {
        let phrases = [
            "2026-11-22", "2026-11", "2026-W47", "2026-Q4", "2026", "yesterday", "last week", "last-month",
            "2w",
            "-15m", "15m ago", "yesterday 17:30", "14:05", "2026-11-22T12:50:31.123Z", "now", "monday",
        ].compactMap { TimePhrase(inQuery: $0) }
        return range { $0.pick(phrases) }
    }

    /// One that does not end before it begins: that could not be read again.
    private mutating func forward<Value: Comparable>(
        _ value: (inout SplitMix64) -> Value
    ) -> QueryRange<Value> {
        let range = range(value)
        guard let from = range.from, let to = range.to, to < from else { return range }
        return QueryRange(from: to, to: from)
    }

    private mutating func range<Value>(_ value: (inout SplitMix64) -> Value) -> QueryRange<Value> {
        switch below(4) {
        case 0: QueryRange(value(&self))
        case 1: QueryRange(from: value(&self), to: nil)
        case 2: QueryRange(from: nil, to: value(&self))
        default: QueryRange(from: value(&self), to: value(&self))
        }
    }
}
