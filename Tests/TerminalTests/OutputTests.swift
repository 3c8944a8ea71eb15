import Testing

@testable import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct OutputTests {
    init() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// The two ends of a pipe.
    static func makePipe() throws -> (reader: Int32, writer: Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    /// Everything up to the end of a descriptor; `beforeEach` runs before each read.
    static func readAll(_ descriptor: Int32, beforeEach: () -> Void = {}) -> [UInt8] {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 10_000)
        while true {
            beforeEach()
            let count = read(descriptor, &chunk, chunk.count)
            if count > 0 {
                all.append(contentsOf: chunk.prefix(count))
            } else if count == 0 || errno != EINTR {
                return all
            }
        }
    }

    /// A thread that reads one end of a pipe while the test writes to the other.
    final class Reader: @unchecked Sendable {
        private let descriptor: Int32
        private let interrupted: pthread_t?
        private var thread: pthread_t?
        private var bytes: [UInt8] = []

        /// - Parameter interrupted: a thread that gets some SIGUSR1 before every read.
        init(_ descriptor: Int32, interrupting interrupted: pthread_t? = nil) throws {
            self.descriptor = descriptor
            self.interrupted = interrupted
            #if canImport(Darwin)
                var thread: pthread_t?
            #else
                var thread = pthread_t()
            #endif
            let argument = Unmanaged.passRetained(self).toOpaque()
            let code = pthread_create(&thread, nil, { Reader.run($0) }, argument)
            try #require(code == 0)
            self.thread = thread
        }

        private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            guard let argument else { return nil }
            let reader = Unmanaged<Reader>.fromOpaque(argument).takeRetainedValue()
            reader.bytes = OutputTests.readAll(reader.descriptor) {
                guard let thread = reader.interrupted else { return }
                // More than one, so that some arrive while the pipe is still full from the write before.
                for _ in 0..<50 {
                    pthread_kill(thread, SIGUSR1)
                    sched_yield()
                }
            }
            return nil
        }

        /// Waits for the end of the pipe.
        func finish() throws -> [UInt8] {
            pthread_join(try #require(thread), nil)
            return bytes
        }
    }

    static let megabytes: [UInt8] = {
        var random = SplitMix64(seed: 7)
        return (0..<500_000).map { _ in random.next() }.withUnsafeBytes { Array($0) }
    }()

    @Test func memoryKeepsAll() throws {
        let output = Output.memory(columns: 33)
        try output.write("a é")
        try output.writeLine("b")
        try output.write(bytes: [0x63, 0x0a])
        try output.writeLine()
        try output.flush()
        let large = String(repeating: "x", count: 3 * Output.flushThreshold)
        try output.write(large)
        #expect(output.text == "a éb\nc\n\n" + large)
        #expect(output.width == 33)
        #expect(!output.isTerminal && !output.style.isEnabled)
    }

    @Test func nothingIsWrittenBeforeTheThreshold() throws {
        let (reader, writer) = try Self.makePipe()
        #expect(fcntl(reader, F_SETFL, O_NONBLOCK) == 0)
        let output = Output(descriptor: writer)
        var byte: UInt8 = 0
        try output.write("abc")
        #expect(read(reader, &byte, 1) == -1 && errno == EAGAIN)
        try output.flush()
        #expect(read(reader, &byte, 1) == 1 && byte == UInt8(ascii: "a"))
        let rest = String(repeating: "y", count: Output.flushThreshold - 2)
        try output.write(rest.dropFirst().description)
        #expect(output.text.utf8.count == Output.flushThreshold - 3)
        close(writer)
        close(reader)
    }

    @Test func passingTheThresholdWrites() throws {
        let (reader, writer) = try Self.makePipe()
        let reading = try Reader(reader)
        let output = Output(descriptor: writer)
        try output.write(String(repeating: "y", count: Output.flushThreshold - 1))
        #expect(output.text.utf8.count == Output.flushThreshold - 1)
        try output.writeLine()
        #expect(output.text.isEmpty)
        close(writer)
        #expect(try reading.finish().count == Output.flushThreshold)
        close(reader)
    }

    @Test func bigWritesGoThroughASmallPipe() throws {
        let (reader, writer) = try Self.makePipe()
        let reading = try Reader(reader)
        let output = Output(descriptor: writer)
        try output.write(bytes: Self.megabytes)
        try output.write("end")
        try output.flush()
        close(writer)
        #expect(try reading.finish() == Self.megabytes + Array("end".utf8))
        close(reader)
    }

    @Test func aPipeThatDoesNotBlockIsWaitedFor() throws {
        let (reader, writer) = try Self.makePipe()
        #expect(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
        let reading = try Reader(reader)
        let output = Output(descriptor: writer)
        try output.write(bytes: Self.megabytes)
        try output.flush()
        close(writer)
        #expect(try reading.finish() == Self.megabytes)
        close(reader)
    }

    @Test func aClosedPipeIsSaidAndFinal() throws {
        let (reader, writer) = try Self.makePipe()
        close(reader)
        let output = Output(descriptor: writer)
        try output.write("waits")
        #expect(throws: OutputError.closedPipe) { try output.flush() }
        #expect(throws: OutputError.closedPipe) { try output.write("more") }
        #expect(throws: OutputError.closedPipe) { try output.flush() }
        #expect(output.text.isEmpty)
        close(writer)
    }

    @Test func aBadDescriptorFails() throws {
        let output = Output(descriptor: -1)
        try output.write("x")
        #expect(throws: OutputError.failed(EBADF)) { try output.flush() }
        #expect(OutputError.failed(EBADF).reason == "Bad file descriptor")
    }

    #if os(Linux)
        @Test func signalsDoNotDisturbAWrite() throws {
            var action = sigaction()  // without SA_RESTART, so that write(2) returns early
            action.__sigaction_handler.sa_handler = { _ in }
            try #require(sigaction(SIGUSR1, &action, nil) == 0)
            // The threads that run tests block signals.
            var signals = sigset_t()
            var before = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGUSR1)
            try #require(pthread_sigmask(SIG_UNBLOCK, &signals, &before) == 0)
            defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
            let (reader, writer) = try Self.makePipe()
            let reading = try Reader(reader, interrupting: pthread_self())
            let output = Output(descriptor: writer)
            for start in stride(from: 0, to: Self.megabytes.count, by: 100_000) {
                try output.write(bytes: Array(Self.megabytes[start..<start + 100_000]))
            }
            try output.flush()
            close(writer)
            #expect(try reading.finish() == Self.megabytes)
            close(reader)
        }

        @Test func aFullDiskFailsAndStaysFailed() throws {
            let full = open("/dev/full", O_WRONLY)
            try #require(full >= 0)
            let output = Output(descriptor: full)
            try output.write("x")
            #expect(throws: OutputError.failed(ENOSPC)) { try output.flush() }
            #expect(throws: OutputError.failed(ENOSPC)) { try output.flush() }
            #expect(throws: OutputError.failed(ENOSPC)) {
                try output.write(String(repeating: "x", count: Output.flushThreshold))
            }
            // Nor does it go on when there is room again, which would leave a hole.
            let (reader, writer) = try Self.makePipe()
            #expect(dup2(writer, full) == full)
            #expect(throws: OutputError.failed(ENOSPC)) { try output.write("more") }
            close(full)
            close(writer)
            #expect(Self.readAll(reader).isEmpty)
            close(reader)
        }
    #endif

    @Test func aPipeIsNoTerminal() throws {
        let (reader, writer) = try Self.makePipe()
        let output = Output(descriptor: writer)
        #expect(!output.isTerminal && !output.style.isEnabled && output.width == 80)
        #expect(Output(descriptor: writer, colour: .always).style.isEnabled)
        #expect(Output(descriptor: writer, clicolorForce: true).style.isEnabled)
        #expect(Output(descriptor: writer, columns: 50).width == 50)
        #expect(Output(descriptor: writer, columns: 0).width == 80)
        let pager = Output(descriptor: writer, isTerminal: true, style: Style(isEnabled: true), columns: 132)
        #expect(pager.isTerminal && pager.style.isEnabled && pager.width == 132)
        close(writer)
        close(reader)
    }

    @Test func aTerminalTellsItsWidth() throws {
        var host: Int32 = -1
        var terminal: Int32 = -1
        try #require(openpty(&host, &terminal, nil, nil, nil) == 0)
        let output = Output(descriptor: terminal)
        #expect(output.isTerminal && output.style.isEnabled)
        #expect(output.width == 80, "a size of 0 is not known")
        for columns: UInt16 in [132, 40] {
            var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
            #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
            #expect(output.width == Int(columns), "a window can change")
        }
        #expect(Output(descriptor: terminal, columns: 99).width == 99)
        #expect(!Output(descriptor: terminal, noColor: true).style.isEnabled)
        let dumb = Output(descriptor: terminal, dumb: true)
        #expect(dumb.isTerminal && dumb.isDumb && !dumb.style.isEnabled)
        #expect(!Output(descriptor: terminal, colour: .never).style.isEnabled)
        close(terminal)
        close(host)
    }
}
