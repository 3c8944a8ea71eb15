import Foundation
import Testing

@testable import SessionsCore

/// A workspace in a folder of its own, to import into.
private final class ImportBench {
    let workspace: Workspace
    var now = at("12:00")
    private let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        path = folder.appendingPathComponent("sessions-\(UUID().uuidString)").path
        workspace = try Workspace.make(at: path + "/.sessions", name: nil)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func run(
        _ text: String, _ format: ImportSource.Format = .csv, map: [String], statuses: [String] = [],
        source: String = "tasks.csv", skipsBad: Bool = false
    ) throws -> Importer.Outcome {
        let mapping = try ImportMapping(columns: map, statuses: statuses)
        let rows = try ImportSource(ByteSource(Array(text.utf8)), format, mapping, name: "tasks")
        let engine = Engine(
            user: "ada@example.org", now: now, zone: TestZone.berlin,
            membership: (try? workspace.settings())?.membership ?? Membership(),
            ids: Identifier.Source())
        let transaction = try Transaction(on: workspace, by: engine.user, at: now, command: "import")
        var progress: [Double] = []
        do {
            let outcome = try Importer(sourceName: source, mapping: mapping).run(
                rows, file: "tasks", into: transaction, engine, skipsBad: skipsBad
            ) { progress.append($0) }
            _ = try transaction.commit()
            #expect(progress == progress.sorted() && progress.allSatisfy { (0...1).contains($0) })
            return outcome
        } catch {
            transaction.abandon()
            throw error
        }
    }

    /// What is there, by title.
    func sessions() throws -> [Session] {
        var sessions: [Session] = []
        let damaged = try workspace.eachSession { sessions.append($0) }
        #expect(damaged.isEmpty)
        return sessions.sorted { $0.title < $1.title }
    }

    /// The session a single row becomes.
    func only(_ fields: [(String, String)], statuses: [String] = []) throws -> Session {
        let header = fields.map { $0.0 }.joined(separator: ",")
        let row = fields.map { "\"\($0.1)\"" }.joined(separator: ",")
        let map = fields.map { "\($0.0)=\($0.0)" }
        #expect(try run("\(header)\n\(row)\n", map: map, statuses: statuses).imported.count == 1)
        return try #require(try sessions().first)
    }
}

@Suite struct ImporterTests {
    @Test func everyFieldHasItsPlace() throws {
        let bench = try ImportBench()
        let session = try bench.only([
            ("title", " Login\nloops "), ("description", "first\nsecond"), ("project", "Web Auth"),
            ("tags", "bug, safari;needs review"), ("template", "bug fix"), ("owner", "Ada Lovelace"),
            ("status", "completed"), ("plannedMinutes", "2.50"), ("trackedMinutes", "1500.75"),
            ("createdAt", "2026-11-02"), ("startedAt", "2026-11-03 09:00"),
            ("completedAt", "2026-11-04T23:30:00Z"), ("sourceId", "T-1"),
        ])
        try SessionChecker.check(session.document)
        #expect(session.title == "Login loops" && session.description == "first\nsecond")
        #expect(session.project == "Web-Auth" && session.template == "bug-fix")
        #expect(session.tags == ["bug", "needs-review", "safari"])
        #expect(session.participants == [Participant(person: "Ada-Lovelace", role: .owner)])
        #expect(session.createdBy == "Ada-Lovelace" && session.status == .completed)
        #expect(session.planned?.seconds == 150 && session.document["plannedMinutes"]?.doubleValue == 2.5)
        #expect(session.createdAt.rfc3339 == "2026-11-01T23:00:00.000Z")
        #expect(session.startedAt?.rfc3339 == "2026-11-03T08:00:00.000Z")
        #expect(session.completedAt?.rfc3339 == "2026-11-04T23:30:00.000Z")
        let interval = try #require(session.intervals.first)
        // The local day of completion, and an amount beyond a day is kept.
        #expect(interval.day.description == "2026-11-05" && interval.by == "Ada-Lovelace")
        #expect(session.tracked(now: bench.now).seconds == 90_045)
        #expect(session.source.map { [$0.name, $0.id] } == ["tasks.csv", "T-1"])
        #expect(session.events.map(\.kind) == [.imported, .started, .completed])
        #expect(session.events.map(\.sequence) == [1, 2, 3])
        #expect(session.events.allSatisfy { $0.by == "ada@example.org" && $0.at == bench.now })
    }

    @Test func aTitleAloneMakesADraft() throws {
        let bench = try ImportBench()
        let session = try bench.only([("title", "a"), ("project", ""), ("tags", " "), ("trackedMinutes", "")])
        #expect(session.status == .draft && session.createdAt == bench.now)
        #expect(session.createdBy == "ada@example.org" && session.project == nil && session.tags == [])
        #expect(session.intervals.isEmpty && session.source == nil && session.planned == nil)
        #expect(session.history() == ["imported"])
    }

    @Test(arguments: [
        (["completedAt", "startedAt", "createdAt"], "2026-11-05"),
        (["startedAt", "createdAt"], "2026-11-04"),
        (["createdAt"], "2026-11-03"), ([], "2026-11-22"),
    ])
    func timeGoesOnTheDayThatIsKnown(_ known: [String], _ day: String) throws {
        let days = ["completedAt": "2026-11-05", "startedAt": "2026-11-04", "createdAt": "2026-11-03"]
        let bench = try ImportBench()
        let session = try bench.only(
            [("title", "a"), ("status", "completed"), ("trackedMinutes", "30")]
                + known.map { ($0, days[$0] ?? "") })
        #expect(session.intervals.first?.day.description == day)
        // What is not known of the end is not put before the beginning.
        #expect(session.completedAt.map { TestZone.berlin.wallClock(at: $0).day.description } == day)
    }

    @Test(arguments: [
        ("draft", Status.draft, Status.draft), ("open", .draft, .draft), ("waiting", .paused, .paused),
        ("completed", .completed, .completed), ("gone", .archived, .draft), ("archived", .archived, .draft),
    ])
    func aStatusIsOursOrMapped(_ text: String, _ status: Status, _ before: Status) throws {
        let bench = try ImportBench()
        let session = try bench.only(
            [("title", "a"), ("status", text)], statuses: ["open=draft,waiting=paused", "gone=archived"])
        #expect(session.status == status && session.statusBefore == before)
    }

    @Test func whatWasArchivedAfterItsEndWasCompleted() throws {
        let bench = try ImportBench()
        let session = try bench.only([
            ("title", "a"), ("status", "archived"), ("completedAt", "2026-11-05T10:00:00Z"),
        ])
        #expect(session.status == .archived && session.statusBefore == .completed)
        #expect(session.completedAt?.rfc3339 == "2026-11-05T10:00:00.000Z")
        #expect(session.archivedAt == bench.now)
    }

    @Test(arguments: [
        ("title", "", "title"), ("title", " ", "title"),
        ("status", "active", "status 'active' is not mapped"),
        ("status", "Completed", "status 'Completed' is not mapped"),
        ("plannedMinutes", "-1", "plannedMinutes"),
        ("plannedMinutes", "1h", "plannedMinutes"), ("trackedMinutes", "1,5", "trackedMinutes"),
        ("trackedMinutes", "nan", "trackedMinutes"), ("trackedMinutes", "0x10", "trackedMinutes"),
        ("trackedMinutes", "1e3", "trackedMinutes"),
        ("trackedMinutes", "99999999999999999", "trackedMinutes"),
        ("createdAt", "2026-02-30", "createdAt"), ("createdAt", "yesterday", "createdAt"),
        ("startedAt", "14:05", "startedAt"), ("startedAt", "-15m", "startedAt"),
        ("completedAt", "now", "completedAt"), ("completedAt", "1795351831", "completedAt"),
        ("createdAt", "0000-01-01", "createdAt"), ("project", "a..b", "project"),
    ])
    func aBadValueIsNamedByItsLine(_ field: String, _ value: String, _ word: String) throws {
        let bench = try ImportBench()
        let row = field == "title" ? "\"\(value)\",x" : "ok,\"\(value)\""
        let second = field == "title" ? "project" : field
        let text = "title,\(second)\ngood,\n\(row)\n"
        let error = try refusal {
            _ = try bench.run(text, map: ["title=title", "\(second)=\(second)"])
        }
        #expect(error.code == .usage && error.message.contains("line 3: ") && error.message.contains(word))
        #expect(try bench.sessions().isEmpty)
        let outcome = try bench.run(text, map: ["title=title", "\(second)=\(second)"], skipsBad: true)
        #expect(outcome.imported.count == 1 && outcome.bad.count == 1)
        #expect(outcome.bad.first?.hasPrefix("line 3: ") == true)
        #expect(try bench.sessions().map(\.title) == ["good"])
    }

    @Test func onlyTheFirstProblemsAreToldButAllAreCounted() throws {
        let bench = try ImportBench()
        let text = "title\n" + String(repeating: "\" \"\n", count: 7)
        let error = try refusal { _ = try bench.run(text, map: ["title=title"]) }
        #expect(error.message.hasSuffix("; and 2 more"))
        #expect(error.message.contains("line 6: ") && !error.message.contains("line 7: "))
    }

    @Test func everyKindOfProblemIsToldBeforeOneIsToldTwice() throws {
        let bench = try ImportBench()
        let text = "title,status\n" + String(repeating: "a,done\n", count: 20) + "b,wip\nc,done\n"
        let error = try refusal { _ = try bench.run(text, map: ["title=title", "status=status"]) }
        #expect(
            error.message.contains("line 2: status 'done'") && error.message.contains("line 5: status 'done'")
        )
        #expect(error.message.contains("line 22: status 'wip'") && error.message.hasSuffix("; and 17 more"))
    }

    @Test func aRowThatIsTooShortOrNoCSVIsNamed() throws {
        let bench = try ImportBench()
        let outcome = try bench.run(
            "title,project\na\n\"b\"x,y\nc,web\n", map: ["title=title", "project=project"], skipsBad: true)
        #expect(outcome.bad == ["line 2: it has only 1 columns", "line 3: text behind a closing quote"])
        #expect(try bench.sessions().map(\.title) == ["c"])
    }

    @Test(arguments: ["", "\n", "name,project\n"])
    func aColumnThatIsNotThereIsNamed(_ text: String) throws {
        let bench = try ImportBench()
        let error = try refusal { _ = try bench.run(text, map: ["title=title"]) }
        #expect(error.code == .usage && error.message.contains("'title' is not a column of 'tasks'"))
    }

    @Test func twoRowsOfOneIdAreNamed() throws {
        let bench = try ImportBench()
        let text = "title,key\na,1\nb,2\nagain,1\n"
        let error = try refusal { _ = try bench.run(text, map: ["title=title", "sourceId=key"]) }
        #expect(error.message.contains("line 4: its sourceId '1' is that of line 2"))
        #expect(try bench.sessions().isEmpty)
    }

    @Test(arguments: ["tasks.csv", "my \"own\" tasks\\x.csv", "é\u{1b}.csv"])
    func aSecondRunAddsNothing(_ source: String) throws {
        let bench = try ImportBench()
        let map = ["title=title", "sourceId=key"]
        let text = "title,key\na,1\nb,2\nno key,\n"
        let first = try bench.run(text, map: map, source: source)
        #expect(first.imported.count == 3 && first.known == 0)
        #expect(Set(first.imported).count == 3)
        let second = try bench.run(text + "new,3\n", map: map, source: source)
        #expect(second.imported.count == 2 && second.known == 2)
        #expect(try bench.sessions().map(\.title) == ["a", "b", "new", "no key", "no key"])
        let other = try bench.run("title,key\na,1\n", map: map, source: source + "2")
        #expect(other.imported.count == 1 && other.known == 0)
    }

    /// A bad row must not make a later good one of the same source look as if it were there.
    @Test func aRowThatIsLeftOutIsNotKnown() throws {
        let bench = try ImportBench()
        let outcome = try bench.run(
            "title,key\n,1\ngood,1\n", map: ["title=title", "sourceId=key"], skipsBad: true)
        #expect(outcome.imported.count == 1 && outcome.known == 0 && outcome.bad.count == 1)
    }

    @Test func linesOfJSONAreRead() throws {
        let bench = try ImportBench()
        let text = #"""
            {"name": "a", "kinds": ["x", 2, "y z"], "min": 90.5, "done": true, "project": null, "more": {}}

            \#t
            {"name": "b", "kinds": "q,r", "done": false, "id": 7}
            """#
        let outcome = try bench.run(
            "\u{feff}" + text, .jsonl,
            map: [
                "title=name", "tags=kinds", "trackedMinutes=min", "status=done", "project=project",
                "sourceId=id",
            ], statuses: ["true=completed,false=draft"])
        #expect(outcome.imported.count == 2)
        let sessions = try bench.sessions()
        #expect(sessions.map(\.tags) == [["2", "x", "y-z"], ["q", "r"]])
        #expect(sessions.map(\.status) == [.completed, .draft] && sessions[1].source?.id == "7")
        #expect(sessions[0].tracked(now: bench.now).seconds == 5430 && sessions[0].project == nil)
    }

    @Test func badLinesOfJSONAreNamed() throws {
        let bench = try ImportBench()
        let text =
            "{\"name\": \"a\"}\n[1]\n\n{\"name\": }\n{\"name\": {}}\n{\"name\": \"b\", \"tags\": [[]]}\n{}\n"
        let outcome = try bench.run(text, .jsonl, map: ["title=name", "tags=tags"], skipsBad: true)
        #expect(outcome.imported.count == 1 && outcome.bad.count == 5)
        for (problem, line) in zip(outcome.bad, [2, 4, 5, 6, 7]) {
            #expect(problem.hasPrefix("line \(line): "), "\(problem)")
        }
        #expect(outcome.bad[0] == "line 2: it is not an object")
        #expect(outcome.bad[3] == "line 6: 'tags' holds an array")
    }

    @Test func emptyLinesWithoutNumberAreNoBurden() throws {
        let bench = try ImportBench()
        let text = String(repeating: "\n", count: 300_000) + "{\"name\": \"a\"}"
        #expect(try bench.run(text, .jsonl, map: ["title=name"]).imported.count == 1)
    }

    @Test func aTextBeyondTheLimitIsNoSession() throws {
        let bench = try ImportBench()
        let long = String(repeating: "a", count: Limits.text + 1)
        for field in ["description", "sourceId"] {
            let error = try refusal {
                _ = try bench.run("title,x\na,\(long)\n", map: ["title=title", "\(field)=x"])
            }
            #expect(error.message.contains("line 2: a text of"))
        }
    }

    @Test func sessionsOfOthersTakeAnEditor() throws {
        let bench = try ImportBench()
        var plan = Workbench()
        plan.membership = Membership(defaultRole: .commenter)
        let row = try ImportedRow(
            [(.title, "a"), (.owner, "lin")], ImportMapping(columns: ["title=a"], statuses: []), zone: .utc)
        #expect(
            try refusal {
                _ = try plan.engine("09:00").importSession(row, sourceName: "x") { _ in false }
            }.code == .refused)
        #expect(bench.workspace.exists)
    }
}
