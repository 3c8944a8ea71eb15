#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One stream: text is gathered in one buffer and written with `write(2)` at `flush()` or past 64 KiB.
///
/// Not for use by several threads. SIGPIPE must be ignored by the program, so that a reader who went away
/// shows as `OutputError.closedPipe`. Nothing is flushed at the end of its life: the program does that, where
/// it can still fail.
package final class Output {
    /// The buffer is written out once it holds this many bytes.
    package static let flushThreshold = 64 * 1024

    /// Colours for this stream.
    package let style: Style
    /// Whether a person looks at it: tables are fitted, progress is shown.
    package let isTerminal: Bool
    /// `TERM` is `dumb`: no cursor movement, no block characters.
    package let isDumb: Bool

    /// Nil for output kept in memory.
    private let descriptor: Int32?
    private let columns: Int?
    private var buffer: [UInt8] = []
    private var failure: OutputError?
    /// What is written waits for this at its end, if there is one.
    private var pager: Pager?

    /// Output to a descriptor, which stays the caller's to close.
    ///
    /// - Parameters:
    ///   - colour: the value of `--color`.
    ///   - noColor: `NO_COLOR` is set and not empty.
    ///   - clicolorForce: `CLICOLOR_FORCE` is set, not empty and not `0`.
    ///   - dumb: `TERM` is `dumb`.
    ///   - columns: a width that takes the place of the terminal's own, for example from `COLUMNS`.
    package convenience init(
        descriptor: Int32, colour: ColourChoice = .auto, noColor: Bool = false, clicolorForce: Bool = false,
        dumb: Bool = false, columns: Int? = nil
    ) {
        let isTerminal = isatty(descriptor) == 1
        let usesColour = colour.usesColour(
            isTerminal: isTerminal, noColor: noColor, clicolorForce: clicolorForce, dumb: dumb)
        self.init(
            descriptor: descriptor, isTerminal: isTerminal, style: Style(isEnabled: usesColour), isDumb: dumb,
            columns: columns)
    }

    /// Output whose looks are said and not found out: a pipe to a pager is laid out like the terminal behind
    /// it.
    package init(descriptor: Int32, isTerminal: Bool, style: Style, isDumb: Bool = false, columns: Int? = nil)
    {
        self.descriptor = descriptor
        self.isTerminal = isTerminal
        self.style = style
        self.isDumb = isDumb
        self.columns = columns
    }

    private init(memoryAsTerminal isTerminal: Bool, style: Style, isDumb: Bool, columns: Int) {
        self.descriptor = nil
        self.isTerminal = isTerminal
        self.style = style
        self.isDumb = isDumb
        self.columns = columns
    }

    /// Output that is kept and read back as `text`, for running a command inside a test.
    package static func memory(
        isTerminal: Bool = false, style: Style = Style(isEnabled: false), isDumb: Bool = false,
        columns: Int = 80
    ) -> Output {
        Output(memoryAsTerminal: isTerminal, style: style, isDumb: isDumb, columns: columns)
    }

    /// All that was written so far to output in memory; for a descriptor, what still waits to be written.
    package var text: String { String(decoding: buffer, as: UTF8.self) }

    /// Columns of the terminal as it is now (a window can change); 80 where that is not known.
    package var width: Int {
        if let columns, columns > 0 { return columns }
        guard let descriptor else { return 80 }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Columns that a line of text may take: as many as it has where it is not for a terminal.
    package var lineWidth: Int { isTerminal ? width : .max }

    /// A terminal on which the usual columns of a table have no room.
    package var isNarrow: Bool { isTerminal && width < 60 }

    /// Writes text as it is: what comes from stored data goes through `visible` first.
    package func write(_ text: String) throws(OutputError) {
        buffer.append(text: text)
        try flushIfLarge()
    }

    /// Writes text and a newline.
    package func writeLine(_ text: String = "") throws(OutputError) {
        buffer.append(text: text)
        buffer.append(UInt8(ascii: "\n"))
        try flushIfLarge()
    }

    /// Writes bytes that need not be text.
    package func write(bytes: [UInt8]) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        try flushIfLarge()
    }

    /// The same of bytes that lie elsewhere; many are not copied first.
    package func write(bytes: UnsafeRawBufferPointer) throws(OutputError) {
        guard let descriptor, pager == nil, bytes.count >= Self.flushThreshold else {
            buffer.append(contentsOf: bytes)
            return try flushIfLarge()
        }
        try flush()
        try fail(Self.writeAll(bytes, to: descriptor))
    }

    /// Rows of the terminal; nil where that is not known.
    private var height: Int? {
        var size = winsize()
        guard let descriptor, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else {
            return nil
        }
        return Int(size.ws_row)
    }

    /// Keeps all that is written, which is for a person, until `finish()` knows whether it is longer than the
    /// screen.
    package func keep(for pager: Pager) {
        self.pager = pager
    }

    /// Writes out what waits, at the end of all: through the pager where there is one and it is needed.
    package func finish() throws(OutputError) {
        if let pager, let height, buffer.count(where: { $0 == UInt8(ascii: "\n") }) >= height {
            if pager.show(buffer) { buffer = [] }
        }
        pager = nil
        try flush()
    }

    /// Writes out what waits. After a failure nothing is written any more and the failure is thrown again.
    package func flush() throws(OutputError) {
        guard let descriptor else { return }
        let code = failure == nil ? buffer.withUnsafeBytes { Self.writeAll($0, to: descriptor) } : nil
        buffer.removeAll(keepingCapacity: buffer.capacity <= 4 * Self.flushThreshold)
        try fail(code)
    }

    /// Fails where a call has failed, now or before.
    private func fail(_ code: Int32?) throws(OutputError) {
        if let code { failure = code == EPIPE ? .closedPipe : .failed(code) }
        if let failure { throw failure }
    }

    private func flushIfLarge() throws(OutputError) {
        if pager == nil, buffer.count >= Self.flushThreshold || failure != nil { try flush() }
    }

    /// Writes all the bytes; returns `errno` where that fails. A descriptor that another program has set not
    /// to block is waited for.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            // macOS refuses to write more than 2 GiB at once.
            let chunk = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
            #else
                let count = Darwin.write(descriptor, chunk.baseAddress, chunk.count)
            #endif
            if count > 0 {
                rest = rest.dropFirst(count)
                continue
            }
            let code = count == 0 ? EIO : errno
            if code == EAGAIN || code == EWOULDBLOCK {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                if poll(&waiting, 1, -1) >= 0 || errno == EINTR { continue }
                return errno
            }
            if code != EINTR { return code }
        }
        return nil
    }
}

extension [UInt8] {
    /// Appends the UTF-8 of a text in one copy where it lies in one piece, as nearly all do.
    mutating func append(text: String) {
        let isCopied: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isCopied == nil { append(contentsOf: text.utf8) }
    }
}
