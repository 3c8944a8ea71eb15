/// On which side of its column text stands.
package enum Alignment: Sendable {
    case left, right
}

/// Measures in terminal columns, not characters. Meant for `visible` text without styles.
extension String {
    /// How many columns the text takes on a terminal: 2 for a wide character or an emoji sequence, 0 for a
    /// combining mark or a control.
    ///
    /// - Complexity: O(*n*); for ASCII one look at each byte.
    package var columns: Int { TextWidth.columns(of: self) }

    /// The text if it fits into so many columns, and else its beginning and `…`, together at most as wide. A
    /// grapheme cluster is never split.
    package func truncated(toColumns limit: Int) -> String {
        if utf8.count <= limit, isPrintableASCII { return self }
        guard limit > 0 else { return "" }
        if columns <= limit { return self }
        return prefix(columns: limit - 1) + "…"
    }

    /// The text with spaces up to the width; wider text stays as it is.
    package func padded(toColumns width: Int, alignment: Alignment = .left) -> String {
        let missing = width - columns
        guard missing > 0 else { return self }
        let spaces = String(repeating: " ", count: missing)
        return switch alignment {
        case .left: self + spaces
        case .right: spaces + self
        }
    }

    /// As many whole clusters from the beginning as fit.
    func prefix(columns limit: Int) -> Substring {
        var used = 0
        var end = startIndex
        while end < endIndex {
            used += TextWidth.columns(of: self[end])
            if used > limit { break }
            end = index(after: end)
        }
        return self[..<end]
    }
}
