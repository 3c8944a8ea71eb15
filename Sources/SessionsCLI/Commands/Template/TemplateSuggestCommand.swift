import CommandKit
import SessionsCore
import Terminal

/// `sessions template suggest`: which template fits.
struct TemplateSuggestCommand: SessionsCommand {
    static let info = CommandInfo(
        "suggest", "Say which template fits a new session, and why",
        discussion: """
            Goes by the latest 2,000 sessions that were made from a template: the words of their titles, their \
            tags and projects, how often and how recently each template was used, and whether its sessions were \
            completed. The best comes first.
            """,
        examples: [
            Example("sessions template suggest Login page crashes", "by its words"),
            Example(
                "sessions template suggest Read the papers -p notes --tag reading", "and where it belongs"),
        ])
    var title: [String] = []
    var project: String?
    var tags: [String] = []
    var page = Page()

    mutating func declare(_ arguments: inout Arguments) {
        arguments.argument("<title>…", &title, "What is to be done", required: true)
        arguments.option(
            "-p, --project <name>", &project, "The project, like web.auth", completion: .dynamic("project"))
        arguments.option("--tag <tag>", &tags, "A tag", completion: .dynamic("tag"))
        page.declare(&arguments)
    }

    func run(in context: Context) throws {
        let (suggestions, damaged) = try context.templateSuggestions(
            for: title.joined(separator: " "), project: project, tags: tags)
        context.report(damaged: damaged)
        let shown = page.rows(of: suggestions, context)
        if context.isJSON { return try context.printArray(shown, Self.json) }
        if context.isQuiet {
            for suggestion in shown { try context.print(suggestion.template) }
            return
        }
        if context.output.isTerminal, !suggestions.isEmpty, !suggestions.contains(where: \.hasReason) {
            context.note("nothing in this title, its tags or project speaks for any of them")
        }
        var table = Table(
            [
                Table.Column("TEMPLATE", priority: 9), Table.Column("FITS", alignment: .right, priority: 8),
                Table.Column("WHY", isFlexible: true, minimumWidth: 20, priority: 7),
            ], to: context.output)
        for suggestion in shown {
            try table.add([
                Cell(suggestion.template, .yellow), Cell(percent(suggestion.probability)),
                Cell(suggestion.reasons(context).joined(separator: ", "), .dim),
            ])
        }
        try table.finish()
    }

    private static func json(_ suggestion: TemplateSuggestion) -> JSON {
        var object: JSONObject = [
            "completed": .number(JSONNumber(suggestion.completed)),
            "projectSessions": .number(JSONNumber(suggestion.projectSessions)),
            "projectUses": .number(JSONNumber(suggestion.projectUses)),
            "template": .string(suggestion.template), "uses": .number(JSONNumber(suggestion.uses)),
            "words": .array(suggestion.words.map(JSON.string)),
        ]
        object["lastUsed"] = suggestion.lastUsed.map { .string($0.rfc3339) }
        object["probability"] = JSONNumber(suggestion.probability).map(JSON.number)
        return .object(object)
    }
}

extension TemplateSuggestion {
    /// Whether anything of what was asked speaks for it.
    fileprivate var hasReason: Bool { !words.isEmpty || projectUses > 0 }

    /// Why, in words: `words crash, login`, `4 of 5 in web`, `used 12 times`, `last 2026-11-20`, `11 completed`.
    func reasons(_ context: Context) -> [String] {
        guard uses > 0 else {
            return (words.isEmpty ? [] : ["its name or summary says " + words.joined(separator: ", ")])
                + ["never used"]
        }
        var reasons: [String] = []
        if !words.isEmpty {
            reasons.append((words.count > 1 ? "words " : "word ") + words.joined(separator: ", "))
        }
        if projectSessions > 0 { reasons.append("\(projectUses) of \(projectSessions) in the project") }
        reasons.append("used \(uses == 1 ? "once" : "\(uses) times")")
        if let lastUsed { reasons.append("last \(context.zone.wallClock(at: lastUsed).day)") }
        return reasons + ["\(completed) completed"]
    }
}

extension Context {
    /// Which templates fit a new session, the best first, and the templates and sessions that cannot be read.
    func templateSuggestions(
        for title: String, project: String?, tags: [String]
    ) throws(SessionsError) -> (suggestions: [TemplateSuggestion], damaged: [SessionsError]) {
        var templates: [Template] = []
        var damaged: [SessionsError] = []
        for entry in try self.templates().entries() where !entry.isShadowed {
            switch entry.content {
            case .success(let template): templates.append(template)
            case .failure(let error): damaged.append(error)
            }
        }
        var history = TemplateHistory()
        let catalog = try catalog()
        catalog.forEach { history.add($0) }
        let suggestions = history.suggestions(
            for: title, project: project, tags: tags, among: templates, now: now)
        return (suggestions, damaged + catalog.damaged)
    }
}
