/// What a session is to reach.
package struct Goal: Equatable, Sendable {
    package let id: String
    package let title: String
    package let position: Double
    /// What it counts for in the progress of the session.
    package let weight: Double
    /// Whether the session cannot be completed while it is open.
    package let isRequired: Bool
    package let planned: TimeAmount?
    /// By position.
    package let milestones: [Milestone]
    /// When it was reached, where it has no milestones of its own.
    let ownDoneAt: Instant?

    /// What a weight can be: with any more, sums would lose what is small.
    static let weights = 0.0...1_000_000

    init?(id: String, _ json: JSON) {
        guard let object = json.objectValue, let title = object["title"]?.stringValue else { return nil }
        self.id = id
        self.title = title
        position = object["position"]?.doubleValue ?? 0
        weight = object["weight"]?.doubleValue ?? 1
        isRequired = object["required"]?.boolValue ?? false
        planned = object["plannedMinutes"]?.doubleValue.flatMap(TimeAmount.init(minutes:))
        ownDoneAt = instant(object["doneAt"])
        var milestones: [Milestone] = []
        for (id, value) in object["milestones"]?.objectValue ?? JSONObject() {
            if let milestone = Milestone(id: id, value) { milestones.append(milestone) }
        }
        self.milestones = milestones.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    }

    package var isDone: Bool {
        milestones.isEmpty ? ownDoneAt != nil : milestones.allSatisfy(\.isDone)
    }

    /// The share of its milestones that are done; a goal without any counts as one. 0 to 1.
    package var progress: Double {
        guard !milestones.isEmpty else { return isDone ? 1 : 0 }
        return Double(milestones.count { $0.isDone }) / Double(milestones.count)
    }
}

/// A step on the way to a goal.
package struct Milestone: Equatable, Sendable {
    package let id: String
    package let title: String
    package let position: Double
    /// The command that proves it.
    package let check: String?
    /// What came of running it last.
    package let evidence: Evidence?
    package let doneAt: Instant?

    init?(id: String, _ json: JSON) {
        guard let object = json.objectValue, let title = object["title"]?.stringValue else { return nil }
        self.id = id
        self.title = title
        position = object["position"]?.doubleValue ?? 0
        check = object["check"]?.stringValue
        evidence = object["evidence"].flatMap(Evidence.init)
        doneAt = instant(object["doneAt"])
    }

    package var isDone: Bool { doneAt != nil }
}
