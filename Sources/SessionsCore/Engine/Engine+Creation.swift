/// What a new session is to be.
package struct SessionPlan: Sendable {
    package struct PlannedGoal: Sendable {
        package var title: String
        package var isRequired = false
        package var weight: Double?
        package var planned: TimeAmount?
        package var milestones: [PlannedMilestone] = []

        package init(_ title: String) { self.title = title }
    }

    package struct PlannedMilestone: ExpressibleByStringLiteral, Sendable {
        package var title: String
        /// The command that proves it.
        package var check: String?

        package init(_ title: String, check: String? = nil) {
            self.title = title
            self.check = check
        }

        package init(stringLiteral title: String) { self.init(title) }
    }

    package var title = ""
    package var description: String?
    package var project: String?
    package var template: String?
    package var tags: [String] = []
    package var planned: TimeAmount?
    package var goals: [PlannedGoal] = []
    package var participants: [Participant] = []

    package init() {}
}

extension Engine {
    /// A new draft whose owner is the person who makes it.
    ///
    /// - Parameter isTaken: whether an id belongs to another session.
    package func create(
        _ plan: SessionPlan, isTaken: (String) throws(SessionsError) -> Bool
    ) throws(SessionsError) -> Session {
        var session = try blank(title: plan.title, createdAt: now, createdBy: user, isTaken: isTaken)
        _ = try edit(&session, needing: .own) { edit throws(SessionsError) in
            edit.record(.created)
            for participant in plan.participants where !isMe(participant.person) {
                let path = JSONPointer("participants", try SessionRules.person(participant.person))
                try edit.store(.string(participant.role.rawValue), at: path)
            }
            try edit.store(
                plan.description.flatMap(SessionRules.optional).map(JSON.string),
                at: JSONPointer("description"))
            try edit.store(
                try plan.project.map(SessionRules.project).map(JSON.string), at: JSONPointer("project"))
            try edit.store(plan.template.map(JSON.string), at: JSONPointer("template"))
            try edit.store(plan.planned.map { .number(.minutes($0)) }, at: JSONPointer("plannedMinutes"))
            let tags = try SessionRules.tags(plan.tags)
            if !tags.isEmpty { try edit.store(.array(tags.map(JSON.string)), at: JSONPointer("tags")) }
        }
        for goal in plan.goals { _ = try addGoal(goal, to: &session, isPartOfCreation: true) }
        return session
    }

    /// A draft with nothing in it but its title and owner, and no event yet.
    func blank(
        title: String, createdAt: Instant, createdBy: String, isTaken: (String) throws(SessionsError) -> Bool
    ) throws(SessionsError) -> Session {
        var id = ids.session()
        while try isTaken(id) { id = ids.session() }
        return Session(document: [
            "createdAt": .string(createdAt.rfc3339), "createdBy": .string(createdBy), "id": .string(id),
            "participants": [try SessionRules.person(createdBy): "owner"],
            "schema": .number(JSONNumber(Session.schema)), "status": "draft",
            "title": .string(try SessionRules.title(title)),
        ])
    }
}
