import SessionsCore
import Terminal

/// Goals and milestones with the numbers that name them.
struct GoalLines {
    private let style: Style
    private let width: Int
    /// Elements and how many characters of their ids tell them apart; empty where ids are not shown.
    private var prefixes: [(id: String, length: Int)] = []
    private(set) var lines: [String] = []

    /// The fewest characters of an id that are shown.
    private static let shortest = 3

    /// - Parameter width: columns that a line may take.
    init(_ session: Session, _ style: Style, width: Int, showsIDs: Bool = false) {
        self.style = style
        self.width = width
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
                    isDone: milestone.isDone, notes: Self.notes(milestone))
            }
        }
    }

    private mutating func add(_ number: String, _ title: String, _ id: String, isDone: Bool, notes: [String])
    {
        var spans = [Span(title)]
        if !notes.isEmpty { spans += [Span("  "), Span("(\(notes.joined(separator: ", ")))", .dim)] }
        if let length = prefixes.first(where: { $0.id == id })?.length {
            spans += [Span("  "), Span(String(id.prefix(length)), .dim)]
        }
        let mark = isDone ? Span("[x]", .green) : Span("[ ]")
        lines += wrap(spans, after: [Span(number), mark, Span(" ")], columns: width, style: style)
    }

    private static func notes(_ milestone: Milestone) -> [String] {
        guard let check = milestone.check else { return [] }
        var notes: [String] = []
        if let evidence = milestone.evidence, !milestone.isDone || evidence.end.isSuccess {
            let end = evidence.end.isSuccess ? "passed" : evidence.end.description
            notes.append(evidence.commit.map { "\(end) at \(String($0.prefix(8)).visible)" } ?? end)
        }
        // Last, as nobody can tell where a command ends.
        notes.append(check == milestone.title ? "check" : "check: \(check.visible)")
        return notes
    }

    private static func notes(_ goal: Goal) -> [String] {
        var notes: [String] = []
        if goal.isRequired { notes.append("required") }
        if let planned = goal.planned { notes.append(planned.description) }
        if goal.weight != 1 { notes.append("weight \(JSONNumber(goal.weight)?.text ?? "")") }
        return notes
    }
}
