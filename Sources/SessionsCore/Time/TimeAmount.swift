/// An amount of working time in whole seconds, never negative.
package struct TimeAmount: Comparable, Hashable, Sendable {
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = max(0, seconds)
    }

    /// What an amount in a file must be below, some 30,000 years, so that no sum of amounts overflows.
    static let limit = 1_000_000_000_000

    /// What stands for all that is longer.
    static let longest = TimeAmount(seconds: limit - 1)

    /// Decimal minutes, to the nearest second; nil where they are negative, endless or not a number.
    package init?(minutes: Double) {
        let seconds = (minutes * 60).rounded()
        guard minutes >= 0, seconds < Double(TimeAmount.limit) else { return nil }
        self.seconds = Int(seconds)
    }

    /// Minutes of a day of work where a workspace does not say otherwise.
    package static let usualDay = 480

    /// Whether a text is, or has in it, an amount in days, whose length differs between workspaces.
    package static func isInDays(_ text: some StringProtocol) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "d"), (48...57).contains(previous) { return true }
            previous = byte
        }
        return false
    }

    /// Reads `90m`, `1h30m`, `1.5h`, `2d` (days of work), `45s` and plain minutes, `90`.
    ///
    /// - Parameter day: minutes of a day of work.
    package init?(_ text: some StringProtocol, day: Int = usualDay) {
        var total = 0.0
        var number = ""
        var unitRank = 5
        for character in text {
            if character.isASCII, character.isNumber || character == "." {
                number.append(character)
                continue
            }
            guard let value = TimeAmount.plainDecimal(number) else { return nil }
            let unit: (rank: Int, minutes: Double)
            switch character {
            case "d": unit = (4, Double(day))
            case "h": unit = (3, 60)
            case "m": unit = (2, 1)
            case "s": unit = (1, 1 / 60)
            default: return nil
            }
            guard unit.rank < unitRank else { return nil }
            unitRank = unit.rank
            total += value * unit.minutes
            number = ""
        }
        if !number.isEmpty {
            guard unitRank == 5, let minutes = TimeAmount.plainDecimal(number) else { return nil }
            total = minutes
        } else if unitRank == 5 {
            return nil
        }
        self.init(minutes: total)
    }

    /// The forms that can be written, for a message that must say so.
    package static let forms = "like 90m, 1h30m, 1.5h or 2d"

    /// Reads what a person wrote.
    ///
    /// - Parameter day: minutes of a day of work.
    /// - Throws: `invalid` where it is no amount.
    package static func read(_ text: String, day: Int) throws(SessionsError) -> TimeAmount {
        guard let amount = TimeAmount(text, day: day) else {
            throw .invalid(what: "an amount of time", value: text, expected: forms)
        }
        return amount
    }

    package var minutes: Double { Double(seconds) / 60 }

    package static func < (a: TimeAmount, b: TimeAmount) -> Bool { a.seconds < b.seconds }

    /// Digits with at most one point between them: no sign, exponent, `inf` or hexadecimal.
    private static func plainDecimal(_ text: String) -> Double? {
        guard text.utf8.count <= 15, text.first != ".", text.last != ".", !text.isEmpty else { return nil }
        return Double(text)
    }
}

extension TimeAmount: CustomStringConvertible {
    /// `1h30m`, `45m`, `30s`, `0m`: hours and minutes, seconds only below one minute.
    package var description: String {
        if seconds > 0, seconds < 60 { return "\(seconds)s" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        if hours == 0 { return "\(minutes)m" }
        return minutes == 0 ? "\(hours)h" : "\(hours)h\(decimal(minutes, digits: 2))m"
    }
}
