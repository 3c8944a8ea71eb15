extension UserConfiguration {
    private static let member = "alias"

    /// What a person calls command lines of theirs, by name.
    package var commandAliases: [(name: String, line: String)] {
        (document[Self.member]?.objectValue ?? JSONObject()).compactMap { name, line in
            line.stringValue.map { (name, $0) }
        }
    }

    /// The command line of that name, as it was typed.
    package func commandAlias(_ name: String) -> String? {
        document[Self.member]?.objectValue?[name]?.stringValue
    }

    /// Gives a command line a name on disk, or with nil forgets it.
    package mutating func setCommandAlias(_ line: String?, named name: String) throws(SessionsError) {
        let isName =
            name.utf8.first.map { (97...122).contains($0) } ?? false
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isName else {
            throw .invalid(
                what: "a name for an alias", value: name,
                expected: "lower-case letters, digits and '-', a letter first")
        }
        try store(line.map(JSON.string), at: JSONPointer(Self.member, name))
    }
}
