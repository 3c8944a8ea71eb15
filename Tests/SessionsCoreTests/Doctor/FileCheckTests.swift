import Testing

@testable import SessionsCore

/// Damage in one file, and what is said of it.
@Suite struct FileCheckTests {
    private let bench: Bench
    private static let path = Bench.patient.path.description

    init() throws { bench = try Bench() }

    private func write(_ text: String) throws {
        try bench.folder.write(text, at: bench.file(Bench.patient))
    }

    /// What is found, without the path that all of it has.
    private func found() throws -> [String] {
        try bench.findings().map { $0.replacing(" " + Self.path, with: " ") }
    }

    @Test func aHealthyWorkspaceHasNoFindings() throws {
        let location = try bench.make(tags: ["a"])
        try bench.change(location) { session, engine in _ = try engine.start(&session) }
        try bench.comment(on: location, "first")
        try bench.change(location) { session, engine in
            _ = try engine.comment(on: &session, "second", inReplyTo: "1")
            _ = try engine.complete(&session)
        }
        try bench.change(location) { session, engine in _ = try engine.archive(&session) }
        try bench.put()
        let report = try bench.report()
        #expect(report.findings.isEmpty && report.isHealthy && report.fileCount == 2)
    }

    @Test func unreadable() throws {
        try write("{\n  \"id\": nope\n}")
        #expect(try found() == ["unreadable :2:10: expected 'null', found 'o'"])
        try write(SessionText.with(id: Bench.patient.id).replacing("draft", with: "asleep"))
        #expect(
            try found() == [
                "unreadable :6:13: expected draft, active, paused or completed at /status"
            ])
        try bench.folder.write(
            [UInt8](repeating: 0x20, count: Limits.sessionFile + 1), at: bench.file(Bench.patient))
        #expect(try found() == ["unreadable : cannot read it: it is larger than the limit of 16777216 bytes"])
    }

    /// A place is looked for from the beginning of the file; with very many it would not end.
    @Test func theFirstHundredOfAKindAreToldWithTheirPlaces() throws {
        let comments = (100..<250).map { number in
            #""c\#(number)": {"at": "2026-11-22T08:00:00.000Z", "inReplyTo": "none", "text": "x"}"#
        }
        try bench.put("{\"comments\": {\(comments.joined(separator: ", "))}}")
        let findings = try bench.report().findings
        #expect(findings.count == 150)
        #expect(findings.prefix(100).allSatisfy { $0.place != nil })
        #expect(findings.dropFirst(100).allSatisfy { $0.place == nil })
    }

    @Test func conflictMarkers() throws {
        try write("{\n<<<<<<< HEAD\n  \"id\": 1\n=======\n>>>>>>> theirs\n}\n")
        #expect(try found() == ["conflict-markers :2:1: conflict markers of a merge"])
        // Inside a text they are only a text.
        try bench.put(#"{"title": "<<<<<<< HEAD"}"#)
        #expect(try found() == [])
    }

    @Test func specialFile() throws {
        bench.folder.makeLink("link", to: "/etc")
        try bench.put()
        bench.folder.remove(bench.file(Bench.patient))
        bench.folder.makeLink(bench.file(Bench.patient), to: "/etc/passwd")
        #expect(try found() == ["special-file : it is a link"])
        bench.folder.remove(bench.file(Bench.patient))
        bench.folder.makePipe(bench.file(Bench.patient))
        #expect(try found() == ["special-file : it is not a plain file"])
        bench.folder.remove(bench.file(Bench.patient))
        try bench.folder.makeFolder(bench.file(Bench.patient))
        #expect(try found() == ["special-file : it is a folder"])
    }

    @Test func wrongID() throws {
        try bench.put(#"{"id": "bcdfghjkmnpq"}"#)
        #expect(
            try found() == ["wrong-id :4:9: its id is 'bcdfghjkmnpq', and its file is named 'k7m2q9wd4xhz'"])
    }

    @Test func newerSchema() throws {
        try bench.put(#"{"schema": 2, "status": "active"}"#)
        #expect(try found() == ["(newer-schema :5:13: its format 2 is newer than this program's 1)"])
        #expect(try bench.report().isHealthy)
    }

    @Test func wrongPlace() throws {
        try bench.put(#"{"createdAt": "2026-10-31T23:59:59.000Z"}"#)
        #expect(try found() == ["wrong-place :2:16: it was made in 2026-10 and lies under 2026-11"])
    }

    @Test func brokenReferences() throws {
        func comments(_ replies: String...) -> String {
            let texts = replies.map { reply in
                let parts = reply.split(separator: ">")
                return #""\#(parts[0])": {"at": "2026-11-22T08:00:00.000Z", "text": "t""#
                    + (parts.count == 2 ? #", "inReplyTo": "\#(parts[1])"}"# : "}")
            }
            return #"{"comments": {\#(texts.joined(separator: ", "))}}"#
        }
        try bench.put(comments("c1", "c2>c1", "c3>c2", "c4>c2"))
        #expect(try found() == [])
        try bench.put(comments("c1", "c2>gone"))
        #expect(
            try found() == ["broken-reference :9:20: comment 'c2' answers 'gone', which is not there"])
        try bench.put(comments("c1>c3", "c2>c1", "c3>c2", "c4>c1", "c5>c5"))
        #expect(
            try found() == [
                "broken-reference :5:20: comment 'c1' answers, by way of others, itself",
                "broken-reference :25:20: comment 'c5' answers, by way of others, itself",
            ])
        try bench.put(
            #"{"events": {"e1": {"at": "2026-11-22T08:00:00.000Z", "seq": 1, "path": "title"}},"#
                + #""participants": {"a b": "viewer"}}"#)
        #expect(
            try found() == [
                "(broken-reference :7:15: event 'e1' is about 'title', which is no path)",
                "(broken-reference :13:12: participant 'a b' is no address or name)",
            ])
    }

    @Test(arguments: [
        ("ada 08:00 09:00, ada 09:00 10:00", []), ("ada 08:00 10:00, lin 09:00 10:00", []),
        ("ada 08:00 10:00, ada 09:00 09:00", []), ("ada 09:00 08:00, ada 08:30 09:30", []),
        ("ada 08:00 10:00, ada 09:00 11:00", ["'i0' and 'i1' of ada overlap"]),
        ("ada 08:00 10:00, ada 08:30 09:00, ada 09:30 11:00", ["'i0' and 'i1'", "'i0' and 'i2'"]),
        ("ada 08:00 -, ada 09:00 10:00", ["'i0' and 'i1' of ada overlap"]),
        ("ada 08:00 -, ada 09:00 -", ["two clocks of ada run: intervals 'i0' and 'i1'"]),
        ("ada 08:00 -, lin 09:00 -", []),
    ])
    func overlappingIntervals(intervals: String, problems: [String]) throws {
        let status = intervals.contains("-") ? "active" : "paused"
        try bench.put(#"{"status": "\#(status)", "intervals": \#(Self.intervals(intervals))}"#)
        let found = try found()
        #expect(found.count == problems.count, "\(found)")
        for (found, problem) in zip(found, problems) {
            #expect(found.hasPrefix("overlapping-intervals :") && found.contains(problem))
        }
    }

    /// `ada 08:00 09:00, lin 09:00 -` as they are stored, by the numbers i0, i1, …
    static func intervals(_ text: String) -> String {
        let members = text.split(separator: ", ").enumerated().map { index, interval in
            let words = interval.split(separator: " ")
            let end = words[2] == "-" ? "" : #", "end": "2026-11-22T\#(words[2]):00.000Z""#
            return #""i\#(index)": {"by": "\#(words[0])", "start": "2026-11-22T\#(words[1]):00.000Z"\#(end)}"#
        }
        return "{\(members.joined(separator: ", "))}"
    }

    @Test(arguments: [
        ("active", "ada 08:00 -", []),
        ("active", "ada 08:00 09:00", [":13:13: it is active, and nobody's clock runs in it"]),
        ("paused", "ada 08:00 -", [":6:11: it is paused, and the clock of ada runs in it"]),
        ("draft", "ada 08:00 -, lin 08:00 -", [":6:11: it is draft", ":10:11: it is draft"]),
        ("completed", "ada 08:00 -", [":6:11: it is completed, and the clock of ada runs in it"]),
    ])
    func statusAndIntervals(status: String, intervals: String, problems: [String]) throws {
        try bench.put(#"{"status": "\#(status)", "intervals": \#(Self.intervals(intervals))}"#)
        let found = try found()
        #expect(found.count == problems.count, "\(found)")
        for (found, problem) in zip(found, problems) {
            #expect(found.hasPrefix("wrong-status " + problem), "\(found)")
        }
    }

    @Test func statusAndHistory() throws {
        func put(_ events: String...) throws {
            let texts = events.enumerated().map { index, event in
                #""e\#(index)": {"at": "2026-11-22T08:00:00.000Z", "seq": \#(index + 1), \#(event)}"#
            }
            try bench.put(#"{"status": "paused", "events": {\#(texts.joined(separator: ", "))}}"#)
        }
        let completed = #""type": "completed", "path": "/status", "to": "completed""#
        try put(
            #""type": "paused", "path": "/status", "to": "paused""#, #""type": "edited", "path": "/title""#)
        #expect(try found() == [])
        try put(completed, #""type": "edited", "path": "/title""#)
        #expect(
            try found() == [
                "wrong-status :21:13: it is paused, and the last change in its history made it completed"
            ])
        for later in ["undone", "merged"] {
            try put(completed, #""type": "\#(later)""#)
            #expect(try found() == [])
        }
        try put(#""type": "imported""#, #""type": "completed""#)
        #expect(try found() == [])
    }

    @Test func archivedWhileItRunsIsForThePersonToDecide() throws {
        try bench.put(
            #"{"status": "active", "archived": {"at": "2026-11-22T09:00:00.000Z", "by": "ada"}, "intervals": "#
                + Self.intervals("ada 08:00 -") + "}")
        #expect(try found() == ["wrong-status :16:13: it is archived while a clock runs in it"])
        #expect(try bench.mend() == nil)
    }

    @Test func filesAreLookedAtAloneToo() throws {
        var document = try session(#"{"status": "active"}"#).document
        try bench.folder.write(JSON.object(document).bytes(.file), at: "elsewhere/2026-10/k7m2q9wd4xhz.json")
        document["status"] = "paused"
        try bench.folder.write(JSON.object(document).bytes(.file), at: "elsewhere/any name.json")
        try bench.folder.write("{\"format\": 0}", at: "elsewhere/workspace.json")
        try bench.folder.write("{\"format\": 1}", at: "elsewhere/good/workspace.json")
        let names = [
            "2026-10/k7m2q9wd4xhz.json", "any name.json", "workspace.json", "good/workspace.json",
        ]
        let files = names.map { ($0, bench.folder.path + "/elsewhere/" + $0) }
        let report = try Doctor.examine(files: files)
        #expect(report.findings.map(\.check) == ["wrong-place", "wrong-status", "workspace-settings"])
        #expect(report.findings.map(\.path) == [names[0], names[0], names[2]])
        #expect(report.findings.allSatisfy { !$0.isMendable })
        #expect(report.fileCount == 4)
        let gone = bench.folder.path + "/elsewhere/gone.json"
        let error = #expect(throws: SessionsError.self) {
            try Doctor.examine(files: files + [("gone.json", gone)])
        }
        #expect(error?.message.contains(gone) == true)
    }
}
