import Testing

@testable import SessionsCore

@Suite struct CreationTests {
    private let bench = Workbench()

    @Test func aNewSessionIsADraftOfItsMaker() throws {
        let session = try bench.draft()
        try SessionChecker.check(session.document)
        #expect(session.status == .draft && session.title == "Mend the lexer")
        #expect(session.createdAt == at("08:00") && session.createdBy == "ada@example.org")
        #expect(session.participants == [Participant(person: "ada@example.org", role: .owner)])
        #expect(session.history() == ["created"])
        #expect(
            session.document.keys == [
                "createdAt", "createdBy", "events", "id", "participants", "schema", "status", "title",
            ])
    }

    @Test func everythingPlannedIsInItWithOneEvent() throws {
        let session = try bench.draft { plan in
            plan.title = "  Login loops \n"
            plan.description = " First line\n second \n"
            plan.project = "web.auth"
            plan.template = "bug-fix"
            plan.tags = ["safari", "auth", "safari"]
            plan.planned = TimeAmount(seconds: 5400)
            plan.participants = [
                Participant(person: "lin@example.org", role: .viewer),
                Participant(person: "ada@example.org", role: .viewer),
            ]
            plan.goals = [.init("Find"), .init("Fix")]
            plan.goals[1].isRequired = true
            plan.goals[1].weight = 2.5
            plan.goals[1].planned = TimeAmount(seconds: 90)
            plan.goals[1].milestones = ["one", "two"]
        }
        try SessionChecker.check(session.document)
        #expect(session.title == "Login loops" && session.description == "First line\n second")
        #expect(session.project == "web.auth" && session.template == "bug-fix")
        #expect(session.tags == ["auth", "safari"] && session.planned?.seconds == 5400)
        #expect(session.document["plannedMinutes"] == 90)
        #expect(session.participants.map(\.role) == [.owner, .viewer])
        #expect(session.goals.map(\.title) == ["Find", "Fix"] && session.goals.map(\.position) == [1, 2])
        #expect(session.goals.map(\.isRequired) == [false, true] && session.goals.map(\.weight) == [1, 2.5])
        #expect(session.goals[1].planned?.seconds == 90)
        #expect(session.goals[1].milestones.map(\.title) == ["one", "two"])
        #expect(session.history() == ["created"])
    }

    @Test func anIDThatIsTakenIsPassedOver() throws {
        var plan = SessionPlan()
        plan.title = "a"
        let first = try Workbench().engine("08:00").create(plan) { _ in false }
        let second = try Workbench().engine("08:00").create(plan) { $0 == first.id }
        #expect(first.id != second.id)
    }

    @Test func everybodyMayMakeASession() throws {
        var bench = bench
        bench.membership = Membership(defaultRole: .viewer)
        #expect(try bench.draft { $0.goals = [.init("a")] }.goals.count == 1)
    }

    @Test(arguments: ["", "  ", "\n\t", "a\nb", "a\r\nb", "a\rb", "a\u{2028}b", "a\u{85}b", "a\u{b}b"])
    func aTitleIsOneLineOfText(_ title: String) throws {
        let error = try refusal { _ = try bench.draft { $0.title = title } }
        #expect(error.code == .usage)
    }

    /// They are shown as escapes; nothing that was typed is lost.
    @Test func otherControlCharactersOfATitleAreKept() throws {
        #expect(try bench.draft { $0.title = "a\tb\u{1b}[31m\0" }.title == "a\tb\u{1b}[31m\0")
    }

    @Test func aTitleHasALimit() throws {
        #expect(try bench.draft { $0.title = String(repeating: "é", count: 1000) }.title.count == 1000)
        let error = try refusal { _ = try bench.draft { $0.title = String(repeating: "e", count: 1001) } }
        #expect(error.code == .limit && error.message.contains("1001") && error.message.contains("1000"))
    }

    @Test(arguments: ["", "a b", ".a", "a.", "a..b", "a\tb", "a\u{1b}b", "a\u{a0}b"])
    func aProjectIsWordsJoinedByPoints(_ project: String) throws {
        #expect(try refusal { _ = try bench.draft { $0.project = project } }.code == .usage)
    }

    @Test(arguments: ["", "a b", "a,b", "a\nb", " a"])
    func aTagIsOneWord(_ tag: String) throws {
        #expect(try refusal { _ = try bench.draft { $0.tags = [tag] } }.code == .usage)
    }

    @Test(arguments: ["", "a b", String(repeating: "a", count: 255)])
    func aPersonIsOneWord(_ person: String) throws {
        let error = try refusal {
            _ = try bench.draft { $0.participants = [Participant(person: person, role: .editor)] }
        }
        #expect(error.code == .usage)
    }

    @Test func aTextHasALimit() throws {
        let text = String(repeating: "a", count: Limits.text)
        #expect(try bench.draft { $0.description = text }.description?.utf8.count == Limits.text)
        #expect(try refusal { _ = try bench.draft { $0.description = text + "a" } }.code == .limit)
    }

    @Test(arguments: ["blank", "bug-fix", "feature", "research"])
    func aTemplateMakesASessionThatIsRight(_ name: String) throws {
        let template = try #require(Template.builtIn.first { $0.name == name })
        var plan = SessionPlan()
        plan.title = "Mend the lexer"
        try template.apply(to: &plan, today: CalendarDay(daysSince1970: 0))
        let session = try bench.engine("08:00").create(plan) { _ in false }
        try SessionChecker.check(session.document)
        #expect(session.template == name)
    }
}
