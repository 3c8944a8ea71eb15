extension Query: CustomStringConvertible {
    /// The query as it can be written; reading it gives the same tree again.
    package var description: String { text(inside: .top) }

    private enum Place { case top, all, not }

    private func text(inside place: Place) -> String {
        switch self {
        case .condition(let condition): return condition.description
        case .not(let part): return "NOT " + part.text(inside: .not)
        case .all(let parts):
            let text = parts.map { $0.text(inside: .all) }.joined(separator: " ")
            return place == .top ? text : "(\(text))"
        case .any(let parts):
            let text = parts.map { part in
                if case .all(let inner) = part {
                    return inner.map { $0.text(inside: .all) }.joined(separator: " ")
                }
                return part.text(inside: .all)
            }.joined(separator: " OR ")
            return place == .top ? text : "(\(text))"
        }
    }
}

extension QueryCondition: CustomStringConvertible {
    package var description: String {
        switch self {
        case .status(let values): Self.list("status", values.map(\.rawValue))
        case .tag(let values): Self.list("tag", values)
        case .project(let values): Self.list("project", values)
        case .template(let values): Self.list("template", values)
        case .owner(let values): Self.list("owner", values)
        case .with(let values): Self.list("with", values)
        case .id(let values): Self.list("id", values)
        case .skill(let values): Self.list("skill", values)
        case .amount(let field, let range): "\(field):" + Self.range(range, Self.written)
        case .outcome(let values): Self.list("outcome", values.map(\.rawValue))
        case .rating(let range): "rating:" + Self.range(range) { "\($0)" }
        case .time(let field, let range):
            "\(field):" + Self.range(range) { Self.quoted($0.text, inValue: true) }
        case .during(let range): "in:" + Self.range(range) { Self.quoted($0.text, inValue: true) }
        case .flag(let values): Self.list("is", values.map(\.rawValue))
        case .has(let values): Self.list("has", values.map(\.rawValue))
        case .lacks(let values): Self.list("no", values.map(\.rawValue))
        case .text(let text): Self.quoted(text, inValue: false)
        }
    }

    /// As people write it, where that says all of it.
    private static func written(_ amount: TimeAmount) -> String {
        let text = amount.description
        return TimeAmount(text) == amount ? text : "\(amount.seconds)s"
    }

    private static func list(_ name: String, _ values: [String]) -> String {
        name + ":" + values.map { quoted($0, inValue: true) }.joined(separator: ",")
    }

    private static func range<Value>(_ range: QueryRange<Value>, _ text: (Value) -> String) -> String {
        if range.isSingle, let value = range.from { return text(value) }
        return (range.from.map(text) ?? "") + ".." + (range.to.map(text) ?? "")
    }

    /// In quotes where it would be read as something else without them.
    private static func quoted(_ text: String, inValue: Bool) -> String {
        let isPlain =
            text != "OR" && text != "NOT" && !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "(", ")", "\"", "\\": false
                case ",": !inValue
                case ":": inValue
                default: !scalar.properties.isWhitespace
                }
            }
        guard !isPlain else { return text }
        var quoted: String.UnicodeScalarView = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
