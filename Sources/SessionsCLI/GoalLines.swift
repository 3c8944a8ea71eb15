import SessionsCore
import Terminal

/// Goals and milestones with the numbers that name them.
struct GoalLines {
    private let style: Style
    /// Elements and how many characters of their ids tell them apart; empty where ids are not shown.
    private var prefixes: [(id: String, length: Int)] = []
    private(set) var lines: [String] = []

    /// The fewest characters of an id that are shown.
    private static let shortest = 3

    init(_ session: Session, _ style: Style, showsIDs: Bool = false) {
        self.style = style
        let goals = session.goals
        if showsIDs {
            let ids = goals.flatMap { [$0.id] + $0.milestones.map(\.id) }.sorted()
            let lengths = Identifier.shortestPrefixes(ofSorted: ids, minimum: Self.shortest)
            prefixes = Array(zip(ids, lengths))
        }
        for (index, goal) in goals.enumerated() {
            add("  \(index + 1)  ", goal.title, goal.id, isDone: goal.isDone, notes: Self.notes(goal))
            for (step, milestone) in goal.milestones.enumerated() {
                add(
                    "     \(index + 1).\(step + 1)  ", milestone.title, milestone.id,
                    isDone: milestone.isDone, notes: [])
            }
        }
    }

    private mutating func add(_ number: String, _ title: String, _ id: String, isDone: Bool, notes: [String])
    {
        var line = number + (isDone ? style.green("[x]") : "[ ]") + " " + title.visible
        if !notes.isEmpty { line += "  " + style.dim("(\(notes.joined(separator: ", ")))") }
        if let length = prefixes.first(where: { $0.id == id })?.length {
            line += "  " + style.dim(String(id.prefix(length)))
        }
        lines.append(line)
    }

    private static func notes(_ goal: Goal) -> [String] {
        var notes: [String] = []
        if goal.isRequired { notes.append("required") }
        if let planned = goal.planned { notes.append(planned.description) }
        if goal.weight != 1 { notes.append("weight \(JSONNumber(goal.weight)?.text ?? "")") }
        return notes
    }
}
