/// Which column of a foreign file means what.
package struct ImportMapping: Sendable {
    /// What can be brought in.
    package enum Field: String, CaseIterable, Sendable {
        case title, description, project, tags, template, owner, status
        case plannedMinutes, trackedMinutes, createdAt, startedAt, completedAt, sourceId
    }

    /// In the order given; only `tags` may be there more than once.
    package let columns: [(field: Field, column: String)]
    /// What the file calls a status.
    package let statuses: [(theirs: String, ours: Status)]

    /// - Parameters:
    ///   - columns: `FIELD=COLUMN` each.
    ///   - statuses: `THEIRS=OURS`, several between commas.
    package init(columns: [String], statuses: [String]) throws(SessionsError) {
        var pairs: [(field: Field, column: String)] = []
        for text in columns {
            guard let (name, column) = ImportMapping.split(text), let field = Field(rawValue: name) else {
                let names = Field.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalid(
                    what: "a mapping", value: text, expected: "FIELD=COLUMN, with a field of \(names)")
            }
            guard field == .tags || !pairs.contains(where: { $0.field == field }) else {
                throw .invalid(what: "a mapping", value: text, expected: "each field once")
            }
            pairs.append((field, column))
        }
        guard pairs.contains(where: { $0.field == .title }) else {
            throw .invalid(
                what: "a mapping", value: columns.joined(separator: " "),
                expected: "at least --map title=COLUMN")
        }
        self.columns = pairs
        var renamed: [(theirs: String, ours: Status)] = []
        for text in statuses.flatMap({ $0.split(separator: ",").map(String.init) }) {
            guard let (theirs, name) = ImportMapping.split(text), let ours = Status(rawValue: name),
                ours != .active
            else {
                throw .invalid(
                    what: "a mapping of a status", value: text,
                    expected: "THEIRS=OURS, with draft, paused, completed or archived")
            }
            renamed.append((theirs, ours))
        }
        self.statuses = renamed
    }

    /// A status of the file as one of ours; nil where nothing says what it means.
    func status(_ theirs: String) -> Status? {
        statuses.first { $0.theirs == theirs }?.ours
            ?? Status(rawValue: theirs).flatMap { $0 == .active ? nil : $0 }
    }

    private static func split(_ text: String) -> (String, String)? {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let value = text[text.index(after: equals)...]
        return value.isEmpty ? nil : (String(text[..<equals]), String(value))
    }
}
