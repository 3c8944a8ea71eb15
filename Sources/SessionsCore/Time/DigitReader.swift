/// Reads fixed-width ASCII digits and punctuation, the way dates and times are written.
struct DigitReader<Bytes: Collection<UInt8>> {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The number made of exactly that many digits.
    mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The digits of a fraction as thousandths; further digits are read and dropped.
    mutating func thousandths() -> Int? {
        guard let tenths = digit() else { return nil }
        var value = tenths * 100
        var unit = 10
        while let digit = digit() {
            value += digit * unit
            unit /= 10
        }
        return value
    }

    /// `14:05`, `9:05` or `14:05:30` as seconds after midnight.
    mutating func clockTime() -> Int? {
        guard var hour = digit() else { return nil }
        if let second = digit() { hour = hour * 10 + second }
        guard hour < 24, take(UInt8(ascii: ":")),
            let minute = number(2), minute < 60
        else { return nil }
        guard take(UInt8(ascii: ":")) else { return hour * 3600 + minute * 60 }
        guard let second = number(2), second < 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// `2026-11-22`
    mutating func day() -> CalendarDay? {
        guard let year = number(4), take(UInt8(ascii: "-")),
            let month = number(2), take(UInt8(ascii: "-")),
            let day = number(2)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// True where the next byte was that one, which is then behind.
    mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        rest = rest.dropFirst()
        return Int(byte - UInt8(ascii: "0"))
    }
}
