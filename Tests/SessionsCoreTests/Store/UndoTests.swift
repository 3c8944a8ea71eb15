import Testing

@testable import SessionsCore

@Suite struct UndoTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    @Test func theOldBytesReturn() throws {
        let location = try bench.make()
        let before = try bench.sessionFiles()
        try bench.retitle(location, "Other")
        let after = try bench.sessionFiles()
        try bench.undo()
        #expect(try bench.sessionFiles() == before)
        try bench.redo()
        #expect(try bench.sessionFiles() == after)
    }

    @Test(arguments: [
        "{\"title\":\"a\",\"status\":\"draft\",\"schema\":1,\"id\":\"ID\",\"createdBy\":\"ada\",\"createdAt\":\"2026-11-22T12:00:00Z\"}",
        SessionText.with(id: "ID").replacing("\n", with: "\r\n"), SessionText.with(id: "ID") + "\n \t\n",
        SessionText.with(
            id: "ID", more: ",\n\"tags\": [\"b\", \"a\"], \"mine\": {}, \"n\": 1.0e0, \"\\u00e9\": \"\\/\""),
        String(SessionText.with(id: "ID").dropLast()),
    ])
    func aFileEditedByHandReturnsByteByByte(text: String) throws {
        let location = SessionLocation(id: "bcdfghjkmnpq", month: "2026-11")
        try bench.folder.write(text.replacing("ID", with: location.id), at: bench.file(location))
        let before = try bench.sessionFiles()
        try bench.retitle(location, "Other")
        let after = try bench.sessionFiles()
        #expect(after != before)
        try bench.undo()
        #expect(try bench.sessionFiles() == before)
        try bench.redo()
        #expect(try bench.sessionFiles() == after)
        try bench.comment(on: location, "and then")
        try bench.undo(1)
        #expect(try bench.session(location).title != "Other")
        #expect(try bench.session(location).comments.count == 1)
    }

    @Test func aNewSessionGoesAndComesBack() throws {
        let empty = try bench.workspace.locations()
        let location = try bench.make()
        let there = try bench.sessionFiles()
        try bench.undo()
        #expect(try bench.workspace.locations() == empty)
        try bench.redo()
        #expect(try bench.sessionFiles() == there)
        try bench.retitle(location, "Other")
        let error = #expect(throws: SessionsError.self) { try bench.undo(1) }
        #expect(error?.message.contains("was changed since") == true)
    }

    /// It may be the last of mine, so the one before is not taken for that.
    @Test func anOperationThatCannotBeReadIsNotPassedOver() throws {
        let location = try bench.make()
        let other = try bench.make("Other")
        try bench.retitle(location, "Second")
        let path = ".sessions/local/operations/2026-11-22/00000003"
        try bench.folder.write("torn", at: path)
        for number in [nil, 3] {
            let error = #expect(throws: SessionsError.self) { try bench.undo(number) }
            #expect(error?.code == .damaged && error?.message.contains(path) == true)
        }
        let error = #expect(throws: SessionsError.self) { try bench.redo() }
        #expect(error?.code == .damaged)
        // One that is named is the one that is meant.
        try bench.undo(2)
        #expect(bench.folder.bytes(at: bench.file(other)) == nil)
        #expect(throws: SessionsError.self) { try bench.undo() }
        // Put aside, it is in nobody's way, and its being put aside is the last thing that was done.
        try bench.mend()
        #expect(bench.folder.bytes(at: path) == nil)
        try bench.undo()
        #expect(bench.folder.text(at: path) == "torn")
    }

    @Test func whatAnotherChangedMeanwhileStays() throws {
        let location = try bench.make()
        try bench.comment(on: location, "mine")
        bench.user = "lin@example.org"
        try bench.comment(on: location, "hers")
        bench.user = "ada@example.org"
        let number = try bench.undo()
        let session = try bench.session(location)
        #expect(session.comments.map(\.text) == ["hers"])
        let event = try #require(session.events.last)
        #expect(event.kind == .undone && event.by == bench.user && event.to == 2)
        #expect(session.events.count == 4)
        try bench.redo()
        #expect(try bench.session(location).comments.map(\.text) == ["mine", "hers"])
        #expect(number == 4)
    }

    @Test func aPathThatHoldsSomethingElseIsNamed() throws {
        let location = try bench.make()
        try bench.retitle(location, "Second")
        bench.user = "lin@example.org"
        try bench.retitle(location, "Third")
        bench.user = "ada@example.org"
        let before = try bench.everything()
        let error = #expect(throws: SessionsError.self) { try bench.undo() }
        #expect(error?.code == .refused)
        #expect(error?.message.contains("'/title' of 'sessions/2026-11/\(location.id).json'") == true)
        #expect(error?.message.contains("edit --title Second") == true)
        #expect(try bench.everything() == before)
    }

    @Test func whatWouldNoLongerBeASessionIsRefused() throws {
        let location = try bench.make()
        func set(_ value: JSON?, at key: String) throws -> Int? {
            try bench.change(location) { session, _ in
                _ = session.document.set(value, at: JSONPointer("intervals", "ibbbbbbbbbb", key))
            }
        }
        try bench.change(location) { session, _ in
            session.document["intervals"] = ["ibbbbbbbbbb": ["date": "2026-11-22", "seconds": 60]]
        }
        let number = try set("2026-11-22T10:00:00Z", at: "start")
        _ = try set(nil, at: "date")
        let error = #expect(throws: SessionsError.self) { try bench.undo(number) }
        #expect(error?.message.contains("'/intervals/ibbbbbbbbbb") == true)
    }

    @Test func anOlderOperationByItsNumber() throws {
        let location = try bench.make()
        try bench.comment(on: location, "first")
        try bench.comment(on: location, "second")
        try bench.undo(2)
        #expect(try bench.session(location).comments.map(\.text) == ["second"])
        let again = #expect(throws: SessionsError.self) { try bench.undo(2) }
        #expect(again?.message == "cannot undo '2': it was taken back already")
        #expect(throws: SessionsError.operationNotFound(number: 17)) { try bench.undo(17) }
        try bench.undo()
        #expect(try bench.session(location).comments.isEmpty)
    }

    @Test func somebodyElsesOperationIsNotMine() throws {
        let location = try bench.make()
        bench.user = "lin@example.org"
        let error = #expect(throws: SessionsError.self) { try bench.undo(1) }
        #expect(error?.message == "cannot undo '1': it is somebody else's")
        #expect(throws: SessionsError.self) { try bench.undo() }
        try bench.retitle(location, "Hers")
        bench.user = "ada@example.org"
        #expect { try bench.undo() } throws: { ($0 as? SessionsError)?.code == .refused }
        bench.user = "lin@example.org"
        try bench.undo()
        bench.user = "ada@example.org"
        try bench.undo()
        #expect(try bench.workspace.locations().isEmpty)
    }

    @Test func anUndoIsAnOperationThatCanBeUndone() throws {
        let location = try bench.make()
        try bench.retitle(location, "Second")
        let second = try bench.sessionFiles()
        let number = try bench.undo()
        try bench.undo(number)
        #expect(try bench.sessionFiles() == second)
        #expect(try bench.session(location).title == "Second")
        try bench.undo()
        #expect(try bench.session(location).title == "Fix the lexer")
    }

    @Test func redoEndsWhereSomethingElseWasDone() throws {
        let location = try bench.make()
        try bench.retitle(location, "Second")
        try bench.undo()
        try bench.retitle(location, "Third")
        let error = #expect(throws: SessionsError.self) { try bench.redo() }
        #expect(error?.message == "cannot redo 'the last operation': there is nothing to redo")
        try bench.undo()
        #expect(try bench.session(location).title == "Fix the lexer")
    }

    @Test func whereThereIsNothingThatIsSaid() throws {
        let error = #expect(throws: SessionsError.self) { try bench.undo() }
        #expect(error?.message == "cannot undo 'the last operation': there is nothing to undo")
        #expect(throws: SessionsError.self) { try bench.redo() }
    }

    @Test func aSessionThatIsGoneIsNamed() throws {
        let location = try bench.make()
        try bench.retitle(location, "Second")
        bench.folder.remove(bench.file(location))
        let error = #expect(throws: SessionsError.self) { try bench.undo() }
        #expect(error?.message.contains("\(location.id).json' is gone") == true)
    }

    /// Who may comment may take their comment back, whatever else happened to the session.
    @Test func aCommenterTakesTheirCommentBack() throws {
        let location = try bench.make()
        try bench.change(location) { session, _ in
            session.document["participants"] = ["ada@example.org": "owner", "lin": "commenter"]
        }
        bench.user = "lin"
        try bench.comment(on: location, "hers")
        bench.user = "ada@example.org"
        try bench.retitle(location, "Second")
        bench.user = "lin"
        try bench.undo()
        #expect(try bench.session(location).comments.isEmpty)
        #expect(try bench.session(location).title == "Second")
    }

    @Test func aWalkThereAndBackLeavesNoTrace() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let bench = try Bench(seed: seed)
        try bench.folder.write("content", at: "file")
        var states = [try bench.sessionFiles()]
        var locations: [SessionLocation] = []
        for step in 0..<40 {
            guard let number = try bench.step(&generator, &locations) else { continue }
            let files = try bench.sessionFiles()
            #expect(files != states.last, "seed \(seed), step \(step), operation \(number)")
            states.append(files)
        }
        func files(_ contents: [String: [UInt8]]) -> [String: [UInt8]] {
            contents.filter { !$0.key.hasSuffix("/") }
        }
        for round in 0..<2 {
            for (index, state) in states.dropLast().enumerated().reversed() {
                try bench.undo()
                #expect(
                    try files(bench.sessionFiles()) == files(state),
                    "seed \(seed), \(round), back to \(index)")
            }
            #expect(throws: SessionsError.self) { try bench.undo() }
            for (index, state) in states.enumerated().dropFirst() {
                try bench.redo()
                #expect(
                    try files(bench.sessionFiles()) == files(state), "seed \(seed), \(round), on to \(index)")
            }
            #expect(throws: SessionsError.self) { try bench.redo() }
        }
    }
}

extension Bench {
    /// Does one thing or another; nil where it changed nothing.
    fileprivate func step(
        _ generator: inout SplitMix64, _ locations: inout [SessionLocation]
    ) throws -> Int? {
        let choice = generator.below(8)
        guard let location = locations.isEmpty ? nil : locations[generator.below(locations.count)], choice > 0
        else {
            let session = try engine.create(SessionPlan(title: "session \(locations.count)")) { _ in false }
            locations.append(SessionLocation(of: session))
            return try operation("new") { transaction, _ in try transaction.create(session) }
        }
        let value = generator.below(3)
        return try operation("step") { transaction, engine in
            for location in value == 0 ? locations : [location] {
                var session = try transaction.session(at: location)
                var changes = FieldChanges()
                switch choice {
                case 1: changes.title = "title \(value)"
                case 2: changes.addedTags = ["t\(value)"]
                case 3: changes.removedTags = ["t\(value)"]
                case 4: _ = try engine.comment(on: &session, "comment \(value)")
                case 5: changes.project = value == 0 ? "" : "p\(value)"
                case 6:
                    let file = try InputFile(opening: folder.path + "/file")
                    _ = try engine.attach(
                        transaction.takeIn(file, for: session.id), as: "a\(value)", to: &session)
                default:
                    _ = try session.isArchived ? engine.restore(&session) : engine.archive(&session)
                }
                _ = try engine.change(&session, changes)
                try transaction.update(session)
            }
        }
    }

    /// Ada starts, Lin starts, Ada undoes: her interval is free to go, and "paused" would be wrong.
    @Test func anUndoThatWouldBreakARuleOfTimeIsRefused() throws {
        let bench = try Bench()
        let location = try bench.make()
        let started = try bench.change(location) { _ = try $1.start(&$0) }
        bench.user = "lin@example.org"
        try bench.change(location) { _ = try $1.start(&$0) }
        bench.user = "ada@example.org"
        let before = try bench.sessionFiles()
        let error = try refusal { try bench.undo(started) }
        #expect(error.code == .refused && error.message.contains("does not fit to the clocks"))
        #expect(try bench.sessionFiles() == before)
    }

    /// What was taken away comes back only where nothing took its place.
    @Test func anUndoMakesNoOverlap() throws {
        let bench = try Bench()
        let location = try bench.make()
        let amount = TimeAmount(seconds: 3600)
        try bench.change(location) { _ = try $1.addTime(.until(.now, amount), to: &$0) }
        let removed = try bench.change(location) {
            _ = try $1.removeTime([ElementReference("1")], from: &$0)
        }
        try bench.change(location) { _ = try $1.addTime(.until(.now, amount), to: &$0) }
        let error = try refusal { try bench.undo(removed) }
        #expect(error.message.contains("overlap other time by now"))
    }

    @Test func theLastEventIsMineAndAfterTheStart() throws {
        let bench = try Bench()
        let (one, other) = (try bench.make("One"), try bench.make("Other"))
        try bench.change(one) { _ = try $1.start(&$0) }
        func last() throws -> Instant {
            let transaction = try bench.begin(isDryRun: true)
            return try transaction.lastEvent(sinceStartOf: bench.session(one), bench.engine)
        }
        #expect(try refusal { _ = try last() }.hint == "give a time: sessions pause \(one.id) --at TIME")
        let there = bench.now
        try bench.retitle(other, "Changed")
        bench.user = "lin@example.org"
        try bench.retitle(other, "Changed again")
        bench.user = "ada@example.org"
        #expect(try last() == there)
        // What is in the future by a clock that went back says nothing.
        bench.now = there.advanced(bySeconds: -1)
        #expect(throws: SessionsError.self) { _ = try last() }
    }
}
