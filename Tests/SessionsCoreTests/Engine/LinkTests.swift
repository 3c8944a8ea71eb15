import Testing

@testable import SessionsCore

@Suite("Links")
struct LinkTests {
    private func checkout(branch: String?, commit: String?) -> GitCheckout {
        GitCheckout(branch: branch, commit: commit)
    }

    @Test("Branch and commit are recorded once each, without an event of their own")
    func recorded() throws {
        let bench = Workbench()
        var session = try bench.running()
        let sequence = session.lastSequence
        try bench.engine("09:00").link(&session, to: checkout(branch: "main", commit: "aa"))
        try bench.engine("09:30").link(&session, to: checkout(branch: "main", commit: "bb"))
        try bench.engine("09:40").link(&session, to: checkout(branch: nil, commit: nil))
        #expect(session.links.map(\.kind) == ["branch", "commit", "commit"])
        #expect(session.links.map(\.target) == ["main", "aa", "bb"])
        #expect(session.history(after: sequence) == [])
        try SessionChecker.check(session.document)
    }

    @Test("Links that this program does not understand stay in its output")
    func unknown() throws {
        let bench = Workbench()
        var session = try bench.draft()
        session.document["links"] = ["kbcdfghjkmn": ["odd": 1]]
        try bench.engine("09:00").link(&session, to: checkout(branch: "main", commit: nil))
        let output = try #require(session.output(now: session.createdAt)["links"]?.arrayValue)
        #expect(output.count == 2)
        #expect(output.last?.objectValue?["odd"] == 1)
    }
}
