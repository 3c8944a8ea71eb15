import Testing

@testable import SessionsCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Random sequences of 40 lifecycle and time commands of two people in three sessions.
///
/// By default 25 of them; all ten thousand with
/// `SESSIONS_SEQUENCES=10000 swift test -c release -Xswiftc -enable-testing --filter TimePropertyTests`.
/// `SESSIONS_SEED` begins at a seed that a failure named.
@Suite struct TimePropertyTests {
    @Test func noSequenceBreaksARuleAndAllOfItCanBeUndone() throws {
        let sequences = number("SESSIONS_SEQUENCES") ?? 25
        let seed = number("SESSIONS_SEED") ?? UInt64.random(in: 0...UInt64.max / 2)
        var (changes, undos) = (0, 0)
        for index in 0..<sequences {
            let play = try TimePlay(seed: seed + index)
            do { try play.run(commands: 40) } catch {
                Issue.record("\(error)")
                return
            }
            changes += play.changes
            undos += play.undos
        }
        // Most of what is tried is possible, or little would be tested.
        print("\(sequences) sequences from seed \(seed): \(changes) operations, \(undos) undone out of order")
        #expect(changes > Int(sequences) * 12 && undos > Int(sequences) / 4)
    }

    private func number(_ variable: String) -> UInt64? {
        getenv(variable).flatMap { UInt64(String(cString: $0)) }
    }
}
