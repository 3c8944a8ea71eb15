/// Numbers as a line of small columns, one character each: `▁▃█·▂`.
package enum Sparkline {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let plain: [Character] = ["_", ".", "-", "=", "+", "*", "#", "@"]

    /// The highest number has the highest column, nothing at all a point; whatever is more than nothing shows.
    ///
    /// - Parameter isPlain: for a terminal or a reader that has no block characters.
    package static func text(_ values: [Double], isPlain: Bool = false) -> String {
        let most = values.max() ?? 0
        let levels = isPlain ? plain : blocks
        return values.reduce(into: "") { text, value in
            text.append(
                value > 0
                    ? levels[min(Int(value / most * Double(levels.count)), levels.count - 1)]
                    : isPlain ? " " : "·")
        }
    }
}

/// Shades for cells of a calendar.
package enum Shade {
    private static let blocks: [Character] = ["░", "▒", "▓", "█"]
    private static let plain: [Character] = [".", "+", "*", "#"]

    /// From the lightest, of what is more than nothing, to the darkest.
    package static func all(isPlain: Bool = false) -> [Character] { isPlain ? plain : blocks }

    /// The shade of a part of the most there is: each stands for a quarter. A point where there is nothing.
    package static func of(_ fraction: Double, isPlain: Bool = false) -> Character {
        let shades = all(isPlain: isPlain)
        guard fraction > 0 else { return isPlain ? " " : "·" }
        return shades[min(Int((fraction * Double(shades.count)).rounded(.up)) - 1, shades.count - 1)]
    }
}
