extension Template {
    /// Those that are always there, by name.
    package static let builtIn = [
        make("blank", "nothing but a title"),
        make(
            "bug-fix", "find and mend a fault", minutes: 90, tag: "bug",
            goals: ["reproduce", "isolate", "fix", "verify"]),
        make(
            "feature", "build something new", minutes: 180, tag: "feature",
            goals: ["design", "build", "test", "document", "review"]),
        make(
            "research", "find something out", minutes: 120, tag: "research",
            goals: ["question", "sources", "experiment", "findings"]),
    ].compactMap { $0 }

    /// - Parameter goals: their ids, which are their titles but for the first letter; the last one is required.
    private static func make(
        _ name: String, _ summary: String, minutes: Int? = nil, tag: String? = nil, goals: [String] = []
    ) -> Template? {
        var document: JSONObject = [
            "schema": .number(JSONNumber(schema)), "summary": .string(summary),
        ]
        document["plannedMinutes"] = minutes.map { .number(JSONNumber($0)) }
        document["tags"] = tag.map { [.string($0)] }
        for (index, id) in goals.enumerated() {
            var goal: JSONObject = [
                "position": .number(JSONNumber(index + 1)),
                "title": .string(id.prefix(1).uppercased() + id.dropFirst()),
            ]
            if index == goals.count - 1 { goal["required"] = true }
            _ = document.set(.object(goal), at: JSONPointer("goals", id))
        }
        return try? Template(document, name: name, origin: .builtIn)
    }
}
