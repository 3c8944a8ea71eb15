/// A point in time: milliseconds since 1970 in UTC. Leap seconds do not exist, as in POSIX.
package struct Instant: Comparable, Hashable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(seconds: Int) {
        milliseconds = Int64(seconds) * 1000
    }

    /// Reads RFC 3339 in upper case, with its seconds: `2026-11-22T12:50:31.123Z`, `2026-11-22T14:50:31+02:00`.
    ///
    /// Digits after the third of the fraction are dropped. Nil for anything else: a day that does not exist,
    /// hour 24, second 60, an offset of 24 hours, text behind the end, a time that UTC puts outside the years
    /// 0 to 9999.
    package init?(rfc3339 text: some StringProtocol) {
        // Times are most of what a session is made of, and bytes in a row are read many times as fast.
        let read = text.utf8.withContiguousStorageIfAvailable { Instant(DigitReader($0)) }
        guard let instant = read ?? Instant(DigitReader(Array(text.utf8))) else { return nil }
        self = instant
    }

    /// The same of text in UTF-8.
    init?(rfc3339 bytes: UnsafeRawBufferPointer) {
        self.init(DigitReader(bytes))
    }

    private init?(_ reader: DigitReader<some Collection<UInt8>>) {
        var reader = reader
        guard let day = reader.day(), reader.take(UInt8(ascii: "T")),
            let hour = reader.number(2), hour < 24, reader.take(UInt8(ascii: ":")),
            let minute = reader.number(2), minute < 60, reader.take(UInt8(ascii: ":")),
            let second = reader.number(2), second < 60
        else { return nil }
        var fraction = 0
        if reader.take(UInt8(ascii: ".")) {
            guard let thousandths = reader.thousandths() else { return nil }
            fraction = thousandths
        }
        var offset = 0
        if !reader.take(UInt8(ascii: "Z")) {
            guard let seconds = Zone.readOffset(&reader) else { return nil }
            offset = seconds
        }
        guard reader.isAtEnd else { return nil }
        let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
        milliseconds = Int64(seconds) * 1000 + Int64(fraction)
        guard isWritable else { return nil }
    }

    /// Whether RFC 3339 can say it: from the year 0 to 9999 in UTC.
    package var isWritable: Bool {
        (-62_167_219_200_000..<253_402_300_800_000).contains(milliseconds)
    }

    /// `2026-11-22T12:50:31.123Z`, the form in which times are stored.
    package var rfc3339: String {
        let (day, millisecondOfDay) = split
        let second = millisecondOfDay / 1000
        return "\(day)T\(clockText(secondOfDay: second)).\(decimal(millisecondOfDay % 1000, digits: 3))Z"
    }

    /// The UTC day it falls on.
    package var day: CalendarDay { split.day }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int {
        Int(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
    }

    package func advanced(bySeconds seconds: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
    }

    /// Seconds from an earlier instant to this one, as a clock without milliseconds shows them; negative the
    /// other way round. So the parts of a stretch add up to the whole, wherever it is cut.
    package func seconds(since earlier: Instant) -> Int { seconds - earlier.seconds }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    private var split: (day: CalendarDay, millisecondOfDay: Int) {
        let perDay: Int64 = 86_400_000
        let days = milliseconds >= 0 ? milliseconds / perDay : (milliseconds - perDay + 1) / perDay
        return (CalendarDay(daysSince1970: Int(days)), Int(milliseconds - days * perDay))
    }
}

/// `14:05:31`
func clockText(secondOfDay: Int) -> String {
    let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    return "\(decimal(hour, digits: 2)):\(decimal(minute, digits: 2)):\(decimal(second, digits: 2))"
}
