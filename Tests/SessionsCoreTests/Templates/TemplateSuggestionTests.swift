import Testing

@testable import SessionsCore

@Suite("Template suggestions")
struct TemplateSuggestionTests {
    private func model(repeating times: Int = 1) -> TemplateModel {
        var model = TemplateModel()
        for _ in 0..<times {
            model.learn(["login", "crash"], project: "web", template: "bug-fix")
            model.learn(["paper"], project: "notes", template: "research")
            model.learn(["login", "page"], project: "web", template: "feature", weight: 0.5)
            model.learn(["crash"], project: nil, template: "bug-fix")
        }
        return model
    }

    /// The values were worked out from the formula with Python.
    @Test(arguments: [
        (
            ["login", "new"], "web", ["bug-fix", "feature", "research"],
            [0.6010744798025304, 0.24089880650617795, 0.15802671369129156]
        ),
        (
            ["paper"], nil, ["bug-fix", "research", "feature"],
            [0.532059076427988, 0.3251299521038389, 0.1428109714681731]
        ),
    ])
    func theFormulaHolds(_ words: [String], _ project: String?, _ order: [String], _ shares: [Double]) {
        let ranked = model().ranked(words, project: project)
        #expect(ranked.map(\.template) == order)
        for (found, share) in zip(ranked, shares) {
            #expect((found.probability - share).magnitude < 1e-12)
        }
    }

    @Test("Sums that have grown large are brought down, and say the same")
    func rescaling() {
        // Half as much for every 500 sessions: 10 to the 100 is reached after about 166,000.
        var model = self.model()
        for number in 0..<170_000 {
            model.learn([], project: nil, template: number % 2 == 0 ? "bug-fix" : "research")
        }
        model.learn(["paper"], project: nil, template: "research")
        let ranked = model.ranked(["paper"], project: nil)
        #expect(ranked.first?.template == "research")
        #expect(ranked.allSatisfy { $0.probability.isFinite })
        #expect((ranked.reduce(0) { $0 + $1.probability } - 1).magnitude < 1e-9)
    }

    @Test("What was used lately counts for more than what was used once")
    func recency() {
        var model = TemplateModel()
        for _ in 0..<1000 { model.learn(["report"], project: nil, template: "old") }
        for _ in 0..<600 { model.learn(["report"], project: nil, template: "new") }
        #expect(model.ranked(["report"], project: nil).first?.template == "new")
    }

    @Test("Nothing is suggested from nothing")
    func nothing() {
        #expect(TemplateModel().ranked(["a"], project: "web").isEmpty)
    }

    private func summary(_ number: Int, _ members: String, completed: Bool = true) throws -> SessionSummary {
        let status = completed ? "completed" : "draft"
        let id =
            "z" + String(number + 100).map { "bcdfghjkmn".map(String.init)[Int(String($0)) ?? 0] }.joined()
        let session = try session(
            #"{"id": "\#(id)22222222", "status": "\#(status)", \#(members)}"#)
        return SessionSummary(of: session)
    }

    @Test("A suggestion says how often, where and how well its template was used")
    func reasons() throws {
        var history = TemplateHistory()
        for number in 0..<6 {
            history.add(
                try summary(
                    number, #""title": "Login crash", "project": "web", "template": "bug-fix""#,
                    completed: number > 0))
            history.add(
                try summary(
                    number + 10,
                    #""title": "Read on", "project": "web", "template": "research", "tags": ["paper"]"#))
            history.add(try summary(number + 20, #""title": "Login", "template": "gone""#))
            history.add(try summary(number + 30, #""title": "Login""#))
        }
        let found = history.suggestions(
            for: "LOGIN page", project: "web", tags: [], among: Template.builtIn, now: at("12:00"))
        let best = try #require(found.first)
        #expect(best.template == "bug-fix" && best.words.isEmpty == false && best.words.contains("login"))
        #expect(best.uses == 6 && best.completed == 5 && best.projectUses == 6 && best.projectSessions == 12)
        // What is no more cannot be chosen; what was never used can.
        #expect(found.map(\.template).sorted() == Template.builtIn.map(\.name).sorted())
        let tagged = history.suggestions(
            for: "Xyzzy", project: nil, tags: ["paper"], among: Template.builtIn, now: at("12:00"))
        #expect(tagged.first?.template == "research" && tagged.first?.words == ["#paper"])
        #expect(tagged.first?.projectSessions == 0)
    }

    @Test("Without a past the names of the templates are something to go by")
    func beginning() {
        let found = TemplateHistory().suggestions(
            for: "A bug in the parser", project: nil, tags: [], among: Template.builtIn, now: at("12:00"))
        #expect(found.first?.template == "bug-fix" && found.first?.uses == 0)
    }

    @Test func wordsAreFoldedAndComeOnce() {
        #expect(
            TemplateHistory.words("Größe, LOGIN-page: the login", tags: ["Bug"]) == [
                "grosse", "login", "page", "the", "#Bug",
            ])
    }
}
