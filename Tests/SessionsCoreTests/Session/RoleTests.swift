import Testing

@testable import SessionsCore

@Suite struct RoleTests {
    @Test func eachRoleIncludesThoseBeforeIt() {
        #expect(Role.allCases.sorted() == [.viewer, .commenter, .editor, .owner])
        #expect(Permission.contribute.role == .commenter)
        #expect(Permission.change.role == .editor)
        #expect(Permission.own.role == .owner)
    }

    @Test func theSessionGoesBeforeTheWorkspaceAndThisBeforeTheDefault() throws {
        let session = try session(#"{"participants": {"ada": "viewer", "lin": "owner"}}"#)
        let membership = Membership(defaultRole: .commenter, members: [("ada", .owner), ("kim", .editor)])
        #expect(membership.role(of: ["ada"], in: session) == .viewer)
        #expect(membership.role(of: ["kim"], in: session) == .editor)
        #expect(membership.role(of: ["zoe"], in: session) == .commenter)
        #expect(Membership().role(of: ["zoe"], in: session) == .editor)
    }

    /// An address that nobody knows must not lift what a known one is held to.
    @Test func amongSeveralAddressesTheKnownOnesCount() throws {
        let session = try session(#"{"participants": {"ada": "viewer", "lin": "owner"}}"#)
        let membership = Membership(defaultRole: .editor, members: [("kim", .commenter)])
        #expect(membership.role(of: ["ada", "unknown"], in: session) == .viewer)
        #expect(membership.role(of: ["ada", "kim"], in: session) == .viewer)
        #expect(membership.role(of: ["kim", "unknown"], in: session) == .commenter)
        #expect(membership.role(of: ["ada", "lin"], in: session) == .owner)
    }
}
