/// One line that tells how far long work has come, rewritten in place. It does nothing unless its output is a
/// terminal that can do so. Other text for the same terminal needs `finish()` before it.
///
/// A line that cannot be written does not stop the work: the output keeps its failure for the next real
/// write.
package struct ProgressLine {
    /// The shortest time between two updates, in milliseconds.
    private static let interval: UInt64 = 100

    private let output: Output
    private let clock: () -> UInt64
    private var lastUpdate: UInt64?

    /// - Parameters:
    ///   - output: standard error.
    ///   - clock: milliseconds of a clock that does not go back.
    package init(to output: Output, clock: @escaping () -> UInt64) {
        self.output = output
        self.clock = clock
    }

    /// Shows a text, made `visible` and cut to one line, unless the last one is younger than a tenth of a
    /// second. Only a text that is shown is asked for.
    package mutating func update(_ text: @autoclosure () -> String) {
        guard output.isTerminal, !output.isDumb else { return }
        let now = clock()
        if let lastUpdate, now >= lastUpdate, now - lastUpdate < Self.interval { return }
        lastUpdate = now
        // The last column stays free: some terminals go to the next line once it is written.
        send("\r" + text().visible.truncated(toColumns: output.width - 1) + "\u{1b}[K")
    }

    /// Clears the line, if one was shown.
    package mutating func finish() {
        guard lastUpdate != nil else { return }
        lastUpdate = nil
        send("\r\u{1b}[K")
    }

    private func send(_ text: String) {
        try? output.write(text)
        try? output.flush()
    }
}
