/// What insights need to know of a session.
package struct PastSession: Sendable {
    /// By which sessions are put in order, so that the same history always gives the same answer.
    var key: UInt64 = 0
    /// Where it stood, archived or not.
    var status = Status.completed
    /// Whether it was archived, or lies unfinished and untouched for two weeks: nothing more will come of it soon.
    var isArchived = false
    var isStale = false
    var project: String?
    var template: String?
    var tags: [String] = []
    /// Seconds; nil without a plan.
    var planned: Int?
    var tracked = 0
    /// When work began: the local day, as days since 1970, and the hour. Nil where nobody's clock ran.
    var started: (day: Int, hour: Int)?
    /// When it was completed, in milliseconds since 1970.
    var completedAt: Int64?
    /// When it was last worked on: a local day.
    var lastDay = 0
    /// How often work on it was broken off.
    var pauses = 0
    var rating: Int?
    var goals = 0
    var goalsDone = 0
    var skills: [Skill] = []
    var hasLesson = false

    init() {}

    package init(_ summary: SessionSummary, now: Instant, zone: Zone) {
        let intervals = summary.intervals
        key = summary.key.bits
        status = summary.statusBefore
        isArchived = summary.isArchived
        isStale = summary.isStale(now: now)
        project = summary.project
        template = summary.template
        tags = summary.tags
        planned = summary.planned?.seconds
        tracked = summary.tracked(now: now).seconds
        if let at = summary.startedAt {
            let local = at.advanced(bySeconds: intervals.first?.utcOffset ?? zone.offset(at))
            let day = local.day.daysSince1970
            started = (day, (local.seconds - day * 86_400) / 3600)
        }
        completedAt = summary.completedAt?.milliseconds
        rating = summary.rating
        (goals, goalsDone) = summary.goals
        hasLesson = summary.hasLesson
        pauses = summary.pauses(now: now)
        guard summary.flags.contains(.skill) else { return }
        skills = summary.skills
        lastDay = summary.lastWorkedAt(now: now, in: zone).daysSince1970
    }

    /// Whether nothing more is to be expected of it.
    var isSettled: Bool { completedAt != nil || isArchived || isStale }
    var isCompleted: Bool { completedAt != nil }

    /// The first word of its project: `web` of `web.auth`.
    var area: String? { project.map { String($0.prefix { $0 != "." }) } }
}
