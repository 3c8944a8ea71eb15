/// The rules of a time zone: how far local clocks stand from UTC at any instant.
package struct Zone: Sendable {
    /// Seconds east of UTC at an instant.
    package let offset: @Sendable (Instant) -> Int

    package init(offset: @escaping @Sendable (Instant) -> Int) {
        self.offset = offset
    }

    package static let utc = Zone { _ in 0 }

    /// The zone of this machine (`TZ` or `/etc/localtime`), by the rules of the C library.
    package static let local = Zone { System.localOffset(at: $0.seconds) }

    /// Local date and time of day (seconds after midnight) at an instant.
    package func wallClock(at instant: Instant) -> (day: CalendarDay, secondOfDay: Int) {
        let local = instant.advanced(bySeconds: offset(instant))
        return (local.day, local.seconds - local.day.daysSince1970 * 86_400)
    }

    /// The instant at which local clocks show that day and time.
    ///
    /// A time skipped by a change of the clocks moves forward by the gap; one that comes twice is the first.
    package func instant(of day: CalendarDay, secondOfDay: Int) -> Instant {
        instants(of: day, secondOfDay: secondOfDay)[0]
    }

    /// The same, with both instants of a time that comes twice, the first one first. Never empty.
    func instants(of day: CalendarDay, secondOfDay: Int) -> [Instant] {
        let asIfUTC = Instant(seconds: day.daysSince1970 * 86_400 + secondOfDay)
        let before = offset(asIfUTC.advanced(bySeconds: -86_400))
        let after = offset(asIfUTC.advanced(bySeconds: 86_400))
        // The clocks are put back where the offset falls, so the greater offset comes first.
        let readings = (before == after ? [before] : [max(before, after), min(before, after)])
            .filter { offset(asIfUTC.advanced(bySeconds: -$0)) == $0 }
        return (readings.isEmpty ? [before] : readings).map { asIfUTC.advanced(bySeconds: -$0) }
    }

    /// `+02:00`, as an interval keeps it.
    package func offsetText(at instant: Instant) -> String {
        let minutes = offset(instant) / 60
        let hours = "\(decimal(abs(minutes) / 60, digits: 2)):\(decimal(abs(minutes) % 60, digits: 2))"
        return (minutes < 0 ? "-" : "+") + hours
    }

    /// Seconds east of UTC of `+02:00`; nil for anything else.
    package static func offset(of text: String) -> Int? { offset(of: text.utf8) }

    /// The same of its bytes.
    static func offset(of bytes: some Collection<UInt8>) -> Int? {
        var reader = DigitReader(bytes)
        guard let seconds = readOffset(&reader), reader.isAtEnd else { return nil }
        return seconds
    }

    static func readOffset(_ reader: inout DigitReader<some Collection<UInt8>>) -> Int? {
        let isEast = reader.take(UInt8(ascii: "+"))
        guard isEast || reader.take(UInt8(ascii: "-")),
            let hours = reader.number(2), hours < 24, reader.take(UInt8(ascii: ":")),
            let minutes = reader.number(2), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isEast ? 1 : -1)
    }
}
