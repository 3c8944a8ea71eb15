import CSystem
import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct FileLockTests {
    private let temporary: TemporaryFolder
    private let folder: Folder
    private let now = Instant(milliseconds: 0)

    init() throws {
        temporary = try TemporaryFolder()
        folder = try Folder(opening: temporary.path)
    }

    private func acquire(_ purpose: String = "edit", waiting seconds: Int = 0) throws -> FileLock {
        try FileLock.acquire(in: folder, for: purpose, at: now, waiting: seconds)
    }

    @Test func whoWaitsInVainIsToldWhoHasIt() throws {
        let lock = try acquire("comment -m 'a\nb'")
        let holder = "process \(getpid()), 'comment -m 'a"
        for seconds in [0, 1] {
            #expect(throws: SessionsError.locked(holder: holder)) { try acquire(waiting: seconds) }
        }
        withExtendedLifetime(lock) {}
    }

    @Test func whoHadItLeavesAMessageForTheNextOneAlone() throws {
        var held: FileLock? = try acquire(String(repeating: "comment ", count: 100))
        #expect(held?.message == nil)
        held?.leave("17 of them")
        #expect(throws: SessionsError.self) { try acquire() }
        held = nil
        #expect(temporary.text(at: "lock")?.hasSuffix("\n17 of them\n") == true)
        held = try acquire("edit 'a\nb'")
        #expect(held?.message == "17 of them")
        held = nil
        held = try acquire()
        #expect(held?.message?.contains("17") != true)
        #expect(temporary.text(at: "lock")?.split(separator: "\n").count == 1)
    }

    @Test func aFileWithAnotherNameElsewhereIsNotWrittenTo() throws {
        try temporary.write("secret", at: "elsewhere")
        link(temporary.path + "/elsewhere", temporary.path + "/lock")
        #expect { try acquire() } throws: { ($0 as? SessionsError)?.code == .damaged }
        #expect(temporary.text(at: "elsewhere") == "secret")
        temporary.remove("lock")
        temporary.makePipe("lock")
        #expect { try acquire() } throws: { ($0 as? SessionsError)?.code == .damaged }
    }

    @Test func whetherSomebodyIsAtWorkCanBeSeen() throws {
        #expect(!FileLock.isHeld(in: folder))
        let lock = try acquire()
        #expect(FileLock.isHeld(in: folder))
        withExtendedLifetime(lock) {}
    }

    /// Each holds it while the others wait, and none finds another inside.
    @Test func whoWaitsGetsItWhenTheHolderIsDone() async throws {
        let (path, now) = (temporary.path, now)
        var lock: FileLock? = try acquire()
        let waiting = (0..<6).map { _ in
            Task.detached {
                for _ in 0..<20 {
                    let folder = try Folder(opening: path)
                    let lock = try FileLock.acquire(in: folder, for: "count", at: now, waiting: 60)
                    let count = try folder.read("count", limit: 100).map {
                        String(decoding: $0, as: UTF8.self)
                    }
                    try folder.remove("count")
                    try folder.create("count").write(Array("\((count.flatMap { Int($0) } ?? 0) + 1)".utf8))
                    withExtendedLifetime(lock) {}
                }
            }
        }
        #expect(temporary.bytes(at: "count") == nil)
        withExtendedLifetime(lock) {}
        lock = nil
        for task in waiting { try await task.value }
        #expect(temporary.text(at: "count") == "120")
    }

    /// That it is free for a moment does not matter: who came before gets it.
    @Test func nobodyGoesBeforeWhoWaitsAlready() throws {
        var lock: FileLock? = try acquire()
        let waiting = [0, 1].map { _ in open(temporary.path + "/lock", O_RDWR) }
        let places = waiting.map(csystem_join_line)
        #expect(places[0] > 0)
        #expect(places[1] == places[0] - 1)
        withExtendedLifetime(lock) {}
        lock = nil
        for descriptor in waiting {
            #expect(throws: SessionsError.self) { try acquire() }
            close(descriptor)
        }
        _ = try acquire()
    }

    /// Who dies in the line does not keep the others in it.
    @Test func aGapInTheLineIsNoObstacle() throws {
        let descriptors = (0..<3).map { _ in
            open(temporary.path + "/lock", O_RDWR | O_CREAT, 0o600)
        }
        let places = descriptors.map(csystem_join_line)
        #expect(places[0] == -1)
        close(descriptors[1])
        csystem_wait_in_line(descriptors[2], places[2])
        let last = open(temporary.path + "/lock", O_RDWR)
        #expect(csystem_join_line(last) == places[2] - 1)
        for descriptor in [descriptors[0], descriptors[2], last] { close(descriptor) }
        _ = try acquire()
    }

    @Test func itCanBeHadAgainAndAgain() throws {
        for _ in 0..<3 {
            let lock = try acquire()
            #expect(throws: SessionsError.self) { try acquire() }
            withExtendedLifetime(lock) {}
        }
        #expect(temporary.text(at: "lock")?.hasSuffix("since 1970-01-01T00:00:00.000Z\n") == true)
    }

    @Test func aLockThatIsALinkIsNotFollowed() throws {
        temporary.makeLink("lock", to: temporary.path + "/elsewhere")
        #expect { try acquire() } throws: { ($0 as? SessionsError)?.code == .io }
        #expect(temporary.bytes(at: "elsewhere") == nil)
    }
}
