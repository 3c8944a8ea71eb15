/// Makes changes to sessions for one person at one instant, by the rules.
///
/// It has no files, no terminal and no clock of its own: everything it needs is given to it here.
package struct Engine {
    /// Who makes the changes.
    package let identity: Identity
    package let now: Instant
    package let zone: Zone
    package let membership: Membership
    package let ids: Identifier.Source
    /// How long a clock runs before it is thought to be forgotten.
    package let longestWatch: TimeAmount

    package init(
        user: String, aliases: [String] = [], now: Instant, zone: Zone,
        membership: Membership = Membership(), ids: Identifier.Source,
        longestWatch: TimeAmount = Interval.longestWatch
    ) {
        identity = Identity(user: user, aliases: aliases)
        self.now = now
        self.zone = zone
        self.membership = membership
        self.ids = ids
        self.longestWatch = longestWatch
    }

    /// Who makes the changes, as it stands in them.
    package var user: String { identity.user }

    /// Whether a person named in a file is the one who makes the changes.
    package func isMe(_ person: String) -> Bool { identity.isMe(person) }

    /// Every change of a session goes through here, and so does the question whether the person may make it.
    ///
    /// - Returns: whether anything was changed.
    func edit(
        _ session: inout Session, needing permission: Permission,
        _ body: (inout SessionEdit) throws(SessionsError) -> Void
    ) throws(SessionsError) -> Bool {
        try permit(permission, in: session, to: "change")
        var edit = SessionEdit(session: session, user: user, now: now, ids: ids)
        try body(&edit)
        session = edit.session
        return edit.hasChanged
    }

    /// Whether the person may do that with a session.
    ///
    /// - Throws: `refused`, naming whom to ask.
    package func permit(
        _ permission: Permission, in session: Session, to action: String
    ) throws(SessionsError) {
        let role = membership.role(of: identity.names, in: session)
        guard role >= permission.role else {
            throw .refused(
                action: action, subject: session.id,
                reason: "you are \(role) in it, and this takes \(permission.role)",
                way: session.participants.first { $0.role == .owner }.map { "ask \($0.person)" })
        }
    }

    /// Whether the person may do that with what belongs to the workspace and to no session.
    ///
    /// - Throws: `refused`.
    package func permit(
        _ permission: Permission, inWorkspaceTo action: String, _ subject: String
    ) throws(SessionsError) {
        let role = membership.role(of: identity.names)
        guard role >= permission.role else {
            throw .refused(
                action: action, subject: subject,
                reason: "you are \(role) in this workspace, and this takes \(permission.role)",
                way: membership.members.first { $0.role == .owner }.map { "ask \($0.person)" })
        }
    }

    /// The instant a person meant; one in the future is refused, and one that cannot have been meant.
    func settled(_ moment: Moment, to action: String, _ session: Session) throws(SessionsError) -> Instant {
        let instant = moment.resolve(now: now, in: zone)
        try requirePast(instant, to: action, session)
        return instant
    }

    /// Refuses an instant in the future, and one before 1970: nobody tracked work then, so it is a slip.
    func requirePast(_ instant: Instant, to action: String, _ session: Session) throws(SessionsError) {
        guard instant >= Instant(milliseconds: 0) else {
            throw .invalid(
                what: "a time when anybody worked on it", value: localText(instant),
                expected: "one from 1970 on")
        }
        guard instant <= now else {
            throw .refused(
                action: action, subject: session.id, reason: "\(localText(instant)) is in the future",
                way: "it is \(localText(now)) now")
        }
    }

    /// `2026-11-22 14:05` on local clocks.
    package func localText(_ instant: Instant) -> String {
        let (day, second) = zone.wallClock(at: instant)
        return "\(day) \(clockText(secondOfDay: second).prefix(5))"
    }
}
