/// Fields to change; nil leaves one as it is, an empty text clears it.
package struct FieldChanges: Sendable {
    package var title: String?
    package var description: String?
    package var project: String?
    /// The new budget; the inner nil clears it.
    package var planned: TimeAmount??
    package var addedTags: [String] = []
    package var removedTags: [String] = []

    package init() {}
}

/// What was learned.
package struct Reflection: Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case success, partial, failed
    }

    package var outcome: Outcome?
    /// 1 to 5.
    package var rating: Int?
    package var learned: [String] = []

    package init() {}
}

extension Engine {
    /// Changes fields. False where they are so already.
    package func change(_ session: inout Session, _ changes: FieldChanges) throws(SessionsError) -> Bool {
        try edit(&session, needing: .change) { edit throws(SessionsError) in
            if let title = changes.title {
                try edit.set(.string(try SessionRules.title(title)), at: JSONPointer("title"))
            }
            if let description = changes.description {
                let text = SessionRules.optional(description)
                try edit.set(text.map(JSON.string), at: JSONPointer("description"))
            }
            if let project = changes.project {
                let project = project.isEmpty ? nil : try SessionRules.project(project)
                try edit.set(project.map(JSON.string), at: JSONPointer("project"))
            }
            if let planned = changes.planned, planned != edit.session.planned {
                try edit.set(planned.map { .number(.minutes($0)) }, at: JSONPointer("plannedMinutes"))
            }
            try changeTags(&edit, adding: changes.addedTags, removing: changes.removedTags)
        }
    }

    /// Notes down what was learned.
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
            for lesson in reflection.learned {
                guard let text = SessionRules.optional(lesson) else {
                    throw .invalid(what: "a lesson", value: lesson, expected: "some text")
                }
                let known = edit.session.document[JSONPointer("reflection", "learned")]?.objectValue
                guard known?.contains(where: { $0.value == .string(text) }) != true else { continue }
                let path = JSONPointer(
                    "reflection", "learned", edit.newID(.lesson, in: "reflection", "learned"))
                try edit.set(.string(text), at: path, as: .added)
            }
        }
    }

    private func changeTags(
        _ edit: inout SessionEdit, adding added: [String], removing removed: [String]
    ) throws(SessionsError) {
        let old = edit.session.tags
        let path = JSONPointer("tags")
        let added = try SessionRules.tags(added).filter { !old.contains($0) }
        let removed = SessionRules.sortedSet(removed).filter { old.contains($0) && !added.contains($0) }
        guard !added.isEmpty || !removed.isEmpty else { return }
        let tags = SessionRules.sortedSet(old.filter { !removed.contains($0) } + added)
        try edit.store(tags.isEmpty ? nil : .array(tags.map(JSON.string)), at: path)
        for tag in added { edit.record(.added, at: path, to: .string(tag)) }
        for tag in removed { edit.record(.removed, at: path, from: .string(tag)) }
    }
}
