/// What a query needs to know beside the session.
package struct QueryContext {
    package let now: Instant
    package let zone: Zone
    /// Whether a person named in a file is the one who asks.
    package let isMe: (String) -> Bool
    package let archived: ArchiveRule

    /// How archived sessions are looked at.
    package enum ArchiveRule: Sendable {
        /// They are out of sight unless the query names a status.
        case hidden
        /// They count, and match the status they had.
        case counted
        /// They are there under their own status.
        case shown
    }

    /// How long a clock runs before it is thought to be forgotten.
    package let longestWatch: TimeAmount

    package init(
        now: Instant, zone: Zone, archived: ArchiveRule, longestWatch: TimeAmount = Interval.longestWatch,
        isMe: @escaping (String) -> Bool
    ) {
        self.longestWatch = longestWatch
        self.now = now
        self.zone = zone
        self.archived = archived
        self.isMe = isMe
    }
}

extension Query {
    /// Whether a session is meant.
    ///
    /// - Parameter text: the text of the session, where the caller has gathered it already.
    package func matches(_ session: Session, _ context: QueryContext, text: SearchText? = nil) -> Bool {
        if context.archived == .hidden, session.isArchived, !namesStatus { return false }
        var evaluation = Evaluation(session: session, context: context, text: text)
        return evaluation.holds(self)
    }
}

/// A query held against one session; the text of the session is gathered once, if at all.
private struct Evaluation {
    let session: Session
    let context: QueryContext
    private var text: SearchText?

    init(session: Session, context: QueryContext, text: SearchText?) {
        self.session = session
        self.context = context
        self.text = text
    }

    mutating func holds(_ query: Query) -> Bool {
        switch query {
        case .all(let parts):
            for part in parts where !holds(part) { return false }
            return true
        case .any(let parts):
            for part in parts where holds(part) { return true }
            return false
        case .not(let part): return !holds(part)
        case .condition(let condition): return holds(condition)
        }
    }

    private mutating func holds(_ condition: QueryCondition) -> Bool {
        switch condition {
        case .status(let statuses):
            return statuses.contains(session.status)
                || context.archived == .counted && statuses.contains(session.statusBefore)
        case .tag(let tags): return session.tags.contains(where: tags.contains)
        case .project(let names):
            guard let project = session.project else { return false }
            return names.contains { $0 == project || project.hasPrefix($0 + ".") }
        case .template(let names): return session.template.map(names.contains) ?? false
        case .owner(let people):
            return session.participants.contains { $0.role == .owner && isNamed($0.person, people) }
        case .with(let people): return session.participants.contains { isNamed($0.person, people) }
        case .id(let prefixes): return prefixes.contains(where: session.id.hasPrefix)
        case .amount(.plan, let range): return session.planned.map(range.contains) ?? false
        case .amount(.tracked, let range): return range.contains(session.tracked(now: context.now))
        case .rating(let range): return session.rating.map(range.contains) ?? false
        case .time(let field, let range): return time(field).map { bounds(range).contains($0) } ?? false
        case .during(let range): return isActive(in: bounds(range))
        case .flag(let flags): return flags.contains(where: has)
        case .has(let parts): return parts.contains(where: has)
        case .lacks(let parts): return parts.contains { !has($0) }
        case .text(let word):
            let text = text ?? SearchText(of: session)
            self.text = text
            return text.contains(FoldedText(word))
        }
    }

    private func isNamed(_ person: String, _ names: [String]) -> Bool {
        names.contains { $0 == person || $0 == "me" && context.isMe(person) || person.hasPrefix($0 + "@") }
    }

    private func time(_ field: QueryCondition.TimeField) -> Instant? {
        switch field {
        case .created: session.createdAt
        case .started: session.startedAt
        case .completed: session.completedAt
        case .updated: session.updatedAt
        }
    }

    private func bounds(_ range: QueryRange<TimePhrase>) -> TimeBounds {
        TimeBounds(
            from: range.from?.period(now: context.now, in: context.zone).start,
            to: range.to?.period(now: context.now, in: context.zone).end)
    }

    /// Whether any of its time lies there, or anything was recorded there.
    private func isActive(in bounds: TimeBounds) -> Bool {
        session.intervals.contains { interval in
            switch interval.extent {
            case .amount(_, let day): return bounds.contains(context.zone.instant(of: day, secondOfDay: 0))
            case .stretch:
                guard let (start, end) = interval.stretch(now: context.now) else { return false }
                return bounds.overlaps(start, end)
            }
        } || session.events.contains { bounds.contains($0.happened) }
    }

    private func has(_ flag: QueryCondition.Flag) -> Bool {
        switch flag {
        case .running: session.isRunning
        case .stale:
            (session.status == .paused || session.status == .draft)
                && session.updatedAt < context.now.advanced(bySeconds: -14 * 86_400)
        case .forgotten:
            session.intervals.contains { $0.isForgotten(now: context.now, after: context.longestWatch) }
        case .overBudget: session.isOverBudget(now: context.now) ?? false
        case .mine: session.participants.contains { context.isMe($0.person) }
        case .mentioned: session.comments.contains { $0.mentions.contains(where: context.isMe) }
        }
    }

    private func has(_ part: QueryCondition.Part) -> Bool {
        switch part {
        case .goal: !session.goals.isEmpty
        case .comment: !session.comments.isEmpty
        case .attachment: !session.attachments.isEmpty
        case .plan: session.planned != nil
        case .project: session.project != nil
        case .tag: !session.tags.isEmpty
        case .template: session.template != nil
        case .description: session.description != nil
        case .rating: session.rating != nil
        case .time: !session.intervals.isEmpty
        }
    }
}

/// From a beginning (which belongs to it) to an end (which does not), either of them open.
struct TimeBounds {
    let from: Instant?
    let to: Instant?

    func contains(_ instant: Instant) -> Bool {
        (from.map { $0 <= instant } ?? true) && (to.map { instant < $0 } ?? true)
    }

    func overlaps(_ start: Instant, _ end: Instant) -> Bool {
        (from.map { $0 <= end } ?? true) && (to.map { start < $0 } ?? true)
    }
}
