/// A JSON number kept as it was written: `2.50`, `-0`, `1e-400` and 400 digits survive unchanged.
package struct JSONNumber: Equatable, Sendable {
    /// The number as it stands in the JSON text; always ASCII and valid by RFC 8259 §6.
    package let text: String

    /// `text` must be valid already: only the scanner can say so.
    init(scanned text: String) {
        self.text = text
    }

    /// The decimal text of `value`.
    package init(_ value: Int) {
        text = String(value)
    }

    /// The shortest text that reads back as `value`, whole values without `.0`.
    /// Nil for infinities and NaN, which JSON cannot say.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let shortest = value.description
        text = shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
    }

    /// The exact value if the number is whole, however it is written (`25`, `25.0`, `2.50e1`), and fits;
    /// else nil.
    package var intValue: Int? {
        Int(text) ?? wholeValue
    }

    /// The nearest `Double`; nil where that would be an infinity (`1e400`). Tiny numbers become zero.
    package var doubleValue: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// `intValue` of a number that has a fraction or an exponent.
    private var wholeValue: Int? {
        var digits: [UInt8] = []
        var isNegative = false
        var hasPoint = false
        var scale = 0
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"):
                isNegative = true
            case UInt8(ascii: "."):
                hasPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                scale += Self.exponent(rest)
                rest = rest[rest.endIndex...]
            default:
                if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
                if hasPoint { scale -= 1 }
            }
        }
        while digits.last == 0 {
            digits.removeLast()
            scale += 1
        }
        guard !digits.isEmpty else { return 0 }
        // Int.max has 19 digits.
        guard scale >= 0, digits.count + scale <= 19 else { return nil }
        digits.append(contentsOf: repeatElement(0, count: scale))
        var value = 0
        for digit in digits {
            let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
            let next =
                isNegative
                ? tens.subtractingReportingOverflow(Int(digit)) : tens.addingReportingOverflow(Int(digit))
            guard !overflowed, !next.overflow else { return nil }
            value = next.partialValue
        }
        return value
    }

    /// The exponent after `e`, cut off at a size that no number of digits can make up for.
    private static func exponent(_ text: Substring.UTF8View) -> Int {
        var value = 0
        for byte in text where byte >= UInt8(ascii: "0") {
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000_000)
        }
        return text.first == UInt8(ascii: "-") ? -value : value
    }
}
