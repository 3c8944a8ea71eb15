/// A recipe for new sessions: what a JSON document, its file, says.
package struct Template: Equatable, Sendable {
    /// The format this program writes.
    package static let schema = 1

    /// Whose it is. One of a workspace goes before one's own of that name, and this before one that is built in:
    /// who works on a project uses what the project says.
    package enum Origin: String, CaseIterable, Sendable {
        case workspace, personal
        case builtIn = "built-in"
    }

    package let name: String
    package let origin: Origin
    /// All of it, what this program does not know included.
    package let document: JSONObject

    /// What it is for, in a line.
    package internal(set) var summary: String?
    /// The title of a session; the typed one where there is none.
    package internal(set) var title: TemplateText?
    package internal(set) var description: TemplateText?
    package internal(set) var project: TemplateText?
    package internal(set) var planned: Plan?
    package internal(set) var tags: [TemplateText] = []
    package internal(set) var participants: [Participant] = []
    /// By position.
    package internal(set) var goals: [PlannedGoal] = []
    /// By position.
    package internal(set) var fields: [TemplateField] = []

    /// How long something is to take.
    package enum Plan: Equatable, Sendable {
        case amount(TimeAmount)
        /// What is given for the duration of that name.
        case field(String)
    }

    package struct PlannedGoal: Equatable, Sendable {
        package let id: String
        package let title: TemplateText
        package let isRequired: Bool
        package let weight: Double?
        package let planned: Plan?
        package let milestones: [PlannedMilestone]
    }

    package struct PlannedMilestone: Equatable, Sendable {
        package let id: String
        package let title: TemplateText
        /// A command, which goes into the session to the letter.
        package let check: String?
    }

    init(name: String, origin: Origin, document: JSONObject) {
        self.name = name
        self.origin = origin
        self.document = document
    }

    /// Whether a session has no title unless one is typed.
    package var needsTitle: Bool { title?.placeholders.contains(TemplateText.title) ?? true }

    /// What is allowed, and hardly what was meant.
    package var remarks: [String] {
        unusedFields.map { "'\($0)' is not placed anywhere" }
            + unknownMembers.map { "nothing is known of '\($0)'" }
    }

    /// The fields whose values go nowhere.
    var unusedFields: [String] {
        var used: [String] = []
        for text in [title, description, project].compactMap({ $0 }) + tags { used += text.placeholders }
        for goal in goals {
            used += goal.title.placeholders + goal.milestones.flatMap(\.title.placeholders)
        }
        for case .field(let name)? in [planned] + goals.map(\.planned) { used.append(name) }
        return fields.map(\.name).filter { !used.contains($0) }
    }
}

extension Template.Plan: CustomStringConvertible {
    package var description: String {
        switch self {
        case .amount(let amount): amount.description
        case .field(let name): "{{\(name)}}"
        }
    }
}
