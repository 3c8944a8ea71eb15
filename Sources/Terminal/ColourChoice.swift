/// The value of `--color`.
package enum ColourChoice: String, CaseIterable, Sendable {
    case auto, always, never

    /// Whether a stream gets colours. A choice other than `auto` wins, then `NO_COLOR`
    /// (https://no-color.org), then `CLICOLOR_FORCE` (https://bixense.com/clicolors); without them only a
    /// terminal that can show colours does.
    ///
    /// - Parameters:
    ///   - isTerminal: the stream is a terminal.
    ///   - noColor: `NO_COLOR` is set and not empty.
    ///   - clicolorForce: `CLICOLOR_FORCE` is set, not empty and not `0`.
    ///   - dumb: `TERM` is `dumb`.
    package func usesColour(isTerminal: Bool, noColor: Bool, clicolorForce: Bool, dumb: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            if noColor { false } else if clicolorForce { true } else { isTerminal && !dumb }
        }
    }
}
