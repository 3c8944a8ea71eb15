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
