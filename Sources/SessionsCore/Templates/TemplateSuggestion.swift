/// A template that may fit a new session, and why.
package struct TemplateSuggestion: Equatable, Sendable {
    package let template: String
    /// How likely it is the one, 0 to 1, as far as past sessions tell.
    package let probability: Double
    /// Words of the title and tags that speak for it, the strongest first.
    package let words: [String]
    /// In how many of the sessions looked at it was used, and how many of these were completed.
    package var uses = 0
    package var completed = 0
    package var lastUsed: Instant?
    /// How many of them were in the project asked for, of how many there with any template.
    package var projectUses = 0
    package var projectSessions = 0
}

/// What past sessions say of which template fits.
package struct TemplateHistory {
    /// A session made from a template.
    private struct Use {
        let key: SessionKey
        let createdAt: Instant
        let words: [String]
        let project: String?
        let template: String
        let isCompleted: Bool
        /// Whether it was given up.
        let isGivenUp: Bool
    }

    /// Older sessions than so many hardly count.
    private static let mostUses = 2_000
    /// What a session counts that was given up: its template did not carry it to the end.
    private static let weightOfGivenUp = 0.5
    /// A word is named where it makes the template more likely by five of a hundred.
    private static let strongWord = 0.05
    private static let mostWords = 3

    private var recent: [SessionSummary] = []

    package init() {}

    package mutating func add(_ summary: SessionSummary) {
        guard summary.flags.contains(.template) else { return }
        recent.append(summary)
        if recent.count >= 2 * Self.mostUses { keepNewest() }
    }

    private mutating func keepNewest() {
        recent.sort { ($0.createdAt, $0.key) < ($1.createdAt, $1.key) }
        recent.removeFirst(max(recent.count - Self.mostUses, 0))
    }

    /// The templates there are in the order in which they fit, the best first.
    ///
    /// - Parameter templates: what can be chosen; what was used and is no more is left out. Each counts as a session
    ///   that is called what it is for, so that there is something to go by at the beginning.
    package func suggestions(
        for title: String, project: String?, tags: [String], among templates: [Template], now: Instant
    ) -> [TemplateSuggestion] {
        var history = self
        history.keepNewest()
        let uses = history.recent.map { Self.use($0, now: now) }
        var model = TemplateModel()
        for template in templates {
            let words = Self.words(template.name + " " + (template.summary ?? ""), tags: [])
            model.learn(words, project: nil, template: template.name)
        }
        for use in uses {
            model.learn(
                use.words, project: use.project, template: use.template,
                weight: use.isGivenUp ? Self.weightOfGivenUp : 1)
        }
        let words = Self.words(title, tags: tags)
        let inProject = project.map { project in uses.filter { $0.project == project } } ?? []
        return model.ranked(words, project: project).compactMap { template, probability in
            guard templates.contains(where: { $0.name == template }) else { return nil }
            let strong = words.map { ($0, model.evidence(of: $0, for: template)) }
                .filter { $0.1 >= Self.strongWord }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            let own = uses.filter { $0.template == template }
            return TemplateSuggestion(
                template: template, probability: probability, words: strong.prefix(Self.mostWords).map(\.0),
                uses: own.count, completed: own.count(where: \.isCompleted), lastUsed: own.last?.createdAt,
                projectUses: inProject.count { $0.template == template }, projectSessions: inProject.count)
        }
    }

    private static func use(_ summary: SessionSummary, now: Instant) -> Use {
        let isCompleted = summary.statusBefore == .completed
        return Use(
            key: summary.key, createdAt: summary.createdAt,
            words: words(summary.title, tags: summary.tags), project: summary.project,
            template: summary.template ?? "", isCompleted: isCompleted,
            isGivenUp: !isCompleted && (summary.isArchived || summary.isStale(now: now)))
    }

    /// The words of a title, whatever their case and accents, each once, and the tags as `#bug`.
    static func words(_ title: String, tags: [String]) -> [String] {
        var words: [String] = []
        let parts = FoldedText(title).bytes.split { byte in
            !(byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26)
        }
        for part in parts {
            let word = String(decoding: part, as: UTF8.self)
            if !words.contains(word) { words.append(word) }
        }
        return words + tags.map { "#" + $0 }
    }
}
