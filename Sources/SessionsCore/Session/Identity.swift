/// A person under all the names they have in files.
package struct Identity: Equatable, Sendable {
    /// What stands in what they write.
    package let user: String
    /// Other addresses that mean the same person.
    package let aliases: [String]

    package init(user: String, aliases: [String]) {
        self.user = user
        self.aliases = aliases
    }

    /// Whether a person named in a file is this one.
    package func isMe(_ person: String) -> Bool { person == user || aliases.contains(person) }

    var names: [String] { [user] + aliases }
}
