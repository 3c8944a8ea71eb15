/// What a person may do with a session; each role includes those before it.
package enum Role: String, CaseIterable, Comparable, Sendable {
    case viewer
    case commenter
    case editor
    case owner

    package static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .commenter: 1
        case .editor: 2
        case .owner: 3
        }
    }
}

/// What a change needs of the person who makes it.
package enum Permission: Sendable {
    /// Look at it, which is noted down for some things.
    case look
    /// Comment and attach.
    case contribute
    /// Change the session itself.
    case change
    /// Decide who takes part, and whether it exists.
    case own

    /// The least role that may.
    var role: Role {
        switch self {
        case .look: .viewer
        case .contribute: .commenter
        case .change: .editor
        case .own: .owner
        }
    }
}

/// Who may do what in a workspace.
package struct Membership: Equatable, Sendable {
    /// The role of a person who is neither a participant nor a member.
    package var defaultRole: Role
    /// Person to role.
    package var members: [(person: String, role: Role)]

    package init(defaultRole: Role = .editor, members: [(person: String, role: Role)] = []) {
        self.defaultRole = defaultRole
        self.members = members
    }

    /// The role of a person with these addresses. One as a participant of the session goes before one in the
    /// workspace, and this before the default; among several addresses the greatest role holds.
    package func role(of addresses: [String], in session: Session) -> Role {
        session.participants.filter { addresses.contains($0.person) }.map(\.role).max()
            ?? role(of: addresses)
    }

    /// The role of a person in the workspace.
    func role(of addresses: [String]) -> Role {
        members.filter { addresses.contains($0.person) }.map(\.role).max() ?? defaultRole
    }

    package static func == (a: Membership, b: Membership) -> Bool {
        a.defaultRole == b.defaultRole && a.members.elementsEqual(b.members, by: ==)
    }
}
