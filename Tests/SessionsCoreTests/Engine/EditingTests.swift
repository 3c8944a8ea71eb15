import Testing

@testable import SessionsCore

@Suite struct EditingTests {
    private let bench = Workbench()

    private func changed(
        _ session: Session, _ change: (inout FieldChanges) -> Void
    ) throws -> (session: Session, hasChanged: Bool, history: [String]) {
        var copy = session
        var changes = FieldChanges()
        change(&changes)
        let hasChanged = try bench.engine("09:00").change(&copy, changes)
        try SessionChecker.check(copy.document)
        #expect(hasChanged == (copy != session))
        return (copy, hasChanged, copy.history(after: session.lastSequence))
    }

    @Test func eachFieldIsSetWithItsEvent() throws {
        let result = try changed(try bench.draft { $0.project = "web" }) { changes in
            changes.title = "New"
            changes.description = "More"
            changes.project = "web.auth"
            changes.planned = .some(TimeAmount(seconds: 5430))
        }
        #expect(
            result.history == [
                "edited /title from Mend the lexer to New", "edited /description to More",
                "edited /project from web to web.auth", "edited /plannedMinutes to 90.5",
            ])
        #expect(result.session.planned?.seconds == 5430 && result.session.description == "More")
    }

    @Test func anEmptyTextClearsAField() throws {
        let result = try changed(
            try bench.draft { plan in
                plan.project = "web"
                plan.description = "a"
                plan.planned = TimeAmount(seconds: 60)
            }
        ) { changes in
            changes.project = ""
            changes.description = " \n"
            changes.planned = .some(nil)
        }
        #expect(
            result.history == [
                "edited /description from a", "edited /project from web", "edited /plannedMinutes from 1",
            ])
        #expect(result.session.project == nil && result.session.planned == nil)
    }

    @Test func whatIsSoAlreadyIsNoChange() throws {
        let session = try bench.draft { plan in
            plan.project = "web"
            plan.planned = TimeAmount(seconds: 150)
            plan.tags = ["a", "b"]
        }
        let result = try changed(session) { changes in
            changes.title = " Mend the lexer "
            changes.project = "web"
            changes.description = ""
            changes.planned = .some(TimeAmount(seconds: 150))
            changes.addedTags = ["b", "a"]
            changes.removedTags = ["c"]
        }
        #expect(!result.hasChanged && result.history == [])
        #expect(try !changed(session) { _ in }.hasChanged)
        #expect(try !changed(try bench.draft()) { $0.planned = .some(nil) }.hasChanged)
    }

    /// `2.50` and 2.5 minutes are one plan; setting it to what it is leaves the text alone.
    @Test func aPlanKeepsItsTextWhereItStays() throws {
        let session = try session(#"{"plannedMinutes": 2.50}"#)
        let result = try changed(session) { changes in
            changes.title = "New"
            changes.planned = .some(TimeAmount(seconds: 150))
        }
        #expect(result.session.document["plannedMinutes"] == .number(JSONNumber(scanned: "2.50")))
        #expect(result.history == ["edited /title from Mend the lexer to New"])
        let other = try changed(session) { $0.planned = .some(TimeAmount(seconds: 151)) }
        #expect(other.history.first?.hasPrefix("edited /plannedMinutes from 2.50 to 2.51666") == true)
        #expect(other.session.planned?.seconds == 151)
    }

    @Test func tagsAreASortedSet() throws {
        let session = try bench.draft { $0.tags = ["m", "b"] }
        let result = try changed(session) { changes in
            changes.addedTags = ["z", "a", "b", "a"]
            changes.removedTags = ["m", "x"]
        }
        #expect(result.session.tags == ["a", "b", "z"])
        #expect(result.history == ["added /tags to a", "added /tags to z", "removed /tags from m"])
        let none = try changed(result.session) { $0.removedTags = ["a", "b", "z"] }
        #expect(none.session.document["tags"] == nil)
    }

    @Test func whatIsRefusedChangesNothing() throws {
        let before = try bench.draft()
        for (change, code) in [
            ({ $0.title = "" }, SessionsError.Code.usage), ({ $0.title = "a\nb" }, .usage),
            ({ $0.project = "a b" }, .usage), ({ $0.addedTags = ["ok", "a,b"] }, .usage),
            ({ $0.title = String(repeating: "a", count: 1001) }, .limit),
            ({ $0.description = String(repeating: "a", count: Limits.text + 1) }, .limit),
        ] as [((inout FieldChanges) -> Void, SessionsError.Code)] {
            var session = before
            var changes = FieldChanges()
            changes.project = "good"
            change(&changes)
            #expect(try refusal { _ = try bench.engine("09:00").change(&session, changes) }.code == code)
            #expect(session == before)
        }
    }
}

@Suite struct ReflectionTests {
    private let bench = Workbench()

    @Test func whatWasLearnedIsNotedDownOnce() throws {
        var session = try bench.draft()
        let sequence = session.lastSequence
        var reflection = Reflection()
        reflection.outcome = .partial
        reflection.rating = 4
        reflection.learned = [" look first ", "ask", "look first"]
        reflection.skills = [Skill(name: " swift ", change: 1), Skill(name: "a/b", change: 0)]
        #expect(try bench.engine("09:00").reflect(on: &session, reflection))
        try SessionChecker.check(session.document)
        let stored = try #require(session.document["reflection"]?.objectValue)
        #expect(stored["outcome"] == "partial" && stored["rating"] == 4)
        #expect(
            stored["learned"]?.objectValue?.map { $0.value.stringValue }.sorted { ($0 ?? "") < ($1 ?? "") }
                == ["ask", "look first"])
        #expect(
            session.history(after: sequence) == [
                "edited /reflection/outcome to partial", "edited /reflection/rating to 4",
                "added /reflection/learned/l… to look first", "added /reflection/learned/l… to ask",
                "edited /reflection/skills/swift to 1", "edited /reflection/skills/a~1b to 0",
            ])
        #expect(session.skills == [Skill(name: "a/b", change: 0), Skill(name: "swift", change: 1)])
        let before = session
        #expect(try !bench.engine("10:00").reflect(on: &session, reflection))
        #expect(try !bench.engine("10:00").reflect(on: &session, Reflection()))
        #expect(session == before)
        reflection.rating = 5
        #expect(try bench.engine("10:00").reflect(on: &session, reflection))
        #expect(session.history(after: before.lastSequence) == ["edited /reflection/rating from 4 to 5"])
    }

    @Test(arguments: [0, 6, -1, Int.max])
    func aRatingIsFrom1To5(_ rating: Int) throws {
        var session = try bench.draft()
        var reflection = Reflection()
        reflection.rating = rating
        #expect(
            try refusal { _ = try bench.engine("09:00").reflect(on: &session, reflection) }.code == .usage)
    }

    @Test(arguments: [("", 1), (" ", 1), ("a\nb", 1), ("swift", 101), ("swift", -101)])
    func aSkillHasANameAndAChangeThatCanBe(_ name: String, _ change: Int) throws {
        var session = try bench.draft()
        var reflection = Reflection()
        reflection.skills = [Skill(name: name, change: change)]
        #expect(
            try refusal { _ = try bench.engine("09:00").reflect(on: &session, reflection) }.code == .usage)
    }

    @Test func aLessonHasText() throws {
        var session = try bench.draft()
        var reflection = Reflection()
        reflection.learned = [" "]
        #expect(
            try refusal { _ = try bench.engine("09:00").reflect(on: &session, reflection) }.code == .usage)
    }
}

@Suite struct AttachingTests {
    private let bench = Workbench()
    private let content = StoredContent(sha256: String(repeating: "0f", count: 32), size: 4112)

    @Test func contentIsNamedOnce() throws {
        var session = try bench.draft()
        let sequence = session.lastSequence
        #expect(try bench.engine("09:00").attach(content, as: "trace.TXT", to: &session))
        try SessionChecker.check(session.document)
        let attachment = try #require(session.attachments.first)
        #expect(attachment.name == "trace.TXT" && attachment.mediaType == "text/plain")
        #expect(attachment.size == 4112 && attachment.by == "ada@example.org" && attachment.at == at("09:00"))
        #expect(session.history(after: sequence) == ["added /attachments/a… to trace.TXT"])
        #expect(try !bench.engine("10:00").attach(content, as: "trace.TXT", to: &session))
        #expect(try bench.engine("10:00").attach(content, as: "other.txt", to: &session))
        let other = StoredContent(sha256: String(repeating: "1f", count: 32), size: 1)
        #expect(try bench.engine("10:00").attach(other, as: "trace.TXT", to: &session))
        #expect(session.attachments.count == 3)
    }

    @Test(arguments: [
        "", ".", "..", "a/b", "/etc/passwd", "..\\a", "a\0", "a\nb", "\u{1b}[2J", "a\u{7f}",
    ])
    func aNameIsOneComponentOfAPath(_ name: String) throws {
        var session = try bench.draft()
        #expect(
            try refusal { _ = try bench.engine("09:00").attach(content, as: name, to: &session) }.code
                == .usage)
    }

    @Test func aNameHasALimit() throws {
        var session = try bench.draft()
        let names = [256, 255].map { String(repeating: "a", count: $0) }
        #expect(
            try refusal { _ = try bench.engine("09:00").attach(content, as: names[0], to: &session) }.code
                == .limit)
        #expect(try bench.engine("09:00").attach(content, as: names[1], to: &session))
    }

    @Test(arguments: [
        ("a.png", "image/png"), ("a.tar.gz", "application/gzip"), ("README", "application/octet-stream"),
        ("png", "application/octet-stream"), ("a.", "application/octet-stream"),
        (".json", "application/octet-stream"), ("a.PnG", "image/png"),
    ])
    func theKindIsToldByTheName(_ name: String, _ type: String) {
        #expect(MediaType.of(name) == type)
    }
}
