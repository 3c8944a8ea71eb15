import Testing

@testable import SessionsCore

@Suite("What happens to sessions")
struct LifecycleEventTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    /// What one operation comes to, as `kind title`.
    private func events(_ body: (Transaction, Engine) throws -> Void) throws -> [String] {
        var events: [LifecycleEvent] = []
        try bench.operation { transaction, engine in
            try body(transaction, engine)
            events = transaction.events
        }
        return events.map { "\($0.kind) \($0.session.title)" }
    }

    private func change(
        _ location: SessionLocation, _ body: (inout Session, Engine) throws -> Bool
    ) throws -> [String] {
        try events { transaction, engine in
            var session = try transaction.session(at: location)
            _ = try body(&session, engine)
            try transaction.update(session)
        }
    }

    @Test("Each step of a life is told, and told once")
    func life() throws {
        let one = try bench.make("One")
        #expect(try change(one) { try $1.start(&$0) } == ["start One"])
        #expect(try change(one) { try $1.start(&$0) } == [])
        #expect(try change(one) { try $1.comment(on: &$0, "words") } == [])
        #expect(try change(one) { try $1.pause(&$0) } == ["pause One"])
        #expect(try change(one) { try $1.complete(&$0) } == ["complete One"])
        #expect(try change(one) { try $1.archive(&$0) } == ["archive One"])
        #expect(try change(one) { try $1.restore(&$0) } == ["restore One"])
        let deleted = try events { transaction, _ in try transaction.delete(transaction.session(at: one)) }
        #expect(deleted == ["delete One"])
    }

    @Test("A new one that is started at once is both, and the one it pauses is told of")
    func several() throws {
        let one = try bench.make("One")
        _ = try change(one) { try $1.start(&$0) }
        let told = try events { transaction, engine in
            var plan = SessionPlan()
            plan.title = "Two"
            var session = try engine.create(plan) { _ in false }
            _ = try engine.start(&session)
            _ = try transaction.pauseOthers(than: session, at: .now, engine)
            try transaction.create(session)
        }
        #expect(told == ["new Two", "start Two", "pause One"])
    }

    @Test("What is taken back is nothing that happens")
    func takenBack() throws {
        let one = try bench.make("One")
        _ = try change(one) { try $1.start(&$0) }
        #expect(try events { _ = try $0.takeBack(.undo, $1) } == [])
        #expect(try events { _ = try $0.takeBack(.redo, $1) } == [])
    }

    @Test("Nothing is agreed to that somebody changes meanwhile")
    func basis() throws {
        let one = try bench.make("One")
        let two = try bench.make("Two")
        func tried() throws -> Transaction {
            let transaction = try bench.begin(isDryRun: true)
            _ = try transaction.session(at: one)
            return transaction
        }
        let basis = try tried().basis
        try bench.comment(on: two, "elsewhere")
        #expect(throws: Never.self) { try tried().require(basis) }
        try bench.comment(on: one, "here")
        let error = try #require(throws: SessionsError.self) { try tried().require(basis) }
        #expect(error == .changedMeanwhile(action: "change", session: one.id))
    }
}
