/// What stands in a row and its details at fixed places.
struct SummaryFacts {
    var key = SessionKey(bits: 0)
    var created = Instant(milliseconds: 0)
    var updated = Instant(milliseconds: 0)
    var planned: TimeAmount?
    /// Seconds of all intervals that have ended.
    var tracked = 0
    var status = Status.draft
    var outcome: Reflection.Outcome?
    /// Those that do not follow from the other facts.
    var flags: SummaryFlags = []
    var started: Instant?
    var completed: Instant?
    var archived: Instant?
    var rating: Int?
    var progress: Double?
    var goals = 0
    var goalsReached = 0
    var comments = 0
    var attachments = 0

    init() {}

    init(of session: Session, _ parts: SessionParts) {
        key = SessionKey(session.id)
        created = session.createdAt
        updated = session.updatedAt(by: parts.events)
        planned = session.planned
        // What has ended takes as long whatever the time is.
        tracked = parts.intervals.reduce(0) { $0 + ($1.isOpen ? 0 : $1.seconds(now: session.createdAt)) }
        status = session.statusBefore
        outcome = session.outcome
        started = session.startedAt(by: parts.events)
        completed = session.completedAt(by: parts.events)
        archived = session.archivedAt
        rating = session.rating
        progress = parts.goals.progress
        (goals, goalsReached) = (parts.goals.count, parts.goals.count { $0.isDone })
        (comments, attachments) = (parts.comments.count, parts.attachments.count)

        if session.isArchived { flags.insert(.archived) }
        if parts.intervals.contains(where: \.isOpen) { flags.insert(.running) }
        if !parts.intervals.isEmpty { flags.insert(.time) }
        if session.project != nil { flags.insert(.project) }
        if session.template != nil { flags.insert(.template) }
        if session.description != nil { flags.insert(.description) }
        if session.source != nil { flags.insert(.source) }
        if !session.tags.isEmpty { flags.insert(.tag) }
        if !session.skills.isEmpty { flags.insert(.skill) }
        if session.hasLesson { flags.insert(.lesson) }
    }

    var allFlags: SummaryFlags {
        var all = flags
        if started != nil { all.insert(.started) }
        if completed != nil { all.insert(.completedAt) }
        if archived != nil { all.insert(.archivedAt) }
        if rating != nil { all.insert(.rating) }
        if progress != nil { all.insert(.progress) }
        if goals > 0 { all.insert(.goal) }
        if comments > 0 { all.insert(.comment) }
        if attachments > 0 { all.insert(.attachment) }
        return all
    }
}
