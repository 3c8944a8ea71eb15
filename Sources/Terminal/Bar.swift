/// A horizontal bar for a part of a whole, in steps of an eighth of a column.
package struct Bar: Sendable {
    /// How wide the bar is.
    package let columns: Int
    /// Draw it with `#` and `-`, for a terminal or a reader that has no block characters.
    package let isPlain: Bool

    private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    package init(columns: Int, isPlain: Bool = false) {
        self.columns = max(columns, 0)
        self.isPlain = isPlain
    }

    /// The bar, always `columns` wide: `███▌    ` or `####----`.
    ///
    /// The fraction is held within 0…1, and a value that is no number is 0. In blocks a part above nothing
    /// shows at least a sliver, and only the whole fills the bar; plain bars are rounded down.
    package func text(_ fraction: Double) -> String {
        let fraction = Self.clamped(fraction)
        if isPlain {
            let full = Int(fraction * Double(columns))
            return String(repeating: "#", count: full) + String(repeating: "-", count: columns - full)
        }
        var steps = Int((fraction * Double(columns * 8)).rounded())
        if fraction > 0 { steps = max(steps, min(1, columns)) }
        if fraction < 1 { steps = min(steps, max(columns * 8 - 1, 0)) }
        var text = String(repeating: "█", count: steps / 8)
        if steps % 8 > 0 { text.append(Self.eighths[steps % 8 - 1]) }
        return text + String(repeating: " ", count: columns - (steps + 7) / 8)
    }

    /// A bar between its ends with the percentage behind it, `columns` wide in all: `▕███▌    ▏ 43%` or
    /// `[###-----]  43%`. Where there is no room for a bar only the percentage remains (4 columns). It says
    /// 100% for the whole alone.
    package func progressBar(_ fraction: Double) -> String {
        let percent = "\(Int(Self.clamped(fraction) * 100))%".padded(toColumns: 4, alignment: .right)
        let inside = columns - 7
        guard inside > 0 else { return percent }
        let bar = Bar(columns: inside, isPlain: isPlain).text(fraction)
        return (isPlain ? "[\(bar)]" : "▕\(bar)▏") + " " + percent
    }

    private static func clamped(_ fraction: Double) -> Double {
        fraction > 0 ? min(fraction, 1) : 0
    }
}
