import Testing

@testable import SessionsCore

@Suite struct RunningNoteTests {
    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    private static let path = ".sessions/local/running"

    private func sessions() throws -> Folder { try #require(try bench.workspace.folder(at: ["sessions"])) }

    private func local() throws -> Folder { try #require(try bench.workspace.folder(at: ["local"])) }

    /// What the note says runs, where it is believed; nil where it is not.
    private func noted() -> [String]? {
        bench.workspace.notedAsRunning { _ in true }?.map(\.id).sorted()
    }

    /// What runs, from the files alone.
    private func running() throws -> [String] {
        var ids: [String] = []
        _ = try bench.workspace.eachSession { if $0.isRunning { ids.append($0.id) } }
        return ids.sorted()
    }

    private func start(_ location: SessionLocation) throws {
        try bench.operation("start") { transaction, engine in
            var session = try transaction.session(at: location)
            guard try engine.start(&session, at: .now) else { return }
            try transaction.update(session)
            _ = try transaction.pauseOthers(than: session, at: .now, engine)
        }
    }

    private func pause(_ location: SessionLocation) throws {
        try bench.change(location, "pause") { session, engine in _ = try engine.pause(&session, at: .now) }
    }

    @Test func whoStartsAClockNotesItAndWhoWritesKeepsTheNote() throws {
        let locations = try ["one", "two"].map { try bench.make($0) }
        #expect(noted() == nil)
        try start(locations[0])
        #expect(noted() == [locations[0].id])
        try start(locations[1])
        #expect(noted() == [locations[1].id])
        try bench.comment(on: locations[0], "what came of it")
        #expect(noted() == [locations[1].id])
        let third = try bench.make("three")
        #expect(noted() == [locations[1].id])
        try pause(locations[1])
        #expect(noted() == [])
        try start(third)
        try bench.operation("delete") { transaction, _ in
            try transaction.delete(try transaction.session(at: third))
        }
        #expect(noted() == [])
    }

    @Test func theNoteOfAnotherPersonsClockStays() throws {
        let (mine, theirs) = (try bench.make("mine"), try bench.make("theirs"))
        bench.user = "lin@example.org"
        try start(theirs)
        bench.user = "ada@example.org"
        try start(mine)
        #expect(noted() == [mine.id, theirs.id].sorted())
        #expect(try bench.session(theirs).status == .active)
    }

    @Test func anUndoLeavesNoWrongNote() throws {
        let locations = try ["one", "two"].map { try bench.make($0) }
        try start(locations[0])
        try start(locations[1])
        try bench.undo()
        #expect(try noted() ?? running() == running())
        #expect(try running() == [locations[0].id])
        try bench.redo()
        #expect(try noted() ?? running() == running())
        try start(locations[0])
        #expect(noted() == [locations[0].id])
    }

    @Test func whatOthersDoToAFolderIsNotMissed() throws {
        let locations = try ["one", "two", "three"].map { try bench.make($0) }
        try start(locations[0])
        let active = try #require(bench.folder.text(at: bench.file(locations[0])))
        // As git does it: beside it, and then in its place.
        try bench.folder.write(
            active.replacing(locations[0].id, with: locations[1].id), at: bench.file(locations[1]) + ".new")
        let month = try #require(try sessions().folder(locations[1].month))
        try month.rename(locations[1].fileName + ".new", to: locations[1].fileName, in: month)
        #expect(noted() == nil)
        // A write does not make right what was wrong before.
        try bench.comment(on: locations[2], "beside it")
        #expect(noted() == nil)
        try start(locations[2])
        #expect(try running() == [locations[2].id])
        #expect(noted() == [locations[2].id])
        bench.folder.remove(bench.file(locations[2]))
        #expect(noted() == nil)
        try start(locations[0])
        try bench.folder.makeFolder(".sessions/sessions/2031-01")
        #expect(noted() == nil)
    }

    @Test func whatIsRewrittenInItsPlaceIsLookedAt() throws {
        let location = try bench.make("one")
        try start(location)
        let text = try #require(bench.folder.text(at: bench.file(location)))
        let inode = try sessions().folder(location.month)?.stamp(of: location.fileName)?.inode
        bench.folder.rewrite("{}", at: bench.file(location))
        #expect(try sessions().folder(location.month)?.stamp(of: location.fileName)?.inode == inode)
        #expect(noted() == nil)
        bench.folder.rewrite(text.replacing("\"active\"", with: "\"paused\""), at: bench.file(location))
        #expect(bench.workspace.notedAsRunning { $0.status == .active } ?? [] == [])
    }

    @Test func aNoteThatIsNotWholeIsNone() throws {
        let location = try bench.make("one")
        try start(location)
        let whole = try #require(bench.folder.bytes(at: Self.path))
        let note = try #require(RunningNote(in: local()))
        #expect(note.locations == [location])
        for count in whole.indices {
            try bench.folder.write(Array(whole[..<count]), at: Self.path)
            #expect(try RunningNote(in: local()) == nil, "cut off after \(count)")
        }
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 1 << UInt8(index % 8)
            try bench.folder.write(bytes, at: Self.path)
            #expect(try RunningNote(in: local()) == nil, "bit of byte \(index)")
        }
        try bench.folder.write(whole + [0], at: Self.path)
        #expect(try RunningNote(in: local()) == nil)
        // Something else in its place keeps nobody from writing.
        bench.folder.remove(Self.path)
        try bench.folder.makeFolder(Self.path)
        try pause(location)
        #expect(try running() == [])
        #expect(noted() == nil)
    }

    @Test func whoDiesBeforeHisFilesAreInPlaceLeavesNoNote() throws {
        let location = try bench.make("one")
        try start(location)
        var keeper = RunningNoteKeeper(in: try local(), of: try sessions(), nil, [(location, false)])
        keeper.begin()
        #expect(bench.folder.bytes(at: Self.path) == nil)
        keeper.end()
        keeper.write()
        #expect(noted() == [])
        // Nothing of sessions, nothing to keep; nobody knows what, nothing to believe.
        RunningNoteKeeper.all(in: try local(), of: try sessions(), [])
        #expect(noted() == [])
        RunningNoteKeeper.all(in: try local(), of: try sessions(), nil)
        #expect(noted() == nil)
    }

    /// In the time that many renames take, others can put something beside them.
    @Test func anOperationOnManyLeavesNoNote() throws {
        let location = try bench.make("one")
        let most = RunningNoteKeeper.mostChanges
        let others = (0..<most).map { _ in
            (location: SessionLocation(id: bench.ids.session(), month: location.month), isRunning: false)
        }
        try start(location)
        RunningNoteKeeper.all(in: try local(), of: try sessions(), others)
        #expect(noted() == [location.id])
        RunningNoteKeeper.all(in: try local(), of: try sessions(), others + [(location, true)])
        #expect(noted() == nil)
    }

    @Test(arguments: [UInt64.random(in: 1...(.max)), 7])
    func whateverIsDoneTheNoteIsRightOrNotBelieved(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var locations = try (1...4).map { try bench.make("session \($0)") }
        for step in 0..<120 {
            let location = locations[Int.random(in: locations.indices, using: &random)]
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1, 2: try start(location)
            case 3: try? pause(location)
            case 4: try bench.comment(on: location, "step \(step)")
            case 5: locations.append(try bench.make("session at \(step)"))
            case 6: _ = try? bench.undo()
            case 7: _ = try? bench.redo()
            default:
                bench.user = bench.user == "ada@example.org" ? "lin@example.org" : "ada@example.org"
            }
            locations = try locations.filter { try bench.workspace.session(at: $0) != nil }
            if locations.isEmpty { locations.append(try bench.make("another")) }
            let running = try running()
            #expect(noted() ?? running == running, "seed \(seed), step \(step)")
        }
    }
}

extension RunningNoteKeeper {
    /// An operation that changes these.
    fileprivate static func all(in local: Folder, of sessions: Folder, _ changes: [Change]?) {
        var keeper = RunningNoteKeeper(in: local, of: sessions, nil, changes)
        keeper.begin()
        keeper.end()
        keeper.write()
    }
}
