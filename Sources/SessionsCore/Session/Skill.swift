/// Something that was practised.
package struct Skill: Equatable, Sendable {
    package let name: String
    /// By how much the person thinks to have become better, or with less than 0 worse, at it; 0 where nothing was
    /// said of that.
    package let change: Int

    package init(name: String, change: Int) {
        self.name = name
        self.change = change
    }

    /// What a change can be.
    package static let changes = -100...100
}

extension Session {
    /// What was practised, by name.
    package var skills: [Skill] {
        let members = document["reflection"]?.objectValue?["skills"]?.objectValue ?? JSONObject()
        return members.compactMap { name, change in
            // In a file that came from elsewhere it can be anything.
            change.intValue.map {
                Skill(name: name, change: min(max($0, Skill.changes.lowerBound), Skill.changes.upperBound))
            }
        }
        .sorted { $0.name < $1.name }
    }
}
