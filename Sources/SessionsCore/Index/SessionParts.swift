/// The elements of a session in their order, taken out of its document once for who needs them more than once.
struct SessionParts {
    let goals: [Goal]
    let comments: [Comment]
    let attachments: [Attachment]
    let intervals: [Interval]
    let events: [Event]

    init(of session: Session) {
        goals = session.goals
        comments = session.comments
        attachments = session.attachments
        intervals = session.intervals
        events = session.events
    }
}
