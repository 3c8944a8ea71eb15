import Testing

@testable import SessionsCore

/// What the next operation makes of what a process that died left behind.
@Suite struct RecoveryTests {
    private let bench: Bench
    private let locations: [SessionLocation]
    private let local: Folder

    init() throws {
        bench = try Bench()
        locations = [try bench.make("one"), try bench.make("two"), try bench.make("three")]
        local = try #require(try bench.workspace.folder(at: ["local"]))
    }

    /// An operation as far as a process came that was to change the first session, remove the second and make
    /// a file.
    private struct Interrupted {
        let number = 4
        let before: [String: [UInt8]]
        let after: [String: [UInt8]]
        let files: [OperationRecord.FileChange]
        let staging: Folder
    }

    private func interrupt(record: Range<Int>? = nil, renames: Int = 0) throws -> Interrupted {
        let before = try bench.sessionFiles()
        let paths = locations.map(\.path)
        let old = try paths.map { try #require(try bench.workspace.content(at: $0)).bytes }
        let new = Array(String(decoding: old[0], as: UTF8.self).replacing("one", with: "uno").utf8)
        let made = WorkspacePath(["sessions", "2020-01", "bcdfghjkmnpq.json"])
        let text = Array(SessionText.with(id: "bcdfghjkmnpq").utf8)
        let files: [OperationRecord.FileChange] = [
            .init(
                path: paths[0], before: SHA256.hex(of: old[0]), after: SHA256.hex(of: new),
                undo: .whole(old[0])),
            .init(path: paths[1], before: SHA256.hex(of: old[1]), after: nil, undo: .whole(old[1])),
            .init(path: made, before: nil, after: SHA256.hex(of: text), undo: .remove),
        ]
        let staging = try StagingArea(in: local, operation: 4)
        try staging.add(new, mode: nil)
        staging.skip()
        try staging.add(text, mode: nil)
        let folder = try #require(try local.folder("tmp"))
        if record != nil || renames >= 0 { try local.record(4, files, command: "three at once") }
        if let record {
            let path = ".sessions/local/tmp/4.record"
            try bench.folder.write(Array(try #require(bench.folder.bytes(at: path))[record]), at: path)
        }
        for index in 0..<max(0, renames) {
            let target = try bench.workspace.makeFolder(at: files[index].path.folders)
            try StagingArea.carryOut(files[index], "4.\(index)", in: folder, to: target)
        }
        var after = before
        let mode = Array("\(bench.folder.mode(of: bench.file(locations[0])) ?? 0)".utf8)
        after[".sessions/" + paths[0].description] = new + mode
        after[".sessions/" + paths[1].description] = nil
        after[".sessions/sessions/2020-01/"] = []
        after[".sessions/" + made.description] = text + mode
        return Interrupted(before: before, after: after, files: files, staging: folder)
    }

    /// Begins and ends the next operation, which changes nothing itself.
    private func recover() throws {
        #expect(try bench.begin().commit() == nil)
        #expect(try bench.folder.contents(of: ".sessions/local/tmp").isEmpty)
    }

    private var lastCommand: String? {
        get throws {
            var command: String?
            try bench.workspace.eachOperation { entry in
                command = try? entry.get().command
                return false
            }
            return command
        }
    }

    @Test func withoutARecordItDidNotHappen() throws {
        let interrupted = try interrupt(renames: -1)
        try recover()
        #expect(try bench.sessionFiles() == interrupted.before)
        #expect(try lastCommand == "new three")
        #expect(try bench.retitle(locations[0], "next") == 4)
    }

    @Test(arguments: [0, 1, 64, 65, 66, 200])
    func withHalfARecordItDidNotHappen(length: Int) throws {
        let interrupted = try interrupt(record: 0..<length)
        #expect(try lastCommand == "new three")
        try recover()
        #expect(try bench.sessionFiles() == interrupted.before)
        #expect(try lastCommand == "new three")
        #expect(try bench.retitle(locations[0], "next") == 4)
        try bench.undo()
        #expect(try bench.sessionFiles() == interrupted.before)
    }

    /// The power went while names were on their way to disk: the record's was there first.
    @Test(arguments: ["4.0", "4.2"])
    func withoutOneOfItsFilesItDidNotHappen(missing: String) throws {
        let interrupted = try interrupt(renames: 0)
        bench.folder.remove(".sessions/local/tmp/" + missing)
        try recover()
        #expect(try bench.sessionFiles() == interrupted.before)
        #expect(try lastCommand == "new three")
    }

    /// The record's new name was on disk and one before it was not.
    @Test func aFileThatFellBehindItsRecordIsPutIntoPlace() throws {
        let interrupted = try interrupt(renames: 2)
        let log = ".sessions/local/operations/2026-11-22/00000004"
        try bench.folder.write(try #require(bench.folder.bytes(at: ".sessions/local/tmp/4.record")), at: log)
        bench.folder.remove(".sessions/local/tmp/4.record")
        #expect(
            try bench.findings() == [
                "(unfinished-operation local/tmp: operation 4 was interrupted: three at once)"
            ])
        try recover()
        #expect(try bench.sessionFiles() == interrupted.after)
    }

    /// What somebody changed after it was in place is none of its business.
    @Test func aFileThatWasPutIntoPlaceMayHaveChangedSince() throws {
        let interrupted = try interrupt(renames: 1)
        try bench.folder.write("mine", at: bench.file(locations[0]))
        try recover()
        #expect(bench.folder.text(at: bench.file(locations[0])) == "mine")
        #expect(bench.folder.bytes(at: bench.file(locations[1])) == nil)
        #expect(bench.folder.text(at: ".sessions/\(interrupted.files[2].path)") != nil)
        #expect(try bench.folder.contents(of: ".sessions/local").keys.allSatisfy { !$0.contains("left") })
        #expect(try lastCommand == "three at once")
    }

    /// The power went before the record's new name was on disk, or a copy of the log was put back.
    @Test func aRecordThatIsInTheLogAlreadyGoes() throws {
        _ = try interrupt(renames: 3)
        let record = try #require(bench.folder.bytes(at: ".sessions/local/tmp/4.record"))
        try bench.folder.write(record, at: ".sessions/local/operations/2026-11-22/00000004")
        var numbers: [Int] = []
        try bench.workspace.eachOperation { entry in
            numbers.append((try? entry.get().number) ?? 0)
            return true
        }
        #expect(numbers == [4, 3, 2, 1])
        try recover()
        #expect(try lastCommand == "three at once")
        #expect(try bench.retitle(locations[0], "next") == 5)
    }

    @Test(arguments: 0...3)
    func withAWholeRecordItHappened(renames: Int) throws {
        let interrupted = try interrupt(renames: renames)
        #expect(try lastCommand == "three at once")
        try recover()
        #expect(try bench.sessionFiles() == interrupted.after)
        #expect(try lastCommand == "three at once")
        try bench.undo()
        let undone = try bench.sessionFiles().filter { !$0.key.hasSuffix("/") }
        #expect(undone == interrupted.before.filter { !$0.key.hasSuffix("/") })
    }

    /// What a command reads before its operation is how things stand.
    @Test func itIsEndedForWhoReadsFirstUnlessSomebodyIsAtWork() throws {
        _ = try interrupt(renames: 1)
        let half = try bench.sessionFiles()
        let other = try FileLock.acquire(in: local, for: "another", at: bench.now)
        bench.workspace.endUnfinished(at: bench.now)
        withExtendedLifetime(other) {}
        #expect(try bench.sessionFiles() == half)
    }

    @Test func nobodyEndsWhatALaterVersionBegan() throws {
        _ = try interrupt(renames: 1)
        let half = try bench.sessionFiles()
        try bench.folder.write(#"{"format": 2}"#, at: ".sessions/workspace.json")
        bench.workspace.endUnfinished(at: bench.now)
        #expect(try bench.sessionFiles() == half)
    }

    @Test func itIsEndedForWhoReadsFirst() throws {
        let interrupted = try interrupt(renames: 1)
        bench.workspace.endUnfinished(at: bench.now)
        #expect(try bench.sessionFiles() == interrupted.after)
        #expect(try bench.folder.contents(of: ".sessions/local/tmp").isEmpty)
    }

    @Test func aDryRunRecoversNothing() throws {
        _ = try interrupt()
        let before = try bench.folder.contents()
        let transaction = try bench.begin(isDryRun: true)
        #expect(try transaction.session(at: locations[0]).title == "one")
        #expect(try bench.folder.contents() == before)
    }

    @Test func aFileThatBecameSomethingElseIsLeftAlone() throws {
        _ = try interrupt()
        try bench.folder.write("mine", at: bench.file(locations[0]))
        try bench.folder.write("mine too", at: bench.file(locations[1]))
        try recover()
        #expect(bench.folder.text(at: bench.file(locations[0])) == "mine")
        #expect(bench.folder.text(at: bench.file(locations[1])) == "mine too")
        #expect(bench.folder.text(at: ".sessions/sessions/2020-01/bcdfghjkmnpq.json") != nil)
        #expect(bench.folder.text(at: ".sessions/local/left/4.0")?.contains("uno") == true)
    }

    /// What another program put there after it was looked for is not replaced either.
    @Test func aNewFileTakesNobodysPlace() throws {
        let interrupted = try interrupt()
        let target = try bench.workspace.makeFolder(at: ["sessions", "2020-01"])
        try bench.folder.write("mine", at: ".sessions/sessions/2020-01/bcdfghjkmnpq.json")
        let isPlaced = try StagingArea.carryOut(
            interrupted.files[2], "4.2", in: interrupted.staging, to: target)
        #expect(!isPlaced)
        #expect(bench.folder.text(at: ".sessions/sessions/2020-01/bcdfghjkmnpq.json") == "mine")
        try recover()
        #expect(bench.folder.text(at: ".sessions/sessions/2020-01/bcdfghjkmnpq.json") == "mine")
        #expect(bench.folder.text(at: ".sessions/local/left/4.2") == SessionText.with(id: "bcdfghjkmnpq"))
    }

    @Test func whatIsNoFileAnyMoreIsLeftAlone() throws {
        _ = try interrupt()
        bench.folder.remove(bench.file(locations[0]))
        try bench.folder.makeFolder(bench.file(locations[0]))
        try bench.folder.write("elsewhere", at: "elsewhere")
        bench.folder.remove(bench.file(locations[1]))
        bench.folder.makeLink(bench.file(locations[1]), to: bench.folder.path + "/elsewhere")
        try recover()
        #expect(bench.folder.text(at: "elsewhere") == "elsewhere")
        #expect(bench.folder.text(at: ".sessions/local/left/4.0")?.contains("uno") == true)
    }

    @Test func anAttachmentLargerThanASessionIsFinished() throws {
        let large = [UInt8](repeating: 7, count: Limits.sessionFile + 1)
        // As sha256sum gives it: the digest of that much takes its time where nothing is optimised.
        let hash = "a74b58f88fb5aec9422f46d00a6c017940900dae979637dbe171e1170772b4c9"
        let path = WorkspacePath(["attachments", locations[0].id, hash])
        for isThere in [false, true] {
            let number = try OperationLog(in: local).lastNumber() + 1
            try StagingArea(in: local, operation: number).add(large, mode: nil)
            let file = OperationRecord.FileChange(path: path, before: nil, after: hash, undo: .keep)
            try local.record(number, [file])
            #expect((bench.folder.bytes(at: ".sessions/\(path)") != nil) == isThere)
            try recover()
            #expect(bench.folder.bytes(at: ".sessions/\(path)") == large)
        }
        try bench.retitle(locations[0], "next")
    }

    /// More than a process may have open at a time are not kept open.
    @Test func filesInManyFoldersAreFinished() throws {
        let number = try OperationLog(in: local).lastNumber() + 1
        let staging = try StagingArea(in: local, operation: number)
        let text = Array(SessionText.with(id: "bcdfghjkmnpq").utf8)
        let files = (0..<100).map { index in
            OperationRecord.FileChange(
                path: WorkspacePath(["sessions", "\(1900 + index)-01", "bcdfghjkmnpq.json"]), before: nil,
                after: SHA256.hex(of: text), undo: .remove)
        }
        for _ in files { try staging.add(text, mode: nil) }
        try local.record(number, files)
        try recover()
        for file in files { #expect(bench.folder.bytes(at: ".sessions/\(file.path)") == text) }
        var targets = TargetFolders(in: bench.workspace)
        for file in files + files {
            #expect(try targets.find(for: file.path)?.file("bcdfghjkmnpq.json") != nil)
            #expect(targets.folders.count <= TargetFolders.mostOpen)
        }
        #expect(targets.areMore)
    }

    @Test func rubbishInTheFolderGoes() throws {
        for name in ["recent", "workspace.json", "99.0", "x"] {
            try bench.folder.write("x", at: ".sessions/local/tmp/\(name)")
        }
        try recover()
        #expect(try bench.retitle(locations[0], "next") == 4)
    }

    /// A record can only lead into the workspace.
    @Test func aRecordMadeByAnotherLeadsNowhereElse() throws {
        try bench.folder.write("secret", at: "outside/secret.json")
        bench.folder.makeLink(".sessions/sessions/2020-01", to: bench.folder.path + "/outside")
        let number = try OperationLog(in: local).lastNumber() + 1
        try StagingArea(in: local, operation: number).add([1], mode: nil)
        let path = WorkspacePath(["sessions", "2020-01", "secret.json"])
        let hash = SHA256.hex(of: Array("secret".utf8))
        try local.record(number, [.init(path: path, before: hash, after: SHA256.hex(of: [1]), undo: .remove)])
        try recover()
        #expect(bench.folder.text(at: "outside/secret.json") == "secret")
    }
}
