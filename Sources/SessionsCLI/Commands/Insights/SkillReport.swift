import SessionsCore
import Terminal

/// `insights --skills`: what was practised, how it grew and when it was last practised.
struct SkillReport {
    let skills: [SkillHistory.Skill]
    let context: Context

    func print() throws {
        if context.isJSON { return try context.printArray(skills, Self.json) }
        if context.isQuiet {
            for skill in skills { try context.print(skill.name.visible) }
            return
        }
        if skills.isEmpty, context.output.isTerminal {
            context.note("nothing was practised there: see 'sessions help reflect'")
        }
        var table = Table(
            [
                Table.Column("SKILL", isFlexible: true, minimumWidth: 10, priority: 9),
                Table.Column("SESSIONS", alignment: .right, priority: 8),
                Table.Column("CHANGE", alignment: .right, priority: 7),
                Table.Column("FIRST", priority: 4), Table.Column("LAST", priority: 6),
                Table.Column("BY MONTH", isFlexible: true, minimumWidth: 12, priority: 3),
            ], to: context.output)
        for skill in skills {
            try table.add([
                Cell(skill.name), Cell("\(skill.sessions)"), Cell(signed(skill.change), tone(skill.change)),
                Cell(skill.first.description, .dim), Cell(skill.last.description),
                // The newest first: where the line is cut, it is the oldest that go.
                Cell(
                    skill.months.reversed().map { "\($0.name) \(signed($0.change))" }.joined(separator: ", "),
                    .dim),
            ])
        }
        try table.finish()
    }

    private func tone(_ change: Int) -> Tone { change > 0 ? .green : change < 0 ? .red : .dim }

    private static func json(_ skill: SkillHistory.Skill) -> JSON {
        [
            "change": .number(JSONNumber(skill.change)), "first": .string(skill.first.description),
            "last": .string(skill.last.description),
            "months": .array(
                skill.months.map { month in
                    [
                        "change": .number(JSONNumber(month.change)), "month": .string(month.name),
                        "sessions": .number(JSONNumber(month.sessions)),
                    ]
                }),
            "name": .string(skill.name), "query": .string(Query.practised(skill.name).description),
            "sessions": .number(JSONNumber(skill.sessions)),
        ]
    }
}

extension Query {
    /// The sessions in which something was practised.
    static func practised(_ skill: String) -> Query { .all([.condition(.skill([skill]))]) }
}
