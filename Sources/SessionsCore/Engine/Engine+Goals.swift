extension Engine {
    /// Adds a goal behind the others.
    package func addGoal(
        _ goal: SessionPlan.PlannedGoal, to session: inout Session, isPartOfCreation: Bool = false
    ) throws(SessionsError) -> Bool {
        let title = try SessionRules.title(goal.title, of: "goal")
        if let weight = goal.weight { try SessionRules.weight(weight) }
        let position = (session.goals.last?.position ?? 0) + 1
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            let id = edit.newID(.goal, in: "goals")
            var object: JSONObject = ["title": .string(title)]
            object["position"] = JSONNumber(position).map(JSON.number)
            if goal.isRequired { object["required"] = true }
            object["weight"] = goal.weight.flatMap(JSONNumber.init).map(JSON.number)
            object["plannedMinutes"] = goal.planned.map { .number(.minutes($0)) }
            try edit.store(.object(object), at: JSONPointer("goals", id))
            for milestone in goal.milestones {
                _ = try addMilestone(milestone.title, check: milestone.check, to: id, in: &edit)
            }
            if !isPartOfCreation { edit.record(.added, at: JSONPointer("goals", id), to: .string(title)) }
        }
    }

    /// Marks a goal (with every milestone it has) or one milestone as reached. False where it is.
    package func reach(
        _ reference: GoalReference, in session: inout Session, at moment: Moment = .now
    ) throws(SessionsError) -> Bool {
        let at = try settled(moment, to: "reach a goal of", session)
        let (goal, milestone) = try reference.resolve(in: session)
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            let steps = milestone.map { [$0] } ?? goal.milestones
            for step in steps where !step.isDone {
                try mark(JSONPointer("goals", goal.id, "milestones", step.id), at, in: &edit)
            }
            if goal.milestones.isEmpty, !goal.isDone {
                try mark(JSONPointer("goals", goal.id), at, in: &edit)
            }
        }
    }

    /// Adds a milestone behind the others of a goal, without an event of its own.
    func addMilestone(
        _ title: String, check: String? = nil, to goal: String, in edit: inout SessionEdit
    ) throws(SessionsError) -> JSONPointer {
        let title = try SessionRules.title(title, of: "milestone")
        let last = edit.session.goals.first { $0.id == goal }?.milestones.last?.position ?? 0
        let id = edit.newID(.milestone, in: "goals", goal, "milestones")
        let path = JSONPointer("goals", goal, "milestones", id)
        var milestone: JSONObject = ["title": .string(title)]
        milestone["position"] = JSONNumber(last + 1).map(JSON.number)
        milestone["check"] = try check.map(SessionRules.check).map(JSON.string)
        try edit.store(.object(milestone), at: path)
        return path
    }

    func mark(
        _ path: JSONPointer, _ at: Instant, in edit: inout SessionEdit
    ) throws(SessionsError) {
        try edit.store(.string(user), at: path.appending("doneBy"))
        try edit.set(.string(at.rfc3339), at: path.appending("doneAt"), as: .checked, claimed: at)
    }
}

/// A goal or milestone as a person names it: `2`, `2.1` as listed, or the beginning of its id.
package struct GoalReference: Equatable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// - Throws: `elementNotFound`, `ambiguous`.
    package func resolve(in session: Session) throws(SessionsError) -> (goal: Goal, milestone: Milestone?) {
        let goals = session.goals
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if let number = Int(parts[0]), parts.count <= 2 {
            guard let goal = goals[numbered: number] else { throw missing("goal", session) }
            guard parts.count == 2 else { return (goal, nil) }
            guard let milestone = Int(parts[1]).flatMap({ goal.milestones[numbered: $0] }) else {
                throw missing("milestone", session)
            }
            return (goal, milestone)
        }
        var found: [(goal: Goal, milestone: Milestone?)] = []
        for goal in goals {
            if goal.id.hasPrefix(text) { found.append((goal, nil)) }
            for milestone in goal.milestones where milestone.id.hasPrefix(text) {
                found.append((goal, milestone))
            }
        }
        guard let first = found.first, text.utf8.count >= 2 else { throw missing("goal", session) }
        guard found.count == 1 else {
            throw .ambiguous(
                kind: "goal", reference: text, candidates: found.map { $0.milestone?.id ?? $0.goal.id })
        }
        return first
    }

    private func missing(_ kind: String, _ session: Session) -> SessionsError {
        .elementNotFound(kind: kind, reference: text, session: session.id)
    }
}

extension Array {
    /// The element of that number as listed, from 1; nil where there is none.
    subscript(numbered number: Int) -> Element? {
        number >= 1 && number <= count ? self[number - 1] : nil
    }
}
