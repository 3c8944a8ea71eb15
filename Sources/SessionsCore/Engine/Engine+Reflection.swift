/// What came of a session; what is left out stays as it is.
package struct Reflection: Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case success, partial, failed
    }

    package var outcome: Outcome?
    /// 1 to 5.
    package var rating: Int?
    package var learned: [String] = []
    package var skills: [Skill] = []

    package init() {}

    package var saysAnything: Bool {
        outcome != nil || rating != nil || !learned.isEmpty || !skills.isEmpty
    }
}

extension Engine {
    /// Notes down what was learned. False where all of it stands there already.
    ///
    /// - Throws: `invalid`, for a rating, a lesson or a skill that cannot be.
    package func reflect(on session: inout Session, _ reflection: Reflection) throws(SessionsError) -> Bool {
        try edit(&session, needing: .change) { edit throws(SessionsError) in
            if let outcome = reflection.outcome {
                try edit.set(.string(outcome.rawValue), at: JSONPointer("reflection", "outcome"))
            }
            if let rating = reflection.rating {
                guard (1...5).contains(rating) else {
                    throw .invalid(what: "a rating", value: "\(rating)", expected: "1 to 5")
                }
                try edit.set(.number(JSONNumber(rating)), at: JSONPointer("reflection", "rating"))
            }
            for lesson in reflection.learned { try add(lesson, to: &edit) }
            for skill in reflection.skills {
                let name = try SessionRules.title(skill.name, of: "skill")
                guard Skill.changes.contains(skill.change) else {
                    throw .invalid(
                        what: "a change of skill", value: "\(skill.change)", expected: "-100 to 100")
                }
                let path = JSONPointer("reflection", "skills", name)
                try edit.set(.number(JSONNumber(skill.change)), at: path)
            }
        }
    }

    private func add(_ lesson: String, to edit: inout SessionEdit) throws(SessionsError) {
        guard let text = SessionRules.optional(lesson) else {
            throw .invalid(what: "a lesson", value: lesson, expected: "some text")
        }
        let known = edit.session.document[JSONPointer("reflection", "learned")]?.objectValue
        guard known?.contains(where: { $0.value == .string(text) }) != true else { return }
        let path = JSONPointer("reflection", "learned", edit.newID(.lesson, in: "reflection", "learned"))
        try edit.set(.string(text), at: path, as: .added)
    }
}
