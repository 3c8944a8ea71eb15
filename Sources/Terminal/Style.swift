/// How a piece of text looks. Only the eight basic colours, so that a person's own palette decides.
package enum Tone: Sendable {
    case plain, bold, dim, red, green, yellow, blue, magenta, cyan

    /// The SGR parameters (ECMA-48, 8.3.117) that switch it on and off; `plain` has none. Each is switched
    /// off by its own parameter, not by 0, so that one tone can stand inside another.
    fileprivate var codes: (on: String, off: String)? {
        switch self {
        case .plain: nil
        case .bold: ("1", "22")
        case .dim: ("2", "22")
        case .red: ("31", "39")
        case .green: ("32", "39")
        case .yellow: ("33", "39")
        case .blue: ("34", "39")
        case .magenta: ("35", "39")
        case .cyan: ("36", "39")
        }
    }
}

/// Gives text a tone where the stream takes colours, and leaves it alone where it does not. It does not look
/// at the text: stored text goes through `visible` first.
package struct Style: Sendable, Equatable {
    package let isEnabled: Bool

    package init(isEnabled: Bool) {
        self.isEnabled = isEnabled
    }

    /// The text between the codes of a tone, or as it is when styles are off or it is empty.
    package func apply(_ tone: Tone, to text: String) -> String {
        guard isEnabled, !text.isEmpty, let codes = tone.codes else { return text }
        return "\u{1b}[\(codes.on)m\(text)\u{1b}[\(codes.off)m"
    }

    package func bold(_ text: String) -> String { apply(.bold, to: text) }
    package func dim(_ text: String) -> String { apply(.dim, to: text) }
    package func red(_ text: String) -> String { apply(.red, to: text) }
    package func green(_ text: String) -> String { apply(.green, to: text) }
    package func yellow(_ text: String) -> String { apply(.yellow, to: text) }
    package func blue(_ text: String) -> String { apply(.blue, to: text) }
    package func magenta(_ text: String) -> String { apply(.magenta, to: text) }
    package func cyan(_ text: String) -> String { apply(.cyan, to: text) }
}
