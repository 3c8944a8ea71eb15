import Testing

@testable import SessionsCore

/// What several changes in one transaction see of each other.
@Suite struct SharedTransactionTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func new(_ title: String, _ transaction: Transaction) throws -> SessionLocation {
        let session = try bench.engine.create(SessionPlan(title: title)) { id throws(SessionsError) in
            try transaction.knows(id)
        }
        try transaction.create(session)
        return SessionLocation(of: session)
    }

    private func comment(
        _ text: String, on location: SessionLocation, _ transaction: Transaction
    ) throws {
        var session = try transaction.session(at: location)
        _ = try bench.engine.comment(on: &session, text)
        try transaction.update(session)
    }

    @Test func aNewSessionIsChangedAgain() throws {
        var made: SessionLocation?
        let number = try bench.operation { transaction, _ in
            let location = try new("new", transaction)
            try comment("first", on: location, transaction)
            try comment("second", on: location, transaction)
            made = location
        }
        let location = try #require(made)
        #expect(try bench.session(location).comments.map(\.text) == ["first", "second"])
        #expect(try bench.session(location).events.map(\.sequence) == [1, 2, 3])
        #expect(number == 1)
        let files = try bench.sessionFiles()
        try bench.undo()
        #expect(try bench.workspace.locations().isEmpty)
        try bench.redo()
        #expect(try bench.sessionFiles() == files)
    }

    @Test func oneThatIsGivenAwayIsWrittenAtOnce() throws {
        try bench.operation { transaction, engine in
            let session = try engine.create(SessionPlan(title: "new")) { _ in false }
            try transaction.create(session, isKept: false)
            #expect(!(try bench.folder.contents(of: ".sessions/local/tmp")).isEmpty)
        }
        #expect(try bench.workspace.locations().count == 1)
    }

    @Test func whatIsMadeAndDeletedWasNeverThere() throws {
        let old = try bench.make("old")
        let before = try bench.sessionFiles()
        let number = try bench.operation { transaction, _ in
            let location = try new("new", transaction)
            try transaction.delete(try transaction.session(at: location))
            #expect(throws: SessionsError.sessionNotFound(reference: location.id)) {
                try transaction.session(at: location)
            }
            #expect(throws: SessionsError.sessionNotFound(reference: location.id)) {
                try transaction.resolve(location.id, for: bench.user)
            }
            #expect(try transaction.knows(location.id))
            #expect(try transaction.resolve(String(old.id.prefix(4)), for: bench.user) == old)
        }
        #expect(number == nil)
        #expect(try bench.sessionFiles() == before)
    }

    @Test func referencesAreToWhatIsThereByNow() throws {
        let old = try bench.make("old")
        try bench.operation { transaction, _ in transaction.setRecent(old.id) }
        try bench.operation { transaction, _ in
            #expect(try transaction.resolve("@", for: bench.user) == old)
            let location = try new("new", transaction)
            #expect(try transaction.resolve(String(location.id.prefix(5)), for: bench.user) == location)
            #expect(try transaction.resolve("@", for: bench.user) == old)
            transaction.setRecent(location.id)
            #expect(try transaction.resolve("@", for: bench.user) == location)
            #expect(try transaction.resolve("@-", for: bench.user) == old)
            transaction.setRecent(old.id)
            #expect(try transaction.resolve("@-", for: bench.user) == location)
            var session = try transaction.session(at: old)
            _ = try bench.engine.archive(&session)
            try transaction.update(session)
            #expect(try transaction.resolve("@", for: bench.user) == location)
            for reference in ["@-", "nosuch", "ab", ""] {
                #expect(throws: SessionsError.self) {
                    try transaction.resolve(reference, for: bench.user)
                }
            }
        }
    }

    @Test func theLastOnesAreRememberedInTheirOrder() throws {
        let locations = [try bench.make("one"), try bench.make("two"), try bench.make("three")]
        try bench.operation { transaction, _ in
            for location in locations {
                try comment("said", on: location, transaction)
                transaction.setRecent(location.id)
            }
            transaction.setRecent(locations[0].id)
        }
        #expect(try bench.workspace.resolve("@", for: bench.user) == locations[0])
        #expect(try bench.workspace.resolve("@-", for: bench.user) == locations[2])
    }

    @Test func aClockStartedHereIsStoppedHere() throws {
        let locations = [try bench.make("one"), try bench.make("two")]
        func start(_ location: SessionLocation, _ transaction: Transaction) throws -> [String] {
            var session = try transaction.session(at: location)
            _ = try bench.engine.start(&session, at: .now)
            try transaction.update(session)
            return try transaction.pauseOthers(than: session, at: .now, bench.engine).others.map(\.session.id)
        }
        try bench.operation { transaction, _ in
            #expect(try start(locations[0], transaction) == [])
            #expect(try start(locations[1], transaction) == [locations[0].id])
            #expect(try start(locations[0], transaction) == [locations[1].id])
            let third = try new("three", transaction)
            #expect(try start(third, transaction) == [locations[0].id])
            try transaction.delete(try transaction.session(at: third))
            #expect(try start(locations[1], transaction) == [])
        }
        #expect(try locations.map { try bench.session($0).status } == [.paused, .active])
    }

    @Test func aSessionThatGrewTooLargeStopsAllOfIt() throws {
        let location = try bench.make("large")
        let before = try bench.sessionFiles()
        for isDryRun in [false, true] {
            let transaction = try bench.begin(isDryRun: isDryRun)
            for _ in 0...(Limits.sessionFile / Limits.text) {
                try comment(String(repeating: "x", count: Limits.text), on: location, transaction)
            }
            #expect { try transaction.commit() } throws: { ($0 as? SessionsError)?.code == .limit }
        }
        #expect(try bench.sessionFiles() == before)
        #expect(try bench.folder.contents(of: ".sessions/local/tmp").isEmpty)
        try bench.comment(on: location, "small")
    }
}

@Suite struct SessionDirectoryTests {
    private let directory = SessionDirectory(
        ["bbbbbbbbbbbb", "bbbbcccccccc", "kkkkkkkkkkkk"].map { SessionLocation(id: $0, month: "2026-11") })

    @Test func aUniqueBeginningNamesASession() throws {
        #expect(try directory.location(named: "bbbbb").id == "bbbbbbbbbbbb")
        #expect(try directory.location(named: "bbbbc").id == "bbbbcccccccc")
        #expect(try directory.location(named: "kkk").id == "kkkkkkkkkkkk")
        #expect(try directory.location(named: "bbbbbbbbbbbb").id == "bbbbbbbbbbbb")
    }

    @Test(arguments: [
        ("bbbb", SessionsError.Code.ambiguous), ("kkkkc", .notFound), ("zzzz", .notFound), ("kk", .usage),
        ("", .notFound), ("kkkkkkkkkkkkk", .notFound), ("a", .notFound),
    ])
    func othersNameNone(reference: String, code: SessionsError.Code) {
        #expect { try directory.location(named: reference) } throws: { ($0 as? SessionsError)?.code == code }
    }

    @Test func itFollowsWhatComesAndGoes() throws {
        var directory = SessionDirectory([])
        let source = Identifier.Source(seed: 7)
        var locations = (0..<200).map { _ in SessionLocation(id: source.session(), month: "2026-11") }
        for location in locations { directory.insert(location) }
        for location in locations { #expect(try directory.location(named: location.id) == location) }
        while let location = locations.popLast() {
            directory.remove(location)
            directory.remove(location)
            #expect(throws: SessionsError.self) { try directory.location(named: location.id) }
            if let next = locations.last { #expect(try directory.location(named: next.id) == next) }
        }
    }
}
