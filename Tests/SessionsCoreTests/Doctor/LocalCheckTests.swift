import Testing

@testable import SessionsCore

/// What is wrong in what belongs to one machine, and what is only told by it.
@Suite struct LocalCheckTests {
    private let bench: Bench
    private let location: SessionLocation

    init() throws {
        bench = try Bench()
        location = try bench.make()
    }

    @Test func aMarkThatWasCutOff() throws {
        try bench.operation { transaction, _ in transaction.setRecent(location.id) }
        let name = try #require(
            try bench.folder.contents(of: ".sessions/local/marks").keys.first?.split(separator: "/").last)
        let mark = ".sessions/local/marks/\(name)"
        #expect(try bench.findings() == [])
        for text in [
            "", "\n", String(location.id.prefix(5)), "\(location.id)\n\n", "\(location.id)", "\0\0\0\0\n",
        ] {
            try bench.folder.write(text, at: mark)
            #expect(
                try bench.findings() == ["(mark local/marks/\(name): it does not name sessions)"], "\(text)")
        }
        #expect(try bench.report().isHealthy)
        bench.folder.remove(mark)
        bench.folder.makeLink(mark, to: "/etc/passwd")
        #expect(try bench.findings() == ["mark local/marks/\(name): cannot read it: it is a link"])
    }

    private let record = "local/operations/2026-11-22/00000001"

    @Test(arguments: ["", "torn", "not UTF-8"], [true, false])
    func aRecordThatIsNotAsItWasWritten(kind: String, isNewest: Bool) throws {
        if !isNewest { try bench.retitle(location, "Another") }
        let bytes = try #require(bench.folder.bytes(at: ".sessions/" + record))
        let damaged = kind.isEmpty ? [] : kind == "torn" ? Array(bytes.dropLast(9)) : bytes + [0xff, 0x0a]
        try bench.folder.write(damaged, at: ".sessions/" + record)
        #expect(try bench.findings() == ["damaged-record \(record): it is not as operation 1 was recorded"])

        let number = try #require(try bench.mend())
        #expect(try bench.findings() == [])
        #expect(bench.folder.bytes(at: ".sessions/" + record) == nil)
        #expect(bench.folder.bytes(at: ".sessions/local/backups/2026-11-22/\(number)/\(record)") == damaged)
        try bench.undo()
        #expect(bench.folder.bytes(at: ".sessions/" + record) == damaged)
    }

    @Test func aRecordOfAnotherOperation() throws {
        try bench.retitle(location, "Another")
        let other = "local/operations/2026-11-22/00000002"
        let bytes = try #require(bench.folder.bytes(at: ".sessions/" + other))
        try bench.folder.write(bytes, at: ".sessions/" + record)
        #expect(try bench.findings() == ["damaged-record \(record): it is not as operation 1 was recorded"])
    }

    @Test func aLinkInPlaceOfARecord() throws {
        bench.folder.remove(".sessions/" + record)
        bench.folder.makeLink(".sessions/" + record, to: "/etc/passwd")
        let report = try bench.report()
        #expect(report.findings.map(\.path) == [record])
        #expect(!report.findings[0].isMendable)
    }

    @Test func aSessionThatNobodyRemoved() throws {
        bench.folder.remove(bench.file(location))
        let gone = "(gone-file \(location.path): it was there after operation 1, and no command removed it)"
        #expect(try bench.findings() == [gone])
        // While somebody is at work it may be theirs to put back.
        let local = try #require(try bench.workspace.folder(at: ["local"]))
        let lock = try FileLock.acquire(in: local, for: "test", at: bench.now)
        #expect(try bench.findings() == [])
        withExtendedLifetime(lock) {}
    }

    /// Of templates there is none with an id, and each of several is told.
    @Test func sessionsAndTemplatesThatNobodyRemoved() throws {
        let other = try bench.make("Other")
        try bench.operation { transaction, engine in
            _ = try transaction.put(template(named: "one"), replacing: nil, engine)
        }
        for path in [location.path, other.path, TemplateFile.path(of: "one")] {
            bench.folder.remove(".sessions/\(path)")
        }
        #expect(try bench.findings().count == 3)
    }

    @Test func aSessionThatSomebodyRemoved() throws {
        try bench.operation { transaction, _ in try transaction.delete(transaction.session(at: location)) }
        #expect(try bench.findings() == [])
        let other = try bench.make("Other")
        try bench.undo()
        #expect(bench.folder.bytes(at: bench.file(other)) == nil)
        #expect(try bench.findings() == [])
    }

    /// There it comes and goes with the branch.
    @Test func aSessionInACheckout() throws {
        bench.folder.remove(bench.file(location))
        try bench.folder.write("ref: refs/heads/main\n", at: ".git/HEAD")
        #expect(try bench.findings() == [])
    }

    @Test func anIndexThatCannotBeUsed() throws {
        try bench.folder.write("no index", at: ".sessions/local/index")
        #expect(try bench.findings() == ["(index local/index: it cannot be used)"])
    }

    @Test func whatGitIsTold() throws {
        try bench.folder.write("*.log\r\nlocal/\r\n", at: ".sessions/.gitignore")
        #expect(try bench.findings() == [])
        try bench.folder.write("# local/\n", at: ".sessions/.gitignore")
        bench.folder.remove(".sessions/.gitattributes")
        #expect(
            try bench.findings() == [
                "(git-file .gitignore: it does not have the line 'local/')",
                "(git-file .gitattributes: it does not have the line 'sessions/**/*.json merge=sessions')",
            ])
        bench.folder.makeLink(".sessions/.gitattributes", to: "/etc/passwd")
        #expect(try bench.findings().last == "(git-file .gitattributes: cannot read it: it is a link)")
    }
}
