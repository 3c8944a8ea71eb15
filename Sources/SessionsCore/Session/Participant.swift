/// A person who takes part in a session.
package struct Participant: Equatable, Sendable {
    /// An e-mail address, as a rule.
    package let person: String
    package let role: Role

    package init(person: String, role: Role) {
        self.person = person
        self.role = role
    }
}
