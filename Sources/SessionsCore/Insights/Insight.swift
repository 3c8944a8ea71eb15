/// Something that the history shows, with what it stands on.
package struct Insight: Sendable {
    /// What it is about, as `estimate-drift`.
    package let kind: String
    /// One or two sentences for a person.
    package let sentence: String
    /// What follows from it for the next session; nil where nothing does.
    package let advice: String?
    /// The numbers in the sentence, by name.
    package let numbers: [(name: String, value: Double)]
    /// How many sessions it stands on.
    package let sessions: Int
    /// What lists these sessions.
    package let query: Query
    /// How likely chance alone shows as much, were there nothing to see.
    package let p: Double
    /// Whether what it shows is large enough to matter to anybody, however sure it is.
    let isLarge: Bool

    init(
        _ kind: String, p: Double, isLarge: Bool, sessions: Int, _ query: [Query],
        numbers: [(name: String, value: Double)], _ sentence: String, advice: String? = nil
    ) {
        self.kind = kind
        self.sentence = sentence
        self.advice = advice
        self.numbers = numbers
        self.sessions = sessions
        self.query = .all(query)
        self.p = p
        self.isLarge = isLarge
    }
}

/// One thing to look at.
protocol InsightKind: Sendable {
    /// All there is to look at, whether or not anything is to be seen there: what chance shows grows with how much
    /// is looked at.
    func candidates(in history: PastWork) -> [Insight]
}

/// What some sessions show.
package struct Insights: Sendable {
    /// Nothing is said from fewer sessions.
    package static let fewestSessions = 10

    /// Every kind there is, in the order in which equally sure ones are told.
    static let kinds: [any InsightKind] = [
        EstimateBias(), EstimatesByTemplate(), TagsThatOverrun(), EstimatesBySize(), EstimateDrift(),
        HoursOfDay(), Weekdays(), UnfinishedTemplates(), UnfinishedGoals(), Interruptions(),
        ContextSwitching(), LongSessions(), NeglectedWork(), GrowingSkills(), IdleSkills(),
        TeachingSessions(),
    ]

    /// What holds, the surest first.
    package let found: [Insight]
    /// At how many things was looked.
    package let tested: Int
    /// How many sessions there are.
    package let sessions: Int

    /// - Parameter base: the query by which the sessions were chosen: that of every insight narrows it.
    package init(of sessions: [PastSession], base: Query = .everything) {
        let history = PastWork(sessions.sorted { $0.key < $1.key }, base: base)
        let candidates = Self.kinds.flatMap { $0.candidates(in: history) }
        let holding = FalseDiscovery.holding(candidates.map(\.p))
        let found = zip(candidates, holding).filter { $0.1 && $0.0.isLarge }.map(\.0).enumerated()
        self.found = found.sorted { ($0.element.p, $0.offset) < ($1.element.p, $1.offset) }.map(\.element)
        tested = candidates.count
        self.sessions = sessions.count
    }
}
