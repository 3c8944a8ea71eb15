/// A recipe for new sessions.
package struct Template: Sendable {
    package let name: String
    package let summary: String
    package let planned: TimeAmount?
    package let tags: [String]
    /// In order; the last one is required.
    package let goals: [String]

    /// Those that are always there, by name.
    package static let builtIn = [
        Template(name: "blank", summary: "nothing but a title", planned: nil, tags: [], goals: []),
        Template(
            name: "bug-fix", summary: "find and mend a fault", planned: TimeAmount(seconds: 90 * 60),
            tags: ["bug"], goals: ["Reproduce", "Isolate", "Fix", "Verify"]),
        Template(
            name: "feature", summary: "build something new", planned: TimeAmount(seconds: 180 * 60),
            tags: ["feature"], goals: ["Design", "Build", "Test", "Document", "Review"]),
        Template(
            name: "research", summary: "find something out", planned: TimeAmount(seconds: 120 * 60),
            tags: ["research"], goals: ["Question", "Sources", "Experiment", "Findings"]),
    ]

    /// - Throws: `templateNotFound`, with the names there are.
    package static func named(_ name: String) throws(SessionsError) -> Template {
        guard let template = builtIn.first(where: { $0.name == name }) else {
            throw .templateNotFound(name: name, known: builtIn.map(\.name))
        }
        return template
    }

    /// Adds what the template holds to a plan; what the plan says already goes before it.
    package func apply(to plan: inout SessionPlan) {
        plan.template = name
        plan.planned = plan.planned ?? planned
        plan.tags += tags
        var goals = self.goals.map { SessionPlan.PlannedGoal($0) }
        if let last = goals.indices.last { goals[last].isRequired = true }
        plan.goals = goals + plan.goals
    }
}
