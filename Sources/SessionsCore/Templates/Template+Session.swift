extension Template {
    /// The document of a template that leads where a session led, with the time that it really took.
    ///
    /// The title is left to the next session. What of the people who take part is left out is its owner.
    ///
    /// - Returns: the document, and the titles of the goals whose time cannot be known.
    package static func document(
        of session: Session, now: Instant
    ) -> (document: JSONObject, withoutTime: [String]) {
        var document: JSONObject = ["schema": .number(JSONNumber(schema))]
        document["summary"] = .string(session.title)
        document["description"] = session.description.map { .string(TemplateText.escaped($0)) }
        document["project"] = session.project.map { .string(TemplateText.escaped($0)) }
        if !session.tags.isEmpty {
            let tags = SessionRules.sortedSet(session.tags.map(TemplateText.escaped))
            document["tags"] = .array(tags.map(JSON.string))
        }
        for participant in session.participants where participant.person != session.createdBy {
            guard TemplateText(participant.person).placeholders.isEmpty else { continue }
            _ = document.set(
                .string(participant.role.rawValue), at: JSONPointer("participants", participant.person))
        }
        let tracked = session.tracked(now: now)
        document["plannedMinutes"] = minutes(tracked)
        let times = session.goalTimes(now: now)
        for goal in session.goals {
            document.set(goal, plannedMinutes: times.first { $0.id == goal.id }.flatMap { minutes($0.time) })
        }
        let unknown = session.goals.filter { goal in !times.contains { $0.id == goal.id } }
        return (document, unknown.map(\.title))
    }

    /// Whole minutes, rounded up; nil for no time at all.
    private static func minutes(_ amount: TimeAmount) -> JSON? {
        amount.seconds == 0 ? nil : .number(JSONNumber((amount.seconds + 59) / 60))
    }
}

extension JSONObject {
    fileprivate mutating func set(_ goal: Goal, plannedMinutes: JSON?) {
        let path = JSONPointer("goals", goal.id)
        var object: JSONObject = ["title": .string(TemplateText.escaped(goal.title))]
        object["position"] = JSONNumber(goal.position).map(JSON.number)
        object["plannedMinutes"] = plannedMinutes
        if goal.isRequired { object["required"] = true }
        if goal.weight != 1 { object["weight"] = JSONNumber(goal.weight).map(JSON.number) }
        _ = set(.object(object), at: path)
        for milestone in goal.milestones {
            var step: JSONObject = ["title": .string(TemplateText.escaped(milestone.title))]
            step["position"] = JSONNumber(milestone.position).map(JSON.number)
            // A command that a template could not hold stays behind.
            step["check"] = milestone.check.flatMap {
                TemplateText($0).placeholders.isEmpty ? .string($0) : nil
            }
            _ = set(.object(step), at: path.appending("milestones").appending(milestone.id))
        }
    }
}

extension Session {
    /// How long the goals took, by id, as far as that can be known; those of which it cannot are not there.
    ///
    /// What was worked between one step and the next counts for the goal of the latter. That is known of a goal
    /// that is done, all of whose steps were reached at times at which no step of another goal was, after some
    /// work. A plain amount has no place on the clock: where there is one, nothing is known.
    func goalTimes(now: Instant) -> [(id: String, time: TimeAmount)] {
        var stretches: [(start: Instant, end: Instant)] = []
        for interval in intervals {
            guard let stretch = interval.stretch(now: now) else { return [] }
            stretches.append(stretch)
        }
        var steps: [(goal: String, at: Instant)] = []
        for goal in goals {
            let times = goal.milestones.isEmpty ? [goal.ownDoneAt] : goal.milestones.map(\.doneAt)
            for case let at? in times { steps.append((goal.id, at)) }
        }
        steps.sort { ($0.at, $0.goal) < ($1.at, $1.goal) }
        var times: [(id: String, time: TimeAmount)] = []
        for goal in goals where goal.isDone {
            let own = steps.filter { $0.goal == goal.id }.map(\.at)
            let isShared = steps.contains { $0.goal != goal.id && own.contains($0.at) }
            var seconds = 0
            var last: Instant?
            for at in own where at != last {
                let before = steps.last { $0.at < at }?.at
                seconds += stretches.reduce(0) { sum, stretch in
                    let start = max(stretch.start, before ?? stretch.start)
                    return sum + max(0, min(stretch.end, at).seconds(since: start))
                }
                last = at
            }
            if !isShared, seconds > 0 { times.append((goal.id, TimeAmount(seconds: seconds))) }
        }
        return times
    }
}
