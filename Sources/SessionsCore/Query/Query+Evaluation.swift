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

/// What times in a query are counted from.
package struct QueryClock: Sendable {
    let now: Instant
    let zone: Zone

    package init(now: Instant, zone: Zone) {
        self.now = now
        self.zone = zone
    }
}

extension Query {
    /// Whether a session is meant. For one of many, make a `QueryMatcher` once.
    package func matches(_ session: Session, _ context: QueryContext) -> Bool {
        QueryMatcher(self, context).matches(SessionSummary(of: session, searchable: searchesText))
    }
}

/// A query made ready to be held against many sessions: words are folded and times placed on the calendar once.
package struct QueryMatcher {
    private indirect enum Node {
        case all([Node])
        case any([Node])
        case not(Node)
        case text(FoldedText)
        case time(QueryCondition.TimeField, TimeBounds)
        case during(TimeBounds)
        case condition(QueryCondition)

        init(_ query: Query, _ context: QueryContext) {
            func bounds(_ range: QueryRange<TimePhrase>) -> TimeBounds {
                TimeBounds(
                    from: range.from?.period(now: context.now, in: context.zone).start,
                    to: range.to?.period(now: context.now, in: context.zone).end)
            }
            switch query {
            case .all(let parts): self = .all(parts.map { Node($0, context) })
            case .any(let parts): self = .any(parts.map { Node($0, context) })
            case .not(let part): self = .not(Node(part, context))
            case .condition(.text(let word)): self = .text(FoldedText(word))
            case .condition(.time(let field, let range)): self = .time(field, bounds(range))
            case .condition(.during(let range)): self = .during(bounds(range))
            case .condition(let condition): self = .condition(condition)
            }
        }
    }

    private let root: Node
    private let context: QueryContext
    let rowTest: RowTest

    package init(_ query: Query, _ context: QueryContext) {
        root = Node(query, context)
        self.context = context
        let hidesArchived = context.archived == .hidden && !query.namesStatus
        rowTest = RowTest(query, context.archived, hidesArchived: hidesArchived)
    }

    /// Whether a session is meant.
    package func matches(_ summary: SessionSummary) -> Bool { matches(summary.block, summary.row) }

    @inline(__always)
    func matches(_ block: SummaryBlock, _ row: Int) -> Bool {
        rowTest.passes(block, row)
            && (rowTest.isWhole
                || Evaluation(summary: SessionSummary(block, row), context: context).holds(root))
    }

    /// A query held against one session.
    private struct Evaluation {
        let summary: SessionSummary
        let context: QueryContext

        func holds(_ node: Node) -> Bool {
            switch node {
            case .all(let parts):
                for part in parts where !holds(part) { return false }
                return true
            case .any(let parts):
                for part in parts where holds(part) { return true }
                return false
            case .not(let part): return !holds(part)
            case .text(let word): return FoldedLines(of: summary).contains(word)
            case .time(let field, let bounds): return time(field).map(bounds.contains) ?? false
            case .during(let bounds): return isActive(in: bounds)
            case .condition(let condition): return holds(condition)
            }
        }

        private func holds(_ condition: QueryCondition) -> Bool {
            switch condition {
            case .status(let statuses):
                return statuses.contains(summary.status)
                    || context.archived == .counted && statuses.contains(summary.statusBefore)
            case .tag(let tags): return summary.hasTag(among: tags)
            case .project(let names):
                guard let project = summary.project else { return false }
                return names.contains { $0 == project || project.hasPrefix($0 + ".") }
            case .template(let names): return summary.template.map(names.contains) ?? false
            case .owner(let people):
                return summary.participants.contains { $0.role == .owner && isNamed($0.person, people) }
            case .with(let people): return summary.participants.contains { isNamed($0.person, people) }
            case .id(let prefixes): return prefixes.contains(where: summary.id.hasPrefix)
            case .amount(.plan, let range): return summary.planned.map(range.contains) ?? false
            case .amount(.tracked, let range): return range.contains(summary.tracked(now: context.now))
            case .outcome(let outcomes): return summary.outcome.map(outcomes.contains) ?? false
            case .rating(let range): return summary.rating.map(range.contains) ?? false
            case .skill(let names): return summary.skills.contains { names.contains($0.name) }
            case .flag(let flags): return flags.contains(where: has)
            case .has(let parts): return parts.contains(where: has)
            case .lacks(let parts): return parts.contains { !has($0) }
            // Those are nodes of their own.
            case .text, .time, .during: return false
            }
        }

        private func isNamed(_ person: String, _ names: [String]) -> Bool {
            names.contains {
                $0 == person || $0 == "me" && context.isMe(person) || person.hasPrefix($0 + "@")
            }
        }

        private func time(_ field: QueryCondition.TimeField) -> Instant? {
            switch field {
            case .created: summary.createdAt
            case .started: summary.startedAt
            case .completed: summary.completedAt
            case .updated: summary.updatedAt
            }
        }

        /// Whether any of its time lies there, or anything was recorded there.
        private func isActive(in bounds: TimeBounds) -> Bool {
            summary.intervals.contains { interval in
                switch interval.extent {
                case .amount(_, let day):
                    return bounds.contains(context.zone.instant(of: day, secondOfDay: 0))
                case .stretch:
                    guard let (start, end) = interval.stretch(now: context.now) else { return false }
                    return bounds.overlaps(start, end)
                }
            } || summary.hasEvent(bounds.contains)
        }

        private func has(_ flag: QueryCondition.Flag) -> Bool {
            switch flag {
            case .running: summary.isRunning
            case .stale: summary.isStale(now: context.now)
            case .forgotten:
                summary.isRunning
                    && summary.intervals.contains {
                        $0.isForgotten(now: context.now, after: context.longestWatch)
                    }
            case .overBudget: summary.isOverBudget(now: context.now) ?? false
            case .mine: summary.participants.contains { context.isMe($0.person) }
            case .mentioned: summary.mentions.contains(where: context.isMe)
            }
        }

        private func has(_ part: QueryCondition.Part) -> Bool {
            switch part {
            case .goal: summary.flags.contains(.goal)
            case .comment: summary.flags.contains(.comment)
            case .attachment: summary.flags.contains(.attachment)
            case .plan: summary.planned != nil
            case .project: summary.flags.contains(.project)
            case .tag: summary.flags.contains(.tag)
            case .template: summary.flags.contains(.template)
            case .description: summary.flags.contains(.description)
            case .outcome: summary.outcome != nil
            case .rating: summary.flags.contains(.rating)
            case .time: summary.flags.contains(.time)
            case .lesson: summary.hasLesson
            case .skill: summary.flags.contains(.skill)
            }
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
