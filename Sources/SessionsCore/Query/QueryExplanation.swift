/// A query in words, one condition a line, as it was read.
package struct QueryExplanation {
    package private(set) var lines: [String] = []

    package init(of query: Query) {
        if query == .everything { lines = ["every session"] } else { add(query, depth: 0) }
    }

    private mutating func add(_ query: Query, depth: Int, prefix: String = "") {
        let indent = String(repeating: "  ", count: depth) + prefix
        switch query {
        case .condition(let condition): lines.append(indent + condition.explanation)
        case .not(let part): add(part, depth: depth, prefix: prefix + "not: ")
        case .all(let parts):
            lines.append(indent + "all of:")
            for part in parts { add(part, depth: depth + 1) }
        case .any(let parts):
            lines.append(indent + "any of:")
            for part in parts { add(part, depth: depth + 1) }
        }
    }
}

extension QueryCondition {
    fileprivate var explanation: String {
        switch self {
        case .status(let values): "the status is " + Self.any(values.map(\.rawValue))
        case .tag(let values): "it has the tag " + Self.any(values)
        case .project(let values): "the project is, or is below, " + Self.any(values)
        case .template(let values): "the template is " + Self.any(values)
        case .owner(let values): "it is owned by " + Self.any(values)
        case .with(let values): "there takes part " + Self.any(values)
        case .id(let values): "the id begins with " + Self.any(values)
        case .amount(.plan, let range): "the plan is " + Self.range(range, \.description)
        case .amount(.tracked, let range): "the tracked time is " + Self.range(range, \.description)
        case .outcome(let values): "the outcome is " + Self.any(values.map(\.rawValue))
        case .rating(let range): "the rating is " + Self.range(range) { "\($0)" }
        case .skill(let values): "it practised " + Self.any(values)
        case .time(let field, let range): "it was \(field) " + Self.times(range)
        case .during(let range): "there was work on it or news of it " + Self.times(range)
        case .flag(let values): "it is " + Self.any(values.map(\.rawValue))
        case .has(let values): "it has a " + Self.any(values.map(\.rawValue))
        case .lacks(let values): "it has no " + Self.any(values.map(\.rawValue))
        case .text(let text): "its text holds '\(text)'"
        }
    }

    private static func any(_ values: [String]) -> String { values.joined(separator: " or ") }

    private static func range<Value>(_ range: QueryRange<Value>, _ text: (Value) -> String) -> String {
        switch (range.from.map(text), range.to.map(text)) {
        case (let from?, let to?): range.isSingle ? from : "\(from) to \(to)"
        case (let from?, nil): "\(from) or more"
        case (nil, let to?): "\(to) or less"
        case (nil, nil): "anything"
        }
    }

    private static func times(_ range: QueryRange<TimePhrase>) -> String {
        switch (range.from?.text, range.to?.text) {
        case (let from?, let to?): range.isSingle ? "in '\(from)'" : "from '\(from)' to '\(to)'"
        case (let from?, nil): "from '\(from)' on"
        case (nil, let to?): "until '\(to)'"
        case (nil, nil): "at any time"
        }
    }
}
