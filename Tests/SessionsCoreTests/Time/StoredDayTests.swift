import Testing

@testable import SessionsCore

/// A time that is read with its day in mind is the time that it says.
@Suite struct StoredDayTests {
    @Test func itReadsWhatIsWritten() {
        var random = SplitMix64(seed: 11)
        var days = StoredDay()
        for round in 0..<3_000 {
            let instant = Instant(
                milliseconds: Int64(random.below(2_000_000_000)) * 1000 + Int64(random.below(1000)))
            #expect(days.read(instant.rfc3339) == instant, "\(round)")
            let later = Instant(milliseconds: instant.milliseconds / 86_400_000 * 86_400_000 + 1)
            #expect(days.read(later.rfc3339) == later, "\(round)")
        }
    }

    @Test func nothingElseIsATime() {
        var random = SplitMix64(seed: 12)
        var days = StoredDay()
        for round in 0..<20_000 {
            var text = Array("2026-11-22T12:50:31.123Z".utf8)
            text[random.below(text.count)] = UInt8(random.below(128))
            if random.below(2) == 0 { text[random.below(text.count)] = UInt8(48 + random.below(12)) }
            let string = String(decoding: text, as: UTF8.self)
            guard let found = days.read(string) else { continue }
            #expect(found == Instant(rfc3339: string) && found.rfc3339 == string, "\(round): \(string)")
        }
        for text in ["", "2026-11-22T12:50:31Z", "2026-02-30T00:00:00.000Z", "2026-11-22T24:00:00.000Z"] {
            #expect(days.read(text) == nil)
        }
    }
}

extension StoredDay {
    fileprivate mutating func read(_ text: String) -> Instant? {
        Array(text.utf8).withUnsafeBytes { time($0) }
    }
}
