import SessionsCore

/// As much of a validator of JSON Schema as `sessions schema` needs. It refuses a schema that says more, so that
/// nothing in it goes unchecked.
struct JSONSchema {
    private static let remarks = ["$schema", "title", "description", "format"]

    let document: JSON

    /// What is wrong with a value, each with where; nothing where it is valid.
    func problems(of value: JSON) -> [String] { Self.problems(of: value, document, at: "") }

    private static func problems(of value: JSON, _ schema: JSON, at place: String) -> [String] {
        var problems: [String] = []
        for (keyword, rule) in schema.objectValue ?? JSONObject() where !remarks.contains(keyword) {
            switch keyword {
            case "anyOf":
                let choices = (rule.arrayValue ?? []).map { Self.problems(of: value, $0, at: place) }
                problems += choices.min { $0.count < $1.count } ?? ["\(place): nothing is valid"]
            case "type":
                let types = rule.arrayValue?.map(\.stringValue) ?? [rule.stringValue]
                if !types.contains(where: { isOf(type: $0, value) }) {
                    problems.append("\(place): \(value.kindName)")
                }
            case "enum":
                if rule.arrayValue?.contains(value) != true {
                    problems.append("\(place): none of the values")
                }
            case "minimum":
                if let least = rule.doubleValue, let number = value.doubleValue, number < least {
                    problems.append("\(place): below \(least)")
                }
            case "maximum":
                if let most = rule.doubleValue, let number = value.doubleValue, number > most {
                    problems.append("\(place): above \(most)")
                }
            case "required":
                for key in rule.arrayValue?.compactMap(\.stringValue) ?? []
                where value.objectValue?[key] == nil {
                    problems.append("\(place): no \(key)")
                }
            case "properties":
                for (key, inner) in rule.objectValue ?? JSONObject() {
                    guard let member = value.objectValue?[key] else { continue }
                    problems += Self.problems(of: member, inner, at: "\(place)/\(key)")
                }
            case "additionalProperties":
                // Only where no members are named beside.
                for (key, member) in value.objectValue ?? JSONObject() {
                    problems += Self.problems(of: member, rule, at: "\(place)/\(key)")
                }
            case "items":
                for (index, element) in (value.arrayValue ?? []).enumerated() {
                    problems += Self.problems(of: element, rule, at: "\(place)/\(index)")
                }
            default: problems.append("\(place): this validator does not know '\(keyword)'")
            }
        }
        return problems
    }

    private static func isOf(type: String?, _ value: JSON) -> Bool {
        switch type {
        case "object": value.objectValue != nil
        case "array": value.arrayValue != nil
        case "string": value.stringValue != nil
        case "boolean": value.boolValue != nil
        case "integer": value.intValue != nil
        case "number": value.doubleValue != nil
        default: false
        }
    }
}
