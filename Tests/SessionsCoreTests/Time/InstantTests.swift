import Testing

@testable import SessionsCore

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1), ("1969-12-31T23:59:59.999Z", -1),
        ("2026-11-22T12:50:31.123Z", 1_795_351_831_123), ("2026-11-22T14:50:31.123+02:00", 1_795_351_831_123),
        ("2026-11-22T07:20:31.123-05:30", 1_795_351_831_123), ("2026-11-22T12:50:31.1Z", 1_795_351_831_100),
        ("2026-11-22T12:50:31.1239999999999999999999Z", 1_795_351_831_123),
        ("2026-11-22T12:50:31-00:00", 1_795_351_831_000), ("2026-11-23T12:49:31+23:59", 1_795_351_831_000),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000), ("0000-01-01T00:00:00Z", -62_167_219_200_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ])
    func rfc3339IsRead(_ text: String, _ milliseconds: Int64) {
        #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-11-22", "2026-11-22T12:50Z", "2026-11-22T12:50:31", "2026-11-22 12:50:31Z",
        "2026-11-22t12:50:31z", "2026-02-30T00:00:00Z", "1900-02-29T00:00:00Z", "2026-11-22T24:00:00Z",
        "2026-11-22T23:60:00Z", "2026-12-31T23:59:60Z", "2026-11-22T12:50:31.Z", "2026-11-22T12:50:31,5Z",
        "2026-11-22T12:50:31Zjunk", "2026-11-22T12:50:31Z ", " 2026-11-22T12:50:31Z",
        "2026-11-22T12:50:31Z\0",
        "2026-11-22T12:50:31ZZ", "-001-11-22T12:50:31Z", "-2026-11-22T12:50:31Z", "12026-11-22T12:50:31Z",
        "2026-11-22T12:50:31+0200", "2026-11-22T12:50:31+02", "2026-11-22T12:50:31+24:00",
        "2026-11-22T12:50:31+02:60", "2026-11-22T12:50:31 +02:00", "2026-11-22T1２:50:31Z",
        "2026-00-22T12:50:31Z", "2026-11-00T12:50:31Z", "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
    ])
    func anythingElseIsNil(_ text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func everyInstantIsReadBackAsItWasWritten() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let instant = Instant(
                milliseconds: .random(in: -62_167_219_200_000..<253_402_300_800_000, using: &generator))
            let text = instant.rfc3339
            #expect(text.utf8.count == 24, "seed \(seed), \(text)")
            #expect(Instant(rfc3339: text) == instant, "seed \(seed), \(text)")
            #expect(text.hasPrefix(instant.day.description), "seed \(seed), \(text)")
        }
    }

    @Test func theTextSortsAsTheInstantsDo() {
        let texts = [
            "0001-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z",
            "2026-11-22T12:50:31.123Z",
        ]
        #expect(texts.compactMap { Instant(rfc3339: $0) }.sorted().map(\.rfc3339) == texts)
    }

    @Test(arguments: [(-1, -1), (0, 0), (-1000, -1), (-1001, -2), (999, 0), (1000, 1), (1999, 1)])
    func secondsAreRoundedDown(_ milliseconds: Int64, _ seconds: Int) {
        #expect(Instant(milliseconds: milliseconds).seconds == seconds)
    }

    @Test func whatCannotBeWrittenDownSaysSo() {
        #expect(Instant(milliseconds: -62_167_219_200_000).isWritable)
        #expect(!Instant(milliseconds: -62_167_219_200_001).isWritable)
        #expect(Instant(milliseconds: 253_402_300_799_999).isWritable)
        #expect(!Instant(milliseconds: 253_402_300_800_000).isWritable)
    }

    /// Else a pause would add or take away a second.
    @Test func thePartsOfAStretchAddUpToTheWhole() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let times = (0..<5).map { _ in
                Instant(milliseconds: .random(in: -20_000...20_000, using: &generator))
            }
            let parts = zip(times, times.dropFirst()).reduce(0) { $0 + $1.1.seconds(since: $1.0) }
            #expect(parts == times[4].seconds(since: times[0]), "seed \(seed)")
            #expect(times[0].seconds(since: times[4]) == -parts, "seed \(seed)")
        }
        #expect(Instant(milliseconds: 4_000).seconds(since: Instant(milliseconds: 1_000)) == 3)
        #expect(Instant(milliseconds: 1_000).seconds(since: Instant(milliseconds: 4_000)) == -3)
    }
}
