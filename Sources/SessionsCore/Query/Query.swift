/// Which sessions are meant, as a tree of conditions.
package indirect enum Query: Equatable, Sendable {
    /// All must hold; none at all means every session.
    case all([Query])
    /// At least one must hold.
    case any([Query])
    case not(Query)
    case condition(QueryCondition)

    /// Every session.
    package static let everything = Query.all([])

    /// The conditions anywhere in the tree, in order, each with whether it stands under an odd number of NOTs.
    package var conditions: [(condition: QueryCondition, isNegated: Bool)] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.conditions)
        case .not(let part): part.conditions.map { ($0.condition, !$0.isNegated) }
        case .condition(let condition): [(condition, false)]
        }
    }

    /// The texts that are searched for.
    package var words: [FoldedText] {
        conditions.compactMap { condition, isNegated in
            if case .text(let word) = condition, !isNegated { FoldedText(word) } else { nil }
        }
    }

    /// Words that mean themselves here and an operator elsewhere: `and`, `or`, `not` in lower case.
    package var likelyOperators: [String] {
        conditions.compactMap { condition, _ in
            if case .text(let word) = condition, ["and", "or", "not"].contains(word) { word } else { nil }
        }
    }

    /// Whether the text of sessions has to be looked at.
    package var searchesText: Bool {
        conditions.contains { condition, _ in if case .text = condition { true } else { false } }
    }

    /// Whether each of its words must be found.
    var isConjunction: Bool {
        switch self {
        case .all(let parts): parts.allSatisfy(\.isConjunction)
        case .condition: true
        // The words of what is not to be are none that are searched for.
        case .not: words.isEmpty
        case .any: false
        }
    }

    /// Whether no session is meant that has none of its words.
    var needsWord: Bool {
        switch self {
        case .all(let parts): parts.contains(where: \.needsWord)
        case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.needsWord)
        case .condition(.text): true
        case .condition, .not: false
        }
    }

    /// What is left to be asked of a session that has each of its words. The query is one that needs each.
    var withoutWords: Query {
        switch self {
        case .all(let parts): .all(parts.map(\.withoutWords).filter { $0 != .everything })
        case .condition(.text): .everything
        default: self
        }
    }

    /// Whether anybody is named, so that it matters who asks.
    package var namesPeople: Bool {
        conditions.contains { condition, _ in
            switch condition {
            case .owner, .with, .flag: true
            default: false
            }
        }
    }

    /// Whether the query itself says which statuses it means.
    package var namesStatus: Bool {
        conditions.contains { condition, _ in if case .status = condition { true } else { false } }
    }
}

/// One condition of a query. A list of values means any of them.
package enum QueryCondition: Equatable, Sendable {
    case status([Status])
    case tag([String])
    /// A project and those below it.
    case project([String])
    case template([String])
    case owner([String])
    case with([String])
    case id([String])
    case amount(AmountField, QueryRange<TimeAmount>)
    /// How it ended.
    case outcome([Reflection.Outcome])
    case rating(QueryRange<Int>)
    /// What it practised.
    case skill([String])
    case time(TimeField, QueryRange<TimePhrase>)
    /// Worked on, or anything recorded, in a period.
    case during(QueryRange<TimePhrase>)
    case flag([Flag])
    case has([Part])
    case lacks([Part])
    /// A text to be found, whatever its case.
    case text(String)

    package enum AmountField: String, CaseIterable, Sendable { case plan, tracked }

    package enum TimeField: String, CaseIterable, Sendable { case created, started, completed, updated }

    package enum Flag: String, CaseIterable, Sendable {
        case running, stale, forgotten, mine, mentioned
        case overBudget = "over-budget"
    }

    package enum Part: String, CaseIterable, Sendable {
        case goal, comment, attachment, plan, project, tag, template, description, outcome, rating, time
        case lesson, skill
    }
}

/// A range with either end open, `a..b`, or a single value, `a`. Both ends belong to it.
package struct QueryRange<Value: Equatable & Sendable>: Equatable, Sendable {
    package let from: Value?
    package let to: Value?
    /// Whether it was written as one value.
    package let isSingle: Bool

    package init(from: Value?, to: Value?) {
        self.from = from
        self.to = to
        isSingle = false
    }

    package init(_ value: Value) {
        from = value
        to = value
        isSingle = true
    }
}

extension QueryRange where Value: Comparable {
    func contains(_ value: Value) -> Bool {
        (from.map { $0 <= value } ?? true) && (to.map { value <= $0 } ?? true)
    }
}
