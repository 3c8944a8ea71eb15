/// How long another program may take, in milliseconds, at least one.
package struct TimeLimit: Equatable, Sendable {
    package let milliseconds: Int

    package init(milliseconds: Int) {
        self.milliseconds = max(1, milliseconds)
    }

    /// Reads what an amount of time can be, and decimal seconds too: `10m`, `90s`, `0.5s`. Nothing that would be
    /// no time at all.
    package init?(_ text: String) {
        if text.hasSuffix("s"), let seconds = Double(text.dropLast()), text.utf8.count <= 12,
            text.utf8.allSatisfy({ $0 < 0x3a || $0 == UInt8(ascii: "s") }), seconds >= 0.001
        {
            milliseconds = Int((seconds * 1000).rounded())
        } else if let amount = TimeAmount(text), amount.seconds > 0 {
            milliseconds = amount.seconds * 1000
        } else {
            return nil
        }
    }

    /// The forms that can be written, for a message that must say so.
    package static let forms = "like 10m, 90s or 0.5s"
}

extension TimeLimit: CustomStringConvertible {
    /// `10m`, `1h30m`, `45s`, `0.25s`.
    package var description: String {
        guard milliseconds < 60_000 || milliseconds % 60_000 != 0 else {
            return TimeAmount(seconds: milliseconds / 1000).description
        }
        let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
        guard rest > 0 else { return "\(seconds)s" }
        var digits = decimal(rest, digits: 3)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(seconds).\(digits)s"
    }
}
