/// What to change in a goal or a milestone; nil leaves a thing as it is.
package struct GoalChanges: Sendable {
    package var title: String?
    package var isRequired: Bool?
    package var weight: Double?
    /// The new budget; the inner nil clears it.
    package var planned: TimeAmount??
    /// Milestones to add behind the others.
    package var milestones: [SessionPlan.PlannedMilestone] = []
    /// Of a milestone the command that proves it, empty for none; of a goal commands that become milestones.
    package var checks: [String] = []
    /// The place among the others to move to, from 1; past the last one it is the last.
    package var place: Int?

    package init() {}

    package var saysAnything: Bool { title != nil || place != nil || !checks.isEmpty || isForGoalsAlone }

    fileprivate var isForGoalsAlone: Bool {
        isRequired != nil || weight != nil || planned != nil || !milestones.isEmpty
    }
}

extension Engine {
    /// Marks a goal (with every milestone it has) or one milestone as open again. False where it is.
    package func reopen(_ reference: GoalReference, in session: inout Session) throws(SessionsError) -> Bool {
        let (goal, milestone) = try reference.resolve(in: session)
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            for step in milestone.map({ [$0] }) ?? goal.milestones where step.isDone {
                try unmark(JSONPointer("goals", goal.id, "milestones", step.id), in: &edit)
            }
            if milestone == nil { try unmark(JSONPointer("goals", goal.id), in: &edit) }
        }
    }

    private func unmark(_ path: JSONPointer, in edit: inout SessionEdit) throws(SessionsError) {
        guard edit.session.document[path.appending("doneAt")] != nil else { return }
        try edit.store(nil, at: path.appending("doneBy"))
        try edit.set(nil, at: path.appending("doneAt"), as: .checked)
    }

    /// Changes a goal or a milestone. False where it is so already.
    package func change(
        _ reference: GoalReference, in session: inout Session, _ changes: GoalChanges
    ) throws(SessionsError) -> Bool {
        let (goal, milestone) = try reference.resolve(in: session)
        guard milestone == nil || !changes.isForGoalsAlone else {
            throw .invalid(
                what: "a goal", value: reference.text,
                expected: "a whole goal: a milestone has only a title, a check and a place")
        }
        guard milestone == nil || changes.checks.count < 2 else {
            throw .invalid(
                what: "a check", value: changes.checks[1], expected: "one command for a milestone")
        }
        if let weight = changes.weight { try SessionRules.weight(weight) }
        let goalPath = JSONPointer("goals", goal.id)
        let path = milestone.map { goalPath.appending("milestones").appending($0.id) } ?? goalPath
        let kind = milestone == nil ? "goal" : "milestone"
        let position = changes.place.flatMap { place in
            milestone.map { step in
                Engine.position(at: place, for: step.id, among: goal.milestones.map { ($0.id, $0.position) })
            } ?? Engine.position(at: place, for: goal.id, among: session.goals.map { ($0.id, $0.position) })
        }
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            if let title = changes.title {
                try edit.set(.string(SessionRules.title(title, of: kind)), at: path.appending("title"))
            }
            if let isRequired = changes.isRequired, isRequired != goal.isRequired {
                try edit.set(isRequired ? true : nil, at: path.appending("required"))
            }
            if let weight = changes.weight, weight != goal.weight {
                try edit.set(JSONNumber(weight).map(JSON.number), at: path.appending("weight"))
            }
            if let planned = changes.planned, planned != goal.planned {
                try edit.set(planned.map { .number(.minutes($0)) }, at: path.appending("plannedMinutes"))
            }
            var added = changes.milestones
            if milestone == nil { added += changes.checks.map { .init($0, check: $0) } }
            for step in added {
                let path = try addMilestone(step.title, check: step.check, to: goal.id, in: &edit)
                edit.record(.added, at: path, to: edit.session.document[path.appending("title")])
            }
            if milestone != nil, let check = changes.checks.first {
                try change(check, at: path, in: &edit)
            }
            if let position {
                try edit.set(JSONNumber(position).map(JSON.number), at: path.appending("position"))
            }
        }
    }

    /// What an old check came to says nothing of the new one.
    private func change(
        _ check: String, at path: JSONPointer, in edit: inout SessionEdit
    ) throws(SessionsError) {
        let check = check.isEmpty ? nil : JSON.string(try SessionRules.check(check))
        guard check != edit.session.document[path.appending("check")] else { return }
        try edit.store(nil, at: path.appending("evidence"))
        try edit.set(check, at: path.appending("check"))
    }

    /// A decimal between the neighbours of a place, so that none of them moves; nil where the element
    /// stands there.
    private static func position(
        at place: Int, for id: String, among elements: [(id: String, position: Double)]
    ) -> Double? {
        let others = elements.filter { $0.id != id }.map(\.position)
        let index = min(max(place - 1, 0), others.count)
        guard elements.firstIndex(where: { $0.id == id }) != index else { return nil }
        guard index > 0 else { return others[0] - 1 }
        guard index < others.count else { return others[index - 1] + 1 }
        return (others[index - 1] + others[index]) / 2
    }

    /// Takes a goal with its milestones, or one milestone, away.
    package func remove(
        _ reference: GoalReference, from session: inout Session
    ) throws(SessionsError) -> Bool {
        let (goal, milestone) = try reference.resolve(in: session)
        var path = JSONPointer("goals", goal.id)
        if let milestone { path = path.appending("milestones").appending(milestone.id) }
        return try edit(&session, needing: .change) { edit throws(SessionsError) in
            try edit.store(nil, at: path)
            edit.record(.removed, at: path, from: .string(milestone?.title ?? goal.title))
        }
    }
}
